"""Guests of a case: who may see its papers, and through which day."""

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.organisation.models import Holding, Unit
from forebygg.papers.models.papers import Case
from forebygg.privacy.texts import Texts


class InvitationQuerySet(MunicipalityQuerySet["Invitation"]):
    def holding(self, on: dt.date) -> Self:
        """Those by which a guest sees something that day."""
        return self.filter(ended_at=None, last_day__gte=on, guest__ended_at=None)

    def run_out(self, on: dt.date) -> Self:
        """Those that nobody has ended and that let nobody in any more: the day or the guest has gone."""
        return self.filter(Q(last_day__lt=on) | Q(guest__ended_at__isnull=False), ended_at=None)


class Invitation(models.Model):
    """That a guest may see a case. It hangs on their time as a guest, so that it ends with that."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="invitations")
    guest = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+", verbose_name=_("guest"))
    # The authority that lets the guest see what it keeps to itself in the case; none does by itself.
    authority = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", verbose_name=_("authority"), null=True, blank=True
    )
    last_day = models.DateField(_("last day"))
    invited_at = models.DateTimeField(_("invited"), auto_now_add=True)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    texts = Texts()
    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to a case")
        ordering: ClassVar = ["case", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "guest"], condition=Q(ended_at=None), name="papers_invitation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.guest.user}: {self.case}"
