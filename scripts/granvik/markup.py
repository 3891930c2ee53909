"""The marked-up parts: one council paper a file, from which every form of the case is made.

Lines that begin a part say how its pages look: `%head` and `%foot` (tabs set left, middle and right),
`%page` with {page} and {pages}, and `%plan` for a paper whose headings are numbered. In the body

    = Title            == Heading
    ~furniture         stands in the text form only, where a page broke; the other forms break their own
    %turn              a new page, in the forms that have pages
    +words             go on with the sentence that the furniture broke
    %columns, %column, %end    a list that the PDF and the Word file set in two columns

and every other line is text as printed. A tab parts the cells of a row.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby
from pathlib import Path

PARTS = Path(__file__).parent / "parts"


class Kind(Enum):
    """What a block is, and so how it is set."""

    TURN = auto()
    TITLE = auto()
    HEADING = auto()
    ROWS = auto()
    CONTENTS = auto()
    BULLETS = auto()
    NUMBERS = auto()
    LINES = auto()
    COLUMNS = auto()


@dataclass(frozen=True)
class Block:
    """Lines that stand together, or the columns that stand side by side."""

    kind: Kind
    lines: tuple[str, ...] = ()
    columns: tuple[tuple["Block", ...], ...] = ()


@dataclass(frozen=True)
class Part:
    """One paper of the case."""

    head: str = ""
    foot: str = ""
    page: str = ""
    plan: bool = False
    body: tuple[str, ...] = field(default=(), repr=False)

    def blocks(self) -> tuple[Block, ...]:
        """The paper without its furniture, in the order in which it is read."""
        return tuple(_blocks(_joined(line for line in self.body if not line.startswith("~"))))


def read_parts() -> list[Part]:
    """All papers in the order of the case file."""
    return [_part(path.read_text(encoding="utf-8").splitlines()) for path in sorted(PARTS.glob("*.txt"))]


def _part(lines: list[str]) -> Part:
    settings = {
        name: value
        for name, _, value in (line[1:].partition(" ") for line in lines if line.startswith("%"))
        if name in {"head", "foot", "page", "plan"}
    }
    body = tuple(line for line in lines if not (line.startswith("%") and line[1:].split(" ")[0] in settings))
    return Part(
        head=settings.get("head", ""),
        foot=settings.get("foot", ""),
        page=settings.get("page", ""),
        plan="plan" in settings,
        body=body,
    )


def _joined(lines: Iterable[str]) -> list[str]:
    """The lines with each sentence that a page break had parted made whole."""
    whole: list[str] = []
    for line in lines:
        if line.startswith("+"):
            while not whole[-1]:
                whole.pop()
            whole[-1] += " " + line[1:]
        else:
            whole.append(line)
    return whole


def _blocks(lines: list[str]) -> Iterator[Block]:
    if "%columns" in lines:
        start, middle, end = (lines.index(mark) for mark in ("%columns", "%column", "%end"))
        yield from _blocks(lines[:start])
        yield Block(
            Kind.COLUMNS,
            columns=(tuple(_blocks(lines[start + 1 : middle])), tuple(_blocks(lines[middle + 1 : end]))),
        )
        yield from _blocks(lines[end + 1 :])
        return
    for kind, group in groupby(lines, _kind):
        if kind is Kind.HEADING:
            yield from (Block(kind, (line.removeprefix("== "),)) for line in group)
        elif kind is not None:
            yield Block(kind, tuple(line.removeprefix("= ") for line in group))


_SHAPES = (
    (Kind.TURN, re.compile(r"%turn")),
    (Kind.TITLE, re.compile(r"= ")),
    (Kind.HEADING, re.compile(r"== ")),
    (Kind.CONTENTS, re.compile(r".*\.\.\.\t")),
    (Kind.ROWS, re.compile(r".*\t")),
    (Kind.BULLETS, re.compile(r"- ")),
    (Kind.NUMBERS, re.compile(r"\d+\. ")),
    (Kind.LINES, re.compile(r".")),
)


def _kind(line: str) -> Kind | None:
    """The first shape that the line has; None for a blank line."""
    return next((kind for kind, shape in _SHAPES if shape.match(line)), None)
