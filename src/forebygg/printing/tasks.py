"""The jobs of printing."""

from django_tasks import task

from forebygg.printing import keeping
from forebygg.printing.printer import print_waiting


@task()
def print_long(about: str, day: str) -> None:  # noqa: ARG001 - every job has both
    """Print what waits under that name."""
    print_waiting(about.partition("/")[0])


@task()
def clear_printed(about: str, day: str) -> None:  # noqa: ARG001 - every job has both
    """Forget what was printed the day before."""
    keeping.clear()
