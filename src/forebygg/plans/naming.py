"""What the audit trail calls plans."""

from collections.abc import Collection, Iterable, Mapping

from django.utils.translation import gettext

from forebygg.accounts.models import Municipality
from forebygg.organisation.naming import Key, Named
from forebygg.organisation.permissions import Viewer
from forebygg.plans.models import Plan
from forebygg.web.addresses import address


def plans_by_number(keys: Collection[Key], within: Municipality, viewer: Viewer) -> Mapping[Key, Named]:
    """Their numbers, as links where the viewer may open them. One query."""
    rows = Plan.objects.of(within).visible_to(viewer).filter(number__in=keys)
    open_to_them = set(rows.values_list("number", flat=True))
    return {
        key: Named(
            gettext("plan {number}").format(number=key),
            address("plans:plan", within.slug, int(key)) if key in open_to_them else "",
        )
        for key in keys
    }


def plan_numbered(number: int, within: Municipality) -> Iterable[int]:
    """The key of the plan with that number."""
    return Plan.objects.of(within).filter(number=number).values_list("pk", flat=True)
