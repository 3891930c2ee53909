"""The PDF: what it claims, what a public checker says of the claim, and what it reads as."""

import io
import json
import subprocess
from pathlib import Path
from tempfile import TemporaryFile

import pikepdf
import pypdfium2
import pytest

from forebygg.printing.errors import NoPango, PrinterStopped, TooLong
from forebygg.printing.pdf import limited
from forebygg.printing.pdf.limited import make

# An environment of its own, which `make test` sets up (pyproject.toml says why).
CHECKER = Path(__file__).parents[2] / ".venv/checker/bin/outloud"


@pytest.fixture(scope="module")
def opened(printed):
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        yield pdf


@pytest.fixture(scope="module")
def pages(printed):
    """The text of each page in the order that it is drawn, line by line."""
    with pypdfium2.PdfDocument(printed) as pdf:
        return [page.get_textpage().get_text_range().split("\r\n") for page in pdf]


def elements(node):
    """The tree of tags, in the order that it is read aloud."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from elements(node.get("/K", pikepdf.Array()))


@pytest.fixture(scope="module")
def tags(opened):
    return list(elements(opened.Root.StructTreeRoot.K))


def test_a_public_checker_finds_nothing_against_pdf_ua(printed, tmp_path):
    assert CHECKER.exists(), "Set up the checker first: make setup"
    tmp_path.joinpath("printed.pdf").write_bytes(printed)

    told = subprocess.run(
        [CHECKER, tmp_path / "printed.pdf", "--json", "-", "--fail-on", "never"],
        stdout=subprocess.PIPE,
        check=True,
    ).stdout

    [result] = json.loads(told)["results"]
    assert result["counts"] == {"error": 0, "warning": 0, "info": 0}, result


def test_it_claims_to_be_for_archives_and_for_everybody(opened):
    with opened.open_metadata() as claims:
        assert (claims["pdfaid:part"], claims["pdfaid:conformance"]) == ("2", "A")
        assert claims["pdfuaid:part"] == "1"
        assert claims["dc:title"] == "Handlingsplan för trygghet"
    xmp = opened.Root.Metadata.read_bytes()
    assert xmp.count(b"<rdf:RDF") == 1
    assert b"PDF/UA identification schema" in xmp


def test_it_has_its_language_and_shows_its_title(opened):
    assert str(opened.Root.Lang) == "en"
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(opened.Root.MarkInfo.Marked)
    assert {str(page.Tabs) for page in opened.pages} == {"/S"}


def test_every_font_is_ours_and_comes_with_it(opened):
    fonts = [font for page in opened.pages for font in page.Resources.Font.values()]

    assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts)
    assert all("+Source-S" in str(font.BaseFont) for font in fonts)


def test_words_of_papers_are_told_to_be_swedish(tags):
    swedish = {str(tag.S) for tag in tags if str(tag.get("/Lang", "")) == "sv"}

    assert {"/H1", "/H2", "/H3", "/P", "/L", "/BlockQuote"} <= swedish


def test_heads_of_a_table_say_what_they_are_heads_of_on_every_page(tags):
    heads = [str(tag.A.Scope) for tag in tags if tag.S == "/TH"]

    assert heads.count("/Column") >= 4
    assert heads.count("/Row") == 60


def test_what_every_page_repeats_is_read_nowhere(opened, tags):
    marks = [
        (str(operands[0]), "/MCID" in operands[1])
        for page in opened.pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) == "BDC"
    ]

    # The head and the foot of each page, but for the front, which has no head.
    assert marks.count(("/Artifact", False)) == 3 * len(opened.pages) - 2
    assert all(is_read == (kind != "/Artifact") for kind, is_read in marks)


def test_it_reads_in_order(pages):
    text = "\n".join(line for page in pages for line in page)
    order = [
        "Granviks kommun",
        "Det här är en provtryckning",
        "Handlingsplan för trygghet",
        "Utgåva: 2 av 3",
        "Inledning",
        "Kommunen ska förebygga <brott> & våld.",
        "samverka med föreningar",
        "Före: Nämnden ska följa upp.",
        "Nu: Nämnden bör följa upp.",
        "Så står det:",
        "Planen revideras årligen.",
        "Ändringar",
        "60 Omformulerad mening",
    ]

    places = [text.rindex(words) if words == "Inledning" else text.index(words) for words in order]
    assert places == sorted(places)


def test_every_page_says_which_it_is_and_of_how_many(pages):
    feet = [f"page {number} of {len(pages)}" for number in range(1, len(pages) + 1)]

    assert [[line for line in page if line.startswith("page ")] for page in pages] == [
        [foot] for foot in feet
    ]


def test_the_contents_say_on_which_page_a_heading_stands(pages):
    [entry] = [line for line in pages[1] if line.startswith("Tabell")]

    assert any("Tabell" in line for line in pages[int(entry.rpartition(" ")[2]) - 1])


def test_nothing_is_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hemligt")
    html = f'<html lang="sv"><title>a</title><p>b<a rel="attachment" href="{secret.as_uri()}">c</a>'
    html += f'<link rel="attachment" href="{secret.as_uri()}"><img alt="d" src="{secret.as_uri()}">'

    with TemporaryFile() as file:
        make(html, file, seconds=100)
        file.seek(0)
        assert b"EmbeddedFile" not in file.read()


def test_what_takes_too_long_is_stopped_and_told(monkeypatch, tmp_path):
    child = tmp_path / "child.py"
    child.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGXCPU)\n")
    monkeypatch.setattr(limited, "CHILD", child)

    with TemporaryFile() as file, pytest.raises(TooLong, match="5 seconds"):
        make("", file, seconds=5)


@pytest.mark.parametrize(("status", "error"), [(3, NoPango), (1, PrinterStopped)])
def test_what_is_missing_or_breaks_is_told(monkeypatch, tmp_path, status, error):
    child = tmp_path / "child.py"
    child.write_text(f"raise SystemExit({status})\n")
    monkeypatch.setattr(limited, "CHILD", child)

    with TemporaryFile() as file, pytest.raises(error):
        make("", file, seconds=5)
