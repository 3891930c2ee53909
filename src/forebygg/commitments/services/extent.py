"""The light mode is begun or ended, each time with its reason."""

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.events import LightModeBegun, LightModeEnded
from forebygg.commitments.models import ExtentChoice
from forebygg.commitments.selectors.extent import extent_of
from forebygg.commitments.services.terms import lock


@transaction.atomic
def choose_extent(municipality: Municipality, *, is_light: bool, because: str, by: User) -> bool:
    """Whether that is a change; what is stored of commitments is the same before and after."""
    permissions.LIGHTEN.require(by, within=municipality)
    lock(municipality)
    if extent_of(municipality).is_light == is_light:
        return False
    ExtentChoice.objects.create(municipality=municipality, is_light=is_light, because=because, by=by)
    kind = LightModeBegun if is_light else LightModeEnded
    record(kind(municipality=municipality.pk), about=municipality, by=by)
    return True
