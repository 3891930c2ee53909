"""iCalendar (RFC 5545), as Outlook, Apple's and Google's calendars read it."""

import datetime as dt
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event, vText

from forebygg.accounts.models import Municipality
from forebygg.reminders.selectors.calendars import Entry

CONTENT_TYPE: Final = "text/calendar; charset=utf-8"
_PRODUCT: Final = "-//Forebygg//Forebygg//SV"
_ASKED_AGAIN: Final = dt.timedelta(hours=6)
_DAY: Final = dt.timedelta(days=1)


def written(
    entries: Iterable[Entry], municipality: Municipality, *, name: str, language: str, on: dt.date
) -> bytes:
    """A calendar called *name*, as it is on that day: the same bytes for as long as nothing changes."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    # What RFC 7986 calls the calendar and how often it is asked for anew; Outlook and Apple know older names.
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    calendar.add("refresh-interval", _ASKED_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    stamp = dt.datetime.combine(on, dt.time(), tzinfo=dt.UTC)
    host = urlsplit(settings.ADDRESS).hostname
    for entry in entries:
        calendar.add_component(_event(entry, f"{municipality.slug}-{entry.key}@{host}", stamp, language))
    told: bytes = calendar.to_ical()
    return told


def _event(entry: Entry, uid: str, stamp: dt.datetime, language: str) -> Event:
    """A whole day that keeps nobody from meeting somebody else."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + _DAY)
    event.add("summary", entry.title, parameters={"LANGUAGE": language})
    event.add("description", f"{entry.kind}\n{settings.ADDRESS}{entry.url}")
    event.add("url", f"{settings.ADDRESS}{entry.url}")
    event.add("categories", [entry.kind])
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event
