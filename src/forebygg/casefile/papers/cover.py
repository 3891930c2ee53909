"""Cover pages of minutes: which body met, when and where, who approved, and the notice.

A cover is rows of label and value in whatever layout the municipality's system prints: on one line, in
columns, the value under its label, or the labels first and the values after them.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as of
from typing import Final

from forebygg.casefile.bodies import bodies_in, body_at
from forebygg.casefile.facts import Attendance, LineRange, Meeting, Notice
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.attendance import Listed, read_attendance
from forebygg.casefile.papers.labels import ATTENDANCE, Field, Label, continues, label_at
from forebygg.casefile.papers.presence import ranges
from forebygg.casefile.people import NAME, PARTY, bare_name, is_organisation
from forebygg.core.dates import DATE, dated_near, first_date, read_date, time_span

_GAP: Final = re.compile(r"\t+|\s{2,}|\s*(?:\.{3,}|_{3,}|…+)\s*")
_PAGE: Final = re.compile(
    r"(?:sida?\s*)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av\s+\d{1,3})?|[-–]\s*\d{1,3}\s*[-–]", re.IGNORECASE
)
_MUNICIPALITY: Final = re.compile(
    r"(?:[\w-]+\s+){0,2}(?:kommun|stad|region|kommuns|stads)|region\s+[\w-]+", re.IGNORECASE
)
_ADJOURNED: Final = re.compile(
    r"[,;(]?\s*(?:med\s+)?(?:paus|ajournering\w*|ajournerat|ajourneras|ajournerades)\b[^;)]*[)]?",
    re.IGNORECASE,
)
_CLOCKS: Final = re.compile(
    r"(?:\b(?:från\s+)?(?:kl|klockan)\b\.?\s*)?(?<![\d.:])\d{1,2}[.:]\d\d(?:\s*(?:[-–—]+|till)\s*(?:(?:kl|klockan)\b\.?\s*)?"
    r"(?:ca\s+)?\d{1,2}(?:[.:]\d\d)?)?|\b(?:kl|klockan)\b\.?\s*\d{1,2}(?:\s*(?:[-–—]+|till)\s*\d{1,2}(?:[.:]\d\d)?)?",
    re.IGNORECASE,
)
_AT_ONCE: Final = re.compile(r"omedelbar|direkt\s+efter|i\s+(?:direkt\s+)?anslutning\s+till", re.IGNORECASE)
_TOGETHER: Final = re.compile(
    r"[\s,]*(?:tillsammans\s+med|jämte|samt\s+ordförand|och\s+ordförand|med\s+\S.*\s+som\s+ersättare|ersättare\b).*",
    re.IGNORECASE,
)
_NAMES_PART: Final = re.compile(rf"(?P<name>{NAME})\s*(?:\(\s*(?:{PARTY})\s*\))?")
_SIGNED: Final = re.compile(
    r"digital|elektronisk|signer|bankid|underskr|namnförtydligande|justera|sign\b|§|paragraf|^[\W_]*$|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)
# The sentences that go with a notice. Source: KL (2017:725) 8 kap. 10–13 §§ ask for what they say.
_NOTICE_TEXT: Final = re.compile(
    r"justera|justering|anslag|anslå|överklag|tillkännag|kungör|protokoll|besvär|laga\s+kraft|observera|intyga|bestyrk|"
    r"delgiv|publicera|kommunallag",
    re.IGNORECASE,
)
_SINGLE: Final = frozenset({Field.SECRETARY, Field.CHAIR, Field.APPROVERS})
_DATES: Final = frozenset({Field.DATE, Field.POSTED, Field.REMOVED, Field.APPROVAL, Field.APPEAL})
_CONTAINERS: Final = frozenset({Field.NOTICE, Field.SIGNATURES, Field.TITLE, Field.CONTENTS}) | ATTENDANCE


@dataclass
class _Row:
    """A label, where it stands, and the cells that are its value."""

    field: Field
    number: int
    cells: list[Line] = of(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(cell.text for cell in self.cells if cell.text)


def read_cover(document: str, lines: Sequence[Line]) -> tuple[Meeting, list[Line]]:
    """The meeting that the cover pages and the list of attendance tell of, and the lines not understood."""
    sheet = _Sheet()
    pending: Line | None = None
    for index, line in enumerate(lines):
        if pending is not None:
            line = Line(line.number, f"{pending.text} {line.text}", line.furniture)
            pending = None
        following = next((later.text for later in lines[index + 1 : index + 3] if later.text), "")
        if line.text and not line.furniture and continues(line.text, following):
            pending = line
            continue
        sheet.take(line)
    return sheet.meeting(document, (lines[0].number, lines[-1].number) if lines else (0, 0))


class _Sheet:
    """The rows of a cover as they are read, line by line."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._open: list[_Row] = []
        self._heads: list[str] = []
        self._unread: list[Line] = []

    def take(self, line: Line) -> None:
        if line.furniture:
            self._heads.append(line.text)
            return
        if not line.text:
            if self._rows:
                self._rows[-1].cells.append(line)
            return
        listing = bool(self._rows) and self._rows[-1].field in ATTENDANCE
        cells = [cell for cell in _GAP.split(line.text) if cell]
        label = self._label(cells[0], listing=listing) if cells else None
        if label is None and (self._is_head(cells) or not cells):
            self._heads += cells
            return
        if label is None and listing:
            self._rows[-1].cells.append(line)
            return
        for position, cell in enumerate(cells):
            found = label if position == 0 else self._label(cell, listing=False)
            if found:
                self._begin(found, line)
            else:
                self._value(Line(line.number, cell))

    def _label(self, cell: str, *, listing: bool) -> Label | None:
        if cell[0].islower():
            return None
        label = label_at(cell)
        if (
            label
            and self._rows
            and self._rows[-1].field is Field.CONTENTS
            and label.field not in ATTENDANCE | {Field.PLACE_TIME, Field.NOTICE}
        ):
            return None
        if label and listing and label.field in {Field.CHAIR, Field.SECRETARY} and "(" in label.value:
            return None  # "Ordförande Anna Berg (S)" in a list is one of those present
        return label

    def _begin(self, label: Label, line: Line) -> None:
        if self._rows and any(cell.text for cell in self._rows[-1].cells):
            self._open = []
        row = _Row(label.field, line.number)
        self._rows.append(row)
        if label.value:
            row.cells.append(Line(line.number, label.value))
            self._open = []
        elif label.field in _CONTAINERS:
            self._open = []
        else:
            self._open.append(row)

    def _value(self, cell: Line) -> None:
        if not self._rows:
            self._loose(cell)
            return
        for row in self._open[:-1] if len(self._open) > 1 else ():
            if _suits(row.field, cell.text):
                row.cells.append(cell)
                self._open.remove(row)
                return
        self._rows[-1].cells.append(cell)

    def _loose(self, cell: Line) -> None:
        if (
            body_at(cell.text)
            or DATE.search(cell.text)
            or _MUNICIPALITY.fullmatch(cell.text)
            or _PAGE.fullmatch(cell.text)
        ):
            self._heads.append(cell.text)
        else:
            self._unread.append(cell)

    def _is_head(self, cells: Iterable[str]) -> bool:
        return all(
            _PAGE.fullmatch(cell)
            or _MUNICIPALITY.fullmatch(cell)
            or (body_at(cell) and "(" not in cell and len(cell) < 80 and self._before_values())
            for cell in cells
        )

    def _before_values(self) -> bool:
        return not self._rows or self._rows[-1].field in ATTENDANCE | {Field.TITLE, Field.ASIDE}

    def meeting(self, document: str, span: LineRange) -> tuple[Meeting, list[Line]]:
        rows = self._rows
        date = self._date()
        starts, ends = self._clock()
        paragraphs = self._paragraphs()
        attendance, unread = read_attendance(
            [Listed(field=row.field, lines=tuple(row.cells)) for row in rows if row.field in ATTENDANCE],
            paragraphs,
        )
        approved_on, derived = self._approved(date)
        chair, secretary = self._one(Field.CHAIR), self._one(Field.SECRETARY)
        meeting = Meeting(
            document=document,
            body=self._body(),
            date=date,
            starts=starts,
            ends=ends,
            place=self._place(),
            paragraphs=paragraphs,
            approved_on=approved_on,
            notice=self._notice(),
            chair=chair or _titled(attendance, "ordförande"),
            secretary=secretary or _titled(attendance, "sekreterare"),
            approvers=tuple(dict.fromkeys(name for row in self._of(Field.APPROVERS) for name in _names(row))),
            attendance=attendance,
            derived=("approved_on",) if derived else (),
            lines=span,
        )
        not_understood = [*self._unread, *unread, *(cell for row in rows for cell in _unread(row))]
        return meeting, sorted(set(not_understood))

    def _of(self, *fields: Field) -> Iterable[_Row]:
        return (row for row in self._rows if row.field in fields)

    def _body(self) -> str | None:
        for row in self._of(Field.BODY):
            if name := _body(row.text):
                return name
        return next((name for head in self._heads if (name := body_at(head))), None)

    def _date(self) -> dt.date | None:
        texts = [row.text for row in self._of(Field.DATE)]
        texts += [row.text for row in self._of(Field.PLACE_TIME, Field.TIME)] + self._heads
        return next((date for text in texts if (date := first_date(text))), None)

    def _clock(self) -> tuple[dt.time | None, dt.time | None]:
        for row in self._of(Field.TIME, Field.PLACE_TIME, Field.DATE):
            text = _ADJOURNED.sub(" ", row.text)
            starts, ends = time_span(DATE.sub(" ", text))
            if starts:
                return starts, ends
        opened = next((time_span(row.text)[0] for row in self._of(Field.STARTS)), None)
        return opened, next((time_span(row.text)[0] for row in self._of(Field.ENDS)), None)

    def _place(self) -> str | None:
        for row in self._of(Field.PLACE, Field.PLACE_TIME):
            text = _CLOCKS.sub(" ", DATE.sub(" ", _ADJOURNED.sub(" ", row.text)))
            parts = [" ".join(part.split()) for part in re.split(r"[,;]", text)]
            if place := ", ".join(part.strip(" -–.()") for part in parts if part.strip(" -–.()")):
                return place
        return None

    def _paragraphs(self) -> LineRange | None:
        for row in self._of(Field.PARAGRAPHS):
            if found := ranges(row.text):
                return found[0][0], found[-1][1]
        return None

    def _approved(self, meeting: dt.date | None) -> tuple[dt.date | None, bool]:
        for row in self._of(Field.APPROVAL):
            if date := first_date(row.text):
                return date, False
            if meeting and (date := dated_near(row.text, meeting)):
                return date, True
            if meeting and _AT_ONCE.search(row.text):
                return meeting, True
        return None, False

    def _one(self, field: Field) -> str | None:
        return next((name for row in self._of(field) for name in _names(row)), None)

    def _notice(self) -> Notice | None:
        posted = next((date for row in self._of(Field.POSTED) if (date := first_date(row.text))), None)
        removed = next((date for row in self._of(Field.REMOVED) if (date := first_date(row.text))), None)
        for row in self._of(Field.POSTED_BETWEEN):
            dates = [date for match in DATE.finditer(row.text) if (date := read_date(match))]
            posted, removed = (
                posted or (dates[0] if dates else None),
                removed or (dates[1] if len(dates) > 1 else None),
            )
        kept = next((text for row in self._of(Field.KEPT_AT) if (text := _first_lines(row))), None)
        return Notice(posted=posted, removed=removed, kept_at=kept) if posted or removed or kept else None


def _suits(field: Field, text: str) -> bool:
    """Whether a value under several labels can be this label's."""
    if field in _DATES:
        return bool(DATE.search(text))
    if field in {Field.TIME, Field.PARAGRAPHS}:
        return bool(re.search(r"\d", text)) and not first_date(text)
    if field in _SINGLE:
        return bool(_NAMES_PART.fullmatch(text))
    return field is not Field.ASIDE or bool(_PAGE.fullmatch(text))


def _body(value: str) -> str | None:
    value = (
        " ".join(_PAGE.sub("", DATE.sub("", value)).split()).strip(" ,") if re.search(r"\d", value) else value
    )
    name = body_at(value)
    if name and re.match(r"(?:,|\s+(?:och|samt|för|i|mot)\b)", value[len(name) :]):
        return value
    return name or next((mention.name for mention in reversed(bodies_in(value))), None) or value or None


def _names(row: _Row) -> list[str]:
    """The names in a row of signers or approvers; those who only stand by are left out."""
    found: list[str] = []
    for cell in row.cells:
        if found and not cell.text and row.field is not Field.APPROVERS:
            break
        for part in re.split(r"[,;/]|\boch\b|\bsamt\b", _TOGETHER.sub("", cell.text)):
            match = _NAMES_PART.search(bare_name(part))
            if match and not is_organisation(match["name"]):
                found.append(match["name"])
    return found


def _first_lines(row: _Row) -> str | None:
    text = next((cell.text for cell in row.cells if cell.text), None)
    return text.strip(" .,:") if text else None


def _titled(attendance: Iterable[Attendance], title: str) -> str | None:
    return next(
        (person.name for person in attendance if person.title == title and person.role != "absent"), None
    )


def _unread(row: _Row) -> Iterable[Line]:
    """Cells of a row that its reading does not use."""
    if row.field in ATTENDANCE:
        return
    cells = [cell for cell in row.cells if cell.text]
    for position, cell in enumerate(cells):
        if not _understood(row.field, cell.text, first=position == 0):
            yield cell


def _understood(field: Field, text: str, *, first: bool) -> bool:
    match field:
        case Field.CONTENTS:
            return True
        case Field.NOTICE:
            return bool(_NOTICE_TEXT.search(text) or _NAMES_PART.fullmatch(text) or _SIGNED.search(text))
        case Field.SECRETARY | Field.CHAIR | Field.APPROVERS | Field.SIGNATURES:
            return bool(_NAMES_PART.search(text) or _SIGNED.search(text))
        case Field.PLACE | Field.PLACE_TIME | Field.APPROVAL:
            return True
        case _:
            return first or bool(_NOTICE_TEXT.search(text))
