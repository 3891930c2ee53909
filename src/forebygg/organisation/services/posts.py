"""Who holds which post: given, left, or handed over in one act when somebody leaves."""

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.organisation import permissions
from forebygg.organisation.errors import LastAdministrator, PostNeedsUnit, SamePerson, UnitClosed
from forebygg.organisation.events import PostGiven, PostLeft, PostsHandedOver, PostsLeftEmpty
from forebygg.organisation.models import Holding, Post, Role, Unit
from forebygg.organisation.rules import IN_A_UNIT


@transaction.atomic
def appoint(user: User, role: Role, *, within: Municipality, unit: Unit | None = None, by: User) -> Holding:
    """Give *user* a post; one who holds it already keeps it. Raises PostNeedsUnit, UnitClosed."""
    permissions.APPOINT.require(by, within=within)
    if unit is None and role in IN_A_UNIT:
        raise PostNeedsUnit
    if unit is not None and unit.closed_on:
        raise UnitClosed(unit=str(unit))
    _lock(within)
    post, _made = Post.objects.get_or_create(municipality=within, role=role, unit=unit)
    held = Holding.objects.current().filter(post=post, user=user).first()
    if held is not None:
        return held
    holding = Holding.objects.create(municipality=within, post=post, user=user, since=timezone.now())
    record(PostGiven(post=post.pk, user=user.pk), about=post, by=by)
    return holding


@transaction.atomic
def relieve(holding: Holding, *, by: User) -> None:
    """End somebody's time in a post. Raises LastAdministrator."""
    permissions.APPOINT.require(by, within=holding.municipality)
    _lock(holding.municipality)
    if _end([holding]):
        _require_an_administrator(holding.municipality, holding.user)
        record(PostLeft(post=holding.post_id, user=holding.user_id), about=holding.post, by=by)


@transaction.atomic
def hand_over(leaver: User, successor: User | None, *, within: Municipality, by: User) -> list[Post]:
    """End all that *leaver* holds in the municipality and give it to *successor*: one act.

    Without a successor the posts stand empty, and what they own is ownerless at once. Raises SamePerson,
    LastAdministrator.
    """
    permissions.APPOINT.require(by, within=within)
    if leaver == successor:
        raise SamePerson
    _lock(within)
    holdings = list(
        Holding.objects.of(within).current().filter(user=leaver).select_related("post__unit").order_by("pk")
    )
    if not _end(holdings):
        return []
    posts = [holding.post for holding in holdings]
    numbers = [post.pk for post in posts]
    if successor is None:
        record(PostsLeftEmpty(user=leaver.pk, posts=numbers), about=within, by=by)
    else:
        _succeed(posts, successor)
        record(PostsHandedOver(user=leaver.pk, successor=successor.pk, posts=numbers), about=within, by=by)
    _require_an_administrator(within, leaver)
    return posts


def _lock(municipality: Municipality) -> None:
    """One at a time: two administrators may not relieve each other at once."""
    Municipality.objects.select_for_update().get(pk=municipality.pk)


def _end(holdings: list[Holding]) -> int:
    keys = [holding.pk for holding in holdings]
    return Holding.objects.filter(pk__in=keys).current().update(ended_at=timezone.now())


def _succeed(posts: list[Post], successor: User) -> None:
    held = {*Holding.objects.current().filter(user=successor, post__in=posts).values_list("post", flat=True)}
    now = timezone.now()
    Holding.objects.bulk_create(
        Holding(municipality_id=post.municipality_id, post=post, user=successor, since=now)
        for post in posts
        if post.pk not in held
    )


def _require_an_administrator(municipality: Municipality, leaver: User) -> None:
    """Raise LastAdministrator, which undoes the act, when nobody is left who could give a post."""
    administrators = Holding.objects.of(municipality).current().filter(post__role=Role.ADMINISTRATOR)
    if (
        not administrators.exists()
        and leaver.holdings.filter(municipality=municipality, post__role=Role.ADMINISTRATOR).exists()
    ):
        raise LastAdministrator(name=leaver.name)
