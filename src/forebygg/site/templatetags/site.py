"""`{% load site %}`: the way around."""

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def entry(context: Context, words: str | Promise, name: str) -> SafeString:
    """An entry of the navigation, saying when one stands on its page or on one beneath it."""
    request = context["request"]
    address = reverse(name, args=[request.municipality.slug])
    here = request.path == address
    beneath = name != "site:home" and request.path.startswith(address)
    current = format_html(' aria-current="{}"', "page" if here else "true") if here or beneath else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', address, current, words)
