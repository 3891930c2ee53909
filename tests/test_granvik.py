"""The invented case: its three forms, and the answer sheet beside them."""

import json
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from forebygg.casefile.sentences import FINDINGS

ROOT = Path(__file__).parents[1]
SHEET = json.loads((ROOT / "tests/data/granvik_expected.json").read_text(encoding="utf-8"))
POINT = re.compile(r"\d{1,2}\. ")
FOOT, HEAD = 70, 770  # points from the foot of an A4 page; beyond them stands furniture


def paper(form):
    return resources.files("forebygg.casefile") / "examples" / "granvik" / f"granvik.{form}"


def text_of_plain():
    return paper("txt").read_text(encoding="utf-8")


def text_of_pdf():
    pdf = pypdfium2.PdfDocument(paper("pdf").read_bytes())
    pages = [page.get_textpage() for page in pdf]
    return "\n".join(page.get_text_bounded(bottom=FOOT, top=HEAD) for page in pages)


def text_of_word():
    with paper("docx").open("rb") as file:
        body = docx.Document(file).element.body
    return "\n".join(docx.text.paragraph.Paragraph(found, None).text for found in body.iter(qn("w:p")))


def quotations(value, key=""):
    """Every text of the answer sheet that has more than one word, and so must be printed somewhere."""
    if isinstance(value, dict):
        for inner_key, inner in value.items():
            yield from quotations(inner, inner_key)
    elif isinstance(value, list):
        for inner in value:
            yield from quotations(inner, key)
    elif isinstance(value, str) and " " in value:
        yield POINT.sub("", value, count=1) if POINT.match(value) else value  # Word numbers its points itself


def folded(text):
    return " ".join(text.split())


def test_the_three_forms_are_made_from_the_parts_as_they_stand():
    made = subprocess.run(
        [sys.executable, ROOT / "scripts/build_granvik.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (made.returncode, made.stderr) == (0, "")


@pytest.mark.parametrize("text_of", [text_of_plain, text_of_pdf, text_of_word])
def test_every_quotation_of_the_answer_sheet_stands_in_each_form(text_of):
    printed = folded(text_of())

    assert [quotation for quotation in quotations(SHEET) if folded(quotation) not in printed] == []


def test_the_answer_sheet_knows_only_findings_that_can_be_raised():
    named = {finding["code"] for finding in SHEET["findings"]} | set(SHEET["findings_never"])

    assert named <= FINDINGS.keys()


def test_the_ballots_agree_with_who_is_serving():
    meetings = {(meeting["body"], meeting["date"]): meeting for meeting in SHEET["meetings"]}
    for item in SHEET["items"]:
        present = [
            person["name"]
            for person in meetings[item["body"], item["date"]]["attendance"]
            if person["serving"]
            and any(first <= item["paragraph"] <= last for first, last in person["present"])
        ]
        for vote in item["votes"]:
            assert vote["yes"] + vote["no"] + vote["abstain"] == len(present)


def test_granvik_gives_no_telephone_number_but_112():
    digits = [word.strip(".,") for word in text_of_plain().split() if word.strip(".,").isdigit()]

    assert {number for number in digits if len(number) > 2} == {"112", "2024", "2025", "2028"}
