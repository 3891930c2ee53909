"""What can be corrected in a paper, and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forebygg.casefile import read_texts
from forebygg.casefile.amending import KINDS, Field, Json, Kind, KindName, correctable
from forebygg.casefile.amending.anchors import Anchor, anchors
from forebygg.casefile.amending.holding import Fact
from forebygg.papers.models import Paper
from forebygg.papers.selectors import corrections, texts

# How many lines of the original stand around the one that a fact was read from.
_AROUND = 4


@dataclass(frozen=True, kw_only=True)
class Correctable:
    """One fact that was read from a paper, with its fields as they are held now."""

    anchor: Anchor
    kind: Kind
    name: str
    fields: tuple[tuple[Field, Json], ...]
    lines: tuple[int, int]

    @property
    def address(self) -> str:
        """What names the fact in a query."""
        return f"kind={self.anchor.kind}&line={self.anchor.line}&which={self.anchor.which}"


def correctables(paper: Paper) -> list[Correctable]:
    """Every fact of the paper, in the order in which it stands there. The case is read for it."""
    case = read_texts(texts(paper.case), corrections(paper.case))
    return [
        Correctable(
            anchor=anchor,
            kind=KINDS[anchor.kind],
            name=_name(fact),
            fields=correctable(fact),
            lines=getattr(fact, "lines", (anchor.line, anchor.line)),
        )
        for anchor, fact in anchors(case)
        if anchor.file == paper.original.name and paper.first_line <= anchor.line <= paper.last_line
    ]


def _name(fact: Fact) -> str:
    """What a person knows the fact by: its title, its name, its figures."""
    parts: Iterator[object] = (
        getattr(fact, name, None) for name in ("paragraph", "name", "title", "body", "yes", "text", "kind")
    )
    return next((str(part) for part in parts if part not in (None, "")), "")


def correctable_at(paper: Paper, kind: str, line: int, which: int) -> Correctable | None:
    """The fact of that kind at that line."""
    wanted = (kind, line, which)
    return next(
        (one for one in correctables(paper) if (one.anchor.kind, one.anchor.line, one.anchor.which) == wanted),
        None,
    )


def missing_fact(kind: KindName) -> Sequence[tuple[Field, Json]]:
    """The fields of a fact that the reader missed: all empty, what takes part taking part."""
    return [(field, True if field.name == "serving" else None) for field in KINDS[kind].fields]


def sheet(paper: Paper, first: int, last: int) -> list[tuple[int, str]]:
    """Numbered lines of the original around a fact, within its paper."""
    start, end = max(paper.first_line, first - _AROUND), min(paper.last_line, last + _AROUND)
    return list(enumerate(paper.original.lines(start, end), start=start))
