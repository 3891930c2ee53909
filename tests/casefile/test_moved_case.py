"""Nothing that is read hangs on Granvik's names, days or numbers: the case moved gives the facts moved."""

import json
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from forebygg.casefile import read_texts
from forebygg.casefile.paper import Text
from tests.casefile.answers import (
    Told,
    declarations,
    expected_changes,
    expected_documents,
    folded,
    is_found,
    without_optional,
)
from tests.casefile.moving import Move

SHEET = json.loads((Path(__file__).parents[1] / "data/granvik_expected.json").read_text(encoding="utf-8"))
KEYS = [document["key"] for document in SHEET["documents"]]
SEEDS = range(8)


@cache
def moved(seed):
    """The case as read after the move, and what the sheet says of it then."""
    move = Move(seed)
    original = (resources.files("forebygg.casefile") / "examples/granvik/granvik.txt").read_text("utf-8")
    text = Text(file="moved.txt", form="text", lines=tuple(move.text(original).split("\n")))
    return Told(read_texts([text]), KEYS), move.sheet(SHEET)


@pytest.fixture(params=SEEDS)
def case(request):
    return moved(request.param)


def test_the_moved_papers_are_the_same_papers(case):
    told, sheet = case

    assert told.documents == expected_documents(sheet)
    assert told.case["case"] == sheet["case"]


def test_the_moved_meetings_have_the_same_people_at_the_same_paragraphs(case):
    told, sheet = case

    assert told.meetings == sorted(sheet["meetings"], key=lambda meeting: meeting["date"])


def test_the_moved_items_are_told_alike(case):
    told, sheet = case

    assert told.items == sheet["items"]


def test_the_moved_editions_have_the_same_sections(case):
    told, sheet = case

    assert told.plans == sheet["plans"]


def test_the_moved_changes_are_declared_and_moved_by_the_same(case):
    told, sheet = case
    changes = without_optional(told.changes, sheet)
    wanted = expected_changes(sheet)

    assert [
        (change["before"], change["after"], change["declared"], change["moved_by"]) for change in changes
    ] == [(change["before"], change["after"], change["declared"], change["moved_by"]) for change in wanted]
    assert [
        change
        for change, expected in zip(changes, wanted, strict=True)
        if (change["declared_in"], change["described_as"]) not in declarations(expected)
    ] == []


def test_the_moved_findings_are_the_same(case):
    told, sheet = case

    assert [
        one for one in sheet["findings"] if not one["optional"] and not is_found(one, told.findings)
    ] == []
    assert [
        found for found in told.findings if not any(is_found(one, [found]) for one in sheet["findings"])
    ] == []


def test_the_moved_timeline_holds_the_same_events(case):
    told, sheet = case

    assert [event for event in sheet["timeline"] if event not in told.timeline] == []


def test_a_move_leaves_no_name_of_granvik_behind():
    original = (resources.files("forebygg.casefile") / "examples/granvik/granvik.txt").read_text("utf-8")
    text = folded(Move(0).text(original))

    assert [
        word for word in ("Granvik", "Veijola", "GRP", "2024-11-08", "KS 2024/00412") if word in text
    ] == []
