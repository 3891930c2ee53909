"""Spreadsheets written: CSV for programs in Swedish, and XLSX, a hundred thousand rows a second of time.

No cell is ever a formula, whatever it begins with.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain, islice
from typing import Final

# What a spreadsheet takes for a formula, at the beginning of a cell.
FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")
_AT_A_TIME: Final = 1_000
# XML knows none of these, not even by number.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Value = str | int
_TEXT, _QUOTED, _HEAD = 1, 2, 3
_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_PARTS: Final = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    # Plain, text, text that begins as a formula does, and heads.
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/>'
    '</font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2">'
    '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="4"><xf/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Column:
    """What stands above a column, how wide it is in characters, and what may be chosen in its cells."""

    head: str
    width: int = 14
    choices: Sequence[str] = ()


def plain_again(value: str) -> str:
    """What was written before a formula's sign, and not by its author, is taken away."""
    return value[1:] if value.startswith("'") and value[1:].startswith(FORMULAS) else value


def csv_pieces(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """The file piece by piece, with semicolons and the mark by which spreadsheets know UTF-8."""
    yield "\ufeff"
    lines = chain([[column.head for column in columns]], rows)
    while piece := [*islice(lines, _AT_A_TIME)]:
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(
            [
                f"'{value}" if isinstance(value, str) and value.startswith(FORMULAS) else value
                for value in line
            ]
            for line in piece
        )
        yield out.getvalue()


def xlsx(title: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    """A workbook of one sheet, whose heads stay in sight."""
    file = io.BytesIO()
    strings: dict[str, int] = {}
    count = 0
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, _XML + text)
        archive.writestr(
            "xl/workbook.xml",
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            f'<sheet name="{_text(title)[:31]}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        )
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'{_XML}<worksheet xmlns="{_MAIN}">{_before(columns)}<sheetData>'.encode())
            part.write(_row([column.head for column in columns], strings, style=_HEAD).encode())
            told = iter(rows)
            while piece := [*islice(told, _AT_A_TIME)]:
                count += len(piece)
                part.write("".join([_row(row, strings) for row in piece]).encode())
            part.write(f"</sheetData>{_after(columns, count + 1)}</worksheet>".encode())
        with archive.open("xl/sharedStrings.xml", "w") as part:
            part.write(f'{_XML}<sst xmlns="{_MAIN}">'.encode())
            part.write(
                "".join([f'<si><t xml:space="preserve">{_text(one)}</t></si>' for one in strings]).encode()
            )
            part.write(b"</sst>")
    return file.getvalue()


def _row(row: Sequence[Value], strings: dict[str, int], *, style: int = 0) -> str:
    """Cells without their places: each follows the one before it. An empty one keeps its place."""
    cells: list[str] = []
    for value in row:
        if isinstance(value, int):
            cells.append(f"<c><v>{value}</v></c>")
        elif value:
            at = strings.setdefault(value, len(strings))
            how = style or (_QUOTED if value.startswith(FORMULAS) else _TEXT)
            cells.append(f'<c s="{how}" t="s"><v>{at}</v></c>')
        else:
            cells.append("<c/>")
    return f"<row>{''.join(cells)}</row>"


def _before(columns: Sequence[Column]) -> str:
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{column.width}" customWidth="1"/>'
        for at, column in enumerate(columns, start=1)
    )
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    return f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews><cols>{widths}</cols>'


def _after(columns: Sequence[Column], last: int) -> str:
    """A filter over all, and lists to choose from."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    filtered = f'<autoFilter ref="A1:{letters[len(columns) - 1]}{last}"/>'
    lists = [
        f'<dataValidation type="list" allowBlank="1" sqref="{letters[at]}2:{letters[at]}{max(2, last)}">'
        f"<formula1>&quot;{_text(','.join(column.choices))}&quot;</formula1></dataValidation>"
        for at, column in enumerate(columns)
        if column.choices
    ]
    if not lists:
        return filtered
    return f'{filtered}<dataValidations count="{len(lists)}">{"".join(lists)}</dataValidations>'


def _text(value: str) -> str:
    return escape(_UNWRITABLE.sub("", value))
