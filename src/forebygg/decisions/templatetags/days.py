"""`{% load days %}`: a meeting's days beside the law's, and what of it may be appealed."""

from collections.abc import Iterable, Iterator
from typing import Final

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from forebygg.decisions.selectors.dates import DatesRow
from forebygg.decisions.templatetags.decisions import clock, kept, nature, put_off
from forebygg.law.board import Board, DateRow, Kept, What
from forebygg.web.addresses import address
from forebygg.web.html import NOTHING, Html, phrase, together
from forebygg.web.marks import Mark
from forebygg.web.templatetags.web import day

register = template.Library()

_MEETING: Final = Html(
    '<tr>\n<th scope="row"><a href="{url}#dates" lang="sv">{body}</a><br><span class="quiet">{day}</span>'
    "{standing}</th>\n<td>{natures}</td>\n{days}\n</tr>"
)
_STANDING: Final = Html("<p>{mark}</p>")
_NATURE: Final = Html('<p><a href="{url}">§ {paragraph}</a> {nature}</p>')
_COUNTED: Final = Html("<p><b>{count}</b> {words}</p>")
_QUIET: Final = Html('<span class="quiet">{words}</span>')
_CELL: Final = Html("<td>{words}</td>")
_LAST_THAT_COUNTS: Final = Html("<strong>{day}</strong>")
_TWO_LINES: Final = Html("{first}<br>{second}")
_WITH_DAY: Final = Html('<span class="quiet">{words} {day}</span>')

_DAY: Final = Html(
    '<tr>\n<th scope="row">{what}</th>\n<td class="day">{printed}</td>\n<td class="day">{last}</td>\n'
    "<td>{kept}</td>\n</tr>"
)
_NOTED: Final = Html("{day} {note}")


@register.simple_tag
def board(rows: Iterable[DatesRow]) -> SafeString:
    """The meetings of a case, one row each, a column for each day that the law has something to say of."""
    unchecked = _STANDING(mark=Mark(_("rules not checked against the statute"), "triangle", "warning").html)
    absent = _QUIET(words=_("not in the papers"))
    return together(
        _MEETING(
            url=row.meeting.get_absolute_url(),
            body=row.meeting.body or _("Meeting of an unnamed body"),
            day=day(row.meeting.date),
            standing=NOTHING if row.is_verified else unchecked,
            natures=_natures(row),
            days=together(_CELL(words=words) for words in _cells(row, absent)),
        )
        for row in rows
    )


def _natures(row: DatesRow) -> SafeString:
    """What of the meeting may be appealed: item by item, or counted where there are many."""
    if not row.is_short:
        return together(_COUNTED(count=count, words=_(nature.label)) for nature, count in row.natures)
    if not row.items:
        return _QUIET(words=_("none of its items lie here"))
    of = row.meeting
    return together(
        _NATURE(
            url=address("decisions:item", of.municipality.slug, of.case.number, one.pk),
            paragraph=one.paragraph,
            nature=nature(one.assessment),
        )
        for one in row.items
    )


def _cells(row: DatesRow, absent: SafeString) -> Iterator[SafeString]:
    for one in row.board.rows:
        if one.what is What.APPEAL:
            last = day(one.deadline.day) if one.deadline else NOTHING
            if one.deadline and row.may_be_appealed:
                last = _LAST_THAT_COUNTS(day=last)
            yield _TWO_LINES(first=last, second=clock(row.board.appeal_time))
        elif one.what is not What.MEETING:
            yield _printed(one, absent)


def _printed(one: DateRow, absent: SafeString) -> SafeString:
    """The printed day and whether it was in time; the law's beside it where that is of use."""
    words = _TWO_LINES(first=day(one.printed), second=kept(one.kept)) if one.printed else absent
    if not one.deadline or one.what is What.REMOVAL or one.kept is Kept.IN_TIME:
        return words
    return _TWO_LINES(first=words, second=_WITH_DAY(words=_("last day"), day=day(one.deadline.day)))


@register.simple_tag
def days_of(board: Board) -> SafeString:
    """One meeting's days, one row each."""
    absent = _QUIET(words=_("not in the papers"))
    return together(
        _DAY(
            what=_(one.what.label),
            printed=day(one.printed) if one.printed else NOTHING if one.what is What.APPEAL else absent,
            last=_last_day(one),
            kept=clock(board.appeal_time) if one.what is What.APPEAL else kept(one.kept),
        )
        for one in board.rows
    )


def _last_day(one: DateRow) -> SafeString:
    """The law's day, and why it is not the one that was counted to."""
    if not one.deadline:
        return NOTHING
    words = day(one.deadline.day)
    if one.what is What.REMOVAL:
        words = _NOTED(day=words, note=_QUIET(words=_("not before its end")))
    if one.deadline.is_put_off:
        why = phrase(_("put off: %(off)s"), off=put_off(one.deadline))
        words = _TWO_LINES(first=words, second=_QUIET(words=why))
    return words
