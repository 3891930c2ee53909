"""What comes back every year, or happens once, in the work with the plan."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.organisation.models import Unit
from forebygg.privacy.texts import Texts


class OccasionKind(models.TextChoices):
    """What an occasion is. The order is that of every list of them."""

    ROUND = "round", _("follow-up round")
    BOARD = "board", _("board meeting")
    COUNCIL = "council", _("meeting of the crime prevention council")
    BUDGET = "budget", _("budget")
    SITUATION = "situation", _("situation picture")
    AGREEMENT = "agreement", _("agreement")
    OTHER = "other", _("other")


class OccasionQuerySet(MunicipalityQuerySet["Occasion"]):
    def standing(self) -> Self:
        """Those that have not been taken away."""
        return self.filter(removed_at=None)

    def in_year(self, year: int) -> Self:
        """Those that happen that year."""
        return self.filter(Q(year=year) | Q(is_yearly=True, year__lte=year))


class Occasion(models.Model):
    """Something in the year's wheel (händelse i årshjulet): on a day, or in a month when `day` is None.

    One that is yearly happens every year from `year` on; the last of February is the 29th's day in most.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=9, choices=OccasionKind)
    title = models.CharField(_("title"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"))
    month = models.PositiveSmallIntegerField(_("month"))
    day = models.PositiveSmallIntegerField(_("day"), null=True, blank=True)
    is_yearly = models.BooleanField(_("every year"), default=False)
    board = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("board"), null=True, blank=True
    )
    reason = models.TextField(_("what it is for"), blank=True)
    removed_at = models.DateTimeField(_("taken away"), null=True, blank=True)

    texts = Texts(warn="title reason")
    objects = OccasionQuerySet.as_manager()

    class Meta:
        verbose_name = _("occasion of the year")
        ordering: ClassVar = ["municipality", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="reminders_occasion_number"),
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="reminders_occasion_month"),
            models.CheckConstraint(
                condition=Q(day=None) | Q(day__gte=1, day__lte=31), name="reminders_occasion_day"
            ),
        ]

    def __str__(self) -> str:
        return self.title
