"""What is to be done once, beside its place in the queue."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from forebygg.privacy.texts import Texts


class Job(models.Model):
    """One thing to do: of a kind, about something, for a day. It is never in the queue twice.

    It goes when its result does (`tasks.prune`). `seen_at` is when a worker that works at it last lived.
    """

    kind = models.CharField(max_length=100)
    about = models.CharField(max_length=100, blank=True)
    day = models.DateField()
    result = models.OneToOneField(DBTaskResult, on_delete=models.CASCADE, related_name="job")
    seen_at = models.DateTimeField(null=True)

    texts = Texts(codes="kind about")

    class Meta:
        verbose_name = _("job")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "about", "day"], name="reminders_job_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about} {self.day}".replace("  ", " ")
