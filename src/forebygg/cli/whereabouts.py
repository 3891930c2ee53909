"""Whose case a command means. Django has to have begun before this module is read."""

from forebygg.accounts.models import Municipality
from forebygg.core.errors import CodedError
from forebygg.core.messages import N_
from forebygg.papers.models import Case


class NoMunicipality(CodedError):
    code = "cli.no_municipality"
    message = N_("There is no municipality here. Add yours first: forebygg municipality add NAME")


class WhichMunicipality(CodedError):
    code = "cli.which_municipality"
    message = N_("There are several municipalities here. Say which with --municipality: {known}")


class UnknownMunicipality(CodedError):
    code = "cli.unknown_municipality"
    message = N_("There is no municipality “{slug}” here. There is: {known}")


class UnknownCase(CodedError):
    code = "cli.unknown_case"
    message = N_("{municipality} has no case {number}.")


def municipality_called(slug: str) -> Municipality:
    """The one with that address, or the only one there is; raises what is above."""
    known = {municipality.slug: municipality for municipality in Municipality.objects.order_by("slug")}
    if not known:
        raise NoMunicipality
    if not slug and len(known) == 1:
        return next(iter(known.values()))
    if not slug:
        raise WhichMunicipality(known=", ".join(known))
    if slug not in known:
        raise UnknownMunicipality(slug=slug, known=", ".join(known))
    return known[slug]


def case_numbered(number: int, municipality: Municipality) -> Case:
    """The municipality's case of that number; raises UnknownCase."""
    try:
        return Case.objects.of(municipality).select_related("municipality").get(number=number)
    except Case.DoesNotExist:
        raise UnknownCase(municipality=municipality, number=number) from None
