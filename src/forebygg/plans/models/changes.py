"""What differs from one edition to the next."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.papers.models import Paper
from forebygg.plans.models.plan import Edition, Section, Sentence
from forebygg.privacy.texts import Because, Texts


class Change(models.Model):
    """One sentence or title that differs between two consecutive editions.

    `declared_in` is the paper that says so, `described_as` its words, `moved_by` those whose motion asked
    for it, as [{"name", "party", "body", "paragraph"}]. `sentence` is None for a title.
    """

    class Kind(models.TextChoices):
        ADDED = "added", _("added")
        REMOVED = "removed", _("removed")
        REWORDED = "reworded", _("reworded")
        RENAMED = "renamed", _("renamed")
        MOVED = "moved", _("moved")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    earlier = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    later = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="changes")
    number = models.PositiveIntegerField(_("number"))
    sentence = models.ForeignKey(
        Sentence, on_delete=models.PROTECT, related_name="changes", null=True, blank=True
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    section = models.TextField(_("section"), blank=True)
    earlier_section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="+", null=True)
    later_section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="+", null=True)
    before = models.TextField(_("before"), blank=True)
    after = models.TextField(_("after"), blank=True)
    before_lines = models.JSONField(null=True)
    after_lines = models.JSONField(null=True)
    declared = models.BooleanField(_("declared"))
    declared_in = models.ForeignKey(Paper, on_delete=models.SET_NULL, related_name="+", null=True, blank=True)
    described_as = models.TextField(_("described as"), blank=True)
    may_be_noise = models.BooleanField(_("may be reading noise"))
    moved_by = models.JSONField(default=list)

    texts = Texts(
        names_belong_here={Because.PAPERS: "section before after described_as moved_by"},
        codes="before_lines after_lines",
    )
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        ordering: ClassVar = ["later", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["earlier", "later", "number"], name="plans_change_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.get_kind_display()}"
