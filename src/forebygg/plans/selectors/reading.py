"""An edition set for reading: its text, and what the margin says beside it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from forebygg.organisation.permissions import Viewer
from forebygg.plans import threads
from forebygg.plans.models import Edition, Plan, Section
from forebygg.plans.selectors.changes import change_rows, stored_changes
from forebygg.plans.selectors.editions import EditionRow, Shelf, change_counts, edition_rows
from forebygg.plans.selectors.margin import Group, Margin, Note, SentenceAddress, margin
from forebygg.plans.selectors.wordings import WordingRow, grouped, wordings_of

Shape = Literal["text", "point", "numbered"]
_NUMBERED: Final = re.compile(r"(?:\d{1,2}|[a-zåäö])[.)]\s")


@dataclass(frozen=True, kw_only=True)
class SentenceRow:
    """A sentence where it stands, and the note that the margin has on it."""

    number: int
    text: str
    url: str
    note: Note | None = None


@dataclass(frozen=True, kw_only=True)
class ParagraphRow:
    """Sentences that run on; a point of a list is a paragraph of its own."""

    shape: Shape
    sentences: tuple[SentenceRow, ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    """A paragraph with what stands beside it; a section's first has the heading too, and maybe no more."""

    is_first: bool
    paragraph: ParagraphRow | None
    margin: tuple[Group, ...]


@dataclass(frozen=True, kw_only=True)
class SectionRow:
    """A section; `level` is its heading's in the page, `changed` counts the changes noted beside it."""

    anchor: str
    label: str
    title: str
    level: int
    rows: tuple[Row, ...]
    changed: int


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Everything the reading view shows."""

    plan: Plan
    row: EditionRow
    editions: tuple[EditionRow, ...]
    sections: tuple[SectionRow, ...]

    @property
    def edition(self) -> Edition:
        """The edition that is read."""
        return self.row.edition

    @property
    def newest(self) -> EditionRow:
        """The last edition, adopted or not."""
        return self.editions[-1]

    @property
    def in_force(self) -> EditionRow | None:
        """The one that the council has adopted and that no other has superseded, if it may be seen."""
        return next((row for row in self.editions if row.standing == "adopted"), None)


def reading(plan: Plan, edition: Edition, among: Shelf, *, seen_by: Viewer) -> Reading:
    """The edition with its margin, in a fixed number of queries."""
    place = among.order(edition.pk)
    stored = stored_changes(plan, among.editions[: place + 1])
    told = threads.tell(among.editions, stored, seen_by=seen_by)
    rows = edition_rows(plan, among, told, change_counts(among.editions))
    changes = change_rows(plan, among, stored, told, seen_by=seen_by)
    sections = edition.sections.order_by("position")
    wordings = wordings_of(edition)
    before = among.before[edition.pk]
    removed = any(row.kind == "removed" and row.later == edition.pk for row in changes)
    strands = threads.strands(edition, seen_by=seen_by)
    beside = margin(
        edition,
        changes,
        wordings,
        wordings_of(before) if before and removed else [],
        Margin(SentenceAddress(plan), strands),
    )
    return Reading(
        plan=plan, row=rows[place], editions=rows, sections=tuple(_sections([*sections], wordings, beside))
    )


def _sections(
    sections: Sequence[Section], wordings: Sequence[WordingRow], beside: Margin
) -> Iterator[SectionRow]:
    of_section: dict[int, list[WordingRow]] = {}
    for wording in wordings:
        of_section.setdefault(wording.section_id, []).append(wording)
    shared = Counter(section.label for section in sections)
    level = 1
    for section in sections:
        level = heading_level(section, level)
        rows = tuple(_rows(section, of_section.get(section.pk, ()), beside))
        numbers = {
            note.change.number
            for row in rows
            for group in row.margin
            for note in group.notes
            if note.is_current
        }
        yield SectionRow(
            anchor=anchor(section, shared),
            label=section.label,
            title=section.title,
            level=level,
            rows=rows,
            changed=len(numbers),
        )


def _rows(section: Section, wordings: Sequence[WordingRow], beside: Margin) -> Iterator[Row]:
    heading: Section | None = section
    for together in grouped(wordings):
        sentences = tuple(
            SentenceRow(
                number=wording.number,
                text=wording.text,
                url=beside.address(wording.number),
                note=beside.notes.get(wording.sentence_id),
            )
            for wording in together
        )
        yield Row(
            is_first=heading is not None,
            paragraph=ParagraphRow(shape=shape_of(together), sentences=sentences),
            margin=tuple(beside.beside(heading, together)),
        )
        heading = None
    if heading:
        yield Row(is_first=True, paragraph=None, margin=tuple(beside.beside(heading, ())))


def heading_level(section: Section, above: int) -> int:
    """h2 for a section, h3 for a part of one; no level is skipped on the way down."""
    return min(section.label.strip(".").count(".") + 2, above + 1, 4)


def anchor(section: Section, shared: Mapping[str, int]) -> str:
    """The section's number, where only it has that number; else its place."""
    is_alone = section.label and shared[section.label] == 1
    return f"section-{section.label}" if is_alone else f"section-at-{section.position}"


def shape_of(paragraph: Sequence[WordingRow]) -> Shape:
    """A single sentence that is numbered, or does not begin as sentences do, is a list's point."""
    text = paragraph[0].text
    if len(paragraph) > 1 or not text:
        return "text"
    if _NUMBERED.match(text):
        return "numbered"
    return "point" if text[0].islower() else "text"
