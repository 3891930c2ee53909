"""`{% load reminders %}`: when something is to be done, in words; the wheel as a picture."""

import datetime as dt

from django import template
from django.utils.translation import gettext

from forebygg.reminders.wheel import wheel
from forebygg.web.dates import written_day

register = template.Library()


@register.simple_tag
def last_day(on: dt.date | None) -> str:
    """By when, or that nothing says so."""
    if on is None:
        return gettext("no day has been set")
    return gettext("by {day}").format(day=written_day(on, weekday=True))


register.simple_tag(wheel)
