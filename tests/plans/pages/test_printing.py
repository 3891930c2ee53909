"""An edition and a comparison as PDF and Word: what the page says, and to whom."""

import io

import docx
import pypdfium2


def pdf_text(answer):
    with pypdfium2.PdfDocument(answer.getvalue()) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def word_lines(answer):
    document = docx.Document(io.BytesIO(answer.getvalue()))
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def test_an_edition_is_printed_whole(browser, plan, numbers, editions):
    address = f"/granvik/plans/1/editions/{numbers[1]}"
    text = " ".join(pdf_text(browser.get(f"{address}.pdf")).split())
    lines = word_lines(browser.get(f"{address}.docx"))

    assert all(section.title in text for section in editions[1].sections.all())
    assert "Utgåva: 20 februari 2025" in text
    for wording in editions[1].wordings.all():
        assert any(wording.text in line for line in lines), wording.text


def test_a_comparison_says_in_words_what_is_declared(browser, plan, numbers):
    lines = word_lines(browser.get(f"/granvik/plans/1/compare/{numbers[0]}/{numbers[1]}.docx"))

    page = browser.page(f"/granvik/plans/1/compare/{numbers[0]}/{numbers[1]}/")
    marks = {mark.text for mark in page.select(".note .state .mark")}
    assert marks
    assert all(any(line.endswith(f", {mark}") for line in lines) for mark in marks)
    assert any(line.startswith("Förut: ") for line in lines)
    assert any(line.startswith("Nu: ") for line in lines)


def test_the_public_prints_what_is_released_only(browser, plan, numbers):
    addresses = [
        f"/granvik/plans/1/editions/{numbers[0]}.pdf",
        f"/granvik/plans/1/editions/{numbers[0]}.docx",
        f"/granvik/plans/1/compare/{numbers[0]}/{numbers[1]}.pdf",
        f"/granvik/plans/1/compare/{numbers[0]}/{numbers[1]}.docx",
    ]

    assert {browser.public.get(address).status_code for address in addresses} == {404}


def test_the_later_edition_first_is_the_same_comparison(browser, plan, numbers):
    there, back = (
        word_lines(browser.get(f"/granvik/plans/1/compare/{one}/{other}.docx"))
        for one, other in ((numbers[0], numbers[1]), (numbers[1], numbers[0]))
    )

    assert there == back


def test_the_pages_lead_to_what_can_be_printed(browser, plan, numbers):
    edition = browser.page(f"/granvik/plans/1/editions/{numbers[1]}/")
    comparison = browser.page(f"/granvik/plans/1/compare/{numbers[0]}/{numbers[1]}/")

    for page in (edition, comparison):
        links = [link["href"] for link in page.select(".downloads a")]
        assert any(link.endswith(".pdf") for link in links)
        assert any(link.endswith(".docx") for link in links)
