"""That the council has adopted an edition, as the registrar has recorded it."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.papers.models import Paper
from forebygg.plans.models.plan import Edition, Plan
from forebygg.plans.rules import COUNCIL
from forebygg.privacy.texts import Because, Texts


class AdoptionQuerySet(MunicipalityQuerySet["Adoption"]):
    def standing(self) -> Self:
        """Those that nobody has withdrawn."""
        return self.filter(withdrawn_at=None)


class Adoption(models.Model):
    """The council's decision to adopt an edition (antagande), recorded by a person, never by the reader.

    Of a plan's decisions that stand the latest is in force; that there is but one a day makes it one.
    `edition` is empty only where its paper no longer reads as a plan.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="adoptions")
    edition = models.ForeignKey(Edition, on_delete=models.SET_NULL, related_name="adoptions", null=True)
    decided_on = models.DateField(_("decided on"))
    # As printed in the minutes: "§ 41".
    paragraph = models.CharField(_("paragraph"), max_length=40)
    body = models.CharField(_("body"), max_length=200, default=COUNCIL)
    extract = models.ForeignKey(
        Paper, on_delete=models.SET_NULL, related_name="+", verbose_name=_("minutes"), null=True, blank=True
    )
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    withdrawn_because = models.TextField(_("why it was withdrawn"), blank=True)

    texts = Texts(warn="withdrawn_because", names_belong_here={Because.PAPERS: "paragraph body"})
    objects = AdoptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("adoption")
        ordering: ClassVar = ["plan", "-decided_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["edition"], condition=Q(withdrawn_at=None), name="plans_adoption_once_an_edition"
            ),
            models.UniqueConstraint(
                fields=["plan", "decided_on"],
                condition=Q(withdrawn_at=None),
                name="plans_adoption_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawn_because="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_because=""),
                name="plans_adoption_withdrawn_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.paragraph}"
