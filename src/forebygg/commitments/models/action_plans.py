"""Action plans that have been laid before a board, and how they have been followed up."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.commitments.rules.contents import SCHEMA
from forebygg.organisation.models import Post, Unit
from forebygg.plans.models import Edition
from forebygg.privacy.texts import Because, Texts
from forebygg.web.addresses import address

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

_DECIDED = Q(decided_on__isnull=False, recorded_by__isnull=False, recorded_at__isnull=False) & ~Q(
    Q(paragraph="") | Q(body="")
)
_UNDECIDED = Q(decided_on=None, recorded_by=None, recorded_at=None, paragraph="", body="")


class ActionPlanQuerySet(MunicipalityQuerySet["ActionPlan"]):
    def in_force(self) -> Self:
        """Those that are decided and that nothing later has superseded: at most one for a unit."""
        return self.filter(status=ActionPlan.Status.DECIDED)

    def proposed(self) -> Self:
        """Those that wait for their board."""
        return self.filter(status=ActionPlan.Status.PROPOSED)

    def decided_once(self) -> Self:
        """Those that hold or have held, the last first."""
        held = (ActionPlan.Status.DECIDED, ActionPlan.Status.SUPERSEDED)
        return self.filter(status__in=held, decided_on__isnull=False).order_by("-decided_on", "-number")


class ActionPlan(models.Model):
    """A unit's action plan (åtgärdsplan), or the municipality's where `unit` is empty, as it was proposed.

    `content` is what the board gets and decides on, frozen (`rules.contents`); nobody changes it. Until it is
    proposed a plan is a draft, which follows what is promised and is no row. `review_by` and `review_on` say
    who follows it up next, and when. `edition` is empty where none was chosen, and where its paper no longer
    reads as a plan.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        DECIDED = "decided", _("decided")
        SUPERSEDED = "superseded", _("superseded")
        WITHDRAWN = "withdrawn", _("withdrawn")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="action_plans",
        verbose_name=_("unit"),
        null=True,
        blank=True,
    )
    edition = models.ForeignKey(Edition, on_delete=models.SET_NULL, related_name="+", null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status)
    content = models.JSONField(_("content"))
    schema = models.PositiveSmallIntegerField(_("version of the schema"), default=SCHEMA)
    checksum = models.CharField(_("checksum"), max_length=64)
    review_by = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="+", verbose_name=_("followed up by")
    )
    review_on = models.DateField(_("next followed up"))
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed"))
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    # As printed in the minutes: "§ 41".
    paragraph = models.CharField(_("paragraph"), max_length=40, blank=True)
    body = models.CharField(_("body"), max_length=200, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    withdrawn_because = models.TextField(_("why it was withdrawn"), blank=True)

    texts = Texts(
        warn="withdrawn_because",
        names_belong_here={Because.PAPERS: "paragraph body"},
        codes="content checksum",
    )
    objects = ActionPlanQuerySet.as_manager()

    if TYPE_CHECKING:
        reviews: RelatedManager["ActionPlanReview"]

    class Meta:
        verbose_name = _("action plan")
        ordering: ClassVar = ["municipality", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="commitments_action_plan_number"),
            models.UniqueConstraint(
                fields=["municipality", "unit"],
                condition=Q(status="decided", unit__isnull=False),
                name="commitments_action_plan_one_in_force",
            ),
            models.UniqueConstraint(
                fields=["municipality"],
                condition=Q(status="decided", unit=None),
                name="commitments_action_plan_one_of_all",
            ),
            models.UniqueConstraint(
                fields=["municipality", "unit"],
                condition=Q(status="proposed", unit__isnull=False),
                name="commitments_action_plan_one_proposed",
            ),
            models.UniqueConstraint(
                fields=["municipality"],
                condition=Q(status="proposed", unit=None),
                name="commitments_action_plan_one_proposed_of_all",
            ),
            models.CheckConstraint(
                condition=Q(status="proposed") & _UNDECIDED
                | Q(status="decided") & _DECIDED
                | Q(status__in=["superseded", "withdrawn"]) & (_DECIDED | _UNDECIDED),
                name="commitments_action_plan_decision_whole",
            ),
            models.CheckConstraint(
                condition=Q(status="withdrawn", withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawn_because="")
                | ~Q(status="withdrawn") & Q(withdrawn_at=None, withdrawn_by=None, withdrawn_because=""),
                name="commitments_action_plan_withdrawn_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit or self.municipality} {self.number}"

    def get_absolute_url(self) -> str:
        return address("commitments:decided-action-plan", self.municipality.slug, self.number)

    @property
    def decided_at(self) -> str:
        """The decision as one cites it; the number does not fall onto the next line."""
        return f"{self.body} {self.paragraph}".replace("§ ", "§\u00a0").strip()


class ActionPlanReview(models.Model):
    """That an action plan in force was followed up one day, what was said, and what then; only ever added."""

    class Then(models.TextChoices):
        GOES_ON = "goes_on", _("it goes on as it is")
        ANEW = "anew", _("it is to be made anew")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(ActionPlan, on_delete=models.PROTECT, related_name="reviews")
    on = models.DateField(_("followed up on"))
    words = models.TextField(_("what was said"))
    then = models.CharField(_("what then"), max_length=7, choices=Then)
    next_on = models.DateField(_("next followed up"))
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"))

    texts = Texts(warn="words")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up of an action plan")
        ordering: ClassVar = ["plan", "on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "on"], name="commitments_action_plan_review_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.on}"
