"""What a plan is there for: purposes, and the goals under them, each followed by indicators."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.indicators.models import Indicator
from forebygg.plans.models.plan import Plan, Sentence
from forebygg.privacy.texts import Texts
from forebygg.web.addresses import address


class GoalQuerySet(MunicipalityQuerySet["Goal"]):
    def current(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_on=None)


class Goal(models.Model):
    """A purpose (syfte) or a goal (mål) of a plan, under a purpose or by itself.

    `sentence` is the one that sets it; it keeps its own text, so that a new wording changes no goal unseen.
    """

    class Kind(models.TextChoices):
        PURPOSE = "purpose", _("purpose")
        GOAL = "goal", _("goal")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=7, choices=Kind)
    above = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="below", verbose_name=_("under"), null=True, blank=True
    )
    text = models.TextField(_("text"))
    sentence = models.ForeignKey(
        Sentence, on_delete=models.SET_NULL, related_name="goals", null=True, blank=True
    )
    indicators = models.ManyToManyField(Indicator, related_name="goals", blank=True)
    ended_on = models.DateField(_("ended"), null=True, blank=True)
    ended_because = models.TextField(_("why it ended"), blank=True)

    texts = Texts(warn="text ended_because")
    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = _("goal")
        ordering: ClassVar = ["plan", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "plan", "number"], name="plans_goal_number"),
            # One sentence sets one goal: two coordinators at once do not make it twice.
            models.UniqueConstraint(
                fields=["plan", "sentence"],
                condition=Q(ended_on=None, sentence__isnull=False),
                name="plans_goal_once_a_sentence",
            ),
            models.CheckConstraint(
                condition=Q(kind="goal") | Q(above=None), name="plans_goal_purpose_is_above_all"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_because="")
                | Q(ended_on__isnull=False) & ~Q(ended_because=""),
                name="plans_goal_ended_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return f"{address('plans:goals', self.municipality.slug, self.plan.number)}#goal-{self.number}"
