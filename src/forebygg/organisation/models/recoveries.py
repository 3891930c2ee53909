"""Somebody has lost their second factor: two administrators together give them a new start."""

from datetime import timedelta
from typing import ClassVar, Final, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.privacy.texts import Texts

# Long enough to find a colleague on the other side of a weekend.
OPEN_FOR: Final = timedelta(days=3)


class RecoveryQuerySet(MunicipalityQuerySet["Recovery"]):
    def waiting(self) -> Self:
        """Those that another administrator may still approve."""
        return self.filter(approved_by=None, asked_at__gt=timezone.now() - OPEN_FOR)


class Recovery(models.Model):
    """That one administrator has asked for it, and another approved."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="recoveries")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked for"))
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)

    texts = Texts()
    objects = RecoveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("recovery of a second factor")
        ordering: ClassVar = ["-asked_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(asked_by=F("user")), name="organisation_recovery_asked_by_another"
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | (~Q(approved_by=F("user")) & ~Q(approved_by=F("asked_by"))),
                name="organisation_recovery_by_two_others",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None, approved_at=None)
                | Q(approved_by__isnull=False, approved_at__isnull=False),
                name="organisation_recovery_approved_at",
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)
