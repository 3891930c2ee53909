"""What a case's papers tell: who met, what was moved, voted and decided, and what is remarkable in it.

Every row is read from a paper and knows its lines; `services.importing` writes them, nobody else.
"""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, Row
from forebygg.papers.models import Case, Paper, Viewer

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class FromPaperQuerySet(MunicipalityQuerySet[Row]):
    def visible_to(self, user: Viewer) -> Self:
        """All to staff; to the public what stands in a released paper."""
        return self if user.is_authenticated else self.filter(paper__released_at__isnull=False)


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
        return reverse("decisions:meeting", args=[self.municipality.slug, self.case.number, self.pk])


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

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        ordering: ClassVar = ["meeting", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "position"], name="decisions_attendance_position"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.party})" if self.party else self.name


class Item(models.Model):
    """One matter at one meeting (ett ärende, en paragraf). Lists are lists of sentences as printed."""

    class Outcome(models.TextChoices):
        DECIDED = "decided", _("decided")
        SENT_BACK = "sent_back", _("sent back")
        TABLED = "tabled", _("tabled")
        WITHDRAWN = "withdrawn", _("withdrawn")
        NOTED = "noted", _("noted")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="items")
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="items")
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, related_name="items", null=True)
    body = models.TextField(_("body"), blank=True)
    date = models.DateField(_("date"), null=True)
    paragraph = models.PositiveIntegerField(_("paragraph"))
    title = models.TextField(_("title"), blank=True)
    registry_number = models.TextField(_("registry number"), blank=True)
    description = models.TextField(_("description"), blank=True)
    decision = models.JSONField(_("decision"), default=list)
    proposal = models.JSONField(_("proposal"), default=list)
    order = models.TextField(_("order of decision"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome, blank=True)
    immediate = models.BooleanField(_("approved at once"), default=False)
    conflicts = models.JSONField(_("conflicts of interest"), default=list)
    reservations = models.JSONField(_("reservations"), default=list)
    attachments = models.JSONField(_("attachments"), default=list)
    listed_papers = models.JSONField(_("papers listed"), default=list)
    earlier = models.TextField(_("earlier treatment"), blank=True)
    information = models.TextField(_("information"), blank=True)
    sent_to = models.JSONField(_("sent to"), default=list)
    first_line = models.PositiveIntegerField(_("first line"))
    last_line = models.PositiveIntegerField(_("last line"))
    # What a list is searched by: title, body and registry number, folded, since SQLite folds only ASCII.
    folded = models.TextField(default="")

    objects = FromPaperQuerySet.as_manager()

    if TYPE_CHECKING:
        motions: RelatedManager["Motion"]
        votes: RelatedManager["Vote"]
        statements: RelatedManager["Statement"]

    class Meta:
        verbose_name = _("item")
        ordering: ClassVar = ["case", "date", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "first_line"], name="decisions_item_place"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "-date", "-id"], name="decisions_item_newest"),
            # What a list offers to be narrowed to, without reading the items themselves.
            models.Index(fields=["municipality", "body", "paper"], name="decisions_item_bodies"),
        ]

    def __str__(self) -> str:
        return f"§ {self.paragraph} {self.title}".strip()

    def get_absolute_url(self) -> str:
        return reverse("decisions:item", args=[self.municipality.slug, self.case.number, self.pk])


class PartOfItem(models.Model):
    """What stands in an item, in the paper's order."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="%(class)ss")
    position = models.PositiveIntegerField()
    line = models.PositiveIntegerField(_("line"))

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering: ClassVar = ["item", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "position"], name="decisions_%(class)s_position"),
        ]


class Motion(PartOfItem):
    """What one person moved (yrkade)."""

    name = models.TextField(_("name"))
    party = models.TextField(_("party"), blank=True)
    text = models.TextField(_("text"))

    class Meta(PartOfItem.Meta):
        verbose_name = _("motion")

    def __str__(self) -> str:
        return self.text


class Vote(PartOfItem):
    """One ballot (votering); None where the paper gives no figure."""

    yes = models.PositiveIntegerField(_("yes"))
    no = models.PositiveIntegerField(_("no"))
    abstain = models.PositiveIntegerField(_("abstain"), null=True)
    absent = models.PositiveIntegerField(_("absent"), null=True)

    class Meta(PartOfItem.Meta):
        verbose_name = _("vote")

    def __str__(self) -> str:
        return f"{self.yes}–{self.no}"


class Statement(PartOfItem):
    """A separate statement, a note to the minutes, or the chair's remarks."""

    kind = models.TextField(_("kind"))
    name = models.TextField(_("name"), blank=True)
    party = models.TextField(_("party"), blank=True)
    text = models.TextField(_("text"), blank=True)

    class Meta(PartOfItem.Meta):
        verbose_name = _("statement")

    def __str__(self) -> str:
        return self.text or self.kind


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

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("change between bodies")
        ordering: ClassVar = ["case", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "position"], name="decisions_bodychange_position"),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} → {self.later}"
