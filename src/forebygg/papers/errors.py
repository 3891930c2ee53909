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
