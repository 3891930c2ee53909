"""The database brought to the form that this version of the program knows: wholly, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pkgutil import iter_modules
from typing import Final

from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from forebygg.cli.founding import found
from forebygg.core.errors import CodedError
from forebygg.core.messages import N_

# Of all programs that use the server, ours alone takes this lock.
_LOCK: Final = 4_633_261


class Unreachable(CodedError):
    code = "database.unreachable"
    message = N_("The database cannot be used: {reason}")


class Behind(CodedError):
    code = "database.behind"
    message = N_(
        "The database was made by an earlier version of Förebygg. Take a backup of it, then: forebygg migrate"
    )


class Ahead(CodedError):
    code = "database.ahead"
    message = N_(
        "The database was made by a later version of Förebygg ({migration}). Run that version, or restore the"
        " backup that was taken before it."
    )


class NotMigrated(CodedError):
    code = "database.not-migrated"
    message = N_("The database could not be brought up to date, and stands as it was: {reason}")


def prepare(*, agreed: bool) -> int:
    """Bring the database up to date; how many migrations that took.

    A new one, and the file of a person's own installation, are brought up to date at once. On a server,
    where other programs may still run the earlier version, somebody has to have *agreed*. Raises what is
    above.
    """
    try:
        if is_up_to_date():
            return 0
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise Unreachable(reason=first_line(error)) from error
    known = executor.loader.disk_migrations
    if unknown := sorted(key for key in executor.loader.applied_migrations if key not in known):
        raise Ahead(migration=".".join(unknown[-1]))
    if not plan:
        return 0
    is_new = not executor.loader.applied_migrations
    if not (agreed or is_new or connection.vendor == "sqlite"):
        raise Behind
    try:
        with _all_or_nothing():
            # Another program may have been first, and done it while we waited.
            if executor.recorder.applied_migrations():
                call_command("migrate", interactive=False, verbosity=0)
            else:
                found(executor)
    except Exception as error:
        raise NotMigrated(reason=first_line(error)) from error
    return len(plan)


def is_up_to_date() -> bool:
    """Whether those noted as done are this version's, by their names: loading them takes much longer."""
    folders = {app.label: f"{app.path}/migrations" for app in apps.get_app_configs()}
    names = {(label, module.name) for label, folder in folders.items() for module in iter_modules([folder])}
    return names == MigrationRecorder(connection).applied_migrations().keys()


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    """One transaction around all migrations; whoever comes meanwhile waits and finds nothing to do."""
    if connection.vendor == "sqlite":
        # Tables are remade, which their references forbid; Django checks these after each migration.
        connection.disable_constraint_checking()
        try:
            with transaction.atomic():
                yield
        finally:
            connection.enable_constraint_checking()
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield


def first_line(error: Exception) -> str:
    """The reason in short; the servers' own explanations fill a page."""
    return (str(error) or type(error).__name__).splitlines()[0]
