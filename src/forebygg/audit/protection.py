"""Whether the database still refuses to change an entry: the triggers of migration 0002, as it made them."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

from django.db import connection

_INSTALLED: Final[Any] = import_module("forebygg.audit.migrations.0002_entries_never_change")
# What PostgreSQL calls when a trigger is to fire, and when it always is.
_ENABLED: Final = ("O", "A")


def missing() -> list[str]:
    """The names of the triggers that are gone, switched off, or other than what was installed. Read only."""
    return list(_missing_sqlite() if connection.vendor == "sqlite" else _missing_postgresql())


def _missing_sqlite() -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entry'"
        )
        there = dict(cursor.fetchall())
    for statement in _INSTALLED.SQLITE:
        name = _name(statement)
        if there.get(name) != statement:
            yield name


def _missing_postgresql() -> Iterator[str]:
    """A trigger's own definition, and the body of the function that it calls."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname, tgenabled, pg_get_triggerdef(pg_trigger.oid, true), prosrc FROM pg_trigger"
            " JOIN pg_proc ON pg_proc.oid = tgfoid"
            " WHERE tgrelid = to_regclass('audit_entry') AND NOT tgisinternal"
        )
        there = {name: (enabled, _words(text), body) for name, enabled, text, body in cursor.fetchall()}
    function, *triggers = _INSTALLED.POSTGRESQL
    body = function.split("$$")[1]
    for statement in triggers:
        name = _name(statement)
        enabled, text, calls = there.get(name, ("", frozenset(), ""))
        if enabled not in _ENABLED or text != _words(statement) or calls != body:
            yield name


def _name(statement: str) -> str:
    """The word after CREATE TRIGGER."""
    return statement.split()[2]


def _words(statement: str) -> frozenset[str]:
    """The server tells a trigger's events in an order of its own."""
    return frozenset(statement.lower().split())
