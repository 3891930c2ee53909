"""Who was in the room at which paragraph, and who took part in the decision there.

Minutes must show who served (kommunallagen (2017:725) 5:66 and 6:35); people come and go between paragraphs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Protocol

Span = tuple[int, int]


class Person(Protocol):
    """What a list of attendance says of somebody; without `from_…` from the start, `to_…` to the end."""

    @property
    def role(self) -> str: ...
    @property
    def serving(self) -> bool: ...
    @property
    def from_paragraph(self) -> int | None: ...
    @property
    def to_paragraph(self) -> int | None: ...
    @property
    def paragraphs(self) -> Sequence[Sequence[int]] | None: ...


class Presence(StrEnum):
    """How somebody was there."""

    SERVES = "serves"
    ATTENDS = "attends"
    AWAY = "away"


@dataclass(frozen=True)
class Run:
    """So many neighbouring columns in which somebody was there in the same way."""

    presence: Presence
    columns: int
    span: Span


def presence_at(person: Person, paragraph: int) -> Presence:
    """How *person* was there when that paragraph was dealt with."""
    if person.role == "absent" or not any(first <= paragraph <= last for first, last in _spans(person)):
        return Presence.AWAY
    return Presence.SERVES if person.serving else Presence.ATTENDS


def columns(people: Iterable[Person], paragraphs: Span, marked: Iterable[int] = ()) -> list[Span]:
    """The meeting's paragraphs in stretches during which nobody came or went.

    Each of the *marked* paragraphs stands by itself.
    """
    first, last = paragraphs
    starts = {first}
    for person in people:
        for begins, ends in _spans(person):
            starts |= {begins, ends + 1}
    for paragraph in marked:
        starts |= {paragraph, paragraph + 1}
    kept = sorted(start for start in starts if first <= start <= last)
    return list(zip(kept, [*(start - 1 for start in kept[1:]), last], strict=True))


def runs(person: Person, stretches: Sequence[Span]) -> list[Run]:
    """The stretches as *person* was there, neighbours alike laid together."""
    told = [(presence_at(person, first), (first, last)) for first, last in stretches]
    found = []
    for presence, group in groupby(told, key=lambda one: one[0]):
        spans = [span for _, span in group]
        found.append(Run(presence, len(spans), (spans[0][0], spans[-1][1])))
    return found


def _spans(person: Person) -> list[Span]:
    if person.paragraphs:
        return [(first, last) for first, last in person.paragraphs]
    return [(person.from_paragraph or 0, person.to_paragraph or 1 << 30)]
