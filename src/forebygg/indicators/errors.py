"""What cannot be recorded of an indicator, and what to do about it."""

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class DomainError(CodedError):
    """A refusal that is told at the form."""


class NotYetBegun(DomainError):
    code = "indicators.not_yet_begun"
    message = N_("That period has not begun. Record the outcome when there is one.")


class NotDivided(DomainError):
    code = "indicators.not_divided"
    message = N_(
        "This indicator is not divided by sex. Change the indicator first, or record the outcome of all."
    )


class HeadsMissing(DomainError):
    code = "indicators.heads_missing"
    message = N_(
        "Say how many people the figure rests on. Otherwise nobody can tell if it may be shown by sex."
    )


class MoreThanAll(DomainError):
    code = "indicators.more_than_all"
    message = N_("Women and men would be {parts} people together, but all are {all}. Correct one of them.")


class DayMissing(DomainError):
    code = "indicators.day_missing"
    message = N_("A baseline and a target each need their figure and their day, or neither.")


class PeriodInUse(DomainError):
    code = "indicators.period_in_use"
    message = N_(
        "There are outcomes already, so that the length of the period cannot be changed. Add a new indicator."
    )
