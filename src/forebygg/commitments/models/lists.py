"""Lists of measures that a coordinator already has: the files, how their columns are read, whom they mean."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.organisation.models import Post, Unit
from forebygg.privacy.texts import Texts


class MeasureList(models.Model):
    """A spreadsheet with measures (åtgärdslista) that was read in: its name and checksum, never its cells."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("file"), max_length=200)
    sheet = models.CharField(_("sheet"), max_length=200, blank=True)
    checksum = models.CharField(_("checksum"), max_length=64)
    read_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(_("read in"), auto_now_add=True)

    texts = Texts(warn="name sheet", codes="checksum")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("list of measures")
        ordering: ClassVar = ["-read_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class ListColumns(models.Model):
    """What the columns of a list are, by the words at their heads: chosen once by a person.

    `heads` is the checksum of those words; `columns` names what each column from the left is, or "".
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    heads = models.CharField(_("heads"), max_length=64)
    columns = models.JSONField(_("columns"))

    texts = Texts(codes="heads columns")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("columns of a list")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "heads"], name="commitments_columns_once"),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, self.columns))


class Meaning(models.Model):
    """Whom the words of a list mean, as a person has said: "rektorer", "Utbildning".

    A post; a unit; with `is_all_under` every unit of a board; or, with neither, nobody here.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    column = models.CharField(_("column"), max_length=11)
    words = models.CharField(_("words"), max_length=300)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    is_all_under = models.BooleanField(_("every unit under it"), default=False)

    texts = Texts(warn="words", codes="column")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("whom the words of a list mean")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "column", "words"], name="commitments_meaning_once"
            ),
            models.CheckConstraint(
                condition=Q(post=None) | Q(unit=None), name="commitments_meaning_post_or_unit"
            ),
        ]

    def __str__(self) -> str:
        return self.words
