"""Lists of attendance as tables with one row a seat: member, party, marks, and the substitute who served.

Such a table has a head that says what a mark stands for ("Tjg", "Närv", "Ersättare"); the list's own
heading may have been taken for its first column already.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from forebygg.casefile.facts import Attendance, Role
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.attendance.lists import NOBODY, Listed, segments
from forebygg.casefile.papers.attendance.presence import read_presence
from forebygg.casefile.papers.covers.fields import Field
from forebygg.casefile.people import NAME, PARTY

_GAP: Final = re.compile(r"\t|\s{2,}")
_HEADS: Final = {
    "name": "beslutande|beslutande ledamöter|ledamöter|ledamot|ordinarie|ordinarie ledamöter|namn|"
    "ersättare och ledamöter",
    "party": "parti",
    "present": "närvarande|närv|närvaro|när|tjg|tjänstg|tjänstgör|tjänstgörande|n",
    "idle": "ej tjg|ej tjänstg|ej tjänstgörande|ej tj",
    "absent": "frånv|frånvarande|förhinder|f",
    "substitute": "ers|ersättare|tjg ers|tjg ersättare|tjänstgörande ersättare|ersätts av|ersättare för",
    "other": "ja|nej|avst|avstår|§|§§|anteckning|anm|justerar|kl|bilaga|nr",
}
_KINDS: Final = {word: kind for kind, words in _HEADS.items() for word in words.split("|")}
_FIRST: Final = tuple(_KINDS)
_SEATS: Final = ("name", "party", "substitute")
_TELLING: Final = frozenset({"present", "idle"})
_SHORT: Final = re.compile(r"\b(?:tjg )?ers\b\.?(?!\w)")
_PERSON: Final = re.compile(
    rf"(?P<name>{NAME})\s*(?:\(\s*(?P<party>{PARTY})\s*\))?\s*(?:,\s*(?P<title>\S.*))?"
)
_LETTERS: Final = re.compile(r"[A-ZÅÄÖ]{1,4}|[A-Z][a-zåäö]{1,2}|s|m|c|l|v|fp|kd|mp|sd")
_ALPHABET: Final = str.maketrans("åäöéü", "{|}ey")  # å, ä and ö come last
_ENOUGH: Final = 6  # names that stand in order by no chance
_MARK: Final = re.compile(r"[xX✓✔*1]")
_NONE: Final = re.compile(r"[-–—0]|frånv\w*\.?|förhind\w*|ersättare saknas|vakant", re.IGNORECASE)
_LATE: Final = re.compile(r"§|kl\b|t\.?\s?o\.?\s?m|fr\.?\s?o\.?\s?m", re.IGNORECASE)


class _Row(NamedTuple):
    """A seat: who holds it, what stands in the columns after, and the line."""

    person: re.Match[str]
    party: str | None
    cells: Sequence[str]
    line: Line


def read_seats(listed: Listed) -> tuple[list[Attendance], list[Line]] | None:
    """Everyone in the table, and the lines that fit no row; None where the list is no such table."""
    head = _head(listed)
    if head is None:
        return None
    columns, first = head
    rows: list[_Row] = []
    later: dict[int, str] = {}
    unread: list[Line] = []
    for line in listed.lines[first:]:
        if not line.text or _kinds(line.text):
            continue
        row = _row(line)
        if row:
            rows.append(row)
        elif rows and _LATE.match(line.text):
            later[len(rows) - 1] = line.text
        elif not NOBODY.fullmatch(line.text):
            unread.append(line)
    if not rows:
        return None
    told = _told_apart(rows, columns, listed.field)
    flipped = _surnames_first(rows)
    people = [
        person
        for place, row in enumerate(rows)
        for person in _seated(row, told, listed.field, later.get(place, ""), flipped=flipped)
    ]
    return people, unread


def _head(listed: Listed) -> tuple[list[str], int] | None:
    """The kinds of the columns after the name, and where the rows begin."""
    written = [place for place, line in enumerate(listed.lines) if line.text][:3]
    heads = [place for place in written if is_head(listed.lines[place].text)]
    if not heads:
        return None
    kinds = _kinds(listed.lines[heads[-1]].text) or []
    return [kind for kind in kinds if kind not in {"name", "party"}], heads[-1] + 1


def is_head(text: str) -> bool:
    """Whether the line heads the columns of such a table.

    "Ledamöter" beside "Ersättare" alone heads two lists of names.
    """
    folded = text[:12].casefold()
    if not folded.startswith(_FIRST) or not (kinds := _kinds(text)):
        return False
    return bool(_TELLING & set(kinds)) or set(_SEATS) <= set(kinds) or bool(_SHORT.search(text.casefold()))


def _kinds(text: str) -> list[str] | None:
    cells = [cell.casefold().strip(" .:") for cell in _GAP.split(text)]
    kinds = [_KINDS.get(cell) for cell in cells if cell]
    return [kind for kind in kinds if kind] if kinds and all(kinds) else None


def _row(line: Line) -> _Row | None:
    cells = [cell.strip() for cell in _GAP.split(line.text)]
    if "\t" not in line.text:
        cells = [cell for cell in cells if cell]
    party = None
    if len(cells) > 1 and _LETTERS.fullmatch(cells[0]):
        party, cells = cells[0], cells[1:]
    person = _PERSON.fullmatch(cells[0])
    if not person:
        return None
    if len(cells) > 1 and not person["party"] and not party and _LETTERS.fullmatch(cells[1].strip("()")):
        party, cells = cells[1].strip("()"), [cells[0], *cells[2:]]
    return _Row(person, person["party"] or party, cells[1:], line)


def _seated(
    row: _Row, columns: Sequence[str], field: Field, later: str, *, flipped: bool
) -> Iterator[Attendance]:
    marks = {columns[place] for place in _marked(row) if place < len(columns)}
    substitute = next((match for cell in row.cells if (match := _PERSON.fullmatch(cell))), None)
    named = substitute if "substitute" in columns else None
    missing = any(_NONE.fullmatch(cell) for cell in row.cells) or bool(named)
    marked = not _TELLING.isdisjoint(columns)
    role: Role = "substitute" if field in {Field.SUBSTITUTES, Field.SERVING_SUBSTITUTES} else "member"
    here = not missing and (not marked or bool(marks & _TELLING))
    presence = read_presence(" ".join([*(cell for cell in row.cells if _LATE.match(cell)), later]))
    name = _given_first(row.person["name"]) if flipped else row.person["name"]
    yield Attendance(
        name=name,
        party=row.party,
        title=", ".join(segments(row.person["title"] or "")) or None,
        role=role if here else "absent",
        serving=here and "idle" not in marks,
        from_paragraph=presence.from_paragraph if here else None,
        to_paragraph=presence.to_paragraph if here else None,
        from_time=presence.from_time if here else None,
        to_time=presence.to_time if here else None,
        paragraphs=presence.paragraphs if here else None,
        line=row.line.number,
    )
    if named:
        yield Attendance(
            name=named["name"],
            party=named["party"] or row.party,
            role="substitute",
            serving=True,
            replaces=name,
            line=row.line.number,
        )


def _marked(row: _Row) -> list[int]:
    """In which columns a mark stands; a row without empty cells has its only mark in the first one."""
    return [place for place, cell in enumerate(row.cells) if _MARK.fullmatch(cell)]


def _told_apart(rows: Sequence[_Row], columns: Sequence[str], field: Field) -> list[str]:
    """The columns, as far as the rows tell them apart.

    Where the file has lost the empty cells, all marks seem to stand in the first column; most substitutes
    who are there do not serve.
    """
    lost = all(_marked(row) in ([], [0]) for row in rows) and not any("" in row.cells for row in rows)
    if lost and field is Field.SUBSTITUTES and columns[:2] == ["present", "idle"]:
        return ["idle", *columns[2:]]
    return list(columns)


def _surnames_first(rows: Sequence[_Row]) -> bool:
    """Whether the roll has "Berg Anna": it stands in the order of its first words, and of no other."""
    names = [row.person["name"].casefold().translate(_ALPHABET).split() for row in rows]
    first, last = [words[0] for words in names], [words[-1] for words in names]
    return len(set(first)) >= _ENOUGH and first == sorted(first) and last != sorted(last)


def _given_first(name: str) -> str:
    *family, given = name.split()
    return " ".join([given, *family])
