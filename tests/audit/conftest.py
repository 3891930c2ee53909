from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.db import connection

from forebygg.audit.events import Event
from forebygg.audit.recording import record
from tests.database import TRIGGERS


@dataclass(frozen=True, kw_only=True)
class BellRung(Event):
    name: ClassVar = "tests.bell_rung"
    sentence: ClassVar = "rang {times} times"

    times: int


@pytest.fixture
def ring(other_municipality, person):
    """An act that can be repeated."""

    def ring(times=1):
        return record(BellRung(times=times), about=other_municipality, by=person)

    return ring


@pytest.fixture
def tampering(ring):
    """Three entries, and what somebody could do who may change the database itself."""
    for times in (1, 2, 3):
        ring(times)
    connection.check_constraints()  # a table with checks ahead of it can be neither altered nor emptied
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for statement in TRIGGERS.SQLITE_BACK:
                cursor.execute(statement)
        else:
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
        yield cursor
