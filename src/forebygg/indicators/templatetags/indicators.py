"""`{% load indicators %}`: figures as they are written."""

from decimal import Decimal

from django import template
from django.utils.safestring import SafeString

from forebygg.indicators.figures import written
from forebygg.web.html import Html

register = template.Library()

_WITH_UNIT = Html('{value} <span class="quiet" lang="sv">{unit}</span>')


@register.filter
def figure(value: Decimal | None) -> str:
    """The number as it is written; nothing where there is none."""
    return "" if value is None else written(value)


@register.simple_tag
def measured(value: Decimal, unit: str) -> SafeString:
    """The number with what it counts."""
    return _WITH_UNIT(value=figure(value), unit=unit)
