"""The gold sheet: sixty items of the shared minutes as we read them (see gold/README.md).

The sheet holds no text, only where it stands: each value is a list of spans `[line, start, end]`.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SHEET: Final = Path(__file__).parent / "gold" / "items.json"
ONE_TEXT: Final = frozenset({"body", "title", "registry_number", "description", "order"})
MANY_TEXTS: Final = frozenset({"decision", "proposal", "conflicts", "reservations", "attachments"})
PEOPLE: Final = frozenset({"motions", "statements"})
PLAIN: Final = frozenset({"date", "votes", "outcome", "immediate"})
FIELDS: Final = (
    "body date title registry_number description decision proposal motions order votes outcome immediate "
    "conflicts reservations statements attachments"
).split()

Span = tuple[int, int, int]


class OtherText(Exception):
    """The file is not the one that the sheet was read from, so its spans mean nothing."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One item as we read it; `values` has the contract's keys and the JSON forms of its values."""

    file: str
    line: int
    paragraph: int
    values: dict[str, Any]


def resolved(item: dict[str, Any], text_at: Callable[[list[Span]], str]) -> dict[str, Any]:
    """The item's values with every list of spans replaced by what stands there."""

    def one(spans: list[Span] | None) -> str | None:
        return None if spans is None else text_at(spans)

    values: dict[str, Any] = {name: item[name] for name in PLAIN}
    values |= {name: one(item[name]) for name in ONE_TEXT}
    values |= {name: [text_at(spans) for spans in item[name]] for name in MANY_TEXTS}
    for name in PEOPLE:
        values[name] = [
            {key: value if key == "kind" else one(value) for key, value in entry.items()}
            for entry in item[name]
        ]
    return values


def spelled_out(lines: list[str]) -> Callable[[list[Span]], str]:
    """Reads spans in these lines, one space between two spans."""
    return lambda spans: " ".join(lines[line - 1][start:end] for line, start, end in spans)


def read_sheet(folder: Path) -> list[Reading]:
    """The sheet resolved against the minutes in `folder`; raises `OtherText` when a file has changed."""
    sheet = json.loads(SHEET.read_text("utf-8"))
    texts = {}
    for name, checksum in sheet["files"].items():
        content = (folder / name).read_bytes()
        if hashlib.sha256(content).hexdigest() != checksum:
            raise OtherText(name)
        texts[name] = spelled_out(content.decode().split("\n"))
    return [
        Reading(
            file=item["file"],
            line=item["line"],
            paragraph=item["paragraph"],
            values=resolved(item, texts[item["file"]]),
        )
        for item in sheet["items"]
    ]
