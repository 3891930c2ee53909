"""What happens with reminders and the year, as the audit tells it: by keys, never in their words."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event
from forebygg.audit.references import Refers, UserKey

OccasionKey = Annotated[int, Refers("reminders.occasion")]


@dataclass(frozen=True, kw_only=True)
class RemindersChosen(Event):
    """By the person, or by whoever has the link of an e-mail to them."""

    name: ClassVar = "reminders.chosen"
    sentence: ClassVar = _("chose what {user} is reminded of by e-mail")

    user: UserKey


@dataclass(frozen=True, kw_only=True)
class FeedMade(Event):
    name: ClassVar = "reminders.feed_made"
    sentence: ClassVar = _("made a calendar address for {user}")

    user: UserKey


@dataclass(frozen=True, kw_only=True)
class FeedWithdrawn(Event):
    name: ClassVar = "reminders.feed_withdrawn"
    sentence: ClassVar = _("withdrew the calendar address of {user}")

    user: UserKey


@dataclass(frozen=True, kw_only=True)
class OccasionsAdded(Event):
    """Several when they came in a list."""

    name: ClassVar = "reminders.occasions_added"
    sentence: ClassVar = _("added to the year: {occasions}")

    occasions: list[OccasionKey]


@dataclass(frozen=True, kw_only=True)
class OccasionChanged(Event):
    name: ClassVar = "reminders.occasion_changed"
    sentence: ClassVar = _("changed {occasion} of the year")

    occasion: OccasionKey


@dataclass(frozen=True, kw_only=True)
class OccasionRemoved(Event):
    name: ClassVar = "reminders.occasion_removed"
    sentence: ClassVar = _("took {occasion} away from the year")

    occasion: OccasionKey
