"""What cannot be done in an organisation, and what to do instead."""

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class LastAdministrator(CodedError):
    """Without an administrator nobody could give anybody a post again."""

    code = "organisation.last_administrator"
    message = N_(
        "{name} is the only administrator of the municipality. "
        "Make somebody else administrator first, or let the post be taken over."
    )


class PostNeedsUnit(CodedError):
    code = "organisation.post_needs_unit"
    message = N_("That role is always held in a unit. Say which.")


class UnitClosed(CodedError):
    code = "organisation.unit_closed"
    message = N_("{unit} has been closed down. Choose another unit.")


class SamePerson(CodedError):
    code = "organisation.same_person"
    message = N_("A post is taken over by somebody else. Choose another person, or nobody.")
