"""What happened: entries that never change, a chain for each municipality.

Triggers in the database refuse every change (migration 0002); `recording` is the only way to add.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.audit.events import told
from forebygg.privacy.texts import Texts


class Head(models.Model):
    """The end of a municipality's chain: locked while an entry is added, so that numbers never collide."""

    municipality = models.OneToOneField(Municipality, on_delete=models.PROTECT, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    texts = Texts(codes="hash")

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"


class Entry(models.Model):
    """One act: who, when, what, about what. It holds identifiers, not content."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    event = models.CharField(max_length=60)
    data = models.JSONField()
    about_type = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    texts = Texts(codes="event data about_type previous hash")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        ordering: ClassVar = ["municipality", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "number"], name="audit_entry_number"),
        ]
        indexes: ClassVar = [
            # Newest first whatever one asks for: the trail is never sorted anew, however long it is.
            models.Index(fields=["municipality", "at", "number"], name="audit_entry_at"),
            models.Index(fields=["municipality", "by", "at", "number"], name="audit_entry_by"),
            models.Index(fields=["municipality", "event", "at", "number"], name="audit_entry_event"),
            models.Index(fields=["municipality", "about_type", "at", "number"], name="audit_entry_type"),
            models.Index(
                fields=["municipality", "about_type", "about_id", "at", "number"], name="audit_entry_subject"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by} {told(self.event, self.data)}"
