"""`{% load site %}`: the way around."""

from typing import Final

from django import template
from django.template import Context
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from forebygg.web.addresses import address
from forebygg.web.html import NOTHING, Html

register = template.Library()

_ENTRY: Final = Html('<li><a href="{address}"{current}>{words}</a></li>')
_CURRENT: Final = Html(' aria-current="{how}"')


@register.simple_tag(takes_context=True)
def entry(context: Context, words: str | Promise, name: str) -> SafeString:
    """An entry of the navigation, saying when one stands on its page or on one beneath it."""
    request = context["request"]
    to = address(name, request.municipality.slug)
    here = request.path == to
    beneath = name != "site:home" and request.path.startswith(to)
    current = _CURRENT(how="page" if here else "true") if here or beneath else NOTHING
    return _ENTRY(address=to, current=current, words=words)
