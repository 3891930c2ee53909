"""The jobs of every day."""

import datetime as dt
from typing import Final

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from forebygg.accounts.models import Municipality, User
from forebygg.audit.heads import ExportedHead, keep
from forebygg.audit.models import Head
from forebygg.reminders.rules.reminding import MORNING
from forebygg.reminders.selectors.digests import readers
from forebygg.reminders.services.jobs import enqueue
from forebygg.reminders.services.sending import send

# As long as anyone may ask why something was not done.
KEPT_DAYS: Final = 30


@task()
def keep_audit_head(about: str, day: str) -> None:  # noqa: ARG001 - every job has both
    """Keep the head of the municipality's audit trail in a file: not everybody who changes a database can."""
    head = Head.objects.select_related("municipality").get(municipality__slug=about)
    keep(ExportedHead.of(head), settings.HOME / "audit")


@task()
def prune(about: str, day: str) -> None:  # noqa: ARG001 - every job has both
    """Forget what was done long ago, and logins that have ended."""
    call_command("clearsessions", verbosity=0)
    call_command("prune_db_task_results", queue_name="*", min_age_days=KEPT_DAYS, verbosity=0)


@task()
def remind(about: str, day: str) -> None:
    """A job for each of the municipality's people who has something to be reminded of, in the morning."""
    municipality, on = Municipality.objects.get(slug=about), dt.date.fromisoformat(day)
    morning = timezone.make_aware(dt.datetime.combine(on, MORNING))
    for person in readers(municipality, today=on):
        enqueue(send_digest, about=f"{about}/{person}", day=on, after=morning)


@task()
def send_digest(about: str, day: str) -> None:
    """One person's reminders of the day; *about* is the municipality and the person, then the try."""
    slug, person, *_try = about.split("/")
    on, now = dt.date.fromisoformat(day), timezone.now()
    municipality, user = Municipality.objects.get(slug=slug), User.objects.get(pk=int(person))

    def again(tries: int, at: dt.datetime) -> None:
        enqueue(send_digest, about=f"{slug}/{person}/{tries}", day=on, after=at)

    send(user, municipality, on, now=now, again=again)
