"""What cannot be done with reminders and the year, and what to do instead."""

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class OccasionGone(CodedError):
    code = "reminders.occasion_gone"
    message = N_("Somebody has taken “{title}” away already. Add it again if it is still to happen.")
