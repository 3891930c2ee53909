"""What happens to papers, as the audit tells it."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event


@dataclass(frozen=True, kw_only=True)
class PapersReleased(Event):
    """`papers` are the papers' numbers in the case."""

    name: ClassVar = "papers.released"
    sentence: ClassVar = _("let the public see papers {papers} of case {case}")

    case: int
    papers: list[int]


@dataclass(frozen=True, kw_only=True)
class PapersWithheld(Event):
    """`papers` are the papers' numbers in the case."""

    name: ClassVar = "papers.withheld"
    sentence: ClassVar = _("closed papers {papers} of case {case} to the public")

    case: int
    papers: list[int]
