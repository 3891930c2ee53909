"""What stands in somebody's own calendar."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext

from forebygg.accounts.models import Municipality
from forebygg.organisation.permissions import Viewer
from forebygg.reminders import permissions
from forebygg.reminders.due import Hands, due
from forebygg.reminders.selectors.year import Occurrence, occurrences
from forebygg.reminders.sources import OCCASIONS

_AHEAD: Final = dt.timedelta(days=400)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One whole day's entry; the same `key` is the same entry, whatever else changes."""

    key: str
    title: str
    on: dt.date
    kind: str
    url: str


def entries(viewer: Viewer, municipality: Municipality, theirs: Hands, *, today: dt.date) -> Sequence[Entry]:
    """What falls to them until more than a year from now, and what the year holds for all who read."""
    found = [
        Entry(key=item.key, title=item.title, on=item.on, kind=str(item.kind.words), url=item.url)
        for item in due(municipality, today + _AHEAD, among=theirs)
        if item.on is not None and item.kind != OCCASIONS
    ]
    if viewer.may(permissions.SEE_YEAR):
        years = range(today.year - 1, today.year + 2)
        found += [_of_the_year(one) for one in occurrences(municipality, years)]
    return sorted(found, key=lambda entry: (entry.on, entry.key))


def _of_the_year(one: Occurrence) -> Entry:
    """What has only a month stands on its first day, and says so."""
    title = one.title if one.on else gettext("{title} (some day this month)").format(title=one.title)
    return Entry(key=one.key, title=title, on=one.first_day, kind=str(one.kind.label), url=one.url)
