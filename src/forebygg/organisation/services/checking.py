"""What no count and no decision may say."""

import datetime as dt

from django.utils import timezone

from forebygg.organisation.errors import FutureDay, ImpossibleCount
from forebygg.organisation.rules import MOST_HEADS


def check_day(day: dt.date) -> None:
    """What has been counted or decided was so on a day that has come. Raises FutureDay."""
    if day > timezone.localdate():
        raise FutureDay(day=day.isoformat())


def check_heads(heads: int) -> None:
    """Raises ImpossibleCount."""
    if not 0 <= heads <= MOST_HEADS:
        raise ImpossibleCount(most=MOST_HEADS)
