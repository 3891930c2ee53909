"""The Word document, opened again."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from forebygg.printing import word
from tests.printing.conftest import a_document


def written(document):
    file = io.BytesIO()
    word.write(document, file)
    file.seek(0)
    return docx.Document(file)


@pytest.fixture(scope="module")
def opened():
    return written(a_document())


def test_headings_are_real_headings(opened):
    headings = [
        (one.style.name, one.text) for one in opened.paragraphs if one.style.name.startswith("Heading")
    ]

    assert headings == [
        ("Heading 1", "1 Inledning"),
        ("Heading 2", "1.1 Ansvar"),
        ("Heading 1", "2 Uppföljning"),
        ("Heading 1", "Tabell"),
    ]


def test_it_has_a_title_and_a_language(opened):
    assert opened.core_properties.title == "Handlingsplan för trygghet"
    assert opened.core_properties.language == "sv-SE"
    assert {one.get(qn("w:val")) for one in opened.styles.element.iter(qn("w:lang"))} == {"sv-SE"}


def test_lists_are_lists_and_quotes_quotes(opened):
    styles = {one.text: one.style.name for one in opened.paragraphs}

    assert styles["samverka med föreningar"] == "List Bullet"
    assert styles["Planen revideras årligen."] == "Quote"


def test_the_head_of_a_table_comes_again_on_every_page(opened):
    [table] = opened.tables

    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True] + [False] * 60
    assert [cell.text for cell in table.rows[0].cells] == ["Nummer", "Slag", "Deklarerad"]


def test_what_was_added_and_removed_is_marked_beside_the_words_that_say_so(opened):
    before, now = (
        next(one for one in opened.paragraphs if one.text.startswith(label)) for label in ("Före:", "Nu:")
    )

    assert [run.text for run in before.runs if run.font.strike] == ["ska"]
    assert [run.text for run in now.runs if run.underline] == ["bör"]


def test_words_of_papers_are_swedish_in_an_english_document():
    opened = written(a_document("en"))
    [paragraph] = [one for one in opened.paragraphs if "förebygga" in one.text]

    assert opened.core_properties.language == "en-GB"
    assert [one.get(qn("w:val")) for one in paragraph._p.iter(qn("w:lang"))] == ["sv-SE"]
