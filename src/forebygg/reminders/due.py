"""What falls due, and to whom. The chapters above know what; this one knows none of them.

Whoever has such things registers here in its AppConfig.ready(). It is asked for a whole municipality, or only
for what falls to somebody, and answers in a number of queries that does not grow with what there is.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise

from forebygg.accounts.models import Municipality
from forebygg.organisation.models import Role


@dataclass(frozen=True)
class Kind:
    """One sort of what falls due; somebody may choose not to be reminded of it.

    What is `in_the_year` stands in the year's wheel, for all who read.
    """

    key: str
    words: str | Promise
    in_the_year: bool = True


@dataclass(frozen=True)
class Whose:
    """To whom something falls: all who hold a post, who answer for a unit, or who have a role. By their keys.

    Whoever answers for the authority answers for its units too.
    """

    post: int | None = None
    unit: int | None = None
    authority: int | None = None
    role: Role | None = None


@dataclass(frozen=True)
class Hands:
    """What somebody has taken on: the posts they hold, the units they answer for, their roles."""

    posts: frozenset[int] = frozenset()
    units: frozenset[int] = frozenset()
    roles: frozenset[Role] = frozenset()

    def hold(self, whose: Whose) -> bool:
        """Whether it falls to them."""
        return (
            whose.post in self.posts
            or whose.unit in self.units
            or whose.authority in self.units
            or whose.role in self.roles
        )


@dataclass(frozen=True, kw_only=True)
class DueItem:
    """One thing to do. `on` is its last day; None when nothing says which, though somebody waits for it.

    `key` is letters, digits and hyphens, the same for as long as the thing is to be done. `title` and `url`
    are in the language that was active when it was asked for.
    """

    key: str
    kind: Kind
    title: str
    on: dt.date | None
    url: str
    whose: Whose


class Due(Protocol):
    """One chapter's."""

    kinds: Sequence[Kind]

    def due(
        self, municipality: Municipality, until: dt.date, *, among: Hands | None = None
    ) -> Iterable[DueItem]:
        """What is to be done by *until* and is not done, also what should have been long ago.

        *among* may narrow it to what falls to those hands; what else comes is left out by who asks.
        """
        ...


_sources: list[Due] = []


def register_due(source: Due) -> None:
    """Be asked for what falls due."""
    _sources.append(source)


def kinds() -> Mapping[str, Kind]:
    """All there are, by their keys, in the order in which they were registered."""
    return {kind.key: kind for source in _sources for kind in source.kinds}


def due(
    municipality: Municipality, until: dt.date, *, among: Hands | None = None, in_the_year: bool = False
) -> list[DueItem]:
    """All that falls due, the earliest first; what nothing says the day of comes first of all.

    *in_the_year* asks only those who have something for the year's wheel.
    """
    asked = [one for one in _sources if not in_the_year or any(kind.in_the_year for kind in one.kinds)]
    found = [item for source in asked for item in source.due(municipality, until, among=among)]
    theirs = found if among is None else [item for item in found if among.hold(item.whose)]
    return sorted(theirs, key=lambda item: (item.on or dt.date.min, item.title.casefold(), item.key))
