"""What happens to commitments, as the audit tells it: by their keys, never in their words."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from django.utils.translation import gettext_lazy as _

from forebygg.audit.events import Event
from forebygg.audit.references import Checksum, MunicipalityKey, Refers
from forebygg.organisation.events import PostKey, UnitKey

CommitmentKey = Annotated[int, Refers("commitments.commitment")]
EditionKey = Annotated[int, Refers("plans.edition")]
SentenceKey = Annotated[int, Refers("plans.sentence")]
ActionPlanKey = Annotated[int, Refers("commitments.actionplan")]


@dataclass(frozen=True, kw_only=True)
class CommitmentConfirmed(Event):
    """`sentences` are those of the edition that it stands on: several when they were joined."""

    name: ClassVar = "commitments.confirmed"
    sentence: ClassVar = _("confirmed {commitment} from {sentences} in {edition}")

    commitment: CommitmentKey
    edition: EditionKey
    sentences: list[SentenceKey]


@dataclass(frozen=True, kw_only=True)
class SentencesRejected(Event):
    name: ClassVar = "commitments.sentences_rejected"
    sentence: ClassVar = _("decided that these are no commitments: {sentences} in {edition}")

    edition: EditionKey
    sentences: list[SentenceKey]


@dataclass(frozen=True, kw_only=True)
class SentenceReopened(Event):
    name: ClassVar = "commitments.sentence_reopened"
    sentence: ClassVar = _("took up {reopened} in {edition} again, that had been decided to be no commitment")

    edition: EditionKey
    reopened: SentenceKey


@dataclass(frozen=True, kw_only=True)
class CommitmentMade(Event):
    """By hand, on other grounds than a sentence."""

    name: ClassVar = "commitments.made"
    sentence: ClassVar = _("added {commitment}")

    commitment: CommitmentKey


@dataclass(frozen=True, kw_only=True)
class CommitmentChanged(Event):
    name: ClassVar = "commitments.changed"
    sentence: ClassVar = _("changed {commitment}")

    commitment: CommitmentKey


@dataclass(frozen=True, kw_only=True)
class OwnerAssigned(Event):
    """None is nobody."""

    name: ClassVar = "commitments.owner_assigned"
    sentence: ClassVar = _("decided who owns {commitment}")

    commitment: CommitmentKey
    owner: PostKey | None
    deputy: PostKey | None


@dataclass(frozen=True, kw_only=True)
class UnitsConcerned(Event):
    """`units` are concerned from now on, `lifted` no longer."""

    name: ClassVar = "commitments.units_concerned"
    sentence: ClassVar = _("decided which units {commitment} concerns")

    commitment: CommitmentKey
    units: list[UnitKey]
    lifted: list[UnitKey]


@dataclass(frozen=True, kw_only=True)
class CommitmentEnded(Event):
    name: ClassVar = "commitments.ended"
    sentence: ClassVar = _("ended {commitment}")

    commitment: CommitmentKey


@dataclass(frozen=True, kw_only=True)
class CommitmentFollowed(Event):
    """What was decided when a new edition had taken its sentence away or worded it anew."""

    name: ClassVar = "commitments.followed"
    sentence: ClassVar = _("kept {commitment} though its sentence is otherwise in {edition}")

    commitment: CommitmentKey
    edition: EditionKey
    how: Literal["kept", "reworded"]


@dataclass(frozen=True, kw_only=True)
class UnitAnswered(Event):
    """One or more answers given together: `answers` of them, up to the one numbered `last`."""

    name: ClassVar = "commitments.unit_answered"
    sentence: ClassVar = _("answered for {unit}: {answers} answers, up to number {last}")

    unit: UnitKey
    answers: int
    last: int
    via: Literal["product", "link"]


@dataclass(frozen=True, kw_only=True)
class SheetReadIn(Event):
    """What units have answered in a spreadsheet: `answers` of them, up to the one numbered `last`."""

    name: ClassVar = "commitments.sheet_read_in"
    sentence: ClassVar = _("read in what units had filled in a sheet: {answers} answers, up to number {last}")

    answers: int
    last: int


@dataclass(frozen=True, kw_only=True)
class AnswerLinkSent(Event):
    name: ClassVar = "commitments.answer_link_sent"
    sentence: ClassVar = _("sent {unit} a link to answer by")

    unit: UnitKey


@dataclass(frozen=True, kw_only=True)
class ActionPlansProposed(Event):
    """Those of units under one board, or of the whole municipality; each holds what has that checksum."""

    name: ClassVar = "commitments.action_plans_proposed"
    sentence: ClassVar = _("proposed {plans}")

    plans: list[ActionPlanKey]
    checksums: list[Checksum]
    edition: EditionKey | None


@dataclass(frozen=True, kw_only=True)
class ActionPlansDecided(Event):
    name: ClassVar = "commitments.action_plans_decided"
    sentence: ClassVar = _("recorded that {plans} were decided on {decided_on}")

    plans: list[ActionPlanKey]
    decided_on: dt.date


@dataclass(frozen=True, kw_only=True)
class ActionPlanWithdrawn(Event):
    """`restored` is the one that is in force again by that."""

    name: ClassVar = "commitments.action_plan_withdrawn"
    sentence: ClassVar = _("withdrew {plan}")

    plan: ActionPlanKey
    restored: ActionPlanKey | None


@dataclass(frozen=True, kw_only=True)
class ActionPlanReviewed(Event):
    name: ClassVar = "commitments.action_plan_reviewed"
    sentence: ClassVar = _("recorded that {plan} was followed up on {on}")

    plan: ActionPlanKey
    on: dt.date
    then: Literal["goes_on", "anew"]


@dataclass(frozen=True, kw_only=True)
class ListReadIn(Event):
    """A coordinator's own list of measures, known by its checksum."""

    name: ClassVar = "commitments.list_read_in"
    sentence: ClassVar = _("read in a list of measures: {made} commitments added, {changed} changed")

    made: int
    changed: int
    checksum: Checksum


@dataclass(frozen=True, kw_only=True)
class LightModeBegun(Event):
    """Less is asked for and shown from now on; why stands with the choice."""

    name: ClassVar = "commitments.light_mode_begun"
    sentence: ClassVar = _("began the light mode in {municipality}")

    municipality: MunicipalityKey


@dataclass(frozen=True, kw_only=True)
class LightModeEnded(Event):
    name: ClassVar = "commitments.light_mode_ended"
    sentence: ClassVar = _("ended the light mode in {municipality}")

    municipality: MunicipalityKey
