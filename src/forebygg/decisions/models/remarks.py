"""What is remarkable, what happened when, and what one body says unlike another."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.decisions.models.items import Item
from forebygg.decisions.models.sight import FromPaperQuerySet
from forebygg.papers.models import Case, Paper
from forebygg.privacy.texts import Because, Texts


class Finding(models.Model):
    """What a careful registrar or auditor would raise; `casefile.sentences` tells it from code and values.

    `places` are [{"original": pk, "paper": number, "lines": [first, last]}].
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    values = models.JSONField(default=dict)
    caveat = models.CharField(max_length=40, blank=True)
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="+", null=True)
    places = models.JSONField(default=list)

    texts = Texts(names_belong_here={Because.PAPERS: "values"}, codes="code caveat places")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        ordering: ClassVar = ["case", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "position"], name="decisions_finding_position"),
        ]

    def __str__(self) -> str:
        return self.code


class Event(models.Model):
    """One dated thing that happened to the case; `casefile.sentences` tells it from code and values."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    date = models.DateField(_("date"))
    code = models.CharField(max_length=40)
    values = models.JSONField(default=dict)

    texts = Texts(names_belong_here={Because.PAPERS: "values"}, codes="code")
    objects = FromPaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        ordering: ClassVar = ["case", "date", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "position"], name="decisions_event_position"),
        ]

    def __str__(self) -> str:
        return self.code


class BodyChange(models.Model):
    """A sentence on the same matter that reads differently from one body's item to the next's."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="body_changes")
    position = models.PositiveIntegerField()
    earlier = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="+")
    later = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="body_changes")
    kind = models.CharField(max_length=8)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    before_lines = models.JSONField(null=True)
    after_lines = models.JSONField(null=True)

    texts = Texts(names_belong_here={Because.PAPERS: "before after"}, codes="kind before_lines after_lines")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("change between bodies")
        ordering: ClassVar = ["case", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "position"], name="decisions_bodychange_position"),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} → {self.later}"
