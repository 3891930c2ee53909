"""The database itself refuses to change a closed round, what was frozen, and what was noted of it.

A later AlterField on one of these tables makes SQLite rebuild it without its triggers: install them again in
that migration. Each looks at its own row only, so that a rebuilt table breaks no other's.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Table, and of which rows it holds.
REFUSED = {
    "followup_round": "OLD.stage = 'closed'",
    "followup_frozenpart": "",
    "followup_note": "",
}
WORDS = "what was frozen never changes"


def _sqlite(table: str, when: str) -> list[str]:
    narrowed = f" WHEN {when}" if when else ""
    return [
        f"CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table}{narrowed}"
        f" BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
        for act in ("update", "delete")
    ]


def _postgresql(table: str, when: str) -> str:
    narrowed = f" WHEN ({when})" if when else ""
    return (
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table}"
        f" FOR EACH ROW{narrowed} EXECUTE FUNCTION followup_refuse()"
    )


SQLITE = [statement for table, when in REFUSED.items() for statement in _sqlite(table, when)]
SQLITE_BACK = [f"DROP TRIGGER {table}_no_{act}" for table in REFUSED for act in ("update", "delete")]
POSTGRESQL = [
    (
        "CREATE FUNCTION followup_refuse() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$"
    ),
    *(_postgresql(table, when) for table, when in REFUSED.items()),
]
POSTGRESQL_BACK = [
    *(f"DROP TRIGGER {table}_no_change ON {table}" for table in REFUSED),
    "DROP FUNCTION followup_refuse()",
]


def install(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 (Django's names)
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def remove(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 (Django's names)
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("followup", "0001_rounds")]

    operations = [migrations.RunPython(install, remove)]
