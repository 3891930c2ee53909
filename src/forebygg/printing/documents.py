"""What is printed: a title, what is known about it, and parts in a row.

A chapter builds a `Document` of plain words, already in the reader's language; PDF and Word are made from it
alone. So everything that a document says is said in words: nothing is told by colour, place or type only.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

# How a stretch of words is set; `added` and `removed` stand where a label says which wording it is.
Style = Literal["plain", "strong", "added", "removed"]


@dataclass(frozen=True)
class Run:
    """A stretch of words set alike."""

    text: str
    style: Style = "plain"


Words: TypeAlias = str | tuple[Run, ...]


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading of level 2 to 4, which stands in the contents; `label` is its number as printed.

    `said` are words of the municipality's own papers: they are Swedish whoever reads.
    """

    words: str
    level: int = 2
    label: str = ""
    said: bool = False

    @property
    def text(self) -> str:
        """The number and the words."""
        return f"{self.label} {self.words}".strip()


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Running text. A label ("Before") stands before it, in bold; `quiet` is what one may pass over."""

    words: Words
    label: str = ""
    said: bool = False
    quiet: bool = False


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Words of a paper that the document tells of."""

    words: str
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Points:
    """A list. What is numbered has its numbers in the words, as its paper printed them."""

    items: tuple[Words, ...]
    numbered: bool = False
    said: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under heads that come again on every page. Of three cells or more the first is its row's head."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        """A row of another width would be read under the wrong heads."""
        if any(len(row) != len(self.heads) for row in self.rows):
            message = f"Every row of {self.caption!r} has {len(self.heads)} cells."
            raise ValueError(message)


Part: TypeAlias = Heading | Paragraph | Quote | Points | Table


@dataclass(frozen=True, kw_only=True)
class Document:
    """A whole document. `facts` stand under the title, each with its name; `language` is our words'."""

    title: str
    publisher: str
    language: str
    parts: tuple[Part, ...]
    kicker: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    said_title: bool = False


def plain(words: Words) -> str:
    """The words without how they are set."""
    return words if isinstance(words, str) else "".join(run.text for run in words)
