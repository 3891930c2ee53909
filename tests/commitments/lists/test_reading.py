"""A list as municipalities write them: which column is which, and what the cells say."""

import datetime as dt

import pytest

from forebygg.commitments.rules.lists import values
from forebygg.commitments.rules.lists.heads import find_head, key, propose
from forebygg.commitments.rules.lists.measures import Line, measures, rows_named


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        ("Nr, Åtgärd, Ansvarig nämnd, Ansvarig, Tidplan, Status",
         "mark what accountable owner due_on status"),
        ("Mål, Insats/aktivitet, Ansvar, När, Uppföljning", "goals what owner due_on evidence"),
        ("Delmål, Vad ska göras?, Vem ansvarar?, När ska det vara klart?, Kostnad (kr)",
         "goals what owner due_on money"),
        ("Aktiviteter, Ägare, Berörda enheter, Klart senast, Nivå, Samverkan, Hur ofta",
         "what owner units due_on level counterparts rhythm"),
        ("Aktivitetsansvarig, Tidplan för åtgärden, Åtgärd", "owner due_on what"),
        ("Område, Ansvarig funktion, Åtgärdsbeskrivning, Målgrupp", "- owner what -"),
        ("Measure, Owner, Board, Due, Level", "what owner accountable due_on level"),
    ],
)  # fmt: skip
def test_a_column_is_proposed_by_the_words_at_its_head(heads, columns):
    assert " ".join(column or "-" for column in propose(heads.split(", "))) == columns


def test_titles_above_the_heads_are_passed_over():
    rows = [
        ["Handlingsplan 2026", ""],
        ["Beslutad av nämnden"],
        ["Åtgärd", "Ansvarig"],
        ["Utbilda", "Rektor"],
    ]

    assert find_head(rows) == 2


def test_the_same_heads_are_known_whatever_their_capitals_and_signs():
    assert key(["Åtgärd:", "ANSVARIG (roll)"]) == key(["åtgärd", "Ansvarig"])
    assert key(["Åtgärd", "", "Ansvarig"]) != key(["Åtgärd", "Ansvarig"])


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2026-12-31", (2026, 12, 31)),
        ("46387", (2026, 12, 31)),
        ("31/12 2026", (2026, 12, 31)),
        ("senast den 1 mars 2026", (2026, 3, 1)),
        ("Dec 2026", (2026, 12, 31)),
        ("februari 2028", (2028, 2, 29)),
        ("Kvartal 2 2026", (2026, 6, 30)),
        ("VT 2026", (2026, 6, 30)),
        ("hösten 2026", (2026, 12, 31)),
        ("v. 40 2026", (2026, 10, 4)),
        ("under 2027", (2027, 12, 31)),
    ],
)
def test_a_day_is_read_as_people_write_it(told, day):
    assert values.day(told) == dt.date(*day)


@pytest.mark.parametrize("told", ["snarast", "2026-02-30", "löpande", "klart", "13/13 2026", "99"])
def test_what_is_no_day_is_none(told):
    assert values.day(told) is None


def test_a_merged_measure_is_one_and_headings_are_none():
    lines = [
        Line(2, ("A. Främja", "", "")),
        Line(3, ("", "Ha en rutin", "Norra skolan")),
        Line(4, ("", "Ha en rutin", "Södra skolan"), {1}),
        Line(5, ("", "Utbilda", "")),
        Line(6, ("B", "B", "B")),
    ]
    found = measures(lines, [None, "what", "units"], leave={5})

    assert [(one.row, one["units"]) for one in found.found] == [(3, "Norra skolan; Södra skolan")]
    assert (found.headings, found.left_out) == ([2, 6], [5])


def test_rows_are_named_one_by_one_or_from_to():
    assert rows_named("3, 17–19") == {3, 17, 18, 19}
    assert rows_named("") == set()
    assert rows_named("9-3") is rows_named("1-999999") is None
