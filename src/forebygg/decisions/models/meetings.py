"""Who met, when and where, and who was there."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.decisions.models.sight import FromPaperQuerySet
from forebygg.papers.models import Case, Paper
from forebygg.privacy.texts import Because, Texts
from forebygg.web.addresses import address

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from forebygg.decisions.models.items import Item


class Meeting(models.Model):
    """One body, one day (sammanträde). `derived` names what follows from the paper without standing in it."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="meetings")
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="meetings")
    body = models.TextField(_("body"), blank=True)
    date = models.DateField(_("date"), null=True)
    starts = models.TimeField(_("starts"), null=True)
    ends = models.TimeField(_("ends"), null=True)
    place = models.TextField(_("place"), blank=True)
    first_paragraph = models.PositiveIntegerField(_("first paragraph"), null=True)
    last_paragraph = models.PositiveIntegerField(_("last paragraph"), null=True)
    approved_on = models.DateField(_("approved"), null=True)
    posted_on = models.DateField(_("notice posted"), null=True)
    removed_on = models.DateField(_("notice removed"), null=True)
    kept_at = models.TextField(_("kept at"), blank=True)
    chair = models.TextField(_("chair"), blank=True)
    secretary = models.TextField(_("secretary"), blank=True)
    approvers = models.JSONField(_("approvers"), default=list)
    derived = models.JSONField(default=list)
    first_line = models.PositiveIntegerField(_("first line"))
    last_line = models.PositiveIntegerField(_("last line"))

    texts = Texts(
        names_belong_here={
            Because.PAPERS: "body place kept_at",
            Because.SIGNATORIES: "chair secretary approvers",
        },
        codes="derived",
    )
    objects = FromPaperQuerySet.as_manager()

    if TYPE_CHECKING:
        attendance: RelatedManager["Attendance"]
        items: RelatedManager["Item"]

    class Meta:
        verbose_name = _("meeting")
        ordering: ClassVar = ["case", "date", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "first_line"], name="decisions_meeting_place"),
        ]

    def __str__(self) -> str:
        return self.body

    def get_absolute_url(self) -> str:
        return address("decisions:meeting", self.municipality.slug, self.case.number, self.pk)


class Attendance(models.Model):
    """One person's presence. Without `from_…` it runs from the start, without `to_…` to the end."""

    class Role(models.TextChoices):
        MEMBER = "member", _("member")
        SUBSTITUTE = "substitute", _("substitute")
        OFFICIAL = "official", _("official")
        ABSENT = "absent", _("absent")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    position = models.PositiveIntegerField()
    name = models.TextField(_("name"))
    party = models.TextField(_("party"), blank=True)
    title = models.TextField(_("title"), blank=True)
    role = models.CharField(_("role"), max_length=10, choices=Role)
    serving = models.BooleanField(_("serving"))
    replaces = models.TextField(_("replaces"), blank=True)
    from_paragraph = models.PositiveIntegerField(null=True)
    to_paragraph = models.PositiveIntegerField(null=True)
    from_time = models.TimeField(null=True)
    to_time = models.TimeField(null=True)
    paragraphs = models.JSONField(null=True)
    line = models.PositiveIntegerField(_("line"))

    texts = Texts(names_belong_here={Because.PAPERS: "name party title replaces"}, codes="paragraphs")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        ordering: ClassVar = ["meeting", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "position"], name="decisions_attendance_position"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.party})" if self.party else self.name
