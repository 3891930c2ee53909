"""The lines of a file seen as rows of text: blank lines and page furniture set aside but remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from forebygg.casefile.facts import DocumentKind
from forebygg.casefile.pages.vocabulary import FOOT, LOGOTYPE, RULE, kind_of
from forebygg.casefile.paper import Line, Rows

_TURNS_NONE: Final = frozenset({LOGOTYPE, RULE})
Cut = DocumentKind | Literal["notice", "opening"]


@dataclass(frozen=True, kw_only=True)
class Start:
    """Where a paper begins: its first line, and the row that gave it away.

    `paragraph` is an item's number; `kind` "notice" is a page of signatures, notice or attendance that
    stands after items and belongs to whichever minutes they make, "opening" what no rule knows at the
    head of a file.
    """

    index: int
    row: int
    kind: Cut
    paragraph: int | None = None
    body: str | None = None


def is_foot(text: str) -> bool:
    """Whether a furniture line closes a page: "Justerandes sign", "Utdragsbestyrkande"."""
    return bool(text) and bool(kind_of(text) & FOOT)


class Sheet:
    """Rows are the non-blank lines that are no furniture, counted from 0; all looks ahead are by row."""

    def __init__(self, lines: Sequence[Line], rows: Rows | None = None) -> None:
        self.lines = lines
        if rows is None:
            at = [index for index, line in enumerate(lines) if line.text and not line.furniture]
            rows = Rows(at, [lines[index].text for index in at])
        self.at, self.texts = rows

    def __len__(self) -> int:
        return len(self.at)

    def text(self, row: int) -> str:
        """The row's text, "" outside the file."""
        return self.texts[row] if 0 <= row < len(self.texts) else ""

    def gap(self, row: int) -> bool:
        """Whether anything parts the row from the one before: a blank line, a page, the file's beginning."""
        return row <= 0 or self.at[row] - self.at[row - 1] > 1 or self.lines[self.at[row]].opens_page

    def turned(self, row: int) -> bool:
        """Whether a page turns right before the row: a form feed, furniture, or the file begins.

        A logotype alone turns no page: it also stands in the middle of title pages; nor does a rule, which
        also stands under an item.
        """
        if row <= 0:
            return True
        for line in self.lines[self.at[row - 1] + 1 : self.at[row]]:
            if line.opens_page or (line.furniture and kind_of(line.text) not in _TURNS_NONE):
                return True
        return self.lines[self.at[row]].opens_page

    def closed(self, row: int) -> bool:
        """Whether the page before the row was closed by signatures, as minutes close theirs."""
        return row > 0 and any(
            line.furniture and is_foot(line.text) for line in self.lines[self.at[row - 1] + 1 : self.at[row]]
        )

    def ahead(self, row: int, rows: int) -> list[str]:
        """The texts of that many rows from *row*."""
        return self.texts[row : row + rows]
