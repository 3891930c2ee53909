"""Who was there, as a table: persons down, stretches of paragraphs across."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forebygg.decisions.models import Attendance, Item, Meeting
from forebygg.decisions.rules.presence import Presence, Run, Span, columns, presence_at, runs

# More columns than this are no table that one can read; then each person's row says it in words.
MOST_COLUMNS: Final = 14


@dataclass(frozen=True)
class PersonRow:
    """A person and how they were there, neighbouring stretches alike laid together."""

    person: Attendance
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Group:
    """Persons who were there in the same capacity."""

    title: str | Promise
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True)
class Roll:
    """A meeting's attendance. Without columns nobody came or went, or too many did for a table."""

    columns: tuple[Span, ...]
    groups: tuple[Group, ...]

    @property
    def is_table(self) -> bool:
        return 1 < len(self.columns) <= MOST_COLUMNS


_GROUPS: Final = (
    ("member", True, _("Members who served")),
    ("substitute", True, _("Substitutes who served")),
    ("member", False, _("Members who did not serve")),
    ("substitute", False, _("Substitutes who did not serve")),
    ("official", None, _("Officials")),
    ("absent", None, _("Absent")),
)


def roll(meeting: Meeting, people: Sequence[Attendance]) -> Roll:
    """The attendance of a meeting; no query."""
    there = [person for person in people if person.role != "absent"]
    span = _paragraphs(meeting)
    stretches = tuple(columns(there, span)) if span else ()
    groups = []
    for role, serving, title in _GROUPS:
        rows = tuple(
            PersonRow(person, tuple(runs(person, stretches)))
            for person in people
            if person.role == role and serving in (None, person.serving)
        )
        if rows:
            groups.append(Group(title, rows))
    return Roll(stretches, tuple(groups))


def serving_at(item: Item, people: Iterable[Attendance]) -> list[Attendance]:
    """Who took part in the item's decision: those serving at its paragraph but for who had a conflict."""
    return [
        person
        for person in people
        if presence_at(person, item.paragraph) is Presence.SERVES and person.name not in item.conflicts
    ]


def _paragraphs(meeting: Meeting) -> Span | None:
    if meeting.first_paragraph is None or meeting.last_paragraph is None:
        return None
    return meeting.first_paragraph, meeting.last_paragraph
