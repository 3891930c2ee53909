"""What happens to rounds, as the audit tells it: by keys, never in words."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, ClassVar

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event
from forebygg.audit.references import Checksum, Refers
from forebygg.commitments.events import CommitmentKey

RoundKey = Annotated[int, Refers("followup.round")]


@dataclass(frozen=True, kw_only=True)
class RoundPlanned(Event):
    name: ClassVar = "followup.round_planned"
    sentence: ClassVar = _("planned {round}")

    round: RoundKey


@dataclass(frozen=True, kw_only=True)
class RoundChanged(Event):
    name: ClassVar = "followup.round_changed"
    sentence: ClassVar = _("changed {round}, answers by {answers_by}")

    round: RoundKey
    answers_by: dt.date


@dataclass(frozen=True, kw_only=True)
class RoundOpened(Event):
    """Answers numbered after `after_answer` belong to it."""

    name: ClassVar = "followup.round_opened"
    sentence: ClassVar = _("opened {round} for answers")

    round: RoundKey
    after_answer: int


@dataclass(frozen=True, kw_only=True)
class ReviewBegun(Event):
    name: ClassVar = "followup.review_begun"
    sentence: ClassVar = _("began the council’s review of {round}, met on {met_on}")

    round: RoundKey
    met_on: dt.date


@dataclass(frozen=True, kw_only=True)
class PointsConcluded(Event):
    name: ClassVar = "followup.points_concluded"
    sentence: ClassVar = _("recorded in {round} what the council concluded of {commitments}")

    round: RoundKey
    commitments: list[CommitmentKey]


@dataclass(frozen=True, kw_only=True)
class RoundClosed(Event):
    """The figures are those of `cells` parts, up to the answer numbered `last_answer`."""

    name: ClassVar = "followup.round_closed"
    sentence: ClassVar = _("closed {round}: {cells} parts frozen, up to answer {last_answer}")

    round: RoundKey
    cells: int
    last_answer: int
    checksum: Checksum


@dataclass(frozen=True, kw_only=True)
class NoteAdded(Event):
    name: ClassVar = "followup.note_added"
    sentence: ClassVar = _("added note {note} to {round}")

    round: RoundKey
    note: int
