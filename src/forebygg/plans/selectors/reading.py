"""An edition set for reading: its text, and what the margin says beside it.

Most sentences have nothing beside them. A note stands where a sentence is new or otherwise than in the edition
before, a quieter one where it changed in an earlier edition, and the strands of later chapters after both.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, cast

from django.urls import reverse

from forebygg.papers.models import Viewer
from forebygg.plans import threads
from forebygg.plans.models import Edition, Plan, Section, Wording
from forebygg.plans.selectors.changes import ChangeRow, change_rows, stored_changes
from forebygg.plans.selectors.editions import EditionRow, Shelf, change_counts, edition_rows
from forebygg.plans.selectors.placing import after_places, by_sentence

Shape = Literal["text", "point", "numbered"]
_NUMBERED: Final = re.compile(r"(?:\d{1,2}|[a-zåäö])[.)]\s")


@dataclass(frozen=True, kw_only=True)
class Note:
    """What the margin says of one change. `is_current` is one since the edition before this one."""

    change: ChangeRow
    is_current: bool
    url: str


@dataclass(frozen=True, kw_only=True)
class SentenceRow:
    """A sentence where it stands, with what its thread leads to."""

    number: int
    text: str
    url: str
    note: Note | None = None
    strands: tuple[threads.Strand, ...] = ()
    # What stood after it in the edition before and is gone.
    gone: tuple[Note, ...] = ()

    @property
    def is_noted(self) -> bool:
        """Whether the margin has something to say."""
        return bool(self.note or self.strands or self.gone)


@dataclass(frozen=True, kw_only=True)
class ParagraphRow:
    """Sentences that run on; a point of a list is a paragraph of its own."""

    shape: Shape
    sentences: tuple[SentenceRow, ...]

    @property
    def noted(self) -> list[SentenceRow]:
        """The sentences that the margin speaks of."""
        return [sentence for sentence in self.sentences if sentence.is_noted]


@dataclass(frozen=True, kw_only=True)
class SectionRow:
    """A section with its heading; `level` is the heading's in the page, `changed` how many notes are new."""

    anchor: str
    label: str
    title: str
    level: int
    notes: tuple[Note, ...]
    paragraphs: tuple[ParagraphRow, ...]
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
        """What the plan says now."""
        return self.editions[-1]


def reading(plan: Plan, edition: Edition, among: Shelf, *, seen_by: Viewer) -> Reading:
    """The edition with its margin, in a fixed number of queries."""
    stored = stored_changes(plan, among)
    told = threads.tell(among.editions, stored, seen_by=seen_by)
    rows = edition_rows(plan, among, told, change_counts(among.editions))
    place = among.order(edition.pk)
    until = {one.pk for one in among.editions[: place + 1]}
    changes = [
        row
        for row in change_rows(plan, among, stored, told, seen_by=seen_by)
        if row.earlier in until and row.later in until
    ]
    sections = cast("Sequence[Section]", edition.sections.order_by("position"))
    wordings = wordings_of(edition)
    before = among.before[edition.pk]
    removed = any(row.kind == "removed" and row.later == edition.pk for row in changes)
    margin = _Margin(
        edition,
        changes,
        wordings,
        wordings_of(before) if before and removed else [],
        sentence_address(plan),
    )
    strands = threads.strands(edition, seen_by=seen_by)
    return Reading(
        plan=plan,
        row=rows[place],
        editions=rows,
        sections=tuple(_sections(sections, wordings, margin, strands)),
    )


def wordings_of(edition: Edition) -> list[Wording]:
    """The edition's sentences in order, each with its identity. One query."""
    return list(cast("Sequence[Wording]", edition.wordings.select_related("sentence").order_by("position")))


class SentenceAddress:
    """Addresses of a plan's sentences; the pattern is looked up once, since a plan has thousands."""

    def __init__(self, plan: Plan) -> None:
        self.stem = reverse("plans:sentence", args=[plan.municipality.slug, plan.number, 0])[: -len("0/")]

    def __call__(self, number: int) -> str:
        return f"{self.stem}{number}/"


def sentence_address(plan: Plan) -> SentenceAddress:
    """How the plan's sentences are addressed."""
    return SentenceAddress(plan)


class _Margin:
    """What the margin says, by sentence and by section."""

    def __init__(
        self,
        edition: Edition,
        changes: Sequence[ChangeRow],
        wordings: Sequence[Wording],
        before: Sequence[Wording],
        address: SentenceAddress,
    ) -> None:
        self.address, self.wordings = address, wordings
        self.known = by_sentence(wordings)
        self.notes: dict[int, Note] = {}
        self.gone: dict[int, list[Note]] = {}
        self.titles: dict[tuple[str, str], list[Note]] = {}
        numbers = {wording.sentence_id: wording.sentence.number for wording in [*before, *wordings]}
        for change in changes:
            is_current = change.later == edition.pk
            url = address(numbers[change.sentence]) if change.sentence in numbers else change.url
            note = Note(change=change, is_current=is_current, url=url)
            if is_current and change.kind == "removed":
                self.gone.setdefault(self._stood_after(change, before), []).append(note)
            elif change.is_title and is_current:
                self.titles.setdefault((change.section, change.after), []).append(note)
            elif is_current:
                for place in after_places(change, wordings, self.known):
                    self.notes[wordings[place].sentence_id] = note
            elif change.sentence in self.known:
                # Later changes take earlier ones' places: they come in the editions' order.
                self.notes[change.sentence] = note

    def _stood_after(self, change: ChangeRow, before: Sequence[Wording]) -> int:
        """The sentence still here that stood last before what is gone; the first one if none did."""
        found = self.wordings[0].sentence_id if self.wordings else 0
        for wording in before:
            if wording.sentence_id == change.sentence:
                break
            if change.is_title and change.before_lines and wording.first_line >= change.before_lines[0]:
                break
            if wording.sentence_id in self.known:
                found = wording.sentence_id
        return found

    def of_title(self, section: Section) -> tuple[Note, ...]:
        return tuple(self.titles.get((section.label or section.title, section.title), ()))


def _sections(
    sections: Sequence[Section],
    wordings: Sequence[Wording],
    margin: _Margin,
    strands: Mapping[int, Sequence[threads.Strand]],
) -> Iterator[SectionRow]:
    of_section: dict[int, list[Wording]] = {}
    for wording in wordings:
        of_section.setdefault(wording.section_id, []).append(wording)
    shared = Counter(section.label for section in sections)
    level = 1
    for section in sections:
        level = heading_level(section, level)
        paragraphs = tuple(_paragraphs(of_section.get(section.pk, ()), margin, strands))
        notes = margin.of_title(section)
        yield SectionRow(
            anchor=anchor(section, shared),
            label=section.label,
            title=section.title,
            level=level,
            notes=notes,
            paragraphs=paragraphs,
            changed=len(notes) + sum(_new(paragraph) for paragraph in paragraphs),
        )


def heading_level(section: Section, above: int) -> int:
    """h2 for a section, h3 for a part of one; no level is skipped on the way down."""
    return min(section.label.strip(".").count(".") + 2, above + 1, 4)


def anchor(section: Section, shared: Mapping[str, int]) -> str:
    """The section's number, where only it has that number; else its place."""
    return f"section-{section.label if shared[section.label] == 1 and section.label else f'at-{section.position}'}"


def _new(paragraph: ParagraphRow) -> int:
    numbers = {
        sentence.note.change.number
        for sentence in paragraph.sentences
        if sentence.note and sentence.note.is_current
    }
    return len(numbers) + sum(len(sentence.gone) for sentence in paragraph.sentences)


def _paragraphs(
    wordings: Sequence[Wording], margin: _Margin, strands: Mapping[int, Sequence[threads.Strand]]
) -> Iterator[ParagraphRow]:
    for together in grouped(wordings):
        yield ParagraphRow(
            shape=shape_of(together),
            sentences=tuple(
                SentenceRow(
                    number=wording.sentence.number,
                    text=wording.text,
                    url=margin.address(wording.sentence.number),
                    note=margin.notes.get(wording.sentence_id),
                    strands=tuple(strands.get(wording.sentence_id, ())),
                    gone=tuple(margin.gone.get(wording.sentence_id, ())),
                )
                for wording in together
            ),
        )


def grouped(wordings: Sequence[Wording]) -> Iterator[list[Wording]]:
    """The sentences of a section, paragraph by paragraph."""
    together: list[Wording] = []
    for wording in wordings:
        if together and wording.paragraph != together[-1].paragraph:
            yield together
            together = []
        together.append(wording)
    if together:
        yield together


def shape_of(paragraph: Sequence[Wording]) -> Shape:
    """A single sentence that is numbered, or neither starts nor ends as a sentence does, is a list's point."""
    text = paragraph[0].text
    if len(paragraph) > 1 or not text:
        return "text"
    if _NUMBERED.match(text):
        return "numbered"
    return "point" if text[0].islower() or text[-1].isalnum() else "text"
