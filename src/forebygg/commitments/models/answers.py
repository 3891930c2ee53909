"""What units have answered: rows that are added and never changed."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.commitments.models.shares import Share, State
from forebygg.privacy.texts import Texts


class Via(models.TextChoices):
    """How an answer came."""

    PRODUCT = "product", _("in the product")
    LINK = "link", _("by a link")
    SHEET = "sheet", _("by a spreadsheet")


class Answer(models.Model):
    """Where a unit said that it stood, one day (svar).

    `key` is made where the answer is written; the same key again is the same answer, so that one sent twice
    is kept once. `given_by` is None when it came by a link, which names nobody.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    key = models.UUIDField(_("key"))
    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="answers")
    state = models.CharField(_("state"), max_length=14, choices=State)
    evidence = models.TextField(_("evidence"), blank=True)
    because = models.TextField(_("reason"), blank=True)
    on = models.DateField(_("answered on"))
    via = models.CharField(_("how it came"), max_length=7, choices=Via)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    given_at = models.DateTimeField(_("given"))

    texts = Texts(warn="evidence because")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        ordering: ClassVar = ["municipality", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="commitments_answer_number"),
            models.UniqueConstraint(fields=["municipality", "key"], name="commitments_answer_key"),
        ]
        indexes: ClassVar = [models.Index(fields=["share", "-number"], name="commitments_answer_latest")]

    def __str__(self) -> str:
        return f"{self.number}: {self.get_state_display()}"
