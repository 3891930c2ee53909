"""Where each fact stands in the originals, so that a correction finds it again."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from forebygg.casefile.amending.fields import KindName
from forebygg.casefile.amending.holding import Fact, Row, called, kind_of
from forebygg.casefile.facts import Document, Item, Meeting


class Facts(Protocol):
    """What was read of the papers, as a case or before it is one."""

    @property
    def documents(self) -> Sequence[Document]: ...
    @property
    def meetings(self) -> Sequence[Meeting]: ...
    @property
    def items(self) -> Sequence[Item]: ...


class Anchor(NamedTuple):
    """Where a fact stands, in the words of `Correction`."""

    file: str
    line: int
    kind: KindName
    which: int
    called: str


def anchors(facts: Facts) -> list[tuple[Anchor, Fact]]:
    """Every fact that can be corrected with its place: papers, meetings with those present, items."""
    files = {document.id: document.file for document in facts.documents}
    found: list[tuple[Anchor, Fact]] = [
        (_spanning(document.file, document), document) for document in facts.documents
    ]
    for meeting in facts.meetings:
        file = files[meeting.document]
        found.append((_spanning(file, meeting), meeting))
        found.extend(_rows(file, meeting.attendance))
    for item in facts.items:
        found.append((_spanning(item.file, item), item))
        for rows in (item.motions, item.votes, item.statements):
            found.extend(_rows(item.file, rows))
    return found


def _spanning(file: str, fact: Document | Meeting | Item) -> Anchor:
    return Anchor(file, fact.lines[0], kind_of(fact), 0, "")


def _rows(file: str, rows: Iterable[Row]) -> Iterator[tuple[Anchor, Row]]:
    on_line: dict[int, int] = {}
    for row in rows:
        which = on_line[row.line] = on_line.get(row.line, -1) + 1
        yield Anchor(file, row.line, kind_of(row), which, called(row)), row
