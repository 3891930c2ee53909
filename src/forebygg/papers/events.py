"""What happens to papers, as the audit tells it."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event
from forebygg.audit.references import Refers
from forebygg.organisation.events import UnitKey

# The number that a case has in its municipality, as people know it.
CaseNumber = Annotated[int, Refers("papers.case.number")]


@dataclass(frozen=True, kw_only=True)
class PapersReleased(Event):
    """`papers` are the papers' numbers in the case."""

    name: ClassVar = "papers.released"
    sentence: ClassVar = _("let the public see papers {papers} of {case}")

    case: CaseNumber
    papers: list[int]


@dataclass(frozen=True, kw_only=True)
class PapersWithheld(Event):
    """`papers` are the papers' numbers in the case."""

    name: ClassVar = "papers.withheld"
    sentence: ClassVar = _("closed papers {papers} of {case} to the public")

    case: CaseNumber
    papers: list[int]


@dataclass(frozen=True, kw_only=True)
class PapersKept(Event):
    """`papers` are the papers' numbers in the case, `authority` the key of the one that keeps them."""

    name: ClassVar = "papers.kept"
    sentence: ClassVar = _("kept papers {papers} of {case} within {authority}")

    case: CaseNumber
    papers: list[int]
    authority: UnitKey


@dataclass(frozen=True, kw_only=True)
class PapersShared(Event):
    """`papers` are the papers' numbers in the case, `authority` the key of the one that kept them."""

    name: ClassVar = "papers.shared"
    sentence: ClassVar = _("let others see papers {papers} of {case}, until then within {authority}")

    case: CaseNumber
    papers: list[int]
    authority: UnitKey
