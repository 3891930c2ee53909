"""What the council concluded of a commitment in a round, and whether it helped."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.commitments.models import Commitment
from forebygg.followup.models.rounds import Round
from forebygg.privacy.texts import Texts


class Conclusion(models.TextChoices):
    """What a point ends in. To stop a commitment is advice: it is ended by an act of its own."""

    CONTINUE = "continue", _("continue")
    CHANGE = "change", pgettext_lazy("what becomes of a commitment", "change")
    STOP = "stop", _("stop")


class Helped(models.TextChoices):
    """Whether what was done had the effect that was meant: another question than whether it was done."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("not yet known")


class Point(models.Model):
    """One commitment as the council left it (punkt). `version` counts how often it has been recorded.

    Whoever says that it helped, or did not, says by what `method` and from what `source` that is known.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="points")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="points")
    conclusion = models.CharField(_("conclusion"), max_length=8, choices=Conclusion)
    words = models.TextField(_("why"))
    helped = models.CharField(_("did it help"), max_length=7, choices=Helped, default=Helped.UNKNOWN)
    method = models.TextField(_("method"), blank=True)
    source = models.TextField(_("source"), blank=True)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"))

    texts = Texts(warn="words method source")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("point of a round")
        ordering: ClassVar = ["round", "commitment"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "commitment"], name="followup_point_once"),
            models.CheckConstraint(condition=~Q(words=""), name="followup_point_says_why"),
            models.CheckConstraint(
                condition=Q(helped="unknown") | ~Q(method="") & ~Q(source=""), name="followup_point_says_how"
            ),
        ]

    def __str__(self) -> str:
        return self.get_conclusion_display()
