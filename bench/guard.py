"""How well the guard finds personal data in a thousand sentences, and how fast (see gold/guard/README.md).

`python -m bench.guard` prints each difference in the development half instead; the held-out half is only
measured.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bench.figure import Figure, at_least, at_most, not_measured, seconds
from bench.guarded import HALVES, Label, Sentence, invented, of_minutes
from bench.papers import SHARED
from forebygg.language.words import is_word
from forebygg.privacy.guard import Kind, Mark, look
from forebygg.privacy.guard.known import known

_LETTER: Final = re.compile(r"\w")
# A name must be marked whole; of the rest it is enough that the place is seen.
_WHOLE: Final = frozenset({Kind.NAME})
# "Killen i 8B" may be seen as a name ("Hampus i 8B"), and a number with a slip as one.
_COUNTS_AS: Final = {
    Kind.NAME: {Kind.NAME, Kind.PERSON},
    Kind.PERSON: {Kind.NAME, Kind.PERSON},
    Kind.PERSONAL_NUMBER: {Kind.PERSONAL_NUMBER},
}


@dataclass
class Score:
    """Of one kind: labels found of all, and nameless sentences marked of all nameless."""

    found: int = 0
    labels: int = 0
    alarms: int = 0
    free: int = 0

    def add(self, other: "Score") -> None:
        self.found += other.found
        self.labels += other.labels
        self.alarms += other.alarms
        self.free += other.free


def is_found(sentence: Sentence, label: Label, marks: list[Mark]) -> bool:
    """Whether a mark of the kind lies on the label; for names, whether every letter of it is marked."""
    kinds = _COUNTS_AS.get(label.kind, {label.kind})
    covered = {position for mark in marks if mark.kind in kinds for position in range(mark.start, mark.end)}
    letters = {
        label.start + letter.start() for letter in _LETTER.finditer(sentence.text[label.start : label.end])
    }
    return letters <= covered if label.kind in _WHOLE else not letters.isdisjoint(covered)


def scores(sentences: list[Sentence]) -> dict[Kind, Score]:
    """Each kind's score. A sentence is free of names when it has no label of a name or a person."""
    result: defaultdict[Kind, Score] = defaultdict(Score)
    for sentence in sentences:
        marks = look(sentence.text)
        for label in sentence.labels:
            result[label.kind].labels += 1
            result[label.kind].found += is_found(sentence, label, marks)
        labelled = {label.kind for label in sentence.labels}
        marked = {mark.kind for mark in marks}
        for kind in Kind:
            counts = _COUNTS_AS.get(kind, {kind})
            if labelled.isdisjoint(counts):
                result[kind].free += 1
                result[kind].alarms += kind in marked
    return result


def precision(sentences: list[Sentence]) -> tuple[int, int]:
    """Marks that lie on a label, of all marks."""
    right = total = 0
    for sentence in sentences:
        for mark in look(sentence.text):
            total += 1
            right += any(label.start < mark.end and mark.start < label.end for label in sentence.labels)
    return right, total


def halves() -> Iterator[tuple[str, str, list[Sentence]]]:
    """Each half of each sheet: its name, the sheet's, its sentences."""
    for half in HALVES:
        yield half, "invented", invented(half)
        if SHARED.is_dir():
            yield half, "papers", of_minutes(half)


def share(part: int, of: int) -> float:
    """In per cent; of nothing, all."""
    return 100 * part / of if of else 100.0


def figures() -> Iterator[Figure]:
    """The limits first, on each half; then every kind; then the time of a paragraph."""
    sheets = list(halves())
    if not SHARED.is_dir():
        yield not_measured("the guard on the papers", "the shared papers are not here")
    for half in HALVES:
        every = [sentence for name, _, sentences in sheets if name == half for sentence in sentences]
        of_kind = scores(every)
        number, name = of_kind[Kind.PERSONAL_NUMBER], of_kind[Kind.NAME]
        yield at_least(
            f"{half}: personal numbers found",
            share(number.found, number.labels),
            100,
            unit="%",
            note=f"{number.found}/{number.labels}",
        )
        yield at_least(
            f"{half}: names found",
            share(name.found, name.labels),
            95,
            unit="%",
            note=f"{name.found}/{name.labels}",
        )
        yield at_most(
            f"{half}: nameless marked",
            share(name.alarms, name.free),
            2,
            unit="%",
            note=f"{name.alarms}/{name.free} sentences",
        )
        right, total = precision(every)
        yield Figure(
            name=f"{half}: marks on a label", measured=f"{share(right, total):.1f} %", note=f"{right}/{total}"
        )
    for half, sheet, sentences in sheets:
        for kind, score in scores(sentences).items():
            if score.labels or score.alarms:
                yield Figure(
                    name=f"{half}, {sheet}: {kind}",
                    measured=f"{score.found}/{score.labels}",
                    note=f"marked in {score.alarms} of {score.free} sentences without",
                )
    yield at_most("a paragraph of 100 words", 1000 * _paragraph_seconds(sheets), 2, unit="ms", note=_NEW)


_NEW: Final = "texts never seen before; lists loaded"


def _paragraph_seconds(sheets: list[tuple[str, str, list[Sentence]]]) -> float:
    """Processor time a paragraph of about a hundred words, when no word of it has been asked for before."""
    text = " ".join(sentence.text for _, _, sentences in sheets for sentence in sentences)
    words = text.split()
    paragraphs = [" ".join(words[start : start + 100]) for start in range(0, len(words), 100)]

    def read() -> None:
        known.cache_clear()
        is_word.cache_clear()
        for paragraph in paragraphs:
            look(paragraph)

    return seconds(read, own=True) / len(paragraphs)


def differences() -> Iterator[str]:
    """Each label that is not found and each mark on none, in the development half."""
    for half, _, sentences in halves():
        for sentence in sentences if half == "development" else ():
            marks = look(sentence.text)
            for label in sentence.labels:
                if not is_found(sentence, label, marks):
                    words = sentence.text[label.start : label.end]
                    yield f"MISSED {label.kind}: {words!r} in: {sentence.text}"
            for mark in marks:
                if not any(label.start < mark.end and mark.start < label.end for label in sentence.labels):
                    yield f"ALARM {mark.kind}: {sentence.text[mark.start : mark.end]!r} in: {sentence.text}"


if __name__ == "__main__":
    for difference in differences():
        print(difference)
    print(Counter(difference.split(":")[0] for difference in differences()))
