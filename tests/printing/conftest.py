from tempfile import TemporaryFile

import pytest

from forebygg.printing.documents import Document, Heading, Paragraph, Points, Quote, Run, Table
from forebygg.printing.markup import markup
from forebygg.printing.pdf.limited import make


def a_document(language="sv", **differing):
    """Something of everything; its table is longer than a page."""
    told = {
        "title": "Handlingsplan för trygghet",
        "said_title": True,
        "kicker": "Det här är en provtryckning",
        "publisher": "Granviks kommun",
        "language": language,
        "facts": (("Utgåva", "2 av 3"),),
        "parts": (
            Heading(words="Inledning", label="1", said=True),
            Paragraph(words="Kommunen ska förebygga <brott> & våld.", said=True),
            Heading(words="Ansvar", label="1.1", level=3, said=True),
            Points(items=("samverka med föreningar", "utbilda personalen"), said=True),
            Heading(words="Uppföljning", label="2", said=True),
            Paragraph(
                label="Före", words=(Run("Nämnden "), Run("ska", "removed"), Run(" följa upp.")), said=True
            ),
            Paragraph(
                label="Nu", words=(Run("Nämnden "), Run("bör", "added"), Run(" följa upp.")), said=True
            ),
            Quote(label="Så står det", words="Planen revideras årligen."),
            Heading(words="Tabell"),
            Table(
                caption="Ändringar",
                heads=("Nummer", "Slag", "Deklarerad"),
                rows=tuple((str(number), "Omformulerad mening", "nej") for number in range(1, 61)),
            ),
        ),
    }
    return Document(**{**told, **differing})


@pytest.fixture(scope="session")
def printed():
    """The document in English, whose papers are Swedish, as a PDF."""
    with TemporaryFile() as file:
        make(markup(a_document("en")), file, seconds=100)
        file.seek(0)
        return file.read()
