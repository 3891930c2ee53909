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


class AlreadyCome(CodedError):
    """An invitation that was accepted is a person with posts."""

    code = "organisation.already_come"
    message = N_(
        "{name} has come already, so there is no invitation left. Let the posts be taken over, or end them."
    )


class SamePerson(CodedError):
    code = "organisation.same_person"
    message = N_("A post is taken over by somebody else. Choose another person, or nobody.")


class MailRefused(CodedError):
    """An invitation that cannot be sent is not made."""

    code = "organisation.mail_refused"
    message = N_("No e-mail can be sent to {email}, so nobody has been invited. Look at the address.")


class MailSilent(CodedError):
    code = "organisation.mail_silent"
    message = N_(
        "The e-mail server does not answer, so nobody has been invited. Try again in a while. "
        "If it goes on, tell whoever looks after Förebygg."
    )


class NameTaken(CodedError):
    code = "organisation.name_taken"
    message = N_("There is a {name} in the same place already. Choose another name.")


class BelowItself(CodedError):
    code = "organisation.below_itself"
    message = N_("{unit} cannot lie under {above}, which lies under it. Choose another place.")


class TooDeep(CodedError):
    code = "organisation.too_deep"
    message = N_("An organisation may have at most {limit} levels. Choose a place higher up.")


class StillBelow(CodedError):
    """What lies under a unit would be left in the air."""

    code = "organisation.still_below"
    message = N_("Under {unit} there are still units ({count}). Close them down or move them first.")


class FutureDay(CodedError):
    code = "organisation.future_day"
    message = N_("{day} has not come yet. Give today or an earlier day.")


class ImpossibleCount(CodedError):
    code = "organisation.impossible_count"
    message = N_("A number of people lies between 0 and {most}. Give a whole number.")


class ImportRefused(CodedError):
    """Half an organisation would mislead."""

    code = "organisation.import_refused"
    message = N_("Nothing was imported: {count} rows are wrong. Put them right in the file and try again.")


class StillHoldsPosts(CodedError):
    """Whoever holds a post must be known by name to those who work with them."""

    code = "organisation.still_holds_posts"
    message = N_("{name} still holds posts. Let somebody take them over, or end them, first.")


class RecoveryNeedsAnother(CodedError):
    """Two administrators, neither of them the person: one alone could take over anybody's account."""

    code = "organisation.recovery_needs_another"
    message = N_("It takes two administrators, neither of them the person. {name} cannot do this part.")


class RecoveryOver(CodedError):
    code = "organisation.recovery_over"
    message = N_("That has been approved already, or was asked for more than three days ago. Ask anew.")


class NoSuccessor(CodedError):
    code = "organisation.no_successor"
    message = N_("{unit} cannot take over. Choose another board or company of the municipality.")
