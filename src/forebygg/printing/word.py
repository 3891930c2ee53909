"""A document as Word (DOCX): real styles, so that it can be restyled, real headings, so that it can be heard.

The styles are those that every Word knows by their English names and shows in its user's language.
"""

from typing import IO, Any, Final, TypeAlias

from django.utils.translation import override, pgettext

from forebygg.printing.documents import (
    Document,
    Heading,
    Paragraph,
    Part,
    Points,
    Quote,
    Run,
    Table,
    Words,
)

Foreign: TypeAlias = Any  # of python-docx, which has no types
_LANGUAGES: Final = {"sv": "sv-SE", "en": "en-GB"}


def write(document: Document, target: IO[bytes]) -> None:
    """Write the DOCX to *target*."""
    import docx  # noqa: PLC0415 - it takes as long to load as a page takes to show

    with override(document.language):
        _Word(document, docx.Document()).fill().save(target)


class _Word:
    """Writes one document into a python-docx one."""

    def __init__(self, document: Document, word: Foreign) -> None:
        self.document, self.word = document, word
        self.language = _LANGUAGES.get(document.language, document.language)

    def fill(self) -> Foreign:
        document, known = self.document, self.word.core_properties
        known.title, known.author, known.language = document.title, document.publisher, self.language
        known.comments = ""
        self._style()
        self._foot()
        if document.kicker:
            self._add(document.kicker, "Subtitle")
        self._add(document.title, "Title", said=document.said_title)
        for label, value in document.facts:
            self._add((Run(f"{label}:", "strong"), Run(f" {value}")), "Normal")
        for part in document.parts:
            self._part(part)
        return self.word

    def _part(self, part: Part) -> None:
        match part:
            case Heading():
                self._add(part.text, f"Heading {part.level - 1}", said=part.said)
            case Paragraph():
                if part.label:
                    paragraph = self._add((Run(f"{part.label}:", "strong"), Run(" ")), "Normal")
                    self._fill(paragraph, part.words, said=part.said)
                else:
                    self._add(part.words, "Normal", said=part.said)
            case Quote():
                if part.label:
                    lead = self._add((Run(f"{part.label}:", "strong"),), "Normal")
                    lead.paragraph_format.keep_with_next = True
                self._add(part.words, "Quote", said=True)
            case Points():
                for words in part.items:
                    self._add(words, "List Paragraph" if part.numbered else "List Bullet", said=part.said)
            case Table():
                self._table(part)

    def _add(self, words: Words, style: str, *, said: bool = False) -> Foreign:
        paragraph = self.word.add_paragraph(style=style)
        self._fill(paragraph, words, said=said)
        return paragraph

    def _fill(self, paragraph: Foreign, words: Words, *, said: bool) -> None:
        for run in (Run(words),) if isinstance(words, str) else words:
            made = paragraph.add_run(run.text)
            made.bold = True if run.style in {"strong", "added"} else None
            made.underline = True if run.style == "added" else None
            made.font.strike = True if run.style == "removed" else None
            if said and self.document.language != "sv":
                # What a paper says is Swedish, whoever reads.
                _language(made._r.get_or_add_rPr(), "sv-SE")  # noqa: SLF001 - it has no other name

    def _table(self, part: Table) -> None:
        caption = self._add(part.caption, "Caption")
        caption.paragraph_format.keep_with_next = True
        table = self.word.add_table(rows=1, cols=len(part.heads), style="Table Grid")
        head = table.rows[0]
        _set(head._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001
        for cell, words in zip(head.cells, part.heads, strict=True):
            cell.paragraphs[0].add_run(words).bold = True
        for row in part.rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(words)
        for row in table.rows:
            _set(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001
        self.word.add_paragraph()

    def _style(self) -> None:
        """One hand for all of it, and the language that it is spelled and read aloud in."""
        normal = self.word.styles["Normal"]
        normal.font.name = "Calibri"
        _language(normal.element.get_or_add_rPr(), self.language)
        for default in self.word.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr"):
            _language(default, self.language)

    def _foot(self) -> None:
        """Whose it is at the head of each page, "sida 3 av 12" at its foot."""
        section = self.word.sections[0]
        section.page_width, section.page_height = _A4
        section.header.paragraphs[0].text = f"{self.document.title}\t\t{self.document.publisher}"
        foot = section.footer.paragraphs[0]
        foot.add_run(f"{pgettext('at the foot of a page', 'page')} ")
        _field(foot, "PAGE")
        foot.add_run(f" {pgettext('at the foot of a page', 'of')} ")
        _field(foot, "NUMPAGES")


_A4: Final = (7_560_310, 10_692_130)  # 210 by 297 millimetres, in the units of Office


def _language(properties: Foreign, language: str) -> None:
    """Say which language the words are in."""
    for known in properties.xpath("w:lang"):
        properties.remove(known)
    _set(properties, "w:lang", **{"w:val": language})


def _field(paragraph: Foreign, name: str) -> None:
    """A number that Word fills in."""
    field = _set(paragraph._p, "w:fldSimple", **{"w:instr": name})  # noqa: SLF001
    words = _set(_set(field, "w:r"), "w:t")
    words.text = "1"


def _set(parent: Foreign, name: str, **values: str) -> Foreign:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(key), value)
    parent.append(made)
    return made
