import dataclasses

import pytest

from forebygg.casefile.amending import KINDS, Correction, CorrectionError, correctable, kind_of
from forebygg.casefile.amending.holding import TYPES, held
from forebygg.casefile.facts import Meeting, Notice, Vote
from tests.casefile.amending.case import change, read

# What ties a fact to its paper is not corrected, nor what is corrected row by row.
NOT_CORRECTED = {
    *("id", "file", "lines", "line", "document", "copy_of", "derived", "notice"),
    *("attendance", "motions", "votes", "statements"),
}


@pytest.mark.parametrize("name", TYPES)
def test_every_field_of_a_fact_can_be_corrected(name):
    fields = {field.name for field in dataclasses.fields(TYPES[name])} - NOT_CORRECTED

    assert {field.name for field in KINDS[name].fields if not field.name.startswith("notice_")} == fields


def test_the_three_parts_of_a_notice_can_be_corrected():
    parts = {f"notice_{field.name}" for field in dataclasses.fields(Notice)}

    assert {field.name for field in KINDS["meeting"].fields if field.name.startswith("notice_")} == parts


def test_a_fact_tells_what_it_holds_in_its_fields():
    vote = Vote(yes=9, no=4, line=3)

    assert kind_of(vote) == "vote"
    assert [(field.name, value) for field, value in correctable(vote)] == [
        ("yes", 9),
        ("no", 4),
        ("abstain", None),
        ("absent", None),
    ]


def test_a_meeting_without_notice_holds_nothing_of_it():
    assert held(Meeting(document="d1", lines=(1, 1)), "notice_posted") is None


def test_every_fact_read_tells_what_it_holds():
    case = read()

    for fact in (*case.documents, *case.meetings, *case.items, *case.meetings[0].attendance):
        for field, value in correctable(fact):
            assert field.parse(value) == held(fact, field.name)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"kind": "item", "act": "remove"}, "“remove” cannot be done to “item”. Choose one of change."),
        ({"kind": "heading", "field": "title"}, "Choose one of add, remove"),
        ({"kind": "item", "field": "name"}, "“item” has no field “name”"),
        ({"kind": "clerk"}, "“clerk” cannot be corrected"),
        ({"kind": "vote", "act": "add", "value": {"yes": 9}}, "Give at least yes, no"),
        ({"kind": "vote", "act": "add", "value": "9–4"}, "Give at least yes, no"),
        ({"kind": "vote", "act": "add", "value": {"yes": 9, "no": 4, "maybe": 1}}, "has no field “maybe”"),
        ({"kind": "item", "field": "date", "value": "igår"}, "“igår” is not a date"),
        ({"kind": "item", "field": "date", "line": 0}, "0 is no line"),
    ],
)
def test_a_correction_that_fits_nothing_cannot_be_made(said, told):
    with pytest.raises(CorrectionError, match=told):
        Correction(**{"file": "a.txt", "line": 1} | said)


def test_a_correction_is_stored_as_json():
    made = change("Bo Ask (M)", "attendance", "party", "L", called="Bo Ask")

    assert Correction.from_json(made.as_json()) == made


def test_every_field_has_a_name_for_people():
    assert all(field.label for kind in KINDS.values() for field in kind.fields)
