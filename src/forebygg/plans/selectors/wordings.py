"""An edition's sentences as they are read from the store: plain rows, since there may be thousands."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.db.models import F

from forebygg.plans.models import Edition


class WordingRow(NamedTuple):
    """A sentence as one edition words it; `number` is the sentence's own through all editions."""

    sentence_id: int
    number: int
    section_id: int
    paragraph: int
    text: str
    first_line: int
    last_line: int


def wordings_of(edition: Edition) -> list[WordingRow]:
    """The edition's sentences in order. One query."""
    rows = edition.wordings.annotate(number=F("sentence__number")).order_by("position")
    return [*map(WordingRow._make, rows.values_list(*WordingRow._fields))]


def grouped(wordings: Sequence[WordingRow]) -> Iterator[list[WordingRow]]:
    """The sentences of a section, paragraph by paragraph."""
    together: list[WordingRow] = []
    for wording in wordings:
        if together and wording.paragraph != together[-1].paragraph:
            yield together
            together = []
        together.append(wording)
    if together:
        yield together
