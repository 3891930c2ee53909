"""`{% load followup %}`: marks of rounds, and figures told in words."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from forebygg.followup.figures import FigureTold
from forebygg.followup.marks import CONCLUSIONS, DIFFERENCES, DONE, HELPED, MOVEMENTS, STAGES
from forebygg.followup.models import Point
from forebygg.followup.rules.nearing import Movement
from forebygg.followup.selectors.comparing import PointRow
from forebygg.indicators.figures import written
from forebygg.web.dates import written_day
from forebygg.web.html import Html
from forebygg.web.marks import Mark

register = template.Library()

_FROM_TO: Final = Html('{before} <span class="quiet">{to}</span> {after}')

_MARKS: Final[Mapping[str, Mapping[str, Mark]]] = {
    "stage": STAGES,
    "done": DONE,
    "helped": HELPED,
    "conclusion": CONCLUSIONS,
    "movement": MOVEMENTS,
    "difference": DIFFERENCES,
}


@register.simple_tag
def told(kind: str, key: str) -> SafeString:
    """The mark of that kind: `{% told "done" point.done %}`."""
    return _MARKS[kind][key].html


@register.simple_tag
def tally(kind: str, counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """How many there are of each kind that there is, in the order of the marks."""
    return [
        {"key": key, "mark": mark, "count": counts[key]}
        for key, mark in _MARKS[kind].items()
        if counts.get(key)
    ]


@register.simple_tag
def from_to(kind: str, row: PointRow) -> SafeString:
    """How a commitment stood and how it stands now, by what each round says; once where it is the same."""
    marks = _MARKS[kind]
    rounds = [row.before] if row.has_ended else [row.before, row.after]
    said = [getattr(told, kind) for told in rounds if told is not None]
    said = [key for key in said if key] or [""]
    words = [marks[key].html for key in dict.fromkeys(said)]
    return words[0] if len(words) == 1 else _FROM_TO(before=words[0], to=gettext("to"), after=words[1])


@register.filter
def said_of(said: Mapping[int, Point], number: int) -> Point | None:
    """What was concluded of the commitment with that number, if anything was."""
    return said.get(number)


@register.filter
def isoday(value: str | None) -> dt.date | None:
    """A day out of what was frozen."""
    return dt.date.fromisoformat(value) if value else None


@register.filter
def sentence(figure: FigureTold) -> str:
    """What the figure says of the goal, in words."""
    now, before, target = (_value(value, figure.unit) for value in (figure.now, figure.before, figure.target))
    if figure.now is None:
        words = gettext("It was not measured in the period.")
        if figure.before:
            words += " " + gettext("Before that it was {before}, {day}.").format(
                before=before, day=_day(figure.before_on)
            )
    elif figure.before is None:
        words = gettext("It was {now}, and there is nothing to compare with.").format(now=now)
    else:
        words = gettext("It went from {before} to {now}.").format(before=before, now=now)
    if figure.target is None:
        return words + " " + gettext("No target has been set.")
    if figure.movement == Movement.REACHED:
        return words + " " + gettext("The target, {target}, is reached.").format(target=target)
    return (
        words
        + " "
        + gettext("The target is {target}, {day}.").format(target=target, day=_day(figure.target_on))
    )


def _value(value: str | None, unit: str) -> str:
    return f"{written(Decimal(value))} {unit}" if value is not None else ""


def _day(day: str | None) -> str:
    return written_day(dt.date.fromisoformat(day)) if day else ""
