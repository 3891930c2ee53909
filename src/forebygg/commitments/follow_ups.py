"""Action plans that are to be followed up: they fall to the post that was chosen, by the day that was set.

Registered with `reminders.due`, which knows no action plans.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from django.db.models import Count, Min, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import ActionPlan
from forebygg.organisation.models import Holding, Role
from forebygg.reminders.due import DueItem, Hands, Kind, Whose
from forebygg.web.addresses import address

PLANS: Final = Kind("action-plans", _("Action plans to follow up"))

_COORDINATOR: Final = Whose(role=Role.COORDINATOR)


class PlansInForce:
    """Counted by board, day and post: forty schools are one thing to do. Two queries.

    Where nobody holds the post they fall to the coordinator.
    """

    kinds: Sequence[Kind] = (PLANS,)

    def due(
        self, municipality: Municipality, until: dt.date, *, among: Hands | None = None
    ) -> Iterable[DueItem]:
        """What is in force and was to be followed up by then."""
        plans = ActionPlan.objects.of(municipality).in_force().filter(review_on__lte=until)
        held = set(Holding.objects.of(municipality).current().values_list("post", flat=True))
        if among is not None:
            theirs = Q(review_by__in=among.posts)
            if Role.COORDINATOR in among.roles:
                theirs |= ~Q(review_by__in=held)
            plans = plans.filter(theirs)
        board = ("unit__authority__number", "unit__authority__name")
        rows = plans.filter(unit__closed_on=None).order_by().values_list("review_on", "review_by", *board)
        for on, post, number, name, count, first in rows.annotate(count=Count("pk"), first=Min("number")):
            words = ngettext(
                "{board}: {count} action plan to follow up",
                "{board}: {count} action plans to follow up",
                count,
            )
            slug = municipality.slug
            plans_of = f"{address('commitments:action-plans', slug)}?board={number}"
            yield DueItem(
                key=f"action-plans-{first}",
                kind=PLANS,
                title=words.format(board=name or municipality, count=count),
                on=on,
                url=plans_of
                if number and count > 1
                else address("commitments:decided-action-plan", slug, first),
                whose=Whose(post=post) if post in held else _COORDINATOR,
            )
