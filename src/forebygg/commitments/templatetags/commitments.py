"""`{% load commitments %}`: what holds of a commitment, what it lacks, and money as one writes it."""

from collections.abc import Collection

from django import template
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from forebygg.commitments.marks import LACKS, SIGNS
from forebygg.commitments.rules.states import Lack, Sign
from forebygg.web.html import together

register = template.Library()


@register.simple_tag
def signs(those: Collection[Sign]) -> SafeString:
    """The marks of all of them, the gravest first."""
    return together((mark.html for sign, mark in SIGNS.items() if sign in those), " ")


@register.filter
def lacking(lack: Lack) -> str | Promise:
    return LACKS[lack]


@register.filter
def grouped(number: int) -> str:
    """A number with its thousands apart."""
    return number_format(number, force_grouping=True)
