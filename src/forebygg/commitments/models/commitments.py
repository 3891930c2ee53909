"""A commitment: something that the municipality has said it will do, and whose it is."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.organisation.models import Post, Unit
from forebygg.plans.models import Goal, Plan
from forebygg.privacy.texts import Texts
from forebygg.web.addresses import address

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Level(models.TextChoices):
    """Whom prevention is meant for (nivå): everybody, a group at risk, or one person."""

    GENERAL = "general", _("general")
    GROUP = "group", _("group")
    INDIVIDUAL = "individual", _("individual")


class Rhythm(models.TextChoices):
    """How often it is to be done again."""

    MONTH = "month", _("every month")
    QUARTER = "quarter", _("every quarter")
    TERM = "term", _("every term")
    HALF_YEAR = "half_year", _("every half-year")
    YEAR = "year", _("every year")
    TWO_YEARS = "two_years", _("every other year")


class CommitmentQuerySet(MunicipalityQuerySet["Commitment"]):
    def standing(self) -> Self:
        """Those that have not been ended."""
        return self.filter(ended_on=None)


class Commitment(models.Model):
    """A promise (åtagande), by its number. Owned by posts, so that it outlives who holds them.

    `accountable` is the authority that answers for it, None while nobody does. `counterparts` are those
    outside who take part; nothing here binds them. `money` is in kronor; both it and `hours` are None
    until somebody has said what is needed, which is not the same as nothing.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    plan = models.ForeignKey(
        Plan,
        on_delete=models.PROTECT,
        related_name="commitments",
        verbose_name=_("plan"),
        null=True,
        blank=True,
    )
    what = models.TextField(_("what is promised"))
    level = models.CharField(_("level"), max_length=10, choices=Level, blank=True)
    accountable = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("accountable authority"),
        null=True,
        blank=True,
    )
    owner = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="owned", verbose_name=_("owner"), null=True, blank=True
    )
    deputy = models.ForeignKey(
        Post, on_delete=models.PROTECT, related_name="+", verbose_name=_("deputy"), null=True, blank=True
    )
    counterparts = models.TextField(_("counterparts"), blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    rhythm = models.CharField(_("rhythm"), max_length=9, choices=Rhythm, blank=True)
    evidence = models.TextField(_("what counts as evidence"), blank=True)
    goals = models.ManyToManyField(Goal, related_name="commitments", verbose_name=_("goals"), blank=True)
    hours = models.PositiveIntegerField(_("hours needed"), null=True, blank=True)
    money = models.PositiveBigIntegerField(_("money needed"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    ended_because = models.TextField(_("why it ended"), blank=True)

    texts = Texts(warn="what counterparts evidence ended_because")
    objects = CommitmentQuerySet.as_manager()

    if TYPE_CHECKING:
        grounds: RelatedManager["Ground"]  # type: ignore[name-defined] # noqa: F821 - made in grounds.py
        shares: RelatedManager["Share"]  # type: ignore[name-defined] # noqa: F821 - made in shares.py

    class Meta:
        verbose_name = _("commitment")
        ordering: ClassVar = ["municipality", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="commitments_commitment_number"),
            models.CheckConstraint(
                condition=Q(ended_on=None) ^ ~Q(ended_because=""), name="commitments_commitment_ended_because"
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return address("commitments:commitment", self.municipality.slug, self.number)
