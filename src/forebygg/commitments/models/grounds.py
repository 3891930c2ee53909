"""What commitments stand on, and what has been decided of an edition's sentences."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.commitments.models.commitments import Commitment
from forebygg.commitments.models.lists import MeasureList
from forebygg.papers.models import Case
from forebygg.plans.models import Edition, Sentence
from forebygg.privacy.texts import Because, Texts


class Ground(models.Model):
    """One thing that a commitment stands on (grund). Several sentences may be joined in one, and one split.

    `as_worded` is the sentence as it read in `edition` when somebody last confirmed it, so that a new wording
    is seen. What is no sentence is `cited` as one would in writing: "Kommunfullmäktige § 41". A row of a list
    is the `row` of `measures`, and `said` is what it said when it was last read. A
    `finding` is known by its key, so that it is seen beside it that somebody has taken it on.
    """

    class Kind(models.TextChoices):
        SENTENCE = "sentence", _("a sentence of the plan")
        DECISION = "decision", _("a task from a decision")
        FINDING = "finding", _("a finding in a case")
        RECOMMENDATION = "recommendation", _("a recommendation from the auditors")
        LIST = "list", _("a list of measures")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="grounds")
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    sentence = models.ForeignKey(
        Sentence, on_delete=models.PROTECT, related_name="grounds", null=True, blank=True
    )
    edition = models.ForeignKey(Edition, on_delete=models.SET_NULL, related_name="+", null=True, blank=True)
    as_worded = models.TextField(_("as it was worded"), blank=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    cited = models.TextField(_("cited as"), blank=True)
    measures = models.ForeignKey(
        MeasureList, on_delete=models.PROTECT, related_name="grounds", null=True, blank=True
    )
    row = models.PositiveIntegerField(_("row"), null=True, blank=True)
    finding = models.CharField(_("finding"), max_length=64, blank=True)
    said = models.JSONField(_("what the row said"), null=True, blank=True)

    texts = Texts(warn="cited said", codes="finding", names_belong_here={Because.PAPERS: "as_worded"})
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("ground of a commitment")
        ordering: ClassVar = ["commitment", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commitment", "sentence"], name="commitments_ground_once"),
            models.CheckConstraint(
                condition=Q(kind="sentence", sentence__isnull=False)
                | (~Q(kind="sentence") & Q(sentence__isnull=True)),
                name="commitments_ground_sentence",
            ),
            models.CheckConstraint(
                condition=Q(kind="list", measures__isnull=False, row__isnull=False, said__isnull=False)
                | (~Q(kind="list") & Q(measures=None, row=None)),
                name="commitments_ground_list",
            ),
        ]

    def __str__(self) -> str:
        return self.as_worded or self.cited


class Settled(models.Model):
    """What a person decided of a sentence in an edition: it is a commitment, or it is none."""

    class Outcome(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="settled")
    sentence = models.ForeignKey(Sentence, on_delete=models.CASCADE, related_name="settled")
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome)
    because = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("settled"), auto_now_add=True)

    texts = Texts(warn="because")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("settled sentence")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "sentence"], name="commitments_settled_once"),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()
