"""A plan, its editions, and sentences that keep their identity from edition to edition."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Paper, seen_by
from forebygg.privacy.texts import Because, Texts
from forebygg.web.addresses import address

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class PlanQuerySet(MunicipalityQuerySet["Plan"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those with an edition that the viewer may see."""
        editions = Edition.objects.filter(plan=models.OuterRef("pk"))
        return self.filter(models.Exists(editions.visible_to(viewer)))


class Plan(models.Model):
    """What the municipality says it will do, through all its editions."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    title = models.TextField(_("title"), blank=True)
    # The highest numbers that an edition and a sentence of the plan have had: none is given twice.
    last_edition = models.PositiveIntegerField(default=0)
    last_sentence = models.PositiveIntegerField(default=0)

    texts = Texts(warn="title")
    objects = PlanQuerySet.as_manager()

    if TYPE_CHECKING:
        editions: RelatedManager["Edition"]
        sentences: RelatedManager["Sentence"]

    class Meta:
        verbose_name = _("plan")
        ordering: ClassVar = ["municipality", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="plans_plan_number"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("plans:plan", self.municipality.slug, self.number)


class EditionQuerySet(MunicipalityQuerySet["Edition"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those whose paper the viewer may see."""
        return self.filter(seen_by(viewer, "paper__"))


class Edition(models.Model):
    """The plan as it read in one paper. It keeps its number; `date` gives the order."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="edition")
    date = models.DateField(_("date"), null=True, blank=True)
    title = models.TextField(_("title"), blank=True)

    texts = Texts(names_belong_here={Because.PAPERS: "title"})
    objects = EditionQuerySet.as_manager()

    if TYPE_CHECKING:
        sections: RelatedManager["Section"]
        wordings: RelatedManager["Wording"]

    class Meta:
        verbose_name = _("edition")
        ordering: ClassVar = ["plan", models.F("date").asc(nulls_first=True), "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "plan", "number"], name="plans_edition_number"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("plans:edition", self.municipality.slug, self.plan.number, self.number)


class Section(models.Model):
    """One part of an edition; `label` is its number as printed, or empty."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveIntegerField()
    label = models.TextField(_("number"), blank=True)
    title = models.TextField(_("title"), blank=True)
    first_line = models.PositiveIntegerField(_("first line"))
    last_line = models.PositiveIntegerField(_("last line"))

    texts = Texts(names_belong_here={Because.PAPERS: "label title"})
    objects = MunicipalityQuerySet.as_manager()

    if TYPE_CHECKING:
        wordings: RelatedManager["Wording"]

    class Meta:
        verbose_name = _("section")
        ordering: ClassVar = ["edition", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "position"], name="plans_section_position"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.title}".strip()


class Sentence(models.Model):
    """The identity of a sentence: the same through every edition, however it is worded.

    What the municipality does about a sentence (commitments, measures) hangs here, so it follows the
    sentence into the next edition by itself.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="sentences")
    number = models.PositiveIntegerField(_("number"))

    objects = MunicipalityQuerySet.as_manager()

    if TYPE_CHECKING:
        wordings: RelatedManager["Wording"]

    class Meta:
        verbose_name = _("sentence")
        ordering: ClassVar = ["plan", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "plan", "number"], name="plans_sentence_number"),
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.number}"

    def get_absolute_url(self) -> str:
        return address("plans:sentence", self.municipality.slug, self.plan.number, self.number)


class Wording(models.Model):
    """How a sentence reads in one edition, and where it stands."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="wordings")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="wordings")
    sentence = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="wordings")
    position = models.PositiveIntegerField()
    # Which paragraph of the section it belongs to, counted from 0.
    paragraph = models.PositiveIntegerField()
    text = models.TextField(_("text"))
    first_line = models.PositiveIntegerField(_("first line"))
    last_line = models.PositiveIntegerField(_("last line"))

    texts = Texts(names_belong_here={Because.PAPERS: "text"})
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("wording")
        ordering: ClassVar = ["edition", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "position"], name="plans_wording_position"),
        ]

    def __str__(self) -> str:
        return self.text
