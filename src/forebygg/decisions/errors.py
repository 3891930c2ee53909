"""What can hinder an act on a case, each said in one line that tells what to do."""

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class NoPapers(CodedError):
    code = "decisions.no_papers"
    message = N_("There is no file to import. Name the papers, or the folder they lie in.")


class CaseKeptChanging(CodedError):
    """Others changed the case each time it was about to be stored; nothing was."""

    code = "decisions.case_kept_changing"
    message = N_("Others are changing the case just now. Nothing was stored; try again in a moment.")


class CaseChanged(CodedError):
    """The case was read again while it was being told, so that what was told may be of two readings."""

    code = "decisions.case_changed"
    message = N_("Somebody changed the case while it was being written out. Fetch it again.")
    status = 409
