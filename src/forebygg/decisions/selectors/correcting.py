"""What can be corrected in a paper, and where it stands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext

from forebygg.accounts.models import User
from forebygg.casefile.amending import KINDS, Field, Json, Kind, KindName, correctable
from forebygg.casefile.amending import Correction as Told
from forebygg.casefile.amending.anchors import Anchor, anchors
from forebygg.casefile.amending.holding import Fact
from forebygg.casefile.facts import Attendance, Document, Item, Meeting, Motion, Statement
from forebygg.decisions.selectors.folder import Folder
from forebygg.decisions.selectors.gathered import gathered
from forebygg.decisions.selectors.lines import lines_of
from forebygg.papers.models import Correction, Original, Paper

# How many lines of the original stand around the one that a fact was read from.
AROUND: Final = 4
MOST: Final = 150


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


def correctables(folder: Folder, paper: Paper) -> list[Correctable]:
    """Every fact of the paper, in the order in which it stands there. Seven queries."""
    return [
        Correctable(
            anchor=anchor,
            kind=KINDS[anchor.kind],
            name=_name(fact),
            fields=correctable(fact),
            lines=getattr(fact, "lines", (anchor.line, anchor.line)),
        )
        for anchor, fact in anchors(gathered(folder, [paper]))
    ]


def _name(fact: Fact) -> str:
    """What a person knows the fact by."""
    match fact:
        case Item():
            return f"§ {fact.paragraph} {fact.title or ''}".strip()
        case Attendance():
            return _person(fact.name, fact.party)
        case Motion():
            return f"{_person(fact.name, fact.party)}: {fact.text}"
        case Statement():
            return f"{fact.kind} {_person(fact.name or '', fact.party)}".strip()
        case Meeting():
            return f"{fact.body or ''} {fact.date or ''}".strip()
        case _:
            return fact.title or "" if isinstance(fact, Document) else f"{fact.yes}–{fact.no}"


def _person(name: str, party: str | None) -> str:
    return f"{name} ({party})" if party else name


def correctable_at(folder: Folder, paper: Paper, kind: str, line: int, which: int) -> Correctable | None:
    """The fact of that kind at that line."""
    wanted = (kind, line, which)
    return next(
        (
            one
            for one in correctables(folder, paper)
            if (one.anchor.kind, one.anchor.line, one.anchor.which) == wanted
        ),
        None,
    )


def line_of(paper: Paper, line: int, kind: KindName) -> Anchor:
    """Where a fact of that kind stands that nobody read there, or the line itself. One query."""
    name = Original.objects.values_list("name", flat=True).get(pk=paper.original_id)
    return Anchor(name, line, kind, 0, "")


def missing_fact(kind: KindName) -> Sequence[tuple[Field, Json]]:
    """The fields of a fact that the reader missed: all empty, what takes part taking part."""
    return [(field, True if field.name == "serving" else None) for field in KINDS[kind].fields]


def sheet(paper: Paper, first: int, last: int, *, around: int = AROUND) -> list[tuple[int, str]]:
    """Numbered lines of the original, with those *around* a fact that lie in the same paper.

    Of a fact as long as whole minutes the beginning: the rest is a link away.
    """
    start, end = max(paper.first_line, first - around), min(paper.last_line, last + around, first + MOST)
    return list(enumerate(lines_of([paper]).of(paper, start, end), start=start))


@dataclass(frozen=True, kw_only=True)
class Made:
    """A correction as a list shows it; `paper` is None where its line belongs to none any more."""

    pk: int
    what: str
    called: str
    value: str
    paper: Paper | None
    file: str
    line: int
    unplaced: bool
    made_at: dt.datetime
    made_by: User


def corrections_of(folder: Folder) -> list[Made]:
    """The corrections of a case, newest first, but for those of papers that may not be seen. Two queries."""
    rows = folder.case.corrections.select_related("original", "made_by").defer("original__text")
    papers = folder.papers.values()
    return [
        Made(
            pk=row.pk,
            what=_what(row.told()),
            called=row.called,
            value=_reads(row.told()),
            paper=next((one for one in papers if _holds(one, row)), None),
            file=row.original.name,
            line=row.line,
            unplaced=row.unplaced,
            made_at=row.made_at,
            made_by=row.made_by,
        )
        for row in rows.order_by("-pk")
        if not any(_holds(one, row) for one in folder.hidden)
    ]


def correction_at(folder: Folder, key: int) -> Correction | None:
    """The correction with that key, where it may be seen."""
    rows = folder.case.corrections.select_related("municipality", "case", "original").filter(pk=key)
    return next((row for row in rows if not any(_holds(one, row) for one in folder.hidden)), None)


def _holds(paper: Paper, row: Correction) -> bool:
    return paper.original_id == row.original_id and paper.first_line <= row.line <= paper.last_line


def _what(told: Told) -> str:
    """The kind of fact, and the field or the act."""
    kind = KINDS[told.kind]
    acts = {"add": gettext("added"), "remove": gettext("taken away")}
    part = gettext(kind.field(told.field).label) if told.field else acts[told.act]
    return f"{gettext(kind.label)}: {part}"


def _reads(told: Told) -> str:
    """The value as a person would type it; of a missed fact all its fields."""
    kind = KINDS[told.kind]
    if told.act == "change":
        return kind.field(told.field).shown(told.value)
    given = told.value if isinstance(told.value, dict) else {}
    shown = (kind.field(name).shown(value) for name, value in given.items() if value not in (None, "", []))
    return ", ".join(shown)
