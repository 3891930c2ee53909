"""Two editions held against each other: which sentence is which, and where each change stands.

Of consecutive editions everything is stored. Of others the reader's own comparison is asked, on the stored
wordings; nothing is written.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from forebygg.casefile import facts
from forebygg.casefile.comparison.editions import compare as compare_plans
from forebygg.language.wording import letters
from forebygg.plans.models import Edition, Section
from forebygg.plans.selectors.changes import ChangeRow, declaration
from forebygg.plans.selectors.placing import after_places, before_places, by_sentence
from forebygg.plans.selectors.wordings import WordingRow, wordings_by_edition
from forebygg.plans.stored import as_read


@dataclass(frozen=True)
class Text:
    """An edition's sections and sentences, in order."""

    edition: Edition
    sections: Sequence[Section]
    wordings: Sequence[WordingRow]

    @property
    def places(self) -> dict[int, int]:
        """Each section's place, by its key."""
        return {section.pk: place for place, section in enumerate(self.sections)}


@dataclass(frozen=True)
class Placed:
    """A change with the places of its sentences, or of the section whose title it is."""

    change: ChangeRow
    before_at: tuple[int, ...] = ()
    after_at: tuple[int, ...] = ()
    before_section: int | None = None
    after_section: int | None = None


@dataclass(frozen=True)
class Matched:
    """`kept`: the later place of a sentence → its earlier one; `sections`: the earlier place → the later."""

    kept: Mapping[int, int]
    sections: Mapping[int, int]
    changes: Sequence[Placed]


def texts_of(*editions: Edition) -> list[Text]:
    """The editions' texts. Two queries, however many they are."""
    wordings = wordings_by_edition(editions)
    sections: dict[int, list[Section]] = {edition.pk: [] for edition in editions}
    for section in Section.objects.filter(edition__in=sections).order_by("position"):
        sections[section.edition_id].append(section)
    return [Text(edition, sections[edition.pk], wordings[edition.pk]) for edition in editions]


def stored(earlier: Text, later: Text, changes: Sequence[ChangeRow]) -> Matched:
    """What the import found and stored."""
    old, new = by_sentence(earlier.wordings), by_sentence(later.wordings)
    kept = {place: old[sentence] for sentence, place in new.items() if sentence in old}
    sections = _sections(earlier, later, kept)
    return Matched(kept, sections, [_placed(change, earlier, later, old, new) for change in changes])


def _placed(
    change: ChangeRow, earlier: Text, later: Text, old: Mapping[int, int], new: Mapping[int, int]
) -> Placed:
    if change.is_title:
        return Placed(
            change,
            before_section=earlier.places.get(change.earlier_section or 0),
            after_section=later.places.get(change.later_section or 0),
        )
    return Placed(
        change,
        before_at=before_places(change, earlier.wordings, old),
        after_at=after_places(change, later.wordings, new),
    )


def _sections(earlier: Text, later: Text, kept: Mapping[int, int]) -> dict[int, int]:
    """Each earlier section with the later one that most of its sentences are in, or that bears its title."""
    old, new = earlier.places, later.places
    shared = Counter(
        (old[earlier.wordings[i].section_id], new[later.wordings[j].section_id]) for j, i in kept.items()
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for (i, j), _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0])):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    by_title = {letters(section.title): place for place, section in enumerate(later.sections)}
    for i, section in enumerate(earlier.sections):
        same = by_title.get(letters(section.title)) if section.title else None
        if i not in found and same is not None and same not in taken:
            found[i] = same
            taken.add(same)
    return found


def computed(earlier: Text, later: Text, steps: Sequence[ChangeRow], url: str, *, is_told: bool) -> Matched:
    """What the reader finds between editions that do not follow on each other.

    A change is declared when each of the stored *steps* that led to it is; unless the way between them is
    wholly told, what no step led to is not known to be declared or not.
    """
    read = as_read([earlier.edition, later.edition])
    found = compare_plans(read[earlier.edition.pk], read[later.edition.pk])
    alignment = found.alignment
    changes = []
    for number, change in enumerate(found.changes(), start=1):
        sentence = _sentence(earlier.wordings, later.wordings, change)
        on_the_way = _on_the_way(change, sentence, steps)
        row = _row(change, number, sentence, on_the_way, (earlier, later))
        changes.append(
            Placed(
                replace(
                    row,
                    url=f"{url}#change-{number}",
                    state=row.state if is_told or on_the_way else "unknown",
                ),
                change.before_at,
                change.after_at,
                change.before_section if not change.before_at else None,
                change.after_section if not change.after_at else None,
            )
        )
    return Matched(
        {j: i for i, j in alignment.pairs if i is not None and j is not None},
        {i: j for i, j in alignment.sections if i is not None and j is not None},
        changes,
    )


def _row(
    change: facts.Change,
    number: int,
    sentence: int | None,
    on_the_way: Sequence[ChangeRow],
    between: tuple[Text, Text],
) -> ChangeRow:
    earlier, later = between
    declared = bool(on_the_way) and all(step.state == "declared" for step in on_the_way)
    saying = next((step for step in reversed(on_the_way) if step.declared_in), None)
    return ChangeRow(
        key=None,
        number=number,
        kind=change.kind,
        section=change.section,
        before=change.before or "",
        after=change.after or "",
        before_lines=change.before_lines,
        after_lines=change.after_lines,
        sentence=sentence,
        earlier_section=_key(earlier.sections, change.before_section),
        later_section=_key(later.sections, change.after_section),
        state=declaration(declared=declared, may_be_noise=change.may_be_noise),
        may_be_noise=change.may_be_noise,
        quote=saying.quote if saying else "",
        quote_lines=saying.quote_lines if saying else None,
        declared_in=saying.declared_in if saying else None,
        declaring=saying.declaring if saying else None,
        movers=tuple(dict.fromkeys(mover for step in on_the_way for mover in step.movers)),
        earlier=earlier.edition.pk,
        later=later.edition.pk,
        on=later.edition.date,
        url="",
    )


def _key(sections: Sequence[Section], place: int | None) -> int | None:
    return None if place is None else sections[place].pk


def _sentence(earlier: Sequence[WordingRow], later: Sequence[WordingRow], change: facts.Change) -> int | None:
    if change.after_at:
        return later[change.after_at[0]].sentence_id
    return earlier[change.before_at[0]].sentence_id if change.before_at else None


def _on_the_way(change: facts.Change, sentence: int | None, steps: Sequence[ChangeRow]) -> list[ChangeRow]:
    if sentence is not None:
        return [step for step in steps if step.sentence == sentence]
    wordings = {change.before, change.after} - {None}
    return [step for step in steps if step.is_title and {step.before, step.after} & wordings]
