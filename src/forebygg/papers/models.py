"""A case and its papers: what every stored value points back to."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.casefile import amending as reader
from forebygg.privacy.texts import Because, Texts
from forebygg.web.addresses import address

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

Viewer = AbstractBaseUser | AnonymousUser
# So many lines of a paper are shown on a page: a screen reader and a phone manage them, and few have more.
LINES_A_PAGE = 400


class Series(models.Model):
    """The numbers of a municipality's cases or plans (nummerserie): the last one given, never given again."""

    class Of(models.TextChoices):
        CASE = "case", _("case")
        PLAN = "plan", _("plan")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    of = models.CharField(max_length=4, choices=Of)
    last = models.PositiveIntegerField(default=0)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("series of numbers")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "of"], name="papers_series_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_of_display()} {self.last}"


class CaseQuerySet(MunicipalityQuerySet["Case"]):
    def visible_to(self, user: Viewer) -> Self:
        """All to staff; to the public those of which a person has released some paper."""
        if user.is_authenticated:
            return self
        return self.filter(Exists(Paper.objects.filter(case=OuterRef("pk")).released()))


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


class PaperQuerySet(MunicipalityQuerySet["Paper"]):
    def released(self) -> Self:
        """Those a person has let the public see."""
        return self.filter(released_at__isnull=False)

    def visible_to(self, user: Viewer) -> Self:
        """All to staff, the released to the public."""
        return self if user.is_authenticated else self.released()


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
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()

    def get_absolute_url(self) -> str:
        return address("decisions:paper", self.municipality.slug, self.case.number, self.number)

    def get_line_url(self, line: int) -> str:
        """Where the line is shown: a long paper is shown a page at a time."""
        page = (line - self.first_line) // LINES_A_PAGE + 1
        return f"{self.get_absolute_url()}{f'?page={page}' if page > 1 else ''}#L{line}"


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
