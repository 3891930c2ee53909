"""The dates board of one meeting: each day that is printed beside the day that the law gives."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from forebygg.core.messages import N_, Notice
from forebygg.law.cards import Card
from forebygg.law.rules import Deadline, last_day_of_appeal, last_day_of_approval, last_day_of_notice


class What(StrEnum):
    """What a row is about, in the order things happen."""

    MEETING = "meeting"
    APPROVAL = "approval"
    NOTICE = "notice"
    APPEAL = "appeal"
    REMOVAL = "removal"

    @property
    def label(self) -> str:
        return _WHAT[self]


class Kept(StrEnum):
    """How a printed day stands to the law's: in time, too late, too early, or not to be told."""

    IN_TIME = "in_time"
    LATE = "late"
    EARLY = "early"
    UNCERTAIN = "uncertain"

    @property
    def label(self) -> str:
        return _KEPT[self]


class Clock(StrEnum):
    """Where the time to appeal stands."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    ENDED = "ended"
    CUT_SHORT = "cut_short"


@dataclass(frozen=True, kw_only=True)
class DateRow:
    """One day of a meeting: as the paper prints it, as the law gives it, and whether they agree.

    For `What.REMOVAL` the deadline is the last day of appeal, which the notice must outlast.
    """

    what: What
    printed: dt.date | None = None
    deadline: Deadline | None = None
    kept: Kept | None = None

    @property
    def card(self) -> Card | None:
        return self.deadline.card if self.deadline else None

    @property
    def is_verified(self) -> bool:
        """Whether every rule behind the row has been read in the statute; true where no rule is used."""
        return all(card.is_verified for card in self.deadline.cards) if self.deadline else True


@dataclass(frozen=True, kw_only=True)
class AppealTime:
    """Where the time to appeal stands on a given day; `days_left` counts the last day, but not today."""

    clock: Clock
    until: dt.date | None = None
    days_left: int | None = None

    @property
    def sentence(self) -> Notice:
        if self.clock is Clock.RUNNING and self.days_left in {0, 1}:
            return Notice(_LAST_DAYS[self.days_left], until=self.until)
        return Notice(_CLOCK[self.clock], until=self.until, days=self.days_left)


@dataclass(frozen=True, kw_only=True)
class Board:
    """The rows of one meeting, and where its time to appeal stands."""

    rows: tuple[DateRow, ...]
    appeal_time: AppealTime


def dates_of(
    *,
    met: dt.date | None,
    approved_on: dt.date | None = None,
    posted_on: dt.date | None = None,
    removed_on: dt.date | None = None,
    today: dt.date,
) -> Board:
    """What the law makes of a meeting's days. A day that is not printed leaves what hangs on it open."""
    approval = last_day_of_approval(met) if met else None
    notice = last_day_of_notice(approved_on, decided=met) if approved_on else None
    appeal = last_day_of_appeal(posted_on, decided=met) if posted_on else None
    rows = (
        DateRow(what=What.MEETING, printed=met),
        DateRow(
            what=What.APPROVAL, printed=approved_on, deadline=approval, kept=_kept(approved_on, approval, met)
        ),
        DateRow(
            what=What.NOTICE, printed=posted_on, deadline=notice, kept=_kept(posted_on, notice, approved_on)
        ),
        DateRow(what=What.APPEAL, deadline=appeal),
        DateRow(what=What.REMOVAL, printed=removed_on, deadline=appeal, kept=_outlasted(removed_on, appeal)),
    )
    return Board(rows=rows, appeal_time=_appeal_time(posted_on, removed_on, appeal, today))


def _kept(printed: dt.date | None, deadline: Deadline | None, counted_from: dt.date | None) -> Kept | None:
    if not printed or not deadline:
        return None
    if counted_from and printed < counted_from:
        return Kept.UNCERTAIN  # nothing can be approved before it was decided: one of the days is misprinted
    return Kept.LATE if printed > deadline.day else Kept.IN_TIME


def _outlasted(removed: dt.date | None, appeal: Deadline | None) -> Kept | None:
    """The notice is to be up through the last day.

    Whether that is the nominal one or the one it was put off to is nowhere said: in between we do not tell.
    """
    if not removed or not appeal:
        return None
    if removed <= appeal.nominal_day:
        return Kept.EARLY
    return Kept.IN_TIME if removed > appeal.day else Kept.UNCERTAIN


def _appeal_time(
    posted: dt.date | None, removed: dt.date | None, appeal: Deadline | None, today: dt.date
) -> AppealTime:
    if not posted or not appeal or posted > today:
        return AppealTime(clock=Clock.NOT_STARTED)
    if _outlasted(removed, appeal) is Kept.EARLY and removed and removed <= today:
        return AppealTime(clock=Clock.CUT_SHORT, until=appeal.day)
    if today > appeal.day:
        return AppealTime(clock=Clock.ENDED, until=appeal.day)
    return AppealTime(clock=Clock.RUNNING, until=appeal.day, days_left=(appeal.day - today).days)


_WHAT: Final = {
    What.MEETING: N_("Meeting"),
    What.APPROVAL: N_("Minutes approved"),
    What.NOTICE: N_("Notice put up"),
    What.APPEAL: N_("Last day to appeal"),
    What.REMOVAL: N_("Notice taken down"),
}
_KEPT: Final = {
    Kept.IN_TIME: N_("In time"),
    Kept.LATE: N_("Too late"),
    Kept.EARLY: N_("Too early"),
    Kept.UNCERTAIN: N_("Cannot be told"),
}
_CLOCK: Final = {
    Clock.NOT_STARTED: N_("The time to appeal has not begun: no notice is up, as far as the papers say."),
    Clock.RUNNING: N_("The time to appeal runs until {until}: {days} days left."),
    Clock.ENDED: N_("The time to appeal ended on {until}."),
    Clock.CUT_SHORT: N_(
        "The notice came down before the time to appeal ended on {until}. Then the time may not have run out."
    ),
}
_LAST_DAYS: Final = {
    0: N_("The time to appeal ends today, {until}."),
    1: N_("The time to appeal ends tomorrow, {until}."),
}
