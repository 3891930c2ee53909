"""What differs between two editions of a plan, sentence by sentence."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from forebygg.casefile.comparison.alignment import Alignment, Pair, with_ended
from forebygg.casefile.comparison.likeness import Unit, content_of, may_be_noise
from forebygg.casefile.comparison.sections import aligned, displaced
from forebygg.casefile.comparison.sentences import Matching, match
from forebygg.casefile.facts import Change, ChangeKind, LineRange, Plan, Section
from forebygg.language.stems import akin
from forebygg.language.wording import letters, wording

# Where a change stands in the later edition, so that the changes can be told in its order.
_Place = tuple[float, int, int]


def consecutive(plans: Sequence[Plan]) -> list[tuple[Plan, Plan]]:
    """Each dated edition with the next one of the same document; a policy is no edition of a plan."""
    found: list[tuple[Plan, Plan]] = []
    last: list[Plan] = []
    for plan in sorted((plan for plan in plans if plan.date), key=lambda plan: plan.date or dt.date.min):
        earlier = next((one for one in reversed(last) if is_edition_of(plan, one)), None)
        if earlier:
            found.append((earlier, plan))
            last.remove(earlier)
        last.append(plan)
    return found


def is_edition_of(one: Plan, other: Plan) -> bool:
    """Most sections bear the same titles, or the titles name the same kind of document on the same matter."""
    first, second = (
        {letters(section.title) for section in plan.sections if section.title} for plan in (one, other)
    )
    if 2 * len(first & second) >= max(2, min(len(first), len(second))):
        return True
    left, right = ([stem for stem in content_of(plan.title or "") if stem.isalpha()] for plan in (one, other))
    if not left or not right:
        return not (left or right)
    shared = sum(any(akin(stem, other) for other in right) for stem in left)
    return akin(left[0], right[0]) and 2 * shared >= max(len(left), len(right))


def compare(earlier: Plan, later: Plan) -> "Comparison":
    """The two editions with their sections and sentences matched, once for all that is asked of them."""
    return Comparison(earlier, later, aligned(earlier.sections, later.sections))


def compare_editions(earlier: Plan, later: Plan) -> list[Change]:
    """The changes from the one edition to the next, in the later one's order."""
    return compare(earlier, later).changes()


def align_editions(earlier: Plan, later: Plan) -> list[Pair]:
    """Which sentence of the later edition is which of the earlier's, as `Alignment` tells it."""
    return [*compare(earlier, later).alignment.pairs]


class Comparison:
    """Two editions held against each other: what differs, and what is the same."""

    def __init__(self, earlier: Plan, later: Plan, sections: dict[int, int]) -> None:
        self.earlier, self.later = earlier, later
        self.sections = sections
        self.back = {j: i for i, j in sections.items()}
        self.sentences: Matching = match(_units(earlier.sections), _units(later.sections), sections)

    @property
    def alignment(self) -> Alignment:
        """Every sentence and section of both editions with its counterpart in the other."""
        found = self.sentences
        kept = {other.place: one.place for one, other in chain(found.same, found.moved, found.likest)}
        return Alignment(
            earlier=self.earlier.document,
            later=self.later.document,
            pairs=with_ended(kept, _count(self.earlier), _count(self.later)),
            sections=with_ended(self.back, len(self.earlier.sections), len(self.later.sections)),
        )

    def changes(self) -> list[Change]:
        """The changes in the later edition's order.

        A section that was renumbered because another came or went before it has not changed.
        """
        return [change for _, change in sorted(self._changes(), key=lambda entry: entry[0])]

    def _changes(self) -> Iterator[tuple[_Place, Change]]:
        yield from self._titles()
        found = self.sentences
        for one, other in found.moved:
            yield self._sentence("moved", (one,), (other,))
        for before, after in found.reworded:
            yield self._sentence("reworded", before, after)
        for one in found.removed:
            yield self._sentence("removed", (one,), ())
        for other in found.added:
            yield self._sentence("added", (), (other,))

    def _sentence(
        self, kind: ChangeKind, before: tuple[Unit, ...], after: tuple[Unit, ...]
    ) -> tuple[_Place, Change]:
        old, new = _told(self.earlier, before), _told(self.later, after)
        noise = bool(kind == "reworded" and old and new and may_be_noise(old.text, new.text))
        place: _Place = (after[0].section, 1, after[0].place) if after else self._gone(before[0])
        return place, self._change(kind, old, new, noise=noise)

    def _gone(self, unit: Unit) -> _Place:
        return (*self._where(unit.section)[:1], 2, unit.place)

    def _where(self, section: int) -> tuple[float, int, int]:
        """Where a section of the earlier edition is, or would be, in the later."""
        if section in self.sections:
            return self.sections[section], 0, 0
        before = [self.sections[i] for i in range(section) if i in self.sections][-1:]
        return (before[0] if before else -1) + 0.5, 0, section

    def _titles(self) -> Iterator[tuple[_Place, Change]]:
        moved = displaced(self.sections) | self._regraded()
        for i, section in enumerate(self.earlier.sections):
            j = self.sections.get(i)
            if j is None:
                if section.title:
                    yield self._where(i), self._title("removed", i, None)
                continue
            if wording(section.title) != wording(self.later.sections[j].title):
                yield (j, 0, 0), self._title("renamed", i, j)
            if i in moved:
                yield (j, 0, 1), self._title("moved", i, j)
        for j, section in enumerate(self.later.sections):
            if j not in self.back and section.title:
                yield (j, 0, 0), self._title("added", None, j)

    def _regraded(self) -> set[int]:
        """Sections on another level than before, or with another number for no visible reason."""
        unbroken = len(self.sections) == len(self.earlier.sections) == len(self.later.sections)
        found: set[int] = set()
        for i, j in self.sections.items():
            old, new = self.earlier.sections[i].number, self.later.sections[j].number
            if not old or not new or old == new:
                continue
            if old.count(".") != new.count(".") or (unbroken and not displaced(self.sections)):
                found.add(i)
        return found

    def _title(self, kind: ChangeKind, i: int | None, j: int | None) -> Change:
        old, new = _titled(self.earlier, i), _titled(self.later, j)
        noise = bool(kind == "renamed" and old and new and may_be_noise(old.text, new.text))
        return self._change(kind, old, new, noise=noise)

    def _change(
        self, kind: ChangeKind, before: "_Side | None", after: "_Side | None", *, noise: bool
    ) -> Change:
        return Change(
            from_document=self.earlier.document,
            to_document=self.later.document,
            section=next(side.where for side in (after, before) if side),
            kind=kind,
            before=before and before.text,
            after=after and after.text,
            may_be_noise=noise,
            before_lines=before and before.lines,
            after_lines=after and after.lines,
            before_section=before and before.section,
            after_section=after and after.section,
            before_at=before.at if before else (),
            after_at=after.at if after else (),
        )


class _Side(NamedTuple):
    """What one edition has where the other has something else: a title, or sentences at their places."""

    text: str
    where: str
    section: int
    lines: LineRange
    at: tuple[int, ...] = ()


def _titled(plan: Plan, number: int | None) -> _Side | None:
    if number is None:
        return None
    section = plan.sections[number]
    return _Side(section.title, section.number or section.title, number, (section.lines[0], section.lines[0]))


def _told(plan: Plan, units: Sequence[Unit]) -> _Side | None:
    if not units:
        return None
    section = plan.sections[units[0].section]
    return _Side(
        text=" ".join(unit.text for unit in units),
        where=section.number or section.title,
        section=units[0].section,
        lines=(units[0].lines[0], units[-1].lines[1]),
        at=tuple(unit.place for unit in units),
    )


def _units(sections: Sequence[Section]) -> list[Unit]:
    found: list[Unit] = []
    for number, section in enumerate(sections):
        for sentence in section.sentences:
            found.append(Unit(sentence.text, sentence.lines, number, len(found)))
    return found


def _count(plan: Plan) -> int:
    return sum(len(section.sentences) for section in plan.sections)
