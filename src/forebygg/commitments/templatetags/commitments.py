"""`{% load commitments %}`: what holds of a commitment, what it lacks, and why it was proposed."""

from collections.abc import Collection, Sequence

from django import template
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString

from forebygg.commitments import telling
from forebygg.commitments.marks import LACKS, SIGNS
from forebygg.commitments.rules.proposing.facts import Proposal
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


@register.filter
def why(proposal: Proposal) -> str:
    """Why those are proposed who are."""
    return telling.why(proposal)


@register.filter
def missing(proposal: Proposal) -> Sequence[str]:
    """What the sentence lacks, in words."""
    return telling.missing(proposal)
