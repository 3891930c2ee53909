"""The scope register: how near the plan comes to each unit, why, and who has decided so."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.organisation.models.units import Unit
from forebygg.privacy.texts import Texts


class Nearness(models.TextChoices):
    """How near the plan comes to those who work in a unit."""

    CONTACT = "contact", _("in contact")
    """They meet the people whom the plan is there for."""
    TOUCHED = "touched", _("touched")
    """What they do changes by the plan, without such meetings."""
    OUTSIDE = "outside", _("not concerned")


class Scope(models.Model):
    """A decision on one unit (berörd verksamhet). The latest holds; those before it are its history."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="scopes", verbose_name=_("unit"))
    nearness = models.CharField(_("how near the plan comes"), max_length=8, choices=Nearness)
    reason = models.TextField(_("reason"))
    decided_on = models.DateField(_("decided on"))
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    texts = Texts(warn="reason")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("scope decision")
        ordering: ClassVar = ["unit", "-decided_on", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["unit", "-decided_on", "-id"], name="organisation_scope_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.get_nearness_display()}"
