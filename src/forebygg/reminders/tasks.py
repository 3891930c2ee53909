"""The jobs of every day."""

import logging
from typing import Final

from django.core.management import call_command
from django_tasks import task

from forebygg.audit.models import Head

logger = logging.getLogger(__name__)
# As long as anyone may ask why something was not done.
KEPT_DAYS: Final = 30


@task()
def tell_audit_head(about: str, day: str) -> None:
    """Write the end of the municipality's audit chain to the log: whoever cuts the chain cannot reach it."""
    head = Head.objects.get(municipality__slug=about)
    logger.info("audit head of %s, %s: %s %s", about, day, head.number, head.hash)


@task()
def prune(about: str, day: str) -> None:  # noqa: ARG001 - every job has both
    """Forget what was done long ago."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=KEPT_DAYS, verbosity=0)
