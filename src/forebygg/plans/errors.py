"""What cannot be done with a plan, and what to do about it."""

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class DomainError(CodedError):
    """A refusal that is told at the form."""


class AlreadyAdopted(DomainError):
    code = "plans.already_adopted"
    message = N_(
        "This edition has been recorded as adopted already: {place}. Withdraw that first if it is wrong."
    )


class AnotherThatDay(DomainError):
    code = "plans.another_that_day"
    message = N_(
        "Another edition of the plan is recorded as adopted on that day: {place}. "
        "Withdraw that first if it is wrong."
    )


class NothingToWithdraw(DomainError):
    code = "plans.nothing_to_withdraw"
    message = N_("The decision has been withdrawn already.")


class UnreadableParagraph(DomainError):
    code = "plans.unreadable_paragraph"
    message = N_("Write the paragraph as the minutes print it, with its number: § 41.")


class NotAPurpose(DomainError):
    code = "plans.not_a_purpose"
    message = N_(
        "A goal lies under a purpose of the same plan that has not ended, and a purpose under nothing."
    )


class StillUnder(DomainError):
    code = "plans.still_under"
    message = N_("There are goals under this purpose. Move or end them first.")


class GoalEnded(DomainError):
    code = "plans.goal_ended"
    message = N_("That goal has ended already.")


class SentenceTaken(DomainError):
    code = "plans.sentence_taken"
    message = N_("That sentence is goal {goal} already.")
