"""What the audit trail calls an occasion of the year."""

from collections.abc import Collection, Mapping

from forebygg.accounts.models import Municipality
from forebygg.organisation.naming import Key, Named
from forebygg.organisation.permissions import Viewer
from forebygg.reminders.models import Occasion


def occasions(keys: Collection[Key], within: Municipality, _viewer: Viewer) -> Mapping[Key, Named]:
    """By their titles. One query."""
    return {one.pk: Named(str(one)) for one in Occasion.objects.of(within).filter(pk__in=keys)}
