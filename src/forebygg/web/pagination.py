"""Long lists, a page at a time: one query counts, one fetches, however long the list is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict

from forebygg.web.numbers import whole_number

SIZE = 50
Row = TypeVar("Row", bound=Model)
Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Page(Generic[Shown]):
    """The rows of one page, and where it lies among the others; pages and rows are numbered from 1."""

    rows: Sequence[Shown]
    number: int
    total: int
    size: int
    query: QueryDict

    @property
    def last(self) -> int:
        """The number of the last page; an empty list has one page."""
        return max(1, -(-self.total // self.size))

    @property
    def first_row(self) -> int:
        """Counted from 1; 0 when there are no rows."""
        return min(self.total, (self.number - 1) * self.size + 1)

    @property
    def last_row(self) -> int:
        """Counted from 1; 0 when there are no rows."""
        return min(self.total, self.number * self.size)

    @property
    def previous(self) -> str | None:
        """The address of the page before, relative to this one."""
        return self.address(self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        """The address of the page after, relative to this one."""
        return self.address(self.number + 1) if self.number < self.last else None

    def address(self, number: int) -> str:
        """What was asked for, with another page number; the first page has none."""
        query = self.query.copy()
        query.pop("page", None)
        if number > 1:
            query["page"] = str(number)
        return f"?{query.urlencode()}"


def paginate(rows: QuerySet[Row, Any], request: HttpRequest, *, size: int = SIZE) -> Page[Row]:
    """The page that `?page=` asks for; what is no page of this list gives the nearest that is."""
    total = rows.count()
    number, shown = _asked(request, total, size)
    # The keys alone are counted off: a database walks past ten thousand of them sooner than past whole rows.
    found = rows.filter(pk__in=rows.values("pk")[shown]) if shown.start else rows[shown]
    return Page(list(found), number, total, size, request.GET)


def paginate_all(rows: Sequence[Shown], request: HttpRequest, *, size: int = SIZE) -> Page[Shown]:
    """The same of rows that have all been fetched, since there are never many."""
    number, shown = _asked(request, len(rows), size)
    return Page(rows[shown], number, len(rows), size, request.GET)


def _asked(request: HttpRequest, total: int, size: int) -> tuple[int, slice]:
    """The number of the page, and which rows it shows."""
    last = max(1, -(-total // size))
    number = min(max(1, whole_number(request.GET.get("page")) or 1), last)
    return number, slice((number - 1) * size, number * size)
