"""What is to be done later, who is told of it, and what the year holds."""

from forebygg.reminders.models.calendars import CalendarFeed
from forebygg.reminders.models.jobs import Job
from forebygg.reminders.models.letters import Digest, Subscription
from forebygg.reminders.models.occasions import Occasion

__all__ = ["CalendarFeed", "Digest", "Job", "Occasion", "Subscription"]
