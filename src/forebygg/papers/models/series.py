"""Running numbers."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet


class Series(models.Model):
    """The numbers of a municipality's cases or plans (nummerserie): the last one given, never given again."""

    class Of(models.TextChoices):
        CASE = "case", _("case")
        PLAN = "plan", _("plan")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    of = models.CharField(max_length=4, choices=Of)
    last = models.PositiveIntegerField(default=0)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("series of numbers")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "of"], name="papers_series_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_of_display()} {self.last}"
