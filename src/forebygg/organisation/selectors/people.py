"""Who holds what in a municipality, and what nobody holds."""

from dataclasses import dataclass
from itertools import groupby

from forebygg.accounts.models import Municipality, User
from forebygg.organisation.models import Holding, Post


@dataclass(frozen=True)
class Person:
    """Somebody, and the posts that they hold here now."""

    user: User
    holdings: list[Holding]

    @property
    def has_come(self) -> bool:
        """Whether they have chosen a password, or log in elsewhere."""
        return self.user.has_usable_password() or self.user.last_login is not None


def people(within: Municipality) -> list[Person]:
    """Everybody who holds a post, by name. One query."""
    held = Holding.objects.of(within).current().select_related("user", "post__unit", "post__municipality")
    rows = held.order_by("user__name", "user", "post__role")
    return [Person(user, list(some)) for user, some in groupby(rows, key=lambda row: row.user)]


def person(within: Municipality, key: int) -> Person | None:
    """One of them."""
    return next((one for one in people(within) if one.user.pk == key), None)


def ownerless(within: Municipality) -> list[Post]:
    """The posts that nobody holds. One query."""
    return list(Post.objects.of(within).ownerless().select_related("unit").order_by("role", "unit__name"))
