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
