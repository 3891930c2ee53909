"""A new database: every table of this version at once, and every migration noted as done.

Migrations walk through all that the tables have ever been, and Django renders most models anew at each step:
a second for thirty models, four for sixty. A new database needs none of the way, only where it leads. A test
holds us to what the migrations would have made.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations import Migration, RunPython, RunSQL
from django.db.migrations.executor import MigrationExecutor

_OURS: Final = "forebygg."


def found(executor: MigrationExecutor) -> None:
    """Make of a database that has nothing what all migrations would make of it."""
    leaves = executor.loader.graph.leaf_nodes()
    plan = executor.migration_plan(leaves)
    migrations = [migration for migration, _ in plan]
    state = executor.loader.project_state(leaves)
    with connection.schema_editor() as editor:
        for model in state.apps.get_models():
            if model._meta.can_migrate(connection):  # noqa: SLF001 - public, for all its name
                editor.create_model(model)
        for label, act in _acts(migrations):
            act.database_forwards(label, editor, state, state)
    for migration in migrations:
        executor.recorder.record_applied(migration.app_label, migration.name)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias, apps=state.apps, plan=plan)


def _acts(migrations: Iterable[Migration]) -> Iterator[tuple[str, RunPython | RunSQL]]:
    """What our migrations do beside making tables. Others' mend rows, of which there are none yet."""
    for migration in migrations:
        if apps.get_app_config(migration.app_label).name.startswith(_OURS):
            for act in migration.operations:
                if isinstance(act, RunPython | RunSQL) and not act.elidable:
                    yield migration.app_label, act
