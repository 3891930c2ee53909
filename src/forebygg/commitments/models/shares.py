"""A unit's part in a commitment, and where it stands."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.commitments.models.commitments import Commitment
from forebygg.organisation.models import Unit
from forebygg.privacy.texts import Texts

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class State(models.TextChoices):
    """Where a unit stands with a commitment, as it says itself."""

    DONE = "done", _("done")
    UNDER_WAY = "under_way", _("under way")
    NOT_BEGUN = "not_begun", _("not begun")
    NOT_APPLICABLE = "not_applicable", _("not applicable")


class ShareQuerySet(MunicipalityQuerySet["Share"]):
    def current(self) -> Self:
        """Those that wait for answers: not lifted, the commitment standing, the unit not closed down."""
        return self.filter(lifted_on=None, commitment__ended_on=None, unit__closed_on=None)


class Share(models.Model):
    """That a commitment concerns a unit (del), and what the unit last answered: "" when it never has.

    The present state is written by answering only; its history is the answers. A unit that is no longer
    concerned keeps its share, lifted, since what it has answered it has answered.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="shares")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="shares", verbose_name=_("unit"))
    lifted_on = models.DateField(_("no longer concerned since"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=14, choices=State, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    evidence = models.TextField(_("evidence"), blank=True)
    because = models.TextField(_("reason"), blank=True)

    texts = Texts(warn="evidence because")
    objects = ShareQuerySet.as_manager()

    if TYPE_CHECKING:
        answers: RelatedManager["Answer"]  # type: ignore[name-defined] # noqa: F821 - made in answers.py

    class Meta:
        verbose_name = _("unit's part in a commitment")
        ordering: ClassVar = ["commitment", "unit"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commitment", "unit"], name="commitments_share_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "unit", "commitment"], name="commitments_share_of_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.get_state_display() or _('never answered')}"
