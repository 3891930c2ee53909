"""All items of all cases: what a list of ten thousand is searched and sorted by."""

from dataclasses import dataclass
from typing import Self

from django.db.models import F
from django.http import QueryDict

from forebygg.accounts.models import Municipality
from forebygg.decisions.models import FromPaperQuerySet, Item
from forebygg.organisation.permissions import Viewer
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
    """What the list can be narrowed to."""

    bodies: tuple[str, ...]
    years: tuple[int, ...]


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


def shown(rows: FromPaperQuerySet[Item]) -> FromPaperQuerySet[Item]:
    """The same with what a line of the list needs and no more."""
    return rows.select_related("case").only(
        "municipality", "case__number", "case__title", "case__registry_number", "case__municipality", "body",
        "date", "paragraph", "title", "registry_number", "outcome",
    )  # fmt: skip


def choices(municipality: Municipality, viewer: Viewer) -> Choices:
    """Three queries, each answered by an index."""
    rows = Item.objects.of(municipality).visible_to(viewer)
    bodies = rows.exclude(body="").order_by("body").values_list("body", flat=True).distinct()
    days = rows.filter(date__isnull=False).values_list("date", flat=True)
    newest, oldest = days.order_by("-date").first(), days.order_by("date").first()
    years = range(newest.year, oldest.year - 1, -1) if newest and oldest else ()
    return Choices(tuple(bodies), tuple(years))
