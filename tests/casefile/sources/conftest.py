"""Papers made on the spot: PDFs drawn word by word, documents written as Word writes them."""

import io
import zipfile

import pytest
from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from forebygg.casefile.sources import read_source

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def keep(tmp_path):
    """Put bytes in a file and give its path."""

    def put(data, name="paper"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


@pytest.fixture
def lines_of_file(keep):
    """Put bytes in a file and read it back as lines."""

    return lambda data: list(read_source(keep(data)).lines)


@pytest.fixture
def draw():
    """Draw a PDF: one function of the canvas for every page, in points from the lower left corner."""

    def pdf(*pages, size=11, **settings):
        buffer = io.BytesIO()
        sheet = canvas.Canvas(buffer, pagesize=A4, **settings)
        for page in pages:
            sheet.setFont("Helvetica", size)
            page(sheet)
            sheet.showPage()
        sheet.save()
        return buffer.getvalue()

    return pdf


@pytest.fixture
def column():
    """Draw lines below each other; an empty one leaves its place free."""

    def draw_column(sheet, x, y, lines, step=14):
        for number, line in enumerate(lines):
            sheet.drawString(x, y - number * step, line)

    return draw_column


@pytest.fixture
def write_docx():
    """Let a function write into a new document, and give the file's bytes."""

    def written(write):
        document = Document()
        write(document)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return written


@pytest.fixture
def pack_docx():
    """A bare package around the XML of a body, with other parts by kind ("numbering": xml)."""

    def packed(body, *, document=None, **parts):
        head = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
        main = document or f"<w:document {head}><w:body>{body}</w:body></w:document>"
        relations = "".join(
            f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts
        )
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("word/document.xml", main)
            archive.writestr(
                "word/_rels/document.xml.rels",
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f"{relations}</Relationships>",
            )
            for kind, xml in parts.items():
                archive.writestr(
                    f"word/{kind}.xml", xml.replace("<w:", "<w:", 1).replace(">", f" {head}>", 1)
                )
        return buffer.getvalue()

    return packed
