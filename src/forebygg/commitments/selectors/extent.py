"""What is asked and shown in a municipality, and how it has come to be so."""

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import QuerySet

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Commitment, ExtentChoice
from forebygg.commitments.rules.extent import FIELDS, Extent

_NOTHING: Final[Mapping[str, Any]] = {
    "level": "",
    "counterparts": "",
    "hours": None,
    "money": None,
    "deputy": None,
}


def extent_of(municipality: Municipality) -> Extent:
    """What holds now. One query."""
    latest = ExtentChoice.objects.of(municipality).order_by("-at", "-pk").values_list("is_light", flat=True)
    return Extent(is_light=bool(latest.first()))


def choices_made(municipality: Municipality) -> QuerySet[ExtentChoice]:
    """Every choice, the latest first. One query."""
    return ExtentChoice.objects.of(municipality).select_related("by").order_by("-at", "-pk")


def as_shown(commitment: Commitment, extent: Extent) -> Commitment:
    """The commitment as pages show it, never to be saved: what falls away is empty here, and stays stored."""
    for name in FIELDS:
        if name in _NOTHING and not extent.shows(name):
            setattr(commitment, name, _NOTHING[name])
    return commitment
