"""The text of two editions in one: section by section, each change where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from forebygg.casefile.comparison.alignment import with_ended
from forebygg.plans.marking import Piece
from forebygg.plans.models import Section
from forebygg.plans.selectors.changes import ChangeRow
from forebygg.plans.selectors.matching import Matched, Placed, Text
from forebygg.plans.selectors.reading import Shape, shape_of
from forebygg.plans.selectors.wordings import WordingRow

_NOWHERE: Final = -1


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A sentence of both editions, or a change. `left` and `right` are the wordings as shown side by side."""

    pieces: tuple[Piece, ...]
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    change: ChangeRow | None = None
    # The section it was moved from, as printed.
    moved_from: str = ""
    shape: Shape = "text"


@dataclass(frozen=True)
class Paragraph:
    """Segments that run on."""

    segments: tuple[Segment, ...]

    @property
    def shape(self) -> Shape:
        """A list's point, or running text."""
        return self.segments[0].shape

    @property
    def changed(self) -> list[Segment]:
        """The changes in it."""
        return [segment for segment in self.segments if segment.change]

    @property
    def stretches(self) -> list[tuple[Segment, ...]]:
        """Unchanged sentences together, each change by itself."""
        found: list[tuple[Segment, ...]] = []
        for segment in self.segments:
            if found and not segment.change and not found[-1][0].change:
                found[-1] = (*found[-1], segment)
            else:
                found.append((segment,))
        return found


@dataclass(frozen=True, kw_only=True)
class CompareRow:
    """A paragraph with what is told beside it; a section's first has the heading too, and maybe no more."""

    is_first: bool
    paragraph: Paragraph | None
    margin: tuple[tuple[Segment, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Block:
    """A section of the comparison: its heading, what changed in the heading, and its text."""

    label: str
    title: str
    level: int
    is_gone: bool = False
    titles: tuple[Segment, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether anything in it differs."""
        return bool(self.titles) or any(paragraph.changed for paragraph in self.paragraphs)

    @property
    def rows(self) -> list[CompareRow]:
        """Its paragraphs, the heading's changes told beside the first."""
        first, others = next(iter(self.paragraphs), None), self.paragraphs[1:]
        return [
            CompareRow(
                is_first=True,
                paragraph=first,
                margin=together([*self.titles, *(first.changed if first else ())]),
            ),
            *(
                CompareRow(is_first=False, paragraph=paragraph, margin=together(paragraph.changed))
                for paragraph in others
            ),
        ]

    @property
    def told_titles(self) -> tuple[tuple[Segment, ...], ...]:
        """What changed in the heading, neighbours that say the same together."""
        return together(self.titles)


def together(segments: Sequence[Segment]) -> tuple[tuple[Segment, ...], ...]:
    """Neighbouring changes that are declared in the same words and moved by the same people, as one."""
    found: list[tuple[Segment, ...]] = []
    for segment in segments:
        before = found[-1][0].change if found else None
        if before and segment.change and before.told_as == segment.change.told_as:
            found[-1] = (*found[-1], segment)
        else:
            found.append((segment,))
    return tuple(found)


@dataclass
class _Draft:
    """A block being filled: its segments with the paragraph that each belongs to."""

    section: Section
    is_gone: bool
    titles: list[Segment] = field(default_factory=list)
    segments: list[tuple[object, Segment]] = field(default_factory=list)
    last: int | None = None


def blocks(earlier: Text, later: Text, matched: Matched) -> list[Block]:
    """The later edition's sections in order; one that is gone stands after what it stood after."""
    assembly = _Assembly(earlier, later, matched)
    assembly.fill()
    return [_block(draft) for draft in assembly.in_order()]


class _Assembly:
    def __init__(self, earlier: Text, later: Text, matched: Matched) -> None:
        self.earlier, self.later, self.matched = earlier, later, matched
        self.old, self.new = earlier.places, later.places
        self.drafts = [_Draft(section, is_gone=False) for section in later.sections]
        self.gone = {
            i: _Draft(section, is_gone=True)
            for i, section in enumerate(earlier.sections)
            if i not in matched.sections
        }
        self.before = {at: placed for placed in matched.changes for at in placed.before_at}
        self.after = {at: placed for placed in matched.changes for at in placed.after_at}
        self.told: set[int] = set()

    def fill(self) -> None:
        for placed in self.matched.changes:
            if placed.change.is_title:
                self._title(placed)
        pairs = with_ended(self.matched.kept, len(self.earlier.wordings), len(self.later.wordings))
        for i, j in pairs:
            if j is not None:
                self._stays(i, j)
            elif i is not None:
                self._ends(i)

    def in_order(self) -> Iterator[_Draft]:
        """With sections that are gone after the one that stood before them."""
        after: dict[int, list[_Draft]] = {}
        last = _NOWHERE
        for i in range(len(self.earlier.sections)):
            if i in self.gone:
                after.setdefault(last, []).append(self.gone[i])
            else:
                last = self.matched.sections[i]
        yield from after.get(_NOWHERE, ())
        for j, draft in enumerate(self.drafts):
            yield draft
            yield from after.get(j, ())

    def _title(self, placed: Placed) -> None:
        moved_from = ""
        if placed.change.kind == "moved" and placed.before_section is not None:
            moved_from = self.earlier.sections[placed.before_section].label
        segment = _changed(placed, moved_from, "text")
        if placed.after_section is not None:
            self.drafts[placed.after_section].titles.append(segment)
        elif placed.before_section is not None:
            i = placed.before_section
            j = self.matched.sections.get(i)
            (self.gone[i] if j is None else self.drafts[j]).titles.append(segment)

    def _stays(self, i: int | None, j: int) -> None:
        wording = self.later.wordings[j]
        draft = self.drafts[self.new[wording.section_id]]
        placed = self.after.get(j)
        if placed and placed.change.number in self.told:
            return
        draft.last = i
        if placed:
            self.told.add(placed.change.number)
            segment = _changed(placed, self._moved_from(placed), shape_of([wording]))
        elif i is None:
            only = (Piece(wording.text, "added"),)
            segment = Segment(pieces=only, left=(), right=only, shape=shape_of([wording]))
        else:
            segment = _same(self.earlier.wordings[i], wording)
        draft.segments.append((wording.paragraph, segment))

    def _ends(self, i: int) -> None:
        wording = self.earlier.wordings[i]
        section = self.old[wording.section_id]
        j = self.matched.sections.get(section)
        draft = self.gone[section] if j is None else self.drafts[j]
        placed = self.before.get(i)
        if placed and (placed.after_at or placed.change.number in self.told):
            return  # it lives on in the sentence that it became part of
        if placed:
            self.told.add(placed.change.number)
            segment = _changed(placed, "", shape_of([wording]))
        else:
            only = (Piece(wording.text, "removed"),)
            segment = Segment(pieces=only, left=only, right=(), shape=shape_of([wording]))
        previous = self.earlier.wordings[i - 1] if i and draft.last == i - 1 else None
        runs_on = (
            previous is not None
            and (previous.section_id, previous.paragraph) == (wording.section_id, wording.paragraph)
            and draft.segments
        )
        paragraph: object = draft.segments[-1][0] if runs_on else ("gone", i)
        draft.segments.append((paragraph, segment))
        draft.last = i

    def _moved_from(self, placed: Placed) -> str:
        if placed.change.kind != "moved" or not placed.before_at:
            return ""
        section = self.earlier.sections[self.old[self.earlier.wordings[placed.before_at[0]].section_id]]
        return section.label or section.title


def _changed(placed: Placed, moved_from: str, shape: Shape) -> Segment:
    change = placed.change
    if change.kind == "moved":
        same = (Piece(change.after or change.before),)
        return Segment(pieces=same, left=same, right=same, change=change, moved_from=moved_from, shape=shape)
    both = change.marked
    return Segment(pieces=both.pieces, left=both.before, right=both.after, change=change, shape=shape)


def _same(before: WordingRow, after: WordingRow) -> Segment:
    right = (Piece(after.text),)
    return Segment(pieces=right, left=(Piece(before.text),), right=right, shape=shape_of([after]))


def _block(draft: _Draft) -> Block:
    paragraphs: list[list[Segment]] = []
    last: object = None
    for paragraph, segment in draft.segments:
        if paragraphs and paragraph == last:
            paragraphs[-1].append(segment)
        else:
            paragraphs.append([segment])
        last = paragraph
    return Block(
        label=draft.section.label,
        title=draft.section.title,
        level=min(draft.section.label.strip(".").count(".") + 2, 3),
        is_gone=draft.is_gone,
        titles=tuple(draft.titles),
        paragraphs=tuple(Paragraph(_shaped(segments)) for segments in paragraphs),
    )


def _shaped(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Sentences that run on are no points of a list, however each of them looks alone."""
    if len(segments) == 1:
        return tuple(segments)
    return tuple(replace(segment, shape="text") for segment in segments)
