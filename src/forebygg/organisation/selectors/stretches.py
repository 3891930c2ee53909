"""Pages of a trail that only grows: from an entry onwards, however many lie before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from django.db.models import Q
from django.http import QueryDict

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.audit.models import Entry, Head
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.selectors.trail import Asked, found
from forebygg.web.numbers import whole_number

SIZE: Final = 50
# So many are counted, one by one; of more it is told that they are more.
COUNTED: Final = 1_000


@dataclass(frozen=True, kw_only=True)
class From:
    """Where a page begins: next to the entry of a number, among the older or the newer ones.

    Nowhere is at the newest, and among those newer than entry 0 at the oldest.
    """

    older_than: int | None = None
    newer_than: int | None = None

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        older, newer = whole_number(query.get("before")), whole_number(query.get("after"))
        return cls(older_than=older) if older is not None else cls(newer_than=newer)


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """The entries of one page, newest first, and whether there are others on either side."""

    entries: Sequence[Entry]
    has_newer: bool
    has_older: bool
    query: QueryDict

    @property
    def is_all(self) -> bool:
        return not (self.has_newer or self.has_older)

    @property
    def newest(self) -> str:
        return self._address()

    @property
    def newer(self) -> str:
        return self._address(after=self.entries[0].number)

    @property
    def older(self) -> str:
        return self._address(before=self.entries[-1].number)

    @property
    def oldest(self) -> str:
        return self._address(after=0)

    def _address(self, **place: int) -> str:
        """What was asked for, beginning elsewhere; relative to the page."""
        query = self.query.copy()
        for name in ("before", "after"):
            query.pop(name, None)
        query.update({name: str(number) for name, number in place.items()})
        return f"?{query.urlencode()}"


def stretch(municipality: Municipality, viewer: Viewer, asked: Asked, query: QueryDict) -> Stretch:
    """The page that the query asks for; where nothing is, the newest.

    Two queries at most, three where nothing was, each along an index: it takes no longer in a long trail.
    """
    rows, start = found(municipality, viewer, asked), From.of(query)
    if start.newer_than is not None:
        newer = list(_beyond(rows, municipality, start.newer_than, newer=True)[: SIZE + 1])
        # At the newest the page is as full as it can be.
        if len(newer) > SIZE:
            entries = newer[SIZE - 1 :: -1]
            return Stretch(entries=entries, has_newer=True, has_older=start.newer_than > 0, query=query)
    elif start.older_than is not None:
        older = list(_beyond(rows, municipality, start.older_than, newer=False)[: SIZE + 1])
        if older:
            return Stretch(entries=older[:SIZE], has_newer=True, has_older=len(older) > SIZE, query=query)
    newest = list(rows[: SIZE + 1])
    return Stretch(entries=newest[:SIZE], has_newer=False, has_older=len(newest) > SIZE, query=query)


def _beyond(
    rows: MunicipalityQuerySet[Entry], municipality: Municipality, number: int, *, newer: bool
) -> MunicipalityQuerySet[Entry]:
    """The rows on one side of an entry, the nearest first; of none there is nothing beyond, but all of 0."""
    if newer:
        rows = rows.reverse()
    if not number:
        return rows
    at = Entry.objects.of(municipality).filter(number=number).values_list("at", flat=True).first()
    if at is None:
        return rows.none()
    if newer:
        return rows.filter(at__gte=at).exclude(Q(at=at, number__lte=number))
    return rows.filter(at__lte=at).exclude(Q(at=at, number__gte=number))


def count(municipality: Municipality, viewer: Viewer, asked: Asked) -> int:
    """How many entries there are; `COUNTED` + 1 when it is asked for something that more than those fit.

    All of them need no counting: each has the number of the one before it, plus one.
    """
    if not asked.is_anything:
        return Head.objects.filter(municipality=municipality).values_list("number", flat=True).first() or 0
    rows = found(municipality, viewer, asked).order_by()
    return rows[: COUNTED + 1].count()
