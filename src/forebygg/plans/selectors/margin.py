"""What the margin says beside an edition's text, by sentence and by heading.

A note stands where a sentence is new or otherwise than in the edition before, and a quieter one where it
changed in an earlier edition. Notes that say the same of their changes share it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse

from forebygg.plans.models import Edition, Plan, Section
from forebygg.plans.selectors.changes import ChangeRow
from forebygg.plans.selectors.placing import after_places, by_sentence
from forebygg.plans.selectors.wordings import WordingRow
from forebygg.plans.threads import Strand

_OPENING = 3


@dataclass(frozen=True, kw_only=True)
class Note:
    """What the margin says of one change. `is_current` is one since the edition before this one.

    `opening` are the sentence's first words, where its paragraph has others too.
    """

    change: ChangeRow
    is_current: bool
    url: str
    opening: str = ""


@dataclass(frozen=True)
class Group:
    """Notes that are declared in the same words and moved by the same people; or strands of one sentence."""

    notes: tuple[Note, ...] = ()
    strands: tuple[Strand, ...] = ()

    @property
    def change(self) -> ChangeRow | None:
        """The one that tells what they share; notes of earlier editions share nothing."""
        return self.notes[0].change if self.notes and self.notes[0].is_current else None


class SentenceAddress:
    """Addresses of a plan's sentences; the pattern is looked up once, since a plan has thousands."""

    def __init__(self, plan: Plan) -> None:
        self.stem = reverse("plans:sentence", args=[plan.municipality.slug, plan.number, 0])[: -len("0/")]

    def __call__(self, number: int) -> str:
        return f"{self.stem}{number}/"


@dataclass
class Margin:
    """Notes by sentence, what is gone after a sentence, and notes by heading."""

    address: SentenceAddress
    strands: Mapping[int, Sequence[Strand]]
    notes: dict[int, Note] = field(default_factory=dict)
    gone: dict[int, list[Note]] = field(default_factory=dict)
    titles: dict[int, list[Note]] = field(default_factory=dict)

    def is_noted(self, sentence: int) -> bool:
        """Whether anything is said of the sentence."""
        return sentence in self.notes or sentence in self.strands or sentence in self.gone

    def of_heading(self, section: Section) -> list[Note]:
        """What is said of a section's title."""
        return self.titles.get(section.pk, [])

    def beside(self, heading: Section | None, paragraph: Sequence[WordingRow]) -> list[Group]:
        """What stands beside a heading and the paragraph after it, in their order."""
        notes = [*self.of_heading(heading)] if heading else []
        strands: list[Strand] = []
        for wording in paragraph:
            note = self.notes.get(wording.sentence_id)
            if note and note not in notes:
                notes.append(note if len(paragraph) == 1 else _opened(note, wording.text))
            notes.extend(self.gone.get(wording.sentence_id, ()))
            strands.extend(self.strands.get(wording.sentence_id, ()))
        found = shared(notes)
        return [*found, Group(strands=tuple(strands))] if strands else found


def shared(notes: Iterable[Note]) -> list[Group]:
    """Neighbours that say the same, together."""
    found: list[Group] = []
    for note in notes:
        before = found[-1] if found else None
        if (
            before
            and before.notes[0].is_current == note.is_current
            and (not note.is_current or before.notes[0].change.told_as == note.change.told_as)
        ):
            found[-1] = Group((*before.notes, note))
        else:
            found.append(Group((note,)))
    return found


def margin(
    edition: Edition,
    changes: Sequence[ChangeRow],
    wordings: Sequence[WordingRow],
    before: Sequence[WordingRow],
    beside: Margin,
) -> Margin:
    """Fill *beside* with the changes up to the edition; *before* are the sentences of the one before it."""
    known = by_sentence(wordings)
    numbers = {wording.sentence_id: wording.number for wording in [*before, *wordings]}
    for change in changes:
        is_current = change.later == edition.pk
        number = numbers.get(change.sentence) if change.sentence else None
        url = change.url if number is None else beside.address(number)
        note = Note(change=change, is_current=is_current, url=url)
        if not is_current:
            if change.sentence in known:
                # Later changes take earlier ones' places: they come in the editions' order.
                beside.notes[change.sentence] = note
        elif change.kind == "removed":
            beside.gone.setdefault(_stood_after(change, wordings, known, before), []).append(note)
        elif change.is_title:
            beside.titles.setdefault(change.later_section or 0, []).append(note)
        else:
            for place in after_places(change, wordings, known):
                beside.notes[wordings[place].sentence_id] = note
    return beside


def _stood_after(
    change: ChangeRow, wordings: Sequence[WordingRow], known: Mapping[int, int], before: Sequence[WordingRow]
) -> int:
    """The sentence still here that stood last before what is gone; the first one if none did."""
    found = wordings[0].sentence_id if wordings else 0
    for wording in before:
        if wording.sentence_id == change.sentence:
            break
        if change.is_title and change.before_lines and wording.first_line >= change.before_lines[0]:
            break
        if wording.sentence_id in known:
            found = wording.sentence_id
    return found


def _opened(note: Note, text: str) -> Note:
    words = text.split()
    if note.is_current or len(words) <= _OPENING:
        return note
    return Note(change=note.change, is_current=False, url=note.url, opening=" ".join(words[:_OPENING]))
