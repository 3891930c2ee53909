"""`{% load filed %}`: what a case holds, row by row. Whole minutes hold hundreds of each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django import template
from django.template.defaultfilters import capfirst
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from forebygg.decisions.models import Item
from forebygg.decisions.selectors.findings import FindingRow, Where
from forebygg.decisions.selectors.papers import LineRow
from forebygg.decisions.selectors.search import ItemRow
from forebygg.decisions.selectors.timeline import Day, Happening
from forebygg.decisions.templatetags.decisions import lawcard, outcome
from forebygg.papers.models import Paper
from forebygg.web.html import NOTHING, Html, together
from forebygg.web.lines import LineLinks
from forebygg.web.marks import STATES
from forebygg.web.templatetags.web import day

register = template.Library()

_DAY: Final = Html('<li><p class="when">{day}</p>\n<div>{happenings}</div></li>')
_HAPPENING: Final = Html('<p><a href="{url}">{words}</a> <span class="quiet">{lines}</span></p>')

_ITEM: Final = Html('<p class="item"><a href="{url}" lang="sv">{item}</a> {outcome}{where}</p>')
_WHERE: Final = Html(' <span class="quiet">{body}</span>')
_LISTED: Final = Html(
    '<li><p><a href="{url}" lang="sv">{item}</a></p>\n<p class="quiet">{body} {outcome}</p></li>'
)
_BODY: Final = Html('<span lang="sv">{body}</span>{day}')
_ON: Final = Html(", {day}")

_PAPER: Final = Html(
    '<tr>\n<td class="number">{number}</td>\n<th scope="row"><a href="{url}">{kind}</a>{copy}</th>\n'
    '<td class="day">{day}</td>\n<td lang="sv">{title}{author}</td>\n{public}</tr>'
)
_COPY: Final = Html(' <span class="quiet">{word}</span>')
_AUTHOR: Final = Html('<br><span class="quiet">{author}</span>')
_PUBLIC: Final = Html("<td>{mark}</td>\n")

_FINDING: Final = Html(
    '<li id="finding-{number}" value="{number}">\n<p>{words}{caveat}</p>\n'
    '<p class="quiet">{comparison}{places}</p>\n{card}{taken}\n</li>'
)
_TAKEN: Final = Html("<p>{words} {strands}</p>")
_STRAND: Final = Html('<a href="{url}">{words}</a>')
_OFFER: Final = Html('<p><a href="{url}">{words}<span class="ds-sr-only">: {number}</span></a></p>')
_COMPARISON: Final = Html('<a href="{url}">{words}</a> · ')
_PLACE: Final = Html('<span class="place">{kind}{day}: {lines}</span>')
_OF: Final = Html(" {part}")

_LINE: Final = Html('<li id="L{number}"><a href="#L{number}">{number}</a><span>{text}</span>{readings}</li>')
_READINGS: Final = Html('<span class="readings" lang="{language}">{readings}{unread}</span>')
_READING: Final = Html('<a href="{url}">{words}</a> ')


@register.simple_tag
def happenings(days: Iterable[Day]) -> SafeString:
    """Day by day what happened to the case, each with its lines."""
    lines = LineLinks()
    return together(
        _DAY(day=day(one.date), happenings=together(_happening(told, lines) for told in one.happenings))
        for one in days
    )


def _happening(told: Happening, lines: LineLinks) -> SafeString:
    return _HAPPENING(
        url=told.url, words=told.words, lines=lines(told.paper, told.first_line, told.last_line)
    )


@register.simple_tag
def taken_up(items: Iterable[Item], *, alone: bool) -> SafeString:
    """A meeting's items; those that stand *alone*, without their meeting, with its body and day."""
    return together(
        _ITEM(
            url=item.get_absolute_url(),
            item=item,
            outcome=outcome(item),
            where=_WHERE(body=_body(item)) if alone else NOTHING,
        )
        for item in items
    )


@register.simple_tag
def listed(items: Iterable[ItemRow]) -> SafeString:
    """Items of many meetings, each with its body and day."""
    return together(
        _LISTED(url=item.get_absolute_url(), item=item, body=_body(item), outcome=outcome(item))
        for item in items
    )


def _body(item: Item | ItemRow) -> SafeString:
    return _BODY(body=item.body, day=_ON(day=day(item.date)) if item.date else NOTHING)


@register.simple_tag
def papers(file: Iterable[Paper], *, with_release: bool) -> SafeString:
    """The papers in the file, one row each."""
    kinds, copy = _kinds(), _COPY(word=_("copy"))
    marks = {
        is_released: STATES["released" if is_released else "not-released"].html
        for is_released in (True, False)
    }
    return together(
        _PAPER(
            number=paper.number,
            url=paper.get_absolute_url(),
            kind=kinds[paper.kind],
            copy=copy if paper.copy_of_id else NOTHING,
            day=day(paper.date),
            title=paper.title,
            author=_AUTHOR(author=paper.author) if paper.author else NOTHING,
            public=_PUBLIC(mark=marks[paper.released_at is not None]) if with_release else NOTHING,
        )
        for paper in file
    )


@register.simple_tag
def findings(rows: Iterable[FindingRow]) -> SafeString:
    """Findings, each with the lines that show it and the law behind it."""
    return together(_findings(rows))


def _findings(rows: Iterable[FindingRow]) -> Iterator[SafeString]:
    lines, kinds, comparison = LineLinks(), _kinds(), _("See the comparison")
    for row in rows:
        yield _FINDING(
            number=row.number,
            words=row.words,
            caveat=_OF(part=row.caveat) if row.caveat else NOTHING,
            comparison=_COMPARISON(url=row.compare_url, words=comparison) if row.compare_url else NOTHING,
            places=together((_place(place, kinds, lines) for place in row.places), " · "),
            card=lawcard(row.card) if row.card else NOTHING,
            taken=_made_of(row),
        )


def _made_of(row: FindingRow) -> SafeString:
    """The commitments that have taken it on, or where somebody who may takes it on."""
    if row.taken:
        strands = together((_STRAND(url=one.url, words=one.words) for one in row.taken), ", ")
        return _TAKEN(words=_("Taken on:"), strands=strands)
    if row.offer:
        return _OFFER(url=row.offer, words=_("Take on as a commitment"), number=row.number)
    return NOTHING


def _place(place: Where, kinds: dict[str, str], lines: LineLinks) -> SafeString:
    paper = place.paper
    return _PLACE(
        kind=kinds[paper.kind],
        day=_OF(part=day(paper.date)) if paper.date else NOTHING,
        lines=together((lines(paper, first, last) for first, last in place.spans), ", "),
    )


def _kinds() -> dict[str, str]:
    """What the kinds of papers are called at the beginning of a line."""
    return {key: capfirst(str(label)) for key, label in Paper.Kind.choices}


@register.simple_tag
def read_lines(rows: Sequence[LineRow], language: str) -> SafeString:
    """A paper's lines, each with what was read from it, which is told in *language*."""
    unread = STATES["unread"].html
    return together(
        _LINE(
            number=row.number,
            text=row.text,
            readings=_READINGS(
                language=language,
                readings=together(_READING(url=one.url, words=one.words) for one in row.readings),
                unread=unread if row.is_unread else NOTHING,
            )
            if row.readings or row.is_unread
            else NOTHING,
        )
        for row in rows
    )
