"""What somebody is reminded of by e-mail: their own choice, or that of whoever has the link of an e-mail."""

from collections.abc import Collection

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.reminders import permissions
from forebygg.reminders.events import RemindersChosen
from forebygg.reminders.models import Subscription


@transaction.atomic
def choose(declined: Collection[str], language: str, *, within: Municipality, by: User) -> Subscription:
    """The kinds that they are not to be reminded of, and in which language they are of the others."""
    permissions.CHOOSE.require(by, within=within)
    chosen = _locked(by, within)
    chosen.declined, chosen.language = sorted(declined), language
    chosen.save()
    record(RemindersChosen(user=by.pk), about=within, by=by)
    return chosen


@transaction.atomic
def decline(kinds: Collection[str], user: User, *, within: Municipality, by: User) -> Subscription:
    """Remind *user* of these no more. Whoever has the link has the right: it was sent to nobody else."""
    chosen = _locked(user, within)
    if not set(kinds) <= set(chosen.declined):
        chosen.declined = sorted({*chosen.declined, *kinds})
        chosen.save()
        record(RemindersChosen(user=user.pk), about=within, by=by)
    return chosen


def _locked(user: User, within: Municipality) -> Subscription:
    Subscription.objects.get_or_create(municipality=within, user=user)
    return Subscription.objects.of(within).select_for_update().get(user=user)
