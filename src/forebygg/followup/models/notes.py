"""What is said of a closed round afterwards: figures stay, and what was wrong in them is told beside them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.followup.models.rounds import Round
from forebygg.privacy.texts import Texts


class Note(models.Model):
    """One correction (anteckning), by its number in the round; it never changes, another may follow."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="notes")
    number = models.PositiveIntegerField(_("number"))
    text = models.TextField(_("what is right"))
    because = models.TextField(_("reason"))
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("written"))

    texts = Texts(warn="text because")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("note on a closed round")
        ordering: ClassVar = ["round", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "number"], name="followup_note_number"),
            models.CheckConstraint(condition=~Q(text="") & ~Q(because=""), name="followup_note_has_a_reason"),
        ]

    def __str__(self) -> str:
        return self.text
