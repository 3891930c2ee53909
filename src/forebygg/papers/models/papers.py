"""A case, the files that were received in it, and the papers that they hold."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.organisation.models import Unit
from forebygg.organisation.permissions import Viewer
from forebygg.privacy.texts import Because, Texts
from forebygg.web.addresses import address

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from forebygg.papers.models.corrections import Correction

# So many lines of a paper are shown on a page: a screen reader and a phone manage them, and few have more.
LINES_A_PAGE = 400


class CaseQuerySet(MunicipalityQuerySet["Case"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those of which the viewer may see some paper; staff also those that hold none."""
        if viewer.is_system:
            return self
        papers = Paper.objects.filter(case=OuterRef("pk"))
        seen = Exists(papers.visible_to(viewer))
        return self.filter(seen | ~Exists(papers)) if viewer.reads else self.filter(seen)


class Case(models.Model):
    """One matter (ärende) and the papers in its file (akt)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    registry_number = models.TextField(_("registry number"), blank=True)
    title = models.TextField(_("title"), blank=True)
    # Counted up by every act that changes what is read, so that a reading made meanwhile is known to be old.
    revision = models.PositiveIntegerField(default=0)
    read_by = models.CharField(_("version of the reader"), max_length=30, blank=True)
    # The highest number that a paper of the case has had: no number is given twice.
    last_paper = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(_("opened"), auto_now_add=True)

    texts = Texts(names_belong_here={Because.PAPERS: "registry_number title"}, codes="read_by")
    objects = CaseQuerySet.as_manager()

    if TYPE_CHECKING:
        papers: RelatedManager["Paper"]
        originals: RelatedManager["Original"]
        corrections: RelatedManager["Correction"]

    class Meta:
        verbose_name = _("case")
        ordering: ClassVar = ["municipality", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="papers_case_number"),
        ]

    def __str__(self) -> str:
        return self.title or self.registry_number or gettext("Case {number}").format(number=self.number)

    def get_absolute_url(self) -> str:
        return address("decisions:case", self.municipality.slug, self.number)


class Original(models.Model):
    """A file as it was received, and the text that was found in it.

    Lines are counted from 1 in `text`, split at line feeds; a form feed opens a page.
    """

    class Form(models.TextChoices):
        TEXT = "text", _("text")
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word"

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="originals")
    # Unique in the case: two files of the same name get a number, since facts name their file.
    name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField(_("checksum"), max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    form = models.CharField(_("form"), max_length=4, choices=Form)
    encoding = models.CharField(_("encoding"), max_length=30, blank=True)
    notices = models.JSONField(_("notices of the reading"), default=list)
    unread = models.JSONField(_("lines not understood"), default=list)
    text = models.TextField(_("extracted text"))
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    received_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    texts = Texts(names_belong_here={Because.PAPERS: "name text unread"}, codes="sha256 encoding notices")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("original")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "case", "sha256"], name="papers_original_once_a_case"
            ),
            models.UniqueConstraint(
                fields=["municipality", "case", "name"], name="papers_original_name_in_case"
            ),
        ]
        # What came in last is asked for on every home, and a long text stands before the day in each row.
        indexes: ClassVar = [models.Index(fields=["case", "received_at"], name="papers_original_received")]

    def __str__(self) -> str:
        return self.name


class Content(models.Model):
    """The bytes of an original, apart so that no list carries them along."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    original = models.OneToOneField(Original, on_delete=models.PROTECT, related_name="content")
    data = models.BinaryField()

    objects = MunicipalityQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.original)


def seen_by(viewer: Viewer, paper: str = "") -> Q:
    """What chooses the papers that the viewer may see, or rows by such a paper, to which *paper* leads.

    Secrecy goes between authorities, also within a municipality (OSL 8 kap. 1 §). A guest sees besides what
    is public the cases to which they are invited; what an authority keeps there, only by its own invitation.
    """
    if viewer.is_system:
        return Q()
    if viewer.reads:
        seen = Q(**{f"{paper}kept_by": None}) | Q(**{f"{paper}kept_by__in": viewer.authorities})
    else:
        seen = Q(**{f"{paper}released_at__isnull": False})
    if viewer.invited:
        cases = sorted(one.case for one in viewer.invited)
        seen |= Q(**{f"{paper}kept_by": None, f"{paper}case__in": cases})
    for one in viewer.invited:
        if one.authority is not None:
            seen |= Q(**{f"{paper}kept_by": one.authority, f"{paper}case": one.case})
    return seen


def may_see(paper: "Paper", viewer: Viewer) -> bool:
    """Whether the viewer may see a paper that is at hand; `seen_by` chooses the same."""
    if viewer.is_system:
        return True
    if viewer.reads:
        seen = paper.kept_by_id is None or paper.kept_by_id in viewer.authorities
    else:
        seen = paper.released_at is not None
    return seen or any(
        one.case == paper.case_id and paper.kept_by_id in (None, one.authority) for one in viewer.invited
    )


class PaperQuerySet(MunicipalityQuerySet["Paper"]):
    def released(self) -> Self:
        """Those a person has let the public see."""
        return self.filter(released_at__isnull=False)

    def visible_to(self, viewer: Viewer) -> Self:
        """To the public what is released, to staff all but what another authority keeps; to guests a case."""
        return self.filter(seen_by(viewer))


class Paper(models.Model):
    """One document (handling) of a case: lines of an original, and what the reader took them for.

    It keeps its number in the case through every new reading.
    """

    class Kind(models.TextChoices):
        MINUTES_COVER = "minutes_cover", _("minutes, first pages")
        MINUTES_ITEM = "minutes_item", _("extract of minutes")
        MINUTES = "minutes", _("minutes")
        PLAN = "plan", _("plan")
        MEMO = "memo", _("memo")
        STATEMENT = "statement", _("statement")
        OTHER = "other", _("other paper")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="papers")
    original = models.ForeignKey(Original, on_delete=models.PROTECT, related_name="papers")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=13, choices=Kind)
    title = models.TextField(_("title"), blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    author = models.TextField(_("author"), blank=True)
    addressed_to = models.TextField(_("addressed to"), blank=True)
    signed_by = models.JSONField(_("signed by"), default=list)
    registry_number = models.TextField(_("registry number"), blank=True)
    first_line = models.PositiveIntegerField(_("first line"))
    last_line = models.PositiveIntegerField(_("last line"))
    copy_of = models.ForeignKey(
        "self", on_delete=models.SET_NULL, related_name="copies", null=True, blank=True
    )
    released_at = models.DateTimeField(_("released"), null=True, blank=True)
    released_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    # The authority that has not yet let the others of the municipality see it.
    kept_by = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("kept by"), null=True, blank=True
    )

    texts = Texts(
        names_belong_here={
            Because.PAPERS: "title author addressed_to registry_number",
            Because.SIGNATORIES: "signed_by",
        }
    )
    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper")
        ordering: ClassVar = ["case", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "case", "number"], name="papers_paper_number"),
            models.UniqueConstraint(fields=["original", "first_line"], name="papers_paper_place"),
            models.CheckConstraint(
                condition=Q(last_line__gte=F("first_line")), name="papers_paper_lines_in_order"
            ),
            models.CheckConstraint(
                condition=Q(released_at=None, released_by=None)
                | Q(released_at__isnull=False, released_by__isnull=False),
                name="papers_paper_released_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(kept_by=None) | Q(released_at=None), name="papers_paper_kept_or_released"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()

    def get_absolute_url(self) -> str:
        return address("decisions:paper", self.municipality.slug, self.case.number, self.number)

    def get_line_url(self, line: int) -> str:
        """Where the line is shown: a long paper is shown a page at a time."""
        page = (line - self.first_line) // LINES_A_PAGE + 1
        return f"{self.get_absolute_url()}{f'?page={page}' if page > 1 else ''}#L{line}"
