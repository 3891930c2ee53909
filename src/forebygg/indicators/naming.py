"""What the audit trail calls indicators."""

from collections.abc import Collection, Iterable, Mapping

from django.utils.translation import gettext

from forebygg.accounts.models import Municipality
from forebygg.indicators.models import Indicator
from forebygg.organisation.naming import Key, Named
from forebygg.organisation.permissions import Viewer
from forebygg.web.addresses import address


def indicators(keys: Collection[Key], within: Municipality, viewer: Viewer) -> Mapping[Key, Named]:
    """Their numbers, as links for those who read. One query."""
    rows = Indicator.objects.of(within).filter(pk__in=keys).values_list("pk", "number")
    return {
        key: Named(
            gettext("indicator {number}").format(number=number),
            address("indicators:indicator", within.slug, number) if viewer.reads else "",
        )
        for key, number in rows
    }


def indicator_numbered(number: int, within: Municipality) -> Iterable[int]:
    """The key of the indicator with that number."""
    return Indicator.objects.of(within).filter(number=number).values_list("pk", flat=True)
