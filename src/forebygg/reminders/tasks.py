"""The jobs of every day."""

from typing import Final

from django.conf import settings
from django.core.management import call_command
from django_tasks import task

from forebygg.audit.heads import ExportedHead, keep
from forebygg.audit.models import Head

# As long as anyone may ask why something was not done.
KEPT_DAYS: Final = 30


@task()
def keep_audit_head(about: str, day: str) -> None:  # noqa: ARG001 - every job has both
    """Keep the head of the municipality's audit trail in a file: not everybody who changes a database can."""
    head = Head.objects.select_related("municipality").get(municipality__slug=about)
    keep(ExportedHead.of(head), settings.HOME / "audit")


@task()
def prune(about: str, day: str) -> None:  # noqa: ARG001 - every job has both
    """Forget what was done long ago, and logins that have ended."""
    call_command("clearsessions", verbosity=0)
    call_command("prune_db_task_results", queue_name="*", min_age_days=KEPT_DAYS, verbosity=0)
