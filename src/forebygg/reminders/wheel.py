"""The year's wheel as a picture: twelve sectors, with a few words in each. The list beside it says all."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from forebygg.reminders.models.occasions import OccasionKind
from forebygg.reminders.selectors.year import Month
from forebygg.web.dates import short_month
from forebygg.web.html import Html, together

_SIZE: Final = 640
_CENTRE: Final = _SIZE / 2
# From the middle outwards: where sectors begin, where their words stand, where the rim begins and ends.
_INNER, _WORDS, _RIM, _OUTER = 70.0, 202.0, 270.0, 316.0
_LINE: Final = 17
_LINES: Final = 5

# Short enough for a sector; the list has the whole words.
_SHORT: Final = {
    OccasionKind.ROUND: pgettext_lazy("in the wheel", "Round"),
    OccasionKind.BOARD: pgettext_lazy("in the wheel", "Board"),
    OccasionKind.COUNCIL: pgettext_lazy("in the wheel", "Council"),
    OccasionKind.BUDGET: pgettext_lazy("in the wheel", "Budget"),
    OccasionKind.SITUATION: pgettext_lazy("in the wheel", "Situation"),
    OccasionKind.AGREEMENT: pgettext_lazy("in the wheel", "Agreement"),
    OccasionKind.OTHER: pgettext_lazy("in the wheel", "Other"),
}
_PICTURE: Final = Html(
    '<svg class="wheel" viewBox="0 0 {size} {size}" role="img" aria-label="{label}">{sectors}'
    '<text class="middle" x="{centre}" y="{middle}">{year}</text></svg>'
)
_SECTOR: Final = Html(
    '<g{now}><path d="{sector}"/><path class="rim" d="{rim}"/>'
    '<text class="name" x="{x}" y="{y}">{name}</text>{words}</g>'
)
_WORD: Final = Html('<text x="{x}" y="{y}">{words}</text>')
_NOW: Final = SafeString(' class="now"')


def wheel(months: Sequence[Month]) -> SafeString:
    """The picture. January begins at the top, and the year goes with the clock."""
    year = months[0].first.year
    return _PICTURE(
        size=_SIZE,
        label=_("The wheel of {year}; the list of months says the same.").format(year=year),
        sectors=together(_sector(place, month) for place, month in enumerate(months)),
        centre=_CENTRE,
        middle=_CENTRE + 14,
        year=year,
    )


def _sector(place: int, month: Month) -> SafeString:
    begins, ends = place / 12, (place + 1) / 12
    between = (begins + ends) / 2
    x, y = _at((_RIM + _OUTER) / 2, between)
    middle_x, middle_y = _at(_WORDS, between)
    words = [*_told(month)]
    top = middle_y - _LINE * (len(words) - 1) / 2
    return _SECTOR(
        now=_NOW if month.is_now else SafeString(),
        sector=_ring(_INNER, _RIM, begins, ends),
        rim=_ring(_RIM, _OUTER, begins, ends),
        x=x,
        y=y + 5,
        name=short_month(month.first),
        words=together(
            _WORD(x=middle_x, y=round(top + 4 + _LINE * line, 1), words=told)
            for line, told in enumerate(words)
        ),
    )


def _told(month: Month) -> Iterator[str]:
    """One line a kind, with how many there are when there are several; the last counts what found no room."""
    counted = Counter(one.kind for one in month.occasions)
    lines = [(str(_SHORT[kind]), counted[kind]) for kind in OccasionKind if counted[kind]]
    lines += [(str(of.kind.words), of.count) for of in month.due]
    shown, left = lines[:_LINES], lines[_LINES:]
    if left:
        shown, left = lines[: _LINES - 1], lines[_LINES - 1 :]
    for words, count in shown:
        yield words if count == 1 else f"{words} {count}"
    if left:
        yield f"+ {sum(count for _words, count in left)}"


def _ring(inner: float, outer: float, begins: float, ends: float) -> str:
    """The path of a piece of a ring; *begins* and *ends* are parts of the whole turn."""
    (a, b), (c, d) = _at(outer, begins), _at(outer, ends)
    (e, f), (g, h) = _at(inner, ends), _at(inner, begins)
    return f"M{a} {b}A{outer:g} {outer:g} 0 0 1 {c} {d}L{e} {f}A{inner:g} {inner:g} 0 0 0 {g} {h}Z"


def _at(radius: float, turn: float) -> tuple[float, float]:
    angle = 2 * math.pi * turn
    x, y = _CENTRE + radius * math.sin(angle), _CENTRE - radius * math.cos(angle)
    return round(x, 1), round(y, 1)
