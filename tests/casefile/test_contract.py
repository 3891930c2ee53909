"""The JSON keeps the contract: for the invented case in each form, and for any text at all."""

import json
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from forebygg.casefile import read_case, read_texts
from forebygg.casefile.contract import as_json, schema
from forebygg.casefile.paper import Text
from forebygg.casefile.sources import read_source
from tests.casefile.answers import texts as strings
from tests.casefile.contract_rules import broken_promises
from tests.casefile.findings.writing import cover, item, memo, plan, referral, statement

GRANVIK = resources.files("forebygg.casefile") / "examples" / "granvik"
ROWS = [line for line in (GRANVIK / "granvik.txt").read_text("utf-8").split("\n") if line]
KEYS = "case documents meetings items plans changes findings timeline unread".split()

PAPERS = [
    item(52, ("Kommunstyrelsens beslut", "Planen antas."), ("Yrkanden", "Anna Berg (S) yrkar bifall.")),
    plan("2024-01-12", [("1 Inledning", "Planen gäller alla nämnder.")], ["1\tInledning"]),
    plan("2024-02-12", [("1 Inledning", "Planen bör gälla alla nämnder.")]),
    memo("2024-01-08", ("Sammanfattning", "Den som är orolig ska kontakta polisen.")),
    cover("Kommunstyrelsen", "2024-03-06", approved="2024-03-21", posted="2024-03-22", removed="2024-03-28"),
    referral("2024-01-10", "Ungdomsrådet"),
    statement("Särskilt yttrande", "Reservation"),
]


def told_of(*lines, file="granvik.txt"):
    text = Text(file=file, form="text", lines=tuple(lines))
    return as_json(read_texts([text])), [text]


def test_the_schema_is_shipped_and_is_a_schema():
    Draft202012Validator.check_schema(schema())

    assert set(KEYS) <= set(schema()["required"])


@pytest.mark.parametrize("form", ["txt", "pdf", "docx"])
def test_granvik_keeps_the_contract_in_each_form(form):
    path = GRANVIK / f"granvik.{form}"

    assert broken_promises(as_json(read_case([path])), [read_source(path)]) == {}


def test_several_files_are_one_case_and_keep_the_contract():
    files = [
        Text(file=f"{number}.txt", form="text", lines=tuple(paper.split("\n")))
        for number, paper in enumerate(PAPERS)
    ]
    told = as_json(read_texts(files))

    assert broken_promises(told, files) == {}
    assert {document["file"] for document in told["documents"]} == {file.file for file in files}


def test_the_json_can_be_written_and_read_again():
    told, _ = told_of(*ROWS)

    assert json.loads(json.dumps(told, ensure_ascii=False)) == told


def test_a_copy_is_held_once_among_the_editions():
    told, _ = told_of(*PAPERS[1].split("\n"), *PAPERS[1].split("\n"))

    assert [document["copy_of"] for document in told["documents"]] == [None, "d1"]
    assert [one["document"] for one in told["plans"]] == ["d1"]


def test_a_finding_points_at_lines_of_its_documents_file_alone():
    files = [
        Text(file=name, form="text", lines=tuple(paper.split("\n")))
        for name, paper in (("a.txt", PAPERS[1]), ("b.txt", PAPERS[2]))
    ]
    [finding] = [one for one in as_json(read_texts(files))["findings"] if one["code"] == "undeclared_changes"]

    assert {place["file"] for place in finding["places"]} == {"a.txt", "b.txt"}
    assert finding["lines"] == [place["lines"] for place in finding["places"] if place["file"] == "b.txt"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=90), max_size=40))
def test_any_text_keeps_the_contract(lines):
    told, texts = told_of(*lines)

    assert broken_promises(told, texts) == {}


@settings(max_examples=40)
@given(st.lists(st.sampled_from(ROWS) | st.just("") | st.just("\f"), max_size=60))
def test_the_rows_of_a_case_in_any_order_keep_the_contract(lines):
    told, texts = told_of(*lines)

    assert broken_promises(told, texts) == {}


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PAPERS), max_size=6), st.randoms(use_true_random=False))
def test_papers_in_any_order_with_lines_lost_keep_the_contract(papers, chance):
    lines = [line for paper in papers for line in paper.split("\n") if chance.random() > 0.1]
    told, texts = told_of(*lines)

    assert broken_promises(told, texts) == {}


SECTIONS = (
    "Beskrivning av ärendet", "Sammanfattning", "Kommunstyrelsens beslut", "Beslutsgång", "Reservation",
    "Bilagor", "Tidigare behandling", "Information", "Beslutet skickas till", "Särskilt yttrande",
)  # fmt: skip
WORDS = st.lists(
    st.text(st.sampled_from("abdefghijklmnoprstuvyåäö"), min_size=4, max_size=12), min_size=2, max_size=9
)


@given(st.sampled_from(SECTIONS), st.lists(WORDS, min_size=1, max_size=5))
def test_every_word_under_a_heading_comes_back(heading, sentences):
    text = " ".join(" ".join(words).capitalize() + "." for words in sentences)
    told, _ = told_of(*item(52, (heading, text)).split("\n"))

    kept = " ".join([*strings(told["items"]), *(line["text"] for line in told["unread"])]).split()

    assert [word for word in text.split() if word.strip(".") not in {one.strip(".") for one in kept}] == []
