"""Boards, departments, units and those outside that the municipality pays or allows."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.privacy.texts import Because, Texts
from forebygg.web.addresses import address

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Kind(models.TextChoices):
    """What a unit is. The glossary gives each its Swedish term and source."""

    BOARD = "board", _("board")
    DEPARTMENT = "department", _("department")
    UNIT = "unit", _("unit")
    COMPANY = "company", _("municipal company")
    SCHOOL = "school", _("independent school")
    CONTRACTOR = "contractor", _("contractor")


class UnitQuerySet(MunicipalityQuerySet["Unit"]):
    def standing(self) -> Self:
        """Those that have not been closed down."""
        return self.filter(closed_on=None)


class Unit(models.Model):
    """A part of the organisation, under another or by itself; renamed or moved it keeps its number."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    name = models.CharField(_("name"), max_length=200)
    above = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="below", verbose_name=_("under"), null=True, blank=True
    )
    # The nearest authority at or above: what is kept there stays within it. Null only above every authority.
    authority = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="units",
        verbose_name=_("authority"),
        null=True,
        blank=True,
    )
    closed_on = models.DateField(_("closed down on"), null=True, blank=True)

    texts = Texts(names_belong_here={Because.AUTHORITIES: "name"}, codes="kind")
    objects = UnitQuerySet.as_manager()

    if TYPE_CHECKING:
        below: RelatedManager["Unit"]
        posts: RelatedManager["Post"]  # type: ignore[name-defined] # noqa: F821 - made in posts.py
        groups: RelatedManager["StaffGroup"]  # type: ignore[name-defined] # noqa: F821 - made in groups.py
        scopes: RelatedManager["Scope"]  # type: ignore[name-defined] # noqa: F821 - made in scope.py

    class Meta:
        verbose_name = _("part of the organisation")
        ordering: ClassVar = ["municipality", "name", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="organisation_unit_number"),
            models.UniqueConstraint(
                fields=["municipality", "above", "name"],
                condition=Q(closed_on=None, above__isnull=False),
                name="organisation_unit_name_under",
            ),
            models.UniqueConstraint(
                fields=["municipality", "name"],
                condition=Q(closed_on=None, above=None),
                name="organisation_unit_name_at_the_top",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return address("organisation:unit", self.municipality.slug, self.number)
