"""How long the pages of a large organisation take, and how long a spreadsheet with all of it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.figure import Figure, at_least, at_most
from bench.server import Waits, command, serving, told, waits
from bench.visitor import cookie

PAGE: Final = 150  # milliseconds, the slowest of twenty
SPEED: Final = 2_000  # rows of a spreadsheet a second
TOLERANCE: Final = 1.3
UNITS: Final = (500, 5_000)  # a municipality of 50 000, and ten of them in one
PEOPLE: Final = (30, 300)  # who hold posts
ROWS: Final = (10_000, 100_000)  # as many as a spreadsheet may have
PAGES: Final = {
    "all units": "/granvik/organisation/",
    "one authority": "/granvik/organisation/1/",
    "the scope register": "/granvik/organisation/scope/",
    "the scope register, undecided": "/granvik/organisation/scope/?nearness=undecided",
    "the scope register, last page": "/granvik/organisation/scope/?page=100000",
    "people and posts": "/granvik/people/",
}
HEAD: Final = "Enhet;Slag;Ligger under;Personalgrupp;Antal"
GROUPS: Final = ("lärare", "elevassistenter", "skolvärdar", "skolsköterskor")
UNITS_BENEATH: Final = 30  # under each authority

_IMPORT: Final = """
import time
from datetime import date
from pathlib import Path
from forebygg.accounts.models import Municipality, SystemUser
from forebygg.accounts.services import system_user
from forebygg.organisation.services.importing import import_organisation
from forebygg.organisation.spreadsheets import read_lines, read_sheet
data, within = Path({file!r}).read_bytes(), Municipality.objects.get()
start = time.process_time()
read = read_lines(read_sheet(data))
import_organisation(within, read, counted_on=date(2026, 1, 1), by=system_user(SystemUser.COMMAND))
print(time.process_time() - start)
"""
_FILL: Final = """
from datetime import date
from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import system_user
from forebygg.organisation.models import Nearness, Role, Unit
from forebygg.organisation.services.posts import appoint
from forebygg.organisation.services.scope import decide_scope
within, by = Municipality.objects.get(), system_user(SystemUser.COMMAND)
units = list(Unit.objects.of(within).order_by("number"))
decide_scope(units[::2], Nearness.CONTACT, "Möter barn och unga.", within=within, on=date(2026, 1, 2), by=by)
for number in range({people}):
    person, _ = User.objects.get_or_create(
        email=f"{{number}}@granvik.example", defaults={{"name": f"Invånare {{number}}"}}
    )
    appoint(person, Role.REGISTRAR, within=within, unit=units[0], by=by)
"""


def spreadsheet(units: int, rows: int) -> str:
    """Authorities, each with its units, and rows that count their staff. Invented, and the same each time."""
    lines, named = [HEAD], []
    for number in range(units):
        authority = f"Nämnd {number // (UNITS_BENEATH + 1)}"
        if number % (UNITS_BENEATH + 1) == 0:
            lines.append(f"{authority};nämnd;;;")
        else:
            named.append(f"Enhet {number}")
            lines.append(f"{named[-1]};enhet;{authority};;")
    for number in range(rows - units):
        name, group = named[number % len(named)], number // len(named)
        title = GROUPS[group] if group < len(GROUPS) else f"yrkesgrupp {group}"
        lines.append(f"{name};;;{title};{number % 40 + 1}")
    return "\n".join(lines)


def imported(home: Path, text: str) -> float:
    """Seconds of processor time to read a spreadsheet and store what it says."""
    file = home / "organisation.csv"
    file.write_text(text, encoding="utf-8")
    return float(told(home, _IMPORT.format(file=str(file))))


def works(units: int, people: int) -> Iterator[tuple[str, Waits]]:
    """Each page of an organisation of that size."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        command(home, "municipality", "add", "Granviks kommun", "--slug", "granvik")
        colleague = cookie(home)
        imported(home, spreadsheet(units, 4 * units))
        told(home, _FILL.format(people=people))
        with serving(home) as server:
            for name, path in PAGES.items():
                yield name, waits(server, path, cookie=colleague)


def figures() -> Iterator[Figure]:
    """The pages at one and ten times as many units and people; then the spreadsheet, likewise."""
    small: dict[str, Waits] = {}
    for name, page in works(UNITS[0], PEOPLE[0]):
        small[name] = page
        title = f"{name}, {UNITS[0]} units, 19 of 20 within"
        yield at_most(title, page.p95, PAGE, unit="ms", note=page.note)
    for name, page in works(UNITS[1], PEOPLE[1]):
        title = f"{name}, 10 times as many"
        more = page.median / small[name].median
        yield at_most(title, more, 10 * TOLERANCE, unit="× the time", note=page.note)
    taken = []
    for rows in ROWS:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            command(home, "municipality", "add", "Granviks kommun", "--slug", "granvik")
            taken.append(imported(home, spreadsheet(rows // 20, rows)))
        note = f"{taken[-1]:.2f} s of processor time"
        yield at_least(f"import of {rows} rows", rows / taken[-1], SPEED, unit="rows/s", note=note)
    more = taken[1] / taken[0]
    yield at_most("import, 10 times as many rows", more, 10 * TOLERANCE, unit="× the time")
