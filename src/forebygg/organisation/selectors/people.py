"""Who holds what in a municipality, and what nobody holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from forebygg.accounts.models import Municipality, User
from forebygg.organisation.models import Holding, Post


@dataclass(frozen=True)
class Person:
    """Somebody, and the posts that they hold here now."""

    user: User
    holdings: list[Holding]

    @property
    def has_come(self) -> bool:
        """Whether they are more than invited."""
        return self.user.has_come


def holders(within: Municipality) -> QuerySet[User, User]:
    """Those who hold a post, by name."""
    held = Holding.objects.of(within).current()
    return User.objects.filter(pk__in=held.values("user")).order_by("name", "pk")


def people(within: Municipality, users: Iterable[User]) -> list[Person]:
    """The users, each with the posts that they hold. One query."""
    every = {user.pk: Person(user, []) for user in users}
    rows = Holding.objects.of(within).current().filter(user__in=every).select_related("post__unit")
    for holding in rows.order_by("post__role", "pk"):
        every[holding.user_id].holdings.append(holding)
    return list(every.values())


def person(within: Municipality, key: int) -> Person | None:
    """One of them."""
    return next(iter(people(within, holders(within).filter(pk=key))), None)


def known(within: Municipality, key: int) -> Person | None:
    """Somebody who holds a post here or has held one, and has not been forgotten."""
    user = User.objects.filter(pk=key, holdings__municipality=within).exclude(name="").first()
    if user is None:
        return None
    held = Holding.objects.of(within).current().filter(user=user).select_related("post__unit")
    return Person(user, list(held.order_by("post__role")))


def gone(within: Municipality) -> list[User]:
    """Those who have held a post here and hold none anywhere, and have not been forgotten. One query."""
    holding = Holding.objects.current().filter(user=OuterRef("pk"))
    left = User.objects.filter(~Exists(holding), holdings__municipality=within).exclude(name="")
    return list(left.distinct().order_by("name"))


def ownerless(within: Municipality) -> list[Post]:
    """The posts that nobody holds. One query."""
    return list(Post.objects.of(within).ownerless().select_related("unit").order_by("role", "unit__name"))
