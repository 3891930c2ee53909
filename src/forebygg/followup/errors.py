"""What cannot be done with rounds, and what to do instead."""

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class DaysInDisorder(CodedError):
    code = "followup.days_in_disorder"
    message = N_("The last day cannot lie before the first, nor the day to answer by.")


class NoEditionInForce(CodedError):
    code = "followup.no_edition_in_force"
    message = N_("No edition of the plan is in force. Record the council’s decision first.")


class AnotherIsOpen(CodedError):
    code = "followup.another_is_open"
    message = N_("Round {number} of this plan has not been closed. Close it first.")


class WrongStage(CodedError):
    """Two at once: what one has moved on the other does not move again."""

    code = "followup.wrong_stage"
    message = N_("Somebody has moved the round on: this can no longer be done, or not yet. Look at it anew.")


class MeetingTooEarly(CodedError):
    code = "followup.meeting_too_early"
    message = N_("The council cannot have met before the first day of the round.")


class NothingConcluded(CodedError):
    code = "followup.nothing_concluded"
    message = N_("Nothing has been recorded yet. Choose what becomes of at least one point.")


class NoSuchPoint(CodedError):
    code = "followup.no_such_point"
    message = N_("Commitment {number} is no point of this round. Nothing was saved.")


class PointChanged(CodedError):
    """Two who record at once: what one has saved the other does not overwrite unseen."""

    code = "followup.point_changed"
    message = N_(
        "Somebody has recorded commitment {number} since you opened the page. Nothing was saved; "
        "what you wrote is still here. Compare, and save again."
    )


class WordsMissing(CodedError):
    code = "followup.words_missing"
    message = N_("Commitment {number}: say why.")


class MethodMissing(CodedError):
    code = "followup.method_missing"
    message = N_(
        "Commitment {number}: say by what method, and from what source, it is known whether it helped."
    )


class PointsLeft(CodedError):
    code = "followup.points_left"
    message = N_("The council has not ended every point: {count} are left. Nothing was closed.")


class NothingToClose(CodedError):
    code = "followup.nothing_to_close"
    message = N_("The plan has no commitments, so there is nothing to follow up.")


class NotClosed(CodedError):
    code = "followup.not_closed"
    message = N_("The round has not been closed: change what is wrong where it stands.")
