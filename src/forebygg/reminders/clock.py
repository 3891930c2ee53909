"""What is due, asked every half minute."""

import datetime as dt

from django.utils import timezone

from forebygg.audit.models import Head
from forebygg.reminders import tasks
from forebygg.reminders.daily import daily
from forebygg.reminders.services.jobs import enqueue, reap


def tick(now: dt.datetime) -> None:
    """Give back what killed workers held, and enqueue what this day asks for; twice is as good as once."""
    reap(now=now)
    today = timezone.localdate(now)
    for slug in Head.objects.values_list("municipality__slug", flat=True):
        enqueue(tasks.keep_audit_head, about=slug, day=today)
        enqueue(tasks.remind, about=slug, day=today)
    for kind in daily():
        enqueue(kind, day=today)
    enqueue(tasks.prune, day=today)
