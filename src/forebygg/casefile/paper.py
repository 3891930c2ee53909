"""Text, lines and papers: what the sources give, the cutting divides and the readers read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import filterfalse
from operator import attrgetter
from types import MappingProxyType
from typing import Literal, NamedTuple

from forebygg.casefile.facts import DocumentKind, LineRange

Form = Literal["text", "pdf", "docx"]


@dataclass(frozen=True, kw_only=True)
class Text:
    """The extracted text of one file.

    `lines` carry no line ends; a line that opens a new page starts with a form feed. `encoding` is set
    when the file was not UTF-8; `notices` are what the person at the screen should know about the
    reading (deleted text left out, no text on page 3).
    """

    file: str
    form: Form
    lines: tuple[str, ...]
    encoding: str | None = None
    notices: tuple[str, ...] = ()


class Line(NamedTuple):
    """One line of a file; `text` is stripped, `furniture` belongs to the page and not to the text.

    `opens_page` is known where the file marks its pages with form feeds, as PDF and DOCX do.
    """

    number: int
    text: str
    furniture: bool = False
    opens_page: bool = False


class Rows(NamedTuple):
    """The lines that are text: their places among all the lines, and what they say."""

    at: Sequence[int]
    texts: list[str]


@dataclass(frozen=True, kw_only=True)
class RunningHead:
    """What the tops and feet of the pages tell: which body met, and when."""

    body: str | None = None
    date: str | None = None
    line: int


class ToldHeading(NamedTuple):
    """A heading as a person says that it reads; `number` is "" where it has none."""

    number: str
    title: str


class ToldHeadings(NamedTuple):
    """What a person has said of a plan's headings.

    `lines` are headings, or None where a line is none; `complete` when those are all that there are.
    """

    lines: Mapping[int, ToldHeading | None] = MappingProxyType({})
    complete: bool = False


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One document's lines, furniture and blank lines included, before its facts are read.

    `rows` are those that are text, where the cutting has told them apart. `headings` are what
    a person has said of a plan's.
    """

    id: str
    file: str
    kind: DocumentKind
    lines: tuple[Line, ...]
    rows: Rows | None = field(default=None, repr=False, compare=False)
    headings: ToldHeadings = field(default=ToldHeadings(), repr=False, compare=False)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines without page furniture; a blank line still parts one paragraph from the next."""
        return tuple(filterfalse(attrgetter("furniture"), self.lines))

    @property
    def span(self) -> LineRange:
        """First and last line of the paper."""
        return self.lines[0].number, self.lines[-1].number


def joined(lines: Iterable[Line]) -> str:
    """The lines as running text: one space for every line end."""
    return " ".join(line.text for line in lines if line.text)


def paragraphs(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines grouped by the blank lines between them."""
    groups: list[list[Line]] = []
    open_group = False
    for line in lines:
        if not line.text:
            open_group = False
        elif open_group:
            groups[-1].append(line)
        else:
            groups.append([line])
            open_group = True
    return groups
