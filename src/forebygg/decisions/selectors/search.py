"""All items of all cases: what a list of ten thousand is searched and sorted by."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from django.db.models import Count, F, QuerySet
from django.http import QueryDict

from forebygg.accounts.models import Municipality
from forebygg.decisions.models import FromPaperQuerySet, Item
from forebygg.organisation.permissions import Viewer
from forebygg.web.addresses import address
from forebygg.web.numbers import whole_number

_LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the reader of the list asked for; nonsense counts as nothing."""

    words: str = ""
    body: str = ""
    year: int | None = None
    outcome: str = ""
    case: int | None = None

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        outcome = query.get("outcome", "")
        return cls(
            words=query.get("q", "").replace("\0", "").strip()[:_LONGEST],
            body=query.get("body", "").replace("\0", "")[:_LONGEST],
            year=whole_number(query.get("year"), most=9999) or None,
            outcome=outcome if outcome in Item.Outcome.values else "",
            case=whole_number(query.get("case")),
        )

    @property
    def is_anything(self) -> bool:
        return self != Asked()


@dataclass(frozen=True)
class Choices:
    """What the list can be narrowed to, and how long it is when it is not."""

    bodies: tuple[str, ...]
    years: tuple[int, ...]
    items: int


class ItemRow(NamedTuple):
    """A line of the list: what it says of an item, which is not fetched whole."""

    pk: int
    case: int
    paragraph: int
    title: str
    body: str
    date: dt.date | None
    outcome: str
    municipality: str

    def __str__(self) -> str:
        return Item.called(self.paragraph, self.title)

    def get_absolute_url(self) -> str:
        return address("decisions:item", self.municipality, self.case, self.pk)


def found(municipality: Municipality, viewer: Viewer, asked: Asked) -> FromPaperQuerySet[Item]:
    """The items, newest first, those without a date last; each word asked for is in one of them."""
    rows = Item.objects.of(municipality).visible_to(viewer)
    for word in asked.words.casefold().split():
        rows = rows.filter(folded__contains=word)
    if asked.body:
        rows = rows.filter(body=asked.body)
    if asked.year:
        rows = rows.filter(date__year=asked.year)
    if asked.outcome:
        rows = rows.filter(outcome=asked.outcome)
    if asked.case:
        rows = rows.filter(case__number=asked.case)
    return rows.order_by(F("date").desc(nulls_last=True), "-pk")


def shown(rows: FromPaperQuerySet[Item]) -> QuerySet[Item, tuple[Any, ...]]:
    """What a line of the list needs of each and no more."""
    return rows.values_list("pk", "case__number", "paragraph", "title", "body", "date", "outcome")


def as_rows(municipality: Municipality, found: Sequence[tuple[Any, ...]]) -> list[ItemRow]:
    """The lines of a list of what was `shown`."""
    return [ItemRow._make((*values, municipality.slug)) for values in found]


def choices(municipality: Municipality, viewer: Viewer) -> Choices:
    """Three queries, each answered by an index."""
    rows = Item.objects.of(municipality).visible_to(viewer)
    bodies = dict(rows.order_by("body").values_list("body").annotate(Count("pk")))
    days = rows.filter(date__isnull=False).values_list("date", flat=True)
    newest, oldest = days.order_by("-date").first(), days.order_by("date").first()
    years = range(newest.year, oldest.year - 1, -1) if newest and oldest else ()
    return Choices(tuple(filter(None, bodies)), tuple(years), sum(bodies.values()))
