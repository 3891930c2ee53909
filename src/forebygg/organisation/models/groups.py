"""Staff groups, and how many they are: counts, never lists of employees."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.organisation.models.units import Unit
from forebygg.privacy.texts import Texts

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class StaffGroup(models.Model):
    """Those who do the same work in a unit (personalgrupp): "lärare". Nobody is named, and nobody listed."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="groups", verbose_name=_("unit"))
    name = models.CharField(_("staff group"), max_length=100)

    texts = Texts(warn="name")
    objects = MunicipalityQuerySet.as_manager()

    if TYPE_CHECKING:
        counts: RelatedManager["HeadCount"]

    class Meta:
        verbose_name = _("staff group")
        ordering: ClassVar = ["unit", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "unit", "name"], name="organisation_staff_group_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class HeadCount(models.Model):
    """How many a group was one day; a new count is a new row, and that of the latest day holds."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(StaffGroup, on_delete=models.PROTECT, related_name="counts")
    heads = models.PositiveIntegerField(_("number of people"))
    counted_on = models.DateField(_("counted on"))
    counted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    texts = Texts()
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("head count")
        ordering: ClassVar = ["group", "-counted_on", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["group", "-counted_on", "-id"], name="organisation_count_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.heads}"
