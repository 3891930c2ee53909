"""Who holds which post: given, left, or handed over in one act when somebody leaves."""

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.organisation import permissions
from forebygg.organisation.errors import PostNeedsUnit, SamePerson
from forebygg.organisation.events import PostGiven, PostLeft, PostsHandedOver, PostsLeftEmpty
from forebygg.organisation.models import Holding, Post, Role, Unit
from forebygg.organisation.rules import IN_A_UNIT
from forebygg.organisation.services.placing import end, lock, require_an_administrator, standing


@transaction.atomic
def appoint(user: User, role: Role, *, within: Municipality, unit: Unit | None = None, by: User) -> Holding:
    """Give *user* a post; one who holds it already keeps it. Raises PostNeedsUnit, UnitClosed."""
    permissions.APPOINT.require(by, within=within)
    if unit is None and role in IN_A_UNIT:
        raise PostNeedsUnit
    lock(within)
    if unit is not None:
        unit = standing(unit, within)
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
    lock(holding.municipality)
    held = list(Holding.objects.current().select_related("post", "user").filter(pk=holding.pk))
    if held:
        end(held)
        require_an_administrator(holding.municipality, held)
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
    lock(within)
    held = Holding.objects.of(within).current().filter(user=leaver)
    holdings = list(held.select_related("post__unit", "user").order_by("pk"))
    if not holdings:
        return []
    end(holdings)
    posts = [holding.post for holding in holdings]
    numbers = [post.pk for post in posts]
    if successor is None:
        record(PostsLeftEmpty(user=leaver.pk, posts=numbers), about=within, by=by)
    else:
        _succeed(posts, successor)
        record(PostsHandedOver(user=leaver.pk, successor=successor.pk, posts=numbers), about=within, by=by)
    require_an_administrator(within, holdings)
    return posts


def _succeed(posts: list[Post], successor: User) -> None:
    held = {*Holding.objects.current().filter(user=successor, post__in=posts).values_list("post", flat=True)}
    now = timezone.now()
    Holding.objects.bulk_create(
        Holding(municipality_id=post.municipality_id, post=post, user=successor, since=now)
        for post in posts
        if post.pk not in held
    )
