"""An edition's sentences as they are read from the store: plain rows, since there may be thousands."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.db.models import F

from forebygg.plans.models import Edition, Wording


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
    return wordings_by_edition([edition])[edition.pk]


def wordings_by_edition(editions: Sequence[Edition]) -> dict[int, list[WordingRow]]:
    """The sentences of each edition, by its key, in order. One query."""
    found: dict[int, list[WordingRow]] = {edition.pk: [] for edition in editions}
    rows = Wording.objects.filter(edition__in=found).annotate(number=F("sentence__number"))
    for edition, *values in rows.order_by("position").values_list("edition", *WordingRow._fields):
        found[edition].append(WordingRow._make(values))
    return found


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
