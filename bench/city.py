"""A large city that has promised much: boards and units, commitments, and years of answers."""

from pathlib import Path
from typing import Final

from bench.server import command, told

COMMITMENTS: Final = 150
YEARS: Final = 5
_BOARDS: Final = 20
_EMPLOYEES: Final = 120  # a unit, in three staff groups: 60 000 in 500 units

# Past the services: a year of answers is given in a minute here, and its keys are of SQLite's making.
_FILL: Final = """
import datetime as dt
from django.db import connection, transaction
from forebygg.accounts.models import Municipality, User
from forebygg.commitments.models import Commitment, Level, Share
from forebygg.organisation.models import HeadCount, Kind, StaffGroup, Unit
city, by = Municipality.objects.get(), User.objects.filter(system="command").first()
day = dt.date(2025, 10, 2)
with transaction.atomic():
    def unit(number, name, board=None):
        return Unit(municipality=city, number=number, name=name, above=board, authority=board,
                    kind=Kind.UNIT if board else Kind.BOARD)
    boards = Unit.objects.bulk_create(unit(1 + at, f"Nämnd {{at}}") for at in range({boards}))
    for board in boards:
        board.authority = board
    Unit.objects.bulk_update(boards, ["authority"])
    units = Unit.objects.bulk_create(
        unit(1000 + at, f"Enhet {{at}}", boards[at % {boards}]) for at in range({units}))
    groups = StaffGroup.objects.bulk_create(
        StaffGroup(municipality=city, unit=one, name=name)
        for one in units for name in ("lärare", "vård", "annat"))
    HeadCount.objects.bulk_create(
        HeadCount(municipality=city, group=one, heads={employees} // 3, counted_on=day, counted_by=by)
        for one in groups)
    promises = Commitment.objects.bulk_create(
        Commitment(municipality=city, number=1 + at, accountable=boards[at % {boards}],
                   level=Level.values[at % 3],
                   what=f"Nämnden ska se till att {{at}} rutiner för oro är kända av alla som möter unga.",
                   due_on=day, rhythm="year", evidence="Protokoll.") for at in range({commitments}))
    Share.objects.bulk_create(
        (Share(municipality=city, commitment=one, unit=other, state=state, answered_on=day if state else None,
               evidence="Rutinen togs upp på arbetsplatsträffen." if state else "")
         for one in promises for other in units
         for state in [("done", "under_way", "not_begun", "done", "")[(one.number * 7 + other.number) % 5]]),
        batch_size=5000)
    with connection.cursor() as cursor:
        cursor.execute('''
            WITH RECURSIVE year(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM year WHERE n + 1 < {years})
            INSERT INTO commitments_answer (municipality_id, number, key, share_id, state, evidence, because,
                                            "on", via, given_by_id, given_at)
            SELECT municipality_id, row_number() OVER (ORDER BY year.n, id), lower(hex(randomblob(16))), id,
                   state, evidence, '', date('2025-10-02', '-' || ({years} - 1 - year.n) || ' years'),
                   'product', %s, '2025-10-02 08:00:00' FROM commitments_share, year
            WHERE state <> \\'\\' ''', [by.pk])
        cursor.execute("ANALYZE")
"""


def fill(home: Path, *, units: int) -> None:
    """The only municipality of a new installation in *home*, with so many units beside its boards."""
    command(home, "municipality", "add", "Granviks kommun", "--slug", "granvik")
    told(
        home,
        _FILL.format(boards=_BOARDS, units=units, commitments=COMMITMENTS, years=YEARS, employees=_EMPLOYEES),
    )
