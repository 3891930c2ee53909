"""How much of all this a municipality uses: everything, or the light mode."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.privacy.texts import Texts


class ExtentChoice(models.Model):
    """That the light mode (enkelt läge) was begun or ended, and why. The latest holds; all are history."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    is_light = models.BooleanField(_("light mode"))
    because = models.TextField(_("reason"))
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("chosen"), auto_now_add=True)

    texts = Texts(warn="because")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("choice of the light mode")
        ordering: ClassVar = ["municipality", "-at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(because=""), name="commitments_extent_because"),
        ]

    def __str__(self) -> str:
        return self.because
