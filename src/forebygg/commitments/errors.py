"""What cannot be done with commitments, and what to do instead."""

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class AlreadySettled(CodedError):
    """Two coordinators at once: what one has decided the other does not decide again."""

    code = "commitments.already_settled"
    message = N_(
        "Somebody has settled these already: {sentences}. Nothing was saved; "
        "the others are still here as you left them."
    )


class NothingChosen(CodedError):
    code = "commitments.nothing_chosen"
    message = N_("Tick at least one sentence.")


class NotEnoughToJoin(CodedError):
    code = "commitments.not_enough_to_join"
    message = N_("Tick at least two sentences to join them in one commitment.")


class NoSuchSentence(CodedError):
    code = "commitments.no_such_sentence"
    message = N_("Sentence {sentence} is not in this edition. Look at the page anew.")


class CannotAnswerForIt(CodedError):
    """An outside actor is a counterpart and never bound."""

    code = "commitments.cannot_answer_for_it"
    message = N_("{unit} is not a board or a company of the municipality. Name it as a counterpart instead.")


class SameOwnerTwice(CodedError):
    code = "commitments.same_owner_twice"
    message = N_("The owner cannot be the deputy too. Choose another post, or nobody.")


class CommitmentEnded(CodedError):
    code = "commitments.ended"
    message = N_("Commitment {number} has ended. Make a new one instead.")


class NotFollowing(CodedError):
    code = "commitments.not_following"
    message = N_("Somebody has decided on commitment {number} already.")


class NothingAnswered(CodedError):
    code = "commitments.nothing_answered"
    message = N_("Nothing has been answered yet. Choose where the unit stands with at least one commitment.")


class NotConcerned(CodedError):
    code = "commitments.not_concerned"
    message = N_("Commitment {number} no longer concerns {unit}, or has ended. Nothing was saved.")


class ReasonMissing(CodedError):
    code = "commitments.reason_missing"
    message = N_("Commitment {number}: say why it does not apply to the unit.")


class EvidenceMissing(CodedError):
    code = "commitments.evidence_missing"
    message = N_("Commitment {number}: say what shows that it is done.")


class NoSuchSheet(CodedError):
    """What the columns are is known by their heads, as they came."""

    code = "commitments.no_such_sheet"
    message = N_(
        "This is no sheet that was taken out here: the columns with the numbers are not there. "
        "Take out a sheet, fill it in, and choose that file."
    )


class SheetRefused(CodedError):
    """Half a sheet would mislead."""

    code = "commitments.sheet_refused"
    message = N_("Nothing was saved: {count} rows are wrong. Put them right in the file and try again.")


class LinkOver(CodedError):
    code = "commitments.link_over"
    message = N_("The link has been used, or is too old. Ask whoever sent it for a new one.")


class LinkNotSent(CodedError):
    """A link that cannot be sent is not made."""

    code = "commitments.link_not_sent"
    message = N_(
        "No e-mail could be sent to {email}, so no link was made."
        " Look at the address, or try again in a while."
    )


class NothingToPropose(CodedError):
    code = "commitments.nothing_to_propose"
    message = N_("{unit} has promised nothing yet, so there is nothing to decide on.")


class NothingChosenToDecide(CodedError):
    code = "commitments.nothing_chosen_to_decide"
    message = N_("Tick at least one unit.")


class NotProposed(CodedError):
    code = "commitments.not_proposed"
    message = N_(
        "Only an action plan that is proposed can be decided. That of {plan} is not. Look at the page anew."
    )


class LaterInForce(CodedError):
    code = "commitments.later_in_force"
    message = N_(
        "A later decision is in force already for {plan}: {place}. Withdraw that first if it is wrong."
    )


class ReviewTooLate(CodedError):
    """The municipality's plan is followed up at least every other year (2023:196, 6 §); so are its parts."""

    code = "commitments.review_too_late"
    message = N_("The next follow-up is to lie after {first} and at the latest on {last}.")


class NotInForce(CodedError):
    code = "commitments.not_in_force"
    message = N_("Only an action plan in force is followed up.")


class ReviewedThatDay(CodedError):
    code = "commitments.reviewed_that_day"
    message = N_("A follow-up on that day has been recorded already.")


class CannotBeWithdrawn(CodedError):
    code = "commitments.cannot_be_withdrawn"
    message = N_("This action plan has been superseded or withdrawn already.")


class ListRefused(CodedError):
    """Half a list would mislead."""

    code = "commitments.list_refused"
    message = N_("Nothing was saved: {count} rows are wrong. Put them right in the file, or leave them out.")


class NoMeasureColumn(CodedError):
    code = "commitments.no_measure_column"
    message = N_("Say which column holds the measures: what is to be done.")


class ColumnTwice(CodedError):
    code = "commitments.column_twice"
    message = N_("Two columns cannot both be “{column}”. Choose one of them.")
