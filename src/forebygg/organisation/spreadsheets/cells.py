"""The cells of a sheet in an XLSX package, as they come: a tenth of the time that openpyxl takes."""

from typing import IO, Final, Self
from xml.parsers import expat

from forebygg.organisation.spreadsheets.errors import BrokenSpreadsheet, TooManyRows
from forebygg.organisation.spreadsheets.sheet import MOST_ROWS

MOST_COLUMNS: Final = 30
_CHUNK: Final = 65_536
_MOST_NAMES: Final = 4096

Cells = dict[int, str]
"""What stands in a row, by column from 0; blank cells are left out."""


class _Parsed:
    """A part of the package, parsed piece by piece; `text` gathers while a handler listens."""

    def __init__(self) -> None:
        self._short: dict[str, str] = {}
        self.text: list[str] | None = None
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = lambda name, told: self.start(self._local(name), told)
        self.parser.EndElementHandler = lambda name: self.end(self._local(name))
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = _refuse

    def read(self, part: IO[bytes]) -> Self:
        """Parse the part."""
        while chunk := part.read(_CHUNK):
            self.parser.Parse(chunk)
        self.parser.Parse(b"", True)  # noqa: FBT003 - expat's own
        return self

    def start(self, name: str, told: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def _local(self, name: str) -> str:
        """The name without its prefix; there are some thirty."""
        if (short := self._short.get(name)) is None:
            short = name.rpartition(":")[2]
            if len(self._short) < _MOST_NAMES:
                self._short[name] = short
        return short

    def _characters(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def taken(self) -> str:
        """What has been gathered."""
        text, self.text = "".join(self.text or ()), None
        return text.strip()


class _Strings(_Parsed):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.runs: list[str] = []
        self.read_out = 0

    def start(self, name: str, told: dict[str, str]) -> None:  # noqa: ARG002 - expat's
        if name == "si":
            self.runs = []
        elif name == "rPh":  # how it is read out, in Japanese
            self.read_out += 1
        elif name == "t" and not self.read_out:
            self.text = []

    def end(self, name: str) -> None:
        if name == "t" and self.text is not None:
            self.runs.append("".join(self.text))
            self.text = None
        elif name == "rPh":
            self.read_out -= 1
        elif name == "si":
            self.found.append("".join(self.runs).strip())


class _Sheet(_Parsed):
    def __init__(self, strings: list[str]) -> None:
        super().__init__()
        self.strings = strings
        self.rows: list[tuple[int, Cells]] = []
        self.merged: list[str] = []
        self.row = self.column = 0
        self.cells: Cells = {}
        self.kind = ""

    def start(self, name: str, told: dict[str, str]) -> None:
        if name == "c":
            place = told.get("r")
            self.column = _column(place) if place else self.column + 1
            self.kind = told.get("t", "n")
        elif name in {"v", "t"}:
            self.text = []
        elif name == "row":
            self.row = int(told.get("r", self.row + 1))
            self.column, self.cells = -1, {}
        elif name == "mergeCell":
            self.merged.append(told["ref"])

    def end(self, name: str) -> None:
        if name == "v" or (name == "t" and self.kind == "inlineStr"):
            value = self.taken()
            if value and self.column < MOST_COLUMNS:
                self.cells[self.column] = self.cells.get(self.column, "") + self._as_typed(value)
        elif name == "row" and any(self.cells.values()):
            if len(self.rows) == MOST_ROWS:
                raise TooManyRows(limit=MOST_ROWS - 1)
            self.rows.append((self.row, self.cells))

    def _as_typed(self, value: str) -> str:
        """A cell holds a text's number; a whole number may be kept as 12.0, or as 1.2E1."""
        if self.kind == "s":
            return self.strings[int(value)]
        if self.kind == "n" and not value.isdecimal():
            number = float(value)
            return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value
        return value


def read_strings(part: IO[bytes]) -> list[str]:
    """The texts that cells refer to by number."""
    return _Strings().read(part).found


def read_cells(part: IO[bytes], strings: list[str]) -> tuple[list[tuple[int, Cells]], list[str]]:
    """The rows that are not blank, by number, and the ranges of merged cells. Raises TooManyRows."""
    sheet = _Sheet(strings).read(part)
    return sheet.rows, sheet.merged


def _column(place: str) -> int:
    """AB12 → 27."""
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _refuse(*_declaration: object) -> None:
    """A document type may define words that swell; no spreadsheet program writes one."""
    raise BrokenSpreadsheet
