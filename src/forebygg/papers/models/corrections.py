"""Corrections of the reading, kept beside the papers."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.casefile import amending as reader
from forebygg.papers.models.papers import Case, Original
from forebygg.privacy.texts import Because, Texts


class Correction(models.Model):
    """What a paper says where the reader read otherwise; it outlives every new reading.

    Anchored to the line where the fact stands; see forebygg.casefile.amending for kinds, acts and fields.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="corrections")
    original = models.ForeignKey(Original, on_delete=models.PROTECT, related_name="corrections")
    line = models.PositiveIntegerField(_("line"))
    act: "models.CharField[reader.Act, reader.Act]" = models.CharField(_("act"), max_length=10)
    kind: "models.CharField[reader.KindName, reader.KindName]" = models.CharField(
        _("kind of fact"), max_length=20
    )
    which = models.PositiveSmallIntegerField(_("which at the line"), default=0)
    called = models.TextField(_("called"), blank=True)
    printed = models.TextField(_("the line as it stood"), blank=True)
    field = models.CharField(_("field"), max_length=40, blank=True)
    value = models.JSONField(_("value"), null=True)
    # Its place is no longer found in the text: the reader improved, or the line was corrected.
    unplaced = models.BooleanField(_("without a place"), default=False)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    texts = Texts(names_belong_here={Because.PAPERS: "called printed value"}, codes="act kind field")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction")
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.field} {self.original}:{self.line}"

    def told(self) -> reader.Correction:
        """The correction as the reader takes it."""
        return reader.Correction(
            file=self.original.name,
            line=self.line,
            kind=self.kind,
            act=self.act,
            field=self.field,
            value=self.value,
            which=self.which,
            called=self.called,
            printed=self.printed,
        )
