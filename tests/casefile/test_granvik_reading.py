"""Granvik's papers, read in each of their three forms, give the facts of the answer sheet."""

import json
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest

from forebygg.casefile import read_case
from tests.casefile.answers import (
    Told,
    bare,
    declarations,
    expected_changes,
    expected_documents,
    is_found,
    without_optional,
)

SHEET = json.loads((Path(__file__).parents[1] / "data/granvik_expected.json").read_text(encoding="utf-8"))
KEYS = [document["key"] for document in SHEET["documents"]]
FORMS = ("txt", "pdf", "docx")


@pytest.fixture(scope="module")
def readings():
    folder = resources.files("forebygg.casefile") / "examples" / "granvik"
    return {form: Told(read_case([folder / f"granvik.{form}"]), KEYS) for form in FORMS}


@pytest.fixture(params=FORMS)
def told(request, readings):
    return readings[request.param]


def test_the_case_has_its_number_and_title(told):
    assert told.case["case"] == SHEET["case"]


@pytest.mark.parametrize("number", range(len(KEYS)), ids=KEYS)
def test_each_paper_is_what_the_sheet_says(told, number):
    assert told.documents[number] == expected_documents(SHEET)[number]


def test_there_are_no_more_papers(told):
    assert len(told.documents) == len(SHEET["documents"])


def test_the_meetings_are_told_in_full(told):
    assert [meeting | {"attendance": None} for meeting in told.meetings] == [
        meeting | {"attendance": None} for meeting in SHEET["meetings"]
    ]


@pytest.mark.parametrize("number", range(len(SHEET["meetings"])))
def test_everyone_is_where_the_list_of_attendance_puts_them(told, number):
    assert told.meetings[number]["attendance"] == SHEET["meetings"][number]["attendance"]


@pytest.mark.parametrize("number", range(len(SHEET["items"])))
def test_each_item_is_read_in_every_field(told, number):
    assert told.items[number] == SHEET["items"][number]


def test_the_sections_of_each_edition_are_numbered_and_titled(told):
    assert told.plans == SHEET["plans"]


def test_every_change_is_found_and_no_other(told):
    changes = without_optional(told.changes, SHEET)

    assert list(map(bare, changes)) == list(map(bare, expected_changes(SHEET)))


def test_a_change_is_declared_where_a_paper_says_so(told):
    for change, wanted in zip(without_optional(told.changes, SHEET), expected_changes(SHEET), strict=True):
        assert change["declared"] == wanted["declared"], change
        assert (change["declared_in"], change["described_as"]) in declarations(wanted)


def test_whoever_moved_a_change_is_named(told):
    assert [change["moved_by"] for change in without_optional(told.changes, SHEET)] == [
        change["moved_by"] for change in expected_changes(SHEET)
    ]


def test_every_finding_of_the_sheet_is_raised(told):
    wanted = [finding for finding in SHEET["findings"] if not finding["optional"]]

    assert [finding for finding in wanted if not is_found(finding, told.findings)] == []


def test_nothing_else_is_raised(told):
    assert [
        finding
        for finding in told.findings
        if not any(is_found(wanted, [finding]) for wanted in SHEET["findings"])
    ] == []


def test_no_finding_is_raised_twice(told):
    words = Counter(finding["words"] for finding in told.findings)

    assert [text for text, count in words.items() if count > 1] == []


def test_the_timeline_holds_what_happened(told):
    assert [event for event in SHEET["timeline"] if event not in told.timeline] == []


def test_every_line_is_understood(told):
    assert told.case["unread"] == []


@pytest.mark.parametrize("form", FORMS[1:])
@pytest.mark.parametrize("part", ["documents", "meetings", "items", "plans", "changes", "timeline"])
def test_the_three_forms_tell_the_same(readings, part, form):
    assert getattr(readings[form], part) == getattr(readings["txt"], part)


@pytest.mark.parametrize("form", FORMS[1:])
def test_the_three_forms_give_the_same_findings(readings, form):
    assert [_said(finding) for finding in readings[form].findings] == [
        _said(finding) for finding in readings["txt"].findings
    ]


def _said(finding):
    return {key: finding[key] for key in ("code", "document", "words")}
