"""What was dealt with: moved, voted, decided and said."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.decisions.models.meetings import Meeting
from forebygg.decisions.models.sight import FromPaperQuerySet
from forebygg.papers.models import Case, Paper
from forebygg.privacy.texts import Because, Texts
from forebygg.web.addresses import address

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


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

    texts = Texts(
        names_belong_here={
            Because.PAPERS: "body title registry_number description decision proposal order conflicts "
            "reservations attachments listed_papers earlier information sent_to folded"
        }
    )
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
        return self.called(self.paragraph, self.title)

    def get_absolute_url(self) -> str:
        return address("decisions:item", self.municipality.slug, self.case.number, self.pk)

    @staticmethod
    def called(paragraph: int, title: str) -> str:
        """What an item is called, by what it says."""
        return f"§ {paragraph} {title}".strip()


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

    texts = Texts(names_belong_here={Because.PAPERS: "name party text"})

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

    texts = Texts(names_belong_here={Because.PAPERS: "kind name party text"})

    class Meta(PartOfItem.Meta):
        verbose_name = _("statement")

    def __str__(self) -> str:
        return self.text or self.kind
