"""What cannot be done with an account, and what to do instead."""

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class AccountClosed(CodedError):
    code = "accounts.closed"
    message = N_("{name} has an account with that address already, which is closed.")


class EverybodyInvented(CodedError):
    """Among the demo's people nobody needs a second factor, so nobody real may be among them."""

    code = "accounts.everybody_invented"
    message = N_(
        "In this database everybody is invented, and nothing protects what is kept in it. "
        "Choose another: FOREBYGG_HOME or FOREBYGG_DATABASE_URL."
    )


class FactorUnreadable(CodedError):
    """It was sealed with a key that is neither the present one nor one of those before."""

    code = "accounts.factor_unreadable"
    message = N_(
        "Your second factor cannot be read any longer. "
        "Ask your municipality’s administrator for a new start, under “Lost second factor”."
    )


class InvitationOver(CodedError):
    code = "accounts.invitation_over"
    message = N_("The invitation has been used or withdrawn.")


class SomebodyReal(CodedError):
    code = "accounts.somebody_real"
    message = N_("There are real people in this database, so nobody is invented here.")
