"""`{% load indicators %}`: figures as they are written."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.safestring import SafeString

from forebygg.web.html import Html

register = template.Library()

_WITH_UNIT = Html('{value} <span class="quiet" lang="sv">{unit}</span>')


@register.filter
def figure(value: Decimal | None) -> str:
    """The number without decimals that say nothing: 12.500 is 12,5."""
    if value is None:
        return ""
    plain = value.normalize()
    if plain == plain.to_integral_value():
        plain = plain.quantize(Decimal(1))
    return number_format(plain, force_grouping=True)


@register.simple_tag
def measured(value: Decimal, unit: str) -> SafeString:
    """The number with what it counts."""
    return _WITH_UNIT(value=figure(value), unit=unit)
