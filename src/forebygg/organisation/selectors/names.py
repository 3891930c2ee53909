"""What people, posts and units are called, by their keys; one query each."""

from collections.abc import Collection, Iterable, Mapping

from forebygg.accounts.models import Municipality, User
from forebygg.organisation.models import Post, Unit
from forebygg.organisation.naming import Key, Named
from forebygg.organisation.permissions import Viewer


def users(keys: Collection[Key], _within: Municipality, _viewer: Viewer) -> Mapping[Key, Named]:
    """People by name, as they are called now; the system's own by what they are."""
    return {user.pk: Named(str(user)) for user in User.objects.filter(pk__in=keys)}


def municipalities(keys: Collection[Key], within: Municipality, _viewer: Viewer) -> Mapping[Key, Named]:
    """Their own; there is no other in their trail."""
    return {key: Named(str(within)) for key in keys if key == within.pk}


def posts(keys: Collection[Key], within: Municipality, _viewer: Viewer) -> Mapping[Key, Named]:
    rows = Post.objects.of(within).filter(pk__in=keys).select_related("unit")
    return {post.pk: Named(str(post)) for post in rows}


def units(keys: Collection[Key], within: Municipality, _viewer: Viewer) -> Mapping[Key, Named]:
    """With links: whoever may read the trail may see the organisation."""
    found: dict[Key, Named] = {}
    for unit in Unit.objects.of(within).filter(pk__in=keys):
        unit.municipality = within
        found[unit.pk] = Named(str(unit), unit.get_absolute_url())
    return found


def unit_numbered(number: int, within: Municipality) -> Iterable[int]:
    """The key of the unit that has this number in the organisation."""
    return Unit.objects.of(within).filter(number=number).values_list("pk", flat=True)
