"""`{% load web %}`: the parts that pages are made from. Each renders one small template or element."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final, Protocol

from django import template
from django.forms import BoundField
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.template import Context, NodeList
from django.template.base import Parser, Token
from django.template.loader_tags import BlockNode
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from forebygg.web import doors, forms, languages, texts
from forebygg.web.dates import written_day, written_moment
from forebygg.web.html import NOTHING, Html, together
from forebygg.web.lines import Lined, LineLinks
from forebygg.web.marks import STATES, Mark
from forebygg.web.pagination import Page
from forebygg.web.steps import Step

register = template.Library()

Words = str | Promise

_TIME: Final = Html('<time datetime="{at}">{words}</time>')
_SHEET_LINE: Final = Html('<li id="L{number}"><a href="#L{number}">{number}</a><span>{words}</span></li>')
_FACT: Final = Html("<div><dt>{label}</dt><dd>{value}</dd></div>")
_ADDED: Final = Html('<ins><span class="ds-sr-only">{how} </span>{words}</ins>')
_REMOVED: Final = Html('<del><span class="ds-sr-only">{how} </span>{words}</del>')
_OPTION: Final = Html('<option value="{value}"{attributes}>{words}</option>')
_OPTIONS: Final = Html('<optgroup label="{words}">{options}</optgroup>')
_CRUMB: Final = Html('<li><a class="ds-link" href="{address}">{words}</a></li>')


class Linked(Protocol):
    """Something with a page of its own."""

    def get_absolute_url(self) -> str: ...


class Filled(template.Node):
    """What surrounds a block of the page, shown only where the page fills the block."""

    def __init__(self, name: str, surroundings: NodeList) -> None:
        self.block = BlockNode(name, NodeList())
        self.surroundings = surroundings

    def render(self, context: Context) -> SafeString:
        filling = SafeString(self.block.render(context).strip())
        if not filling:
            return SafeString()
        with context.push(filling=filling):
            return self.surroundings.render(context)


@register.tag
def filled(parser: Parser, token: Token) -> Filled:
    """`{% filled lead %}<p>{{ filling }}</p>{% endfilled %}`: no empty paragraph where a page has no lead."""
    _name, block = token.split_contents()
    surroundings = parser.parse(("endfilled",))
    parser.delete_first_token()
    return Filled(block, surroundings)


# -- dates, and where in a paper -------------------------------------------------------------------------


@register.simple_tag
def day(value: date | None, *, weekday: bool = False) -> SafeString:
    if value is None:
        return NOTHING
    return _written(date.isoformat(value), written_day(value, weekday=weekday))


# A list says the same few days on every row.
@lru_cache(maxsize=4096)
def _written(at: str, words: str) -> SafeString:
    return _TIME(at=at, words=words)


@register.simple_tag
def moment(value: datetime | None) -> SafeString:
    if value is None:
        return NOTHING
    return _TIME(at=value.isoformat(timespec="seconds"), words=written_moment(value))


@register.simple_tag
def lines(paper: Lined | None, first: int | None, last: int | None = None) -> SafeString:
    """A link to lines of a paper."""
    return LineLinks()(paper, first, last)


@register.simple_tag
def sheet_line(number: int, words: str) -> SafeString:
    """One line of a paper as printed, in `<ol class="sheet" lang="sv">`; its number links to itself."""
    return _SHEET_LINE(number=number, words=words)


# -- marks, facts, wordings ------------------------------------------------------------------------------


@register.simple_tag
def state(key: str) -> SafeString:
    return STATES[key].html


@register.simple_tag
def mark(words: Words, *, tone: str = "neutral", shape: str = "dot") -> SafeString:
    return Mark(words, shape, tone).html


@register.simple_tag
def fact(label: Words, value: object) -> SafeString:
    """A row of `<dl class="facts">`; nothing when the paper does not say."""
    return NOTHING if value is None or value == "" else _FACT(label=label, value=value)


@register.simple_block_tag
def factbox(content: str, label: Words) -> SafeString:
    return _FACT(label=label, value=content)


@register.simple_tag
def added(words: str) -> SafeString:
    return _ADDED(how=_("added:"), words=words)


@register.simple_tag
def removed(words: str) -> SafeString:
    return _REMOVED(how=_("removed:"), words=words)


# -- boxes and lists -------------------------------------------------------------------------------------


@register.simple_block_tag
def datatable(content: str, caption: Words, *, hide_caption: bool = False) -> SafeString:
    """A table that scrolls by itself when the screen is narrow, by keyboard too."""
    return format_html(
        '<div class="scroll" role="region" tabindex="0" aria-label="{}">'
        '<table class="ds-table"><caption{}>{}</caption>{}</table></div>',
        caption,
        SafeString(' class="ds-sr-only"' if hide_caption else ""),
        caption,
        content,
    )


@register.simple_block_tag
def nothing(content: str, title: Words) -> SafeString:
    """What stands where there is nothing to show."""
    return format_html('<div class="nothing"><p><strong>{}</strong></p>{}</div>', title, content)


@register.simple_block_tag
def notice(content: str, kind: str, title: Words = "") -> SafeString:
    heading = format_html("<p><strong>{}</strong></p>", title) if title else ""
    return format_html('<div class="ds-alert" data-color="{}">{}{}</div>', kind, heading, content)


@register.inclusion_tag("web/steps.html")
def steps(steps: Sequence[Step], *, label: Words) -> dict[str, object]:
    return {"steps": steps, "label": label}


@register.inclusion_tag("web/pagination.html")
def pagination(page: Page[Any]) -> dict[str, object]:
    return {"page": page}


@register.simple_tag
def crumb(target: Words | Linked, url: str = "") -> SafeString:
    """One step of the way here: words and their address, or anything that has a page."""
    address = url or getattr(target, "get_absolute_url", str)()
    return _CRUMB(address=address, words=target)


# -- forms -----------------------------------------------------------------------------------------------


@register.inclusion_tag("web/field.html")
def field(field: BoundField) -> dict[str, object]:
    return {"field": field}


@register.inclusion_tag("web/error_summary.html")
def errors(form: object) -> dict[str, object]:
    return {"form": form}


@register.simple_tag
def options(groups: Iterable[tuple[str | None, Sequence[Mapping[str, Any]], int]]) -> SafeString:
    """What a select offers, perhaps every unit of a municipality: Django renders two templates for each."""
    told = []
    for words, offered, _place in groups:
        inside = together(
            _OPTION(
                value=one["value"],
                attributes=flatatt(one["attrs"]) if one["attrs"] else NOTHING,
                words=one["label"],
            )
            for one in offered
        )
        told.append(_OPTIONS(words=words, options=inside) if words else inside)
    return together(told)


register.filter("control", forms.control)
register.filter("is_group", forms.is_group)
register.filter("is_choice_box", forms.is_choice_box)
register.filter("only_asks", texts.only_asks)


# -- this page elsewhere ---------------------------------------------------------------------------------


@register.simple_tag
def versions(request: HttpRequest) -> list[languages.Version]:
    return list(languages.versions(request))


@register.simple_tag
def address_through(request: HttpRequest, door: str) -> str:
    return doors.through(doors.Door(door), request)
