"""A round: the plan followed up for a period, from the first question to the day when the figures freeze."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.followup.rules.stages import ALIVE, NEXT, Stage
from forebygg.plans.models import Plan
from forebygg.privacy.texts import Texts
from forebygg.web.addresses import address

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

STAGES = [
    (Stage.DRAFT.value, _("draft")),
    (Stage.OPEN.value, _("open for answers")),
    (Stage.REVIEW.value, _("being reviewed")),
    (Stage.CLOSED.value, _("closed")),
]


class RoundQuerySet(MunicipalityQuerySet["Round"]):
    def closed(self) -> Self:
        """Those whose figures are frozen."""
        return self.filter(stage=Stage.CLOSED)


class Round(models.Model):
    """One round (omgång) of a plan. Nothing in it changes once it is closed: the database refuses.

    An answer belongs to it that was given for a day from `starts_on` on and is numbered after `after_answer`,
    the last one that the round before had frozen. `edition` is the number of the edition in force when it was
    opened. `last_answer` is the number of the last answer that there was when it was closed.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rounds", verbose_name=_("plan"))
    name = models.CharField(_("name"), max_length=200)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("through"))
    answers_by = models.DateField(_("answers by"))
    stage = models.CharField(_("stage"), max_length=6, choices=STAGES, default=Stage.DRAFT.value)
    previous = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("round before"),
        null=True,
        blank=True,
    )
    after_answer = models.PositiveIntegerField(_("answers after number"), default=0)
    edition = models.PositiveIntegerField(_("edition"), null=True, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    last_answer = models.PositiveIntegerField(_("last answer"), null=True, blank=True)
    schema = models.PositiveSmallIntegerField(_("version of the schema"), null=True, blank=True)
    checksum = models.CharField(_("checksum"), max_length=64, blank=True)

    texts = Texts(warn="name", codes="checksum")
    objects = RoundQuerySet.as_manager()

    if TYPE_CHECKING:
        points: RelatedManager["Point"]  # type: ignore[name-defined] # noqa: F821 - made in points.py
        parts: RelatedManager["FrozenPart"]  # type: ignore[name-defined] # noqa: F821 - made in frozen.py
        notes: RelatedManager["Note"]  # type: ignore[name-defined] # noqa: F821 - made in notes.py

    class Meta:
        verbose_name = _("round")
        ordering: ClassVar = ["municipality", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="followup_round_number"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(stage__in=ALIVE), name="followup_round_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on"), answers_by__gte=F("starts_on")),
                name="followup_round_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=(Stage.DRAFT, Stage.OPEN), reviewed_on=None)
                | Q(stage__in=(Stage.REVIEW, Stage.CLOSED), reviewed_on__isnull=False),
                name="followup_round_reviewed_in_a_meeting",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.CLOSED, closed_at__isnull=False, closed_by__isnull=False)
                & Q(last_answer__isnull=False, schema__isnull=False)
                & ~Q(checksum="")
                | ~Q(stage=Stage.CLOSED) & Q(closed_at=None, closed_by=None, last_answer=None, checksum=""),
                name="followup_round_closed_is_frozen",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("followup:round", self.municipality.slug, self.number)

    def may_become(self, stage: Stage) -> bool:
        return stage in NEXT[Stage(self.stage)]

    @property
    def is_closed(self) -> bool:
        return self.stage == Stage.CLOSED
