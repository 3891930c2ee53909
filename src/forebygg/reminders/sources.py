"""What falls due in the organisation, which lies below, and what the year holds."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forebygg.accounts.links import WEEK
from forebygg.accounts.models import Municipality
from forebygg.organisation.models import Holding, Role
from forebygg.reminders.due import DueItem, Hands, Kind, Whose
from forebygg.reminders.selectors.year import occurrences
from forebygg.web.addresses import address

INVITED: Final = Kind("invited", _("Invited people who have not come"), in_the_year=False)
OCCASIONS: Final = Kind("occasions", _("What the year holds"), in_the_year=False)


class Invited:
    """People whose invitation has run out unused. One query."""

    kinds: Sequence[Kind] = (INVITED,)

    def due(
        self, municipality: Municipality, until: dt.date, *, among: Hands | None = None
    ) -> Iterable[DueItem]:
        """One thing for the administrators, however many have not come; nobody is named."""
        if among is not None and Role.ADMINISTRATOR not in among.roles:
            return
        waiting = (
            Holding.objects.of(municipality)
            .current()
            .filter(user__last_login=None, user__password__startswith=UNUSABLE_PASSWORD_PREFIX)
            .filter(user__is_active=True)
        )
        since = dict(waiting.values_list("user").annotate(since=Min("since")).order_by())
        days = [timezone.localdate(at) + dt.timedelta(seconds=WEEK) for at in since.values()]
        over = [day for day in days if day <= until]
        if not over:
            return
        words = ngettext(
            "{count} person has been invited and has not come",
            "{count} people have been invited and have not come",
            len(over),
        )
        yield DueItem(
            key="invited",
            kind=INVITED,
            title=words.format(count=len(over)),
            on=min(over),
            url=address("organisation:people", municipality.slug),
            whose=Whose(role=Role.ADMINISTRATOR),
        )


class Occasions:
    """What the year holds, for coordinators. One query.

    Nothing tells that an occasion has been: one that is past is over, and nobody is late with it.
    """

    kinds: Sequence[Kind] = (OCCASIONS,)

    def due(
        self, municipality: Municipality, until: dt.date, *, among: Hands | None = None
    ) -> Iterable[DueItem]:
        """Each of them from today on."""
        if among is not None and Role.COORDINATOR not in among.roles:
            return
        today = timezone.localdate()
        for one in occurrences(municipality, range(today.year, until.year + 1)):
            if one.last_day < today or one.first_day > until:
                continue
            yield DueItem(
                key=one.key,
                kind=OCCASIONS,
                title=one.title,
                on=one.last_day,
                url=one.url,
                whose=Whose(role=Role.COORDINATOR),
            )
