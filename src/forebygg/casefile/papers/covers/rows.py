"""The rows of a cover: each label with its values, whatever the layout.

A value may stand on its label's line, in the columns beside it, on the lines under it, or, where the
page was read column by column, after a run of labels.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as each
from typing import Final

from forebygg.casefile.bodies import body_at
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.attendance.seats import is_head
from forebygg.casefile.papers.covers.fields import ATTENDANCE, Field
from forebygg.casefile.papers.covers.labels import Label, label_at
from forebygg.casefile.papers.covers.split_labels import GAP, whole_labels
from forebygg.casefile.papers.covers.values import NAMED, PAGE, SIGNERS, suits
from forebygg.core.dates import DATE

_RULED: Final = re.compile(r"(?:\.{3,}|_{3,}|…+)\s*")  # lines to sign on
_LONGEST: Final = 4000  # characters; a longer line is no row of a cover
_WAITING: Final = 12  # labels that may stand in a run before their values
_MUNICIPALITY: Final = re.compile(
    r"(?:[\w-]+\s+){0,2}(?:kommun|stad|kommuns|stads)|region\s+[\w-]+", re.IGNORECASE
)
_LEADERS: Final = re.compile(r"(?:[.…]\s?){4,}\d{0,3}$")  # an entry of a contents list: "§ 4 Budget ..... 7"
_RANGE: Final = re.compile(r"(?:§{1,2}\s*)?\d{1,4}\s*[-–]{1,2}\s*\d{1,4}")
_PARAGRAPHS_AFTER: Final = re.compile(r"\s(?=[Pp]aragraf(?:er)?\s*:?\s*§?\s*\d)")
_CHAIR_AND_PLACE: Final = {Field.CHAIR, Field.PLACE_TIME}
_WHERE_AND_WHEN: Final = frozenset({Field.PLACE_TIME, Field.PLACE, Field.TIME})
_BEFORE_VALUES: Final = ATTENDANCE | {Field.TITLE, Field.ASIDE}
_OF_PAGES: Final = re.compile(r"(?:[Ss]ida?\s*)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av\s+\d{1,3})")
_LONGEST_HEAD: Final = 80
# Headings of a part rather than of one value: nothing under other labels is theirs.
_PARTS: Final = ATTENDANCE | {Field.NOTICE, Field.SIGNATURES, Field.TITLE, Field.CONTENTS}
_ENDS_CONTENTS: Final = ATTENDANCE | {Field.PLACE_TIME, Field.NOTICE, Field.SIGNATURES}


@dataclass
class Row:
    """A label, where it stands, its words, and the cells that are its value (blank lines included)."""

    field: Field
    number: int
    heading: str
    cells: list[Line] = each(default_factory=list)

    @property
    def text(self) -> str:
        """The value as running text."""
        return " ".join(cell.text for cell in self.cells if cell.text)

    @property
    def filled(self) -> bool:
        """Whether the label has got a value."""
        return any(cell.text for cell in self.cells)


@dataclass
class Sheet:
    """A cover read into rows; `heads` is what stands in titles and running heads."""

    rows: list[Row] = each(default_factory=list)
    heads: list[str] = each(default_factory=list)
    unread: list[Line] = each(default_factory=list)

    def of(self, *fields: Field) -> Iterable[Row]:
        """The rows with one of these labels, in order."""
        return (row for row in self.rows if row.field in fields)


def read_rows(lines: Sequence[Line]) -> Sheet:
    """All rows, in order; furniture gives only heads, and fills a label that waits for a body or a date."""
    reading = _Reading()
    for line in whole_labels(lines):
        reading.take(line)
    return reading.sheet


class _Reading:
    """Follows the lines; `_waiting` are labels whose values have not come yet."""

    def __init__(self) -> None:
        self.sheet = Sheet()
        self._waiting: list[Row] = []
        self._columns: list[Row] = []
        self._placed = False

    @property
    def _row(self) -> Row | None:
        return self.sheet.rows[-1] if self.sheet.rows else None

    @property
    def _listing(self) -> bool:
        return self._row is not None and self._row.field in ATTENDANCE

    def take(self, line: Line) -> None:
        if line.furniture:
            self._furniture(line)
        elif len(line.text) > _LONGEST:
            self.sheet.unread.append(line)
        elif not line.text:
            if self._row:
                self._row.cells.append(line)
        else:
            self._line(
                line, [cell.strip() for cell in GAP.split(_RULED.sub("\t", line.text)) if cell.strip()]
            )

    def _furniture(self, line: Line) -> None:
        label = label_at(line.text)
        if label and not label.value and label.field in {Field.BODY, Field.DATE}:
            row = Row(label.field, line.number, label.words)
            self.sheet.rows.insert(0, row)
            self._waiting.append(row)
            return
        self.sheet.heads.append(line.text)
        for row in self._waiting:
            if row.field in {Field.BODY, Field.DATE} and not row.filled and suits(row.field, line.text):
                row.cells.append(line)
                self._waiting.remove(row)
                return

    def _line(self, line: Line, cells: list[str]) -> None:
        if line.text[0] == "§" and _LEADERS.search(line.text):
            self.sheet.rows.append(Row(Field.CONTENTS, line.number, "", [line]))
            return
        if len(cells) > 1 and is_head(line.text):
            self._heads_table(line, cells)
            return
        label = self._label(cells[0]) if cells else None
        if label is None and self._is_head(cells):
            self.sheet.heads += cells
        elif label is None and self._listing:
            self._listed(line, cells)
        elif label and label.field in ATTENDANCE:
            self._lists(label, line, cells)
        else:
            for position, cell in enumerate(cells):
                if position and _OF_PAGES.fullmatch(cell):
                    continue
                found = label if position == 0 else self._label(cell)
                if found and position and label and {label.field, found.field} == _CHAIR_AND_PLACE:
                    found = None  # "Ordförande – Rådhuset, ledamöter – distans" tells of the place
                if found:
                    self._begin(found, line)
                else:
                    self._value(Line(line.number, cell))

    def _heads_table(self, line: Line, cells: list[str]) -> None:
        """The head of a table of those present: it stays in the list that it heads, or opens one."""
        label = label_at(cells[0])
        if label and label.field in {Field.MEMBERS, Field.SUBSTITUTES}:
            self._begin(label._replace(value=""), line)
        if self._listing:
            self.sheet.rows[-1].cells.append(line)

    def _label(self, cell: str) -> Label | None:
        if cell[0].islower():
            return None
        label = label_at(cell)
        if label is None or self._row is None:
            return label
        if self._listing and label.words in {"§", "§§"}:
            return None  # when the one above was present
        if self._row.field is Field.CONTENTS and label.field not in _ENDS_CONTENTS:
            return None
        # "Ordförande Anna Berg (S)" in a list is one of those present, and so is "Sekreterare Bo Ek".
        if (
            label.field is Field.SECRETARY
            and self._row.field is Field.OFFICIALS
            and NAMED.fullmatch(label.value)
        ):
            return None
        present = (
            self._listing
            and label.field in {Field.CHAIR, Field.VICE_CHAIR, Field.SECRETARY}
            and "(" in label.value
        )
        return None if present else label

    def _lists(self, label: Label, line: Line, cells: list[str]) -> None:
        """A list's heading; the rest of its line is the list's first line, or the heads of more columns."""
        cells = [cells[0], *self._not_waited_for(line, cells[1:])]
        others = [label_at(cell) for cell in cells[1:]]
        fields = {other.field for other in others if other and not other.value}
        if (
            others
            and not label.value
            and len(fields | {label.field}) > 1
            and fields <= ATTENDANCE
            and all(others)
        ):
            columns = []
            for found in (label, *(other for other in others if other)):
                self._begin(found, line)
                columns.append(self.sheet.rows[-1])
            self._columns = columns
            return
        if label.value and (nested := label_at(label.value)) and nested.field in ATTENDANCE:
            self._begin(label._replace(value=""), line)
            self._lists(nested, line, [nested.value, *cells[1:]])
            return
        self._begin(label, line)
        rest = others[0] if others else None
        if rest and not rest.value and rest.field in ATTENDANCE:
            self._begin(rest, line)
        elif cells[1:]:
            self.sheet.rows[-1].cells.append(Line(line.number, "\t".join(cells[1:])))

    def _not_waited_for(self, line: Line, cells: list[str]) -> list[str]:
        """The cells without the paragraphs that a label at the end of the row above waits for."""
        for row in self._waiting:
            if cells and row.field is Field.PARAGRAPHS and _RANGE.fullmatch(cells[-1]):
                row.cells.append(Line(line.number, cells[-1]))
                return cells[:-1]
        return cells

    def _listed(self, line: Line, cells: list[str]) -> None:
        if self._columns and len(cells) == len(self._columns) and all(NAMED.match(cell) for cell in cells):
            for row, cell in zip(self._columns, cells, strict=True):
                row.cells.append(Line(line.number, cell))
        elif self._columns:
            self._columns[0].cells.append(line)
        else:
            self.sheet.rows[-1].cells.append(line)

    def _begin(self, label: Label, line: Line) -> None:
        last = self._row
        if last and last.filled and last.number != line.number and last.field is not Field.PARAGRAPHS:
            self._waiting = []
        self._columns = []
        row = Row(self._meant(label.field), line.number, label.words)
        self.sheet.rows.append(row)
        self._placed = self._placed or row.field in _WHERE_AND_WHEN
        value, paragraphs = label.value, ""
        if label.field in SIGNERS and (after := _PARAGRAPHS_AFTER.search(value)):
            value, paragraphs = value[: after.start()], value[after.end() :]
        if value:
            row.cells.append(Line(line.number, value))
        elif label.field in _PARTS:
            self._waiting = []
        else:
            self._waiting = [*self._waiting[-_WAITING:], row]
        if paragraphs and (more := label_at(paragraphs)):
            self._begin(more, line)

    def _meant(self, field: Field) -> Field:
        """A second "Plats och tid", under "Justering", is that of the approval."""
        if field in _WHERE_AND_WHEN and self._row and self._row.field in {Field.APPROVAL, Field.APPROVERS}:
            return Field.APPROVAL if self._placed else field
        return field

    def _value(self, cell: Line) -> None:
        last = self._row
        beside_date = last is not None and last.field is Field.DATE and body_at(cell.text) == cell.text
        if last is None or last.field in {Field.TITLE, Field.ASIDE} or beside_date:
            self._loose(cell)
            return
        elsewhere = [row for row in self._waiting if row is not last]
        if not last.filled:
            self._waiting = [row for row in self._waiting if not row.filled]
        row = next((row for row in elsewhere if not row.filled and suits(row.field, cell.text)), last)
        row.cells.append(cell)
        if row is not last:
            self._waiting.remove(row)

    def _loose(self, cell: Line) -> None:
        text = cell.text
        waiting = next((row for row in self._waiting if not row.filled and suits(row.field, text)), None)
        if waiting:
            waiting.cells.append(cell)
            self._waiting.remove(waiting)
        elif body_at(text) or DATE.search(text) or _MUNICIPALITY.fullmatch(text) or PAGE.fullmatch(text):
            self.sheet.heads.append(text)
        else:
            self.sheet.unread.append(cell)

    def _is_head(self, cells: Sequence[str]) -> bool:
        """A running head in the middle of a list, a municipality's name, a page number."""
        awaited = {row.field for row in self._waiting if not row.filled}
        if Field.BODY in awaited or (Field.DATE in awaited and any(map(DATE.search, cells))):
            return False
        between = self._row is None or self._row.field in _BEFORE_VALUES or Field.DATE in awaited
        return all(_heads(cell, between=between) for cell in cells)


def _heads(cell: str, *, between: bool) -> bool:
    if len(cell) > _LONGEST_HEAD or cell.endswith(",") or ", " in cell:
        return False
    if cell[-1] in "0123456789)-–" and (PAGE.fullmatch(cell) or (between and DATE.fullmatch(cell))):
        return True
    if "(" in cell:
        return False
    return bool(_MUNICIPALITY.fullmatch(cell) or (between and body_at(cell)))
