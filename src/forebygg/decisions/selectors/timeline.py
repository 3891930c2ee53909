"""What happened to a case, day by day, each event with the lines that tell it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext

from forebygg.casefile.sentences import EVENTS, sentence
from forebygg.decisions.models import Event, Item, Meeting
from forebygg.papers.models import Paper
from forebygg.plans.models import Edition


@dataclass(frozen=True)
class Happening:
    """One thing that happened: in words, on which page it is told, and where it stands."""

    words: str
    url: str
    paper: Paper
    first_line: int
    last_line: int


@dataclass(frozen=True)
class Day:
    """All that happened one day."""

    date: dt.date
    happenings: tuple[Happening, ...]


def timeline(
    events: Sequence[Event], meetings: Iterable[Meeting], items: Iterable[Item], editions: Iterable[Edition]
) -> list[Day]:
    """The days, in order; no query when the rows are bound to their papers."""
    met = {meeting.paper_id: meeting for meeting in meetings}
    decided = {(item.paper_id, f"{item.paragraph}"): item for item in items}
    written = {edition.paper_id: edition for edition in editions}

    def happening(event: Event) -> Happening:
        words = sentence(EVENTS[event.code], event.values, gettext)
        item = decided.get((event.paper_id, event.values.get("paragraph", "")))
        told: Item | Meeting | Edition | None = item or met.get(event.paper_id) or written.get(event.paper_id)
        first, last = (
            (told.first_line, told.last_line)
            if isinstance(told, Item | Meeting)
            else (event.paper.first_line, event.paper.last_line)
        )
        return Happening(words, (told or event.paper).get_absolute_url(), event.paper, first, last)

    return [
        Day(date, tuple(map(happening, group)))
        for date, group in groupby(events, key=lambda event: event.date)
    ]
