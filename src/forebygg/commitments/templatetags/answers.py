"""`{% load answers %}`: how a unit stands with a commitment."""

from django import template
from django.utils.safestring import SafeString

from forebygg.commitments.marks import STANDS

register = template.Library()


@register.simple_tag
def stands(state: str) -> SafeString:
    return STANDS[state].html
