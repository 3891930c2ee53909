"""A municipality comes to an installation."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.accounts.services import settle_municipality
from forebygg.audit.recording import record
from forebygg.organisation.events import MunicipalityFounded


@transaction.atomic
def found_municipality(slug: str, name: str, *, by: User) -> Municipality:
    """The municipality with that address; one that is there already stays as it is.

    For whoever may run commands on the machine. Raises PermissionDenied for anybody else.
    """
    if not by.system:
        raise PermissionDenied
    municipality, is_new = settle_municipality(slug, name)
    if is_new:
        record(MunicipalityFounded(municipality=municipality.pk), about=municipality, by=by)
    return municipality
