"""How often the reader agrees with our own reading of sixty items, field by field.

`python -m bench.agreement` prints each difference instead.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from bench.figure import Figure, not_measured
from bench.papers import SHARED, as_text
from bench.sheet import FIELDS, Reading, read_sheet
from forebygg.casefile import read_texts
from forebygg.casefile.facts import Item, Motion, Statement, Vote

LIMIT: Final = 95.0
PARTS: Final = {
    Motion: ("name", "party", "text"),
    Statement: ("kind", "name", "party", "text"),
    Vote: ("yes", "no", "abstain", "absent"),
}


def folded(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The value as it is compared: white space folded, without the full stop that ends a text."""
    if isinstance(value, str):
        return " ".join(value.split()).removesuffix(".")
    if isinstance(value, list | tuple):
        return [folded(entry) for entry in value]
    if isinstance(value, dict):
        return {key: folded(entry) for key, entry in value.items()}
    if isinstance(value, dt.date):
        return value.isoformat()
    if parts := PARTS.get(type(value)):
        return {name: folded(getattr(value, name)) for name in parts}
    return value


def reader_items(readings: list[Reading]) -> dict[tuple[str, int], Item]:
    """What the reader found, by file and paragraph, each file read as its own case."""
    found: dict[tuple[str, int], Item] = {}
    for name in sorted({reading.file for reading in readings}):
        case = read_texts([as_text(name, (SHARED / "minutes" / name).read_text("utf-8"))])
        found |= {(name, item.paragraph): item for item in case.items}
    return found


def compared(readings: list[Reading]) -> Iterator[tuple[Reading, str, Any, Any]]:
    """Each item's each field: what we read, and what the reader read ("no such item" where it found none)."""
    found = reader_items(readings)
    for reading in readings:
        item = found.get((reading.file, reading.paragraph))
        for name in FIELDS:
            theirs = folded(getattr(item, name)) if item else "no such item"
            yield reading, name, folded(reading.values[name]), theirs


def percent(right: int, of: int) -> str:
    """Share in per cent beside the counts it comes from."""
    return f"{100 * right / of:.1f} % ({right}/{of})" if of else "– (0/0)"


def figures() -> Iterator[Figure]:
    """Agreement per field, over all fields, and over those where either reading has something to say."""
    if not (SHARED / "minutes").is_dir():
        yield not_measured("agreement with the gold sheet", "the shared minutes are not here")
        return
    right: defaultdict[str, int] = defaultdict(int)
    said: defaultdict[str, list[bool]] = defaultdict(list)
    wrong_items = set()
    readings = read_sheet(SHARED / "minutes")
    for reading, name, ours, theirs in compared(readings):
        agrees = ours == theirs
        right[name] += agrees
        if ours or theirs:
            said[name].append(agrees)
        if not agrees:
            wrong_items.add((reading.file, reading.paragraph))
    for name in FIELDS:
        filled = percent(sum(said[name]), len(said[name]))
        yield Figure(
            name=f"agreement: {name}",
            measured=percent(right[name], len(readings)),
            note=f"{filled} where filled",
        )
    cells = [agrees for values in said.values() for agrees in values]
    filled_share = 100 * sum(cells) / len(cells)
    yield Figure(
        name="agreement: all fields",
        measured=percent(sum(right.values()), len(readings) * len(FIELDS)),
        note=f"{len(readings) - len(wrong_items)} of {len(readings)} items agree in every field",
    )
    yield Figure(
        name="agreement: fields that hold something",
        measured=percent(sum(cells), len(cells)),
        limit=f"≥ {LIMIT:g} %",
        kept=filled_share >= LIMIT,
        note="empty in both readings is not counted",
    )


def differences() -> Iterator[str]:
    """Each field where the two readings differ, with its file and line."""
    for reading, name, ours, theirs in compared(read_sheet(SHARED / "minutes")):
        if ours != theirs:
            yield f"{reading.file}:{reading.line}: {name}\n  read by us: {ours}\n  the reader: {theirs}"


if __name__ == "__main__":
    for difference in differences():
        print(difference)
