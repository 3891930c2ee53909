"""What happens to papers, as the audit tells it."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, ClassVar

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event
from forebygg.audit.references import Refers, UserKey
from forebygg.organisation.events import UnitKey

# The number that a case has in its municipality, as people know it.
CaseNumber = Annotated[int, Refers("papers.case.number")]


@dataclass(frozen=True, kw_only=True)
class PapersReleased(Event):
    """`papers` are the papers' numbers in the case."""

    name: ClassVar = "papers.released"
    sentence: ClassVar = _("let the public see papers {papers} of {case}")
    counts: ClassVar = "papers"
    of_one: ClassVar = _("let the public see paper {papers} of {case}")

    case: CaseNumber
    papers: list[int]


@dataclass(frozen=True, kw_only=True)
class PapersWithheld(Event):
    """`papers` are the papers' numbers in the case."""

    name: ClassVar = "papers.withheld"
    sentence: ClassVar = _("closed papers {papers} of {case} to the public")
    counts: ClassVar = "papers"
    of_one: ClassVar = _("closed paper {papers} of {case} to the public")

    case: CaseNumber
    papers: list[int]


@dataclass(frozen=True, kw_only=True)
class PapersKept(Event):
    """`papers` are the papers' numbers in the case, `authority` the key of the one that keeps them."""

    name: ClassVar = "papers.kept"
    sentence: ClassVar = _("kept papers {papers} of {case} within {authority}")
    counts: ClassVar = "papers"
    of_one: ClassVar = _("kept paper {papers} of {case} within {authority}")

    case: CaseNumber
    papers: list[int]
    authority: UnitKey


@dataclass(frozen=True, kw_only=True)
class PapersShared(Event):
    """`papers` are the papers' numbers in the case, `authority` the key of the one that kept them."""

    name: ClassVar = "papers.shared"
    sentence: ClassVar = _("let others see papers {papers} of {case}, until then within {authority}")
    counts: ClassVar = "papers"
    of_one: ClassVar = _("let others see paper {papers} of {case}, until then within {authority}")

    case: CaseNumber
    papers: list[int]
    authority: UnitKey


@dataclass(frozen=True, kw_only=True)
class PapersHandedOver(Event):
    """`papers` are the papers' numbers in the case; `successor` keeps them, since `authority` is no more."""

    name: ClassVar = "papers.handed_over"
    sentence: ClassVar = _("handed over papers {papers} of {case}, kept within {authority}, to {successor}")
    counts: ClassVar = "papers"
    of_one: ClassVar = _("handed over paper {papers} of {case}, kept within {authority}, to {successor}")

    case: CaseNumber
    papers: list[int]
    authority: UnitKey
    successor: UnitKey


@dataclass(frozen=True, kw_only=True)
class GuestInvited(Event):
    """`guest` is the key of the person; `last_day` the last on which they see the case."""

    name: ClassVar = "papers.guest_invited"
    sentence: ClassVar = _("invited {guest} to {case} through {last_day}")

    case: CaseNumber
    guest: UserKey
    last_day: dt.date


@dataclass(frozen=True, kw_only=True)
class GuestInvitedByAuthority(Event):
    """The same, with what `authority` keeps to itself in the case."""

    name: ClassVar = "papers.guest_invited_by_authority"
    sentence: ClassVar = _(
        "invited {guest} to {case} through {last_day}, also to what {authority} keeps to itself there"
    )

    case: CaseNumber
    guest: UserKey
    last_day: dt.date
    authority: UnitKey


@dataclass(frozen=True, kw_only=True)
class InvitationEnded(Event):
    """Somebody ended it before its day."""

    name: ClassVar = "papers.invitation_ended"
    sentence: ClassVar = _("ended the invitation of {guest} to {case}")

    case: CaseNumber
    guest: UserKey


@dataclass(frozen=True, kw_only=True)
class InvitationRanOut(Event):
    """Its last day, or the person's time as a guest, is over."""

    name: ClassVar = "papers.invitation_ran_out"
    sentence: ClassVar = _("noted that the invitation of {guest} to {case} had run out")

    case: CaseNumber
    guest: UserKey
