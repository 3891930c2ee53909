"""Long lists, a page at a time: one query counts, one or two fetch, however long the list is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from forebygg.web.numbers import whole_number

SIZE = 50
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


def paginate(
    rows: QuerySet[Any, Shown],
    request: HttpRequest,
    *,
    size: int = SIZE,
    counted: QuerySet[Any, Any] | None = None,
    total: int | None = None,
) -> Page[Shown]:
    """The page that `?page=` asks for; what is no page of this list gives the nearest that is.

    Their order must leave no two alike, since later pages are counted from the end. What is shown of them
    may be fetched from other tables; they are then *counted* without, unless it is known how many there are
    in *total*.
    """
    counted = rows if counted is None else counted
    total = counted.count() if total is None else total
    number, shown = _asked(request, total, size)
    if not shown.start:
        return Page(list(rows[shown]), number, total, size, request.GET)
    # The keys alone are counted off, from the nearer end: a database walks past ten thousand of them sooner
    # than past whole rows. They are fetched first, since SQLite would otherwise walk past all of them twice.
    keys = counted.values_list("pk", flat=True)
    ahead, behind = total - shown.start, max(0, total - shown.stop)
    of_page = keys.reverse()[behind:ahead] if behind < shown.start else keys[shown]
    return Page(list(rows.filter(pk__in=list(of_page))), number, total, size, request.GET)


def paginate_all(rows: Sequence[Shown], request: HttpRequest, *, size: int = SIZE) -> Page[Shown]:
    """The same of rows that have all been fetched, since there are never many."""
    number, shown = _asked(request, len(rows), size)
    return Page(rows[shown], number, len(rows), size, request.GET)


def _asked(request: HttpRequest, total: int, size: int) -> tuple[int, slice]:
    """The number of the page, and which rows it shows."""
    last = max(1, -(-total // size))
    number = min(max(1, whole_number(request.GET.get("page")) or 1), last)
    return number, slice((number - 1) * size, number * size)
