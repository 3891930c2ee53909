"""What is done with papers every day."""

import datetime as dt

from django_tasks import task

from forebygg.accounts.models import SystemUser
from forebygg.accounts.services import system_user
from forebygg.papers.services.inviting import end_those_run_out


@task()
def end_invitations(about: str, day: str) -> None:  # noqa: ARG001 - every job has both
    """Note of each guest whose last day has gone that they see the case no longer."""
    end_those_run_out(dt.date.fromisoformat(day), by=system_user(SystemUser.CLOCK))
