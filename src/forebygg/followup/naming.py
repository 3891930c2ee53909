"""What the audit trail calls rounds."""

from collections.abc import Collection, Iterable, Mapping

from django.utils.translation import gettext

from forebygg.accounts.models import Municipality
from forebygg.followup.models import Round
from forebygg.organisation.naming import Key, Named
from forebygg.organisation.permissions import Viewer
from forebygg.web.addresses import address


def rounds(keys: Collection[Key], within: Municipality, viewer: Viewer) -> Mapping[Key, Named]:
    """Their numbers, as links for those who read. One query."""
    rows = Round.objects.of(within).filter(pk__in=keys).values_list("pk", "number")
    return {
        key: Named(
            gettext("round {number}").format(number=number),
            address("followup:round", within.slug, number) if viewer.reads else "",
        )
        for key, number in rows
    }


def round_numbered(number: int, within: Municipality) -> Iterable[int]:
    """The key of the round with that number."""
    return Round.objects.of(within).filter(number=number).values_list("pk", flat=True)
