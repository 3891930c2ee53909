"""Addresses under which calendars fetch what falls to somebody."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.privacy.texts import Texts


class CalendarFeed(models.Model):
    """A secret address that a calendar reads without logging in (kalenderflöde); a person has one at most.

    What stands in the address is not kept, only its checksum: whoever reads the database cannot use it.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="calendar_feeds")
    checksum = models.CharField(_("checksum"), max_length=64)
    language = models.CharField(_("language"), max_length=2)
    made_at = models.DateTimeField(_("made"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    texts = Texts(codes="checksum language")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar address")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "checksum"], name="reminders_feed_checksum"),
            models.UniqueConstraint(
                fields=["municipality", "user"], condition=Q(withdrawn_at=None), name="reminders_feed_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.made_at:%Y-%m-%d}"
