"""The case as a Word file, the way municipalities write them: numbers that Word sets, tables, sections.

Headings of a plan, bullets and numbered points hold no number in their text; Word counts them. Nothing in
the file is dated by the clock, so that the same parts give the same file.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from itertools import count

from docx import Document
from docx.document import Document as WordFile
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from granvik.markup import Block, Kind, Part

NUMBERED_HEADINGS, BULLETS, NUMBERS = 90, 91, 92
LEVELS = {
    NUMBERED_HEADINGS: (("decimal", "%1"), ("decimal", "%1.%2")),
    BULLETS: (("bullet", "•"),),
    NUMBERS: (("decimal", "%1."),),
}
UNDATED = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can say


def as_docx(parts: Sequence[Part]) -> bytes:
    """All papers in one file, each a section with its own head, foot and page numbers."""
    word = Document()
    word.core_properties.created = word.core_properties.modified = dt.datetime(2025, 4, 2, tzinfo=dt.UTC)
    word.core_properties.title = "Granviks kommun, KS 2024/00412"
    word.core_properties.author = "Granviks kommun"
    lists = _Lists(word)
    for place, part in enumerate(parts):
        section = word.sections[0] if place == 0 else word.add_section(WD_SECTION.NEW_PAGE)
        _furniture(section, part)
        headings = lists.begin(NUMBERED_HEADINGS) if part.plan else None
        for block in part.blocks():
            _block(word, block, lists, headings)
    return _undated(word)


class _Lists:
    """Word's numbering: every list and every plan begins again at one."""

    def __init__(self, word: WordFile) -> None:
        self.root = word.part.numbering_part.element
        self.ids = count(100)
        first = self.root.find(qn("w:num"))
        for abstract, levels in LEVELS.items():
            first.addprevious(_abstract(abstract, levels))

    def begin(self, abstract: int) -> int:
        number = next(self.ids)
        restarts = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for level in range(len(LEVELS[abstract]))
        )
        self.root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{abstract}"/>{restarts}</w:num>'
            )
        )
        return number


def _abstract(number: int, levels: Iterable[tuple[str, str]]) -> BaseOxmlElement:
    inner = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (form, text) in enumerate(levels)
    )
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
    )


def _number(paragraph: Paragraph, number: int, level: int = 0) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 (no public way to a number)
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _block(word: WordFile, block: Block, lists: _Lists, headings: int | None) -> None:
    match block.kind:
        case Kind.TURN:
            word.add_page_break()
        case Kind.COLUMNS:
            _columns(word, block, lists)
        case Kind.TITLE:
            _lines(word.add_paragraph(style="Heading 1"), block.lines)
        case Kind.HEADING:
            _heading(word, block.lines[0], headings)
        case Kind.CONTENTS:
            _contents(word, block.lines)
        case Kind.ROWS:
            _table(word, [line.split("\t") for line in block.lines])
        case Kind.BULLETS:
            _points(word, block.lines, lists.begin(BULLETS))
        case Kind.NUMBERS:
            _points(word, block.lines, lists.begin(NUMBERS))
        case Kind.LINES:
            _lines(word.add_paragraph(), block.lines)


def _heading(word: WordFile, text: str, headings: int | None) -> None:
    printed, _, title = text.partition(" ")
    if headings is None or not printed[0].isdigit():
        word.add_paragraph(text, style="Heading 2")
        return
    level = printed.count(".")
    _number(word.add_paragraph(title, style=f"Heading {level + 2}"), headings, level)


def _lines(paragraph: Paragraph, lines: Sequence[str]) -> None:
    run = paragraph.add_run(lines[0])
    for line in lines[1:]:
        run.add_break()
        run.add_text(line)


def _points(word: WordFile, lines: Sequence[str], number: int) -> None:
    for line in lines:
        _number(word.add_paragraph(line.partition(" ")[2], style="List Paragraph"), number)


def _contents(word: WordFile, lines: Sequence[str]) -> None:
    for line in lines:
        paragraph = word.add_paragraph(line.replace(".....\t", "\t"))
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(1))
        stops.add_tab_stop(Cm(15), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _table(word: WordFile, rows: list[list[str]]) -> None:
    table = word.add_table(rows=len(rows), cols=max(map(len, rows)))
    for cells, row in zip(rows, table.rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text


def _columns(word: WordFile, block: Block, lists: _Lists) -> None:
    for kind, columns, content in (
        (WD_SECTION.CONTINUOUS, 2, [inner for column in block.columns for inner in column]),
        (WD_SECTION.CONTINUOUS, 1, []),
    ):
        settings = word.add_section(kind)._sectPr  # noqa: SLF001 (no public way to columns)
        _count_on(settings)
        settings.find(qn("w:cols")).set(qn("w:num"), str(columns))
        for inner in content:
            _block(word, inner, lists, None)


def _furniture(section: Section, part: Part) -> None:
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    section.header.paragraphs[0].text = part.head
    before, _, rest = part.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    numbers = section.header.add_paragraph(before)
    _field(numbers, "PAGE")
    numbers.add_run(between)
    _field(numbers, "SECTIONPAGES")
    numbers.add_run(after)
    section.footer.paragraphs[0].text = part.foot
    settings = section._sectPr  # noqa: SLF001 (no public way to restart page numbers)
    _count_on(settings)
    settings.find(qn("w:pgMar")).addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))


def _count_on(settings: BaseOxmlElement) -> None:
    """Let page numbers run on from the section before, whose settings a new section inherits."""
    for inherited in settings.findall(qn("w:pgNumType")):
        settings.remove(inherited)


def _field(paragraph: Paragraph, name: str) -> None:
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)  # noqa: SLF001 (no public way to a field)


def _undated(word: WordFile) -> bytes:
    saved, undated = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(undated, "w") as target:
        for entry in source.infolist():
            copied = zipfile.ZipInfo(entry.filename, UNDATED)
            copied.create_system = 3
            target.writestr(copied, source.read(entry), zipfile.ZIP_DEFLATED)
    return undated.getvalue()
