"""What cannot be done with papers, and what to do instead."""

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class PaperIsPublic(CodedError):
    code = "papers.public"
    message = N_("Paper {paper} is shown to the public. Close it to the public before it is kept.")


class PaperIsKept(CodedError):
    code = "papers.kept"
    message = N_(
        "Paper {paper} is kept by {authority}. It has to let the others see it before the public may."
    )


class NotAnAuthority(CodedError):
    code = "papers.not_an_authority"
    message = N_("{unit} is part of an authority. Papers are kept by the authority itself.")


class PapersLeftBehind(CodedError):
    """What an authority keeps to itself nobody sees when it is an authority no longer."""

    code = "papers.left_behind"
    message = N_(
        "{unit} keeps papers to itself ({count}), which nobody would see any longer. Either its registrar or "
        "secretary lets the other authorities see them, in each case under “What stays within an authority”, "
        "or an administrator closes it down and chooses the authority that takes them over."
    )


class NotAGuest(CodedError):
    code = "papers.not_a_guest"
    message = N_("{name} is no guest here. An administrator gives the post of guest.")


class InvitedAlready(CodedError):
    code = "papers.invited_already"
    message = N_("{name} is invited to the case already. For another day, end that invitation first.")


class ImpossibleLastDay(CodedError):
    code = "papers.impossible_last_day"
    message = N_("An invitation lasts at least today and at most a year. Choose a day until {latest}.")
