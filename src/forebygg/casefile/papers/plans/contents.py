"""Tables of contents: which sections a paper says that it has."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from forebygg.casefile.facts import ContentsEntry
from forebygg.casefile.paper import Line
from forebygg.language.wording import letters

HEADINGS: Final = frozenset(
    "innehåll innehållsförteckning innehållsöversikt innehållsförtecking innehållsregister".split()
)
# "1", "3.1", "1.1.1", "2.", "Kapitel 4", "A".
NUMBER: Final = re.compile(
    r"(?:(?:Kapitel|Kap\.|Avsnitt|Del)\s+)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}|[A-H](?=[.)]))(?:[.)]|(?=[\s:]|$))"
    r"[\s:]*(?P<title>.*)",
    re.DOTALL,
)
_PAGE: Final = re.compile(r"(?P<title>.*?)(?:[\s.…·•_]*[.…·•_]{2,}\s*|\s+)(?P<page>\d{1,3})")
_DOTS: Final = frozenset(".…·•_\t")
_LEADER: Final = re.compile(r"[\s.…·•_]*(?:[.…·•_]\s?){3,}$")
_LONGEST: Final = 160


class Contents(NamedTuple):
    """The entries, and the first and the last but one index of the lines that they take up."""

    entries: tuple[ContentsEntry, ...]
    first: int
    end: int


class _Row(NamedTuple):
    at: int
    number: str
    title: str
    page: int | None
    line: int


def numbered(text: str) -> tuple[str, str]:
    """The section number that opens the text and the text after it; "" where there is none."""
    match = NUMBER.fullmatch(text) if text[:1].isdigit() or text[:1] in "KADBCEFGH" else None
    return (match["number"], match["title"]) if match else ("", text)


def read_contents(lines: Sequence[Line]) -> Contents | None:
    """The first table of contents among the lines, or None.

    Its end is where a title comes back without a page, or where running text begins: the heading
    before that text belongs to the text.
    """
    start = next((index for index, line in enumerate(lines) if _is_heading(line.text)), None)
    if start is not None:
        rows = _rows(lines, start + 1)
    else:
        start = _first_leader(lines)
        rows = _rows(lines, start) if start is not None else []
    if start is None or not rows:
        return None
    entries = tuple(ContentsEntry(number=row.number, title=row.title, line=row.line) for row in rows)
    return Contents(entries, start, rows[-1].at + 1)


def _is_heading(text: str) -> bool:
    return len(text) < 40 and text.rstrip(" :.").lstrip("# ").casefold().replace(" ", "") in HEADINGS


def _first_leader(lines: Sequence[Line]) -> int | None:
    """Where three lines in a row end in a dot leader and a page: a table that lost its heading."""
    run: list[int] = []
    for index, line in enumerate(lines):
        if not line.text:
            continue
        title = line.text.rstrip("0123456789 ")
        if title[-1:] in _DOTS and len(line.text) <= _LONGEST and _LEADER.search(title):
            run.append(index)
            if len(run) == 3:
                return run[0]
        else:
            run = []
    return None


def _rows(lines: Sequence[Line], start: int) -> list[_Row]:
    rows: list[_Row] = []
    seen: set[str] = set()
    waiting = ""  # a number that stands on a line of its own, before its title
    for at in range(start, len(lines)):
        text = lines[at].text
        if not text or _is_heading(text):
            continue
        if len(text) > _LONGEST:
            break
        if not waiting and _is_page(lines, at, rows):
            rows[-1] = rows[-1]._replace(page=int(text), at=at)
            continue
        row = _row(lines[at], at)
        if not row.title:
            waiting = row.number
            continue
        if row.page is None and (letters(row.title) in seen or _is_sentence(text)):
            break
        if rows and not row.number and not waiting and row.title[0].islower() and rows[-1].page is None:
            last = rows.pop()
            row = row._replace(number=last.number, title=f"{last.title} {row.title}", line=last.line)
        rows.append(row._replace(number=row.number or waiting))
        seen.add(letters(row.title))
        waiting = ""
    return _without_body(rows)


def _row(line: Line, at: int) -> _Row:
    match = _PAGE.fullmatch(line.text)
    number, title = numbered(_LEADER.sub("", match["title"] if match else line.text).strip())
    if match and not title:
        # "1 3" is a number and a page that lost their title; "1.1" is a number that waits for one.
        return _Row(at, number or numbered(line.text)[0], "", None, line.number)
    return _Row(at, number, title.strip(), int(match["page"]) if match else None, line.number)


def _is_page(lines: Sequence[Line], at: int, rows: list[_Row]) -> bool:
    """Whether a figure alone is the page of the entry before it, not the number of the next."""
    text = lines[at].text
    if not text.isdecimal() or len(text) > 3 or not rows or rows[-1].page is not None:
        return False
    following = next((line.text for line in lines[at + 1 : at + 6] if line.text), "")
    comes_next = rows[-1].number.isdecimal() and int(text) == int(rows[-1].number) + 1
    return not comes_next or bool(numbered(following)[0]) or following.isdecimal()


def _is_sentence(text: str) -> bool:
    return text.endswith((".", ":", ";", ",")) and len(text.split()) > 7 and not text.endswith("..")


def _without_body(rows: list[_Row]) -> list[_Row]:
    """The rows without the headings that follow the table: those have no page though the others have."""
    if sum(row.page is not None for row in rows) * 2 >= len(rows):
        while rows and rows[-1].page is None:
            rows.pop()
    return rows
