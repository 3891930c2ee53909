"""What shows whether a goal comes nearer: indicators, and what they were in each period."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.privacy.texts import Texts
from forebygg.web.addresses import address

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

DIGITS = 14
DECIMALS = 3


class Direction(models.TextChoices):
    """Where the figure should go."""

    UP = "up", _("up")
    DOWN = "down", _("down")
    HOLD = "hold", _("to be held where it is")


class Period(models.TextChoices):
    """How long the time is that one outcome tells of."""

    YEAR = "year", _("year")
    HALF_YEAR = "half_year", _("half-year")
    TERM = "term", _("school term")
    QUARTER = "quarter", _("quarter")
    MONTH = "month", _("month")


class Sex(models.TextChoices):
    """Of whom an outcome tells: of all, of women and girls, of men and boys."""

    ALL = "", pgettext_lazy("of whom", "all")
    WOMEN = "women", _("women")
    MEN = "men", _("men")


class Indicator(models.Model):
    """A figure that is followed (indikator): where it began, and where it should be when."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    name = models.CharField(_("name"), max_length=200)
    # What is counted: "procent", "personer", "kronor".
    unit = models.CharField(_("unit of measure"), max_length=60)
    direction = models.CharField(_("direction"), max_length=4, choices=Direction)
    period = models.CharField(_("period"), max_length=9, choices=Period)
    by_sex = models.BooleanField(_("divided by sex"), default=False)
    baseline = models.DecimalField(
        _("baseline"), max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True
    )
    baseline_on = models.DateField(_("day of the baseline"), null=True, blank=True)
    target = models.DecimalField(
        _("target"), max_digits=DIGITS, decimal_places=DECIMALS, null=True, blank=True
    )
    target_on = models.DateField(_("day of the target"), null=True, blank=True)

    texts = Texts(warn="name unit")
    objects = MunicipalityQuerySet.as_manager()

    if TYPE_CHECKING:
        outcomes: RelatedManager["Outcome"]

    class Meta:
        verbose_name = _("indicator")
        ordering: ClassVar = ["municipality", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="indicators_indicator_number"),
            models.CheckConstraint(
                condition=Q(baseline=None, baseline_on=None)
                | Q(baseline__isnull=False, baseline_on__isnull=False),
                name="indicators_baseline_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(target=None, target_on=None) | Q(target__isnull=False, target_on__isnull=False),
                name="indicators_target_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("indicators:indicator", self.municipality.slug, self.number)


class Outcome(models.Model):
    """What the figure was in one period (utfall), of all or of one sex.

    A new row for the same period and sex corrects the one before it. The latest holds; others are history.
    `heads` says how many people the figure rests on; None where it tells nothing of people.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="outcomes")
    starts_on = models.DateField(_("the period’s first day"))
    sex = models.CharField(_("sex"), max_length=5, choices=Sex, blank=True)
    value = models.DecimalField(_("value"), max_digits=DIGITS, decimal_places=DECIMALS)
    heads = models.PositiveIntegerField(_("number of people it rests on"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"))

    texts = Texts(warn="source")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("outcome")
        ordering: ClassVar = ["indicator", "-starts_on", "sex", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["indicator", "-starts_on", "sex", "-id"], name="indicators_outcome_latest"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(sex="") | Q(heads__isnull=False), name="indicators_sex_tells_of_people"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.starts_on}: {self.value}"
