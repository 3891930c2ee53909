"""Changes that a memo tells in the present, in a table, or by the place they were moved past."""

import datetime as dt

import pytest

from forebygg.casefile.comparison.declarations import declarations
from forebygg.casefile.comparison.declaring import declared
from forebygg.casefile.comparison.editions import compare_editions
from forebygg.casefile.facts import Document
from forebygg.casefile.paper import Line
from tests.casefile.comparison.told import EARLIER, edited, item
from tests.casefile.papers.editions import plan

DELETED = (" Rutinerna ska följa kommunens policy för sekretess.", "")
REWORDED = ("följa utvecklingen av metoder", "pröva nya metoder")
ADDED = ("Kommunen ansvarar för stödet.", "Kommunen ansvarar för stödet. Elevhälsan deltar i arbetet.")


def told(edits, *rows):
    """The changes between two editions, held against what a memo's rows say of them."""
    later = EARLIER.replace("2024-11-08", "2025-02-20")
    for old, new in edits:
        assert old in later
        later = later.replace(old, new)
    plans = [plan(EARLIER, "d1"), plan(later, "d2")]
    memo = Document(id="m1", file="granvik.txt", kind="memo", date=dt.date(2025, 2, 21), lines=(1, len(rows)))
    lines = {"m1": [Line(number, row) for number, row in enumerate(rows, start=1)]}
    said = declarations([memo], [], lines, plans)
    return [(one.kind, one.declared) for one in declared(compare_editions(*plans), said, plans)]


@pytest.mark.parametrize(
    ("edit", "clause"),
    [
        (DELETED, "hänvisningen till kommunens policy för sekretess utgår"),
        (DELETED, "meningen om policyn för sekretess i avsnitt 4 tas bort"),
        (ADDED, "elevhälsan läggs till i avsnittet Riktade insatser"),
        (ADDED, "elevhälsan ska delta i arbetet"),
        (REWORDED, "kommunen ska pröva nya metoder"),
    ],
)
def test_what_a_revision_means_is_declared(edit, clause):
    [change] = told([edit], f"Revideringen innebär att {clause}.")

    assert change[1]


def test_each_clause_of_what_a_revision_means_is_heard():
    changes = told(
        [DELETED, ADDED],
        "Ändringarna innebär bland annat att elevhälsan läggs till i avsnitt 2 och att hänvisningen till",
        "policyn för sekretess stryks.",
    )

    assert changes == [("added", True), ("removed", True)]


def test_what_a_revision_means_elsewhere_declares_nothing_here():
    assert told([ADDED], "Revideringen innebär att hänvisningen till policyn utgår.") == [("added", False)]


def test_the_rows_of_a_table_of_changes_declare_each_its_own():
    changes = told(
        [ADDED, REWORDED, DELETED],
        "Avsnitt\tÄndring",
        "2 Riktade insatser\tElevhälsan tillagd",
        "3 Metodutveckling\tÄndrat från att följa utvecklingen till att pröva",
        "4 Särskilda insatser\tHänvisningen till policyn för sekretess borttagen",
    )

    assert changes == [("added", True), ("reworded", True), ("removed", True)]


def test_a_table_of_old_and_new_wording_declares_the_new_one():
    changes = told(
        [REWORDED],
        "Avsnitt\tNuvarande lydelse\tNy lydelse",
        "3\tKommunen ska följa utvecklingen av metoder.\tKommunen ska pröva nya metoder.",
    )

    assert changes == [("reworded", True)]


def test_a_table_of_other_matters_declares_nothing():
    assert told([ADDED], "Nämnd\tBudget", "2 Socialnämnden\tElevhälsan 200 tkr") == [("added", False)]


def test_a_point_is_quoted_without_its_mark():
    rows = "Följande ändringar har gjorts:", "", "- I avsnitt 2 har elevhälsan lagts till."
    plans = [plan(EARLIER, "d1"), plan(EARLIER.replace("2024-11-08", "2025-02-20"), "d2")]
    memo = Document(id="m1", file="granvik.txt", kind="memo", lines=(1, 3))
    lines = {"m1": [Line(number, row) for number, row in enumerate(rows, start=1)]}

    assert [one.text for one in declarations([memo], [], lines, plans)] == [
        "I avsnitt 2 har elevhälsan lagts till."
    ]


def test_the_paragraph_about_something_names_no_section():
    changes = told(
        [DELETED], "Stycket om kommunens policy för sekretess under Särskilda insatser har tagits bort."
    )

    assert changes == [("removed", True)]


@pytest.mark.parametrize(
    ("edit", "motion"),
    [
        (ADDED, 'att följande mening införs i avsnitt 2: "Elevhälsan deltar i arbetet."'),
        (REWORDED, "att orden ”följa utvecklingen av metoder” i avsnitt 3 ersätts med ”pröva nya metoder”"),
        (DELETED, 'att meningen "Rutinerna ska följa kommunens policy för sekretess." utgår'),
    ],
)
def test_who_gives_the_wording_moved_the_change(edit, motion):
    decided = item(date=dt.date(2025, 1, 15), motions=[("Bo Ek", motion)])

    [change] = edited([edit], [decided])

    assert [mover.name for mover in change.moved_by] == ["Bo Ek"]


def test_who_quotes_what_stayed_moved_nothing():
    decided = item(
        date=dt.date(2025, 1, 15), motions=[("Bo Ek", 'bifall till "Planen gäller alla nämnder."')]
    )

    [change] = edited([ADDED], [decided])

    assert change.moved_by == ()


def test_a_law_that_the_plan_refers_to_is_of_the_plan():
    sentence = (
        "Hänvisningen till lagen om sekretess har ersatts med en hänvisning till policyn för sekretess."
    )

    assert told([DELETED], sentence) == [("removed", True)]


def test_a_summary_of_changes_speaks_of_the_matter_by_its_number_alone():
    plans = [plan(EARLIER, "d1"), plan(EARLIER.replace("2024-11-08", "2025-02-20"), "d2")]
    memo = Document(
        id="m1",
        file="granvik.txt",
        kind="memo",
        title="Sammanfattning av ändringar",
        registry_number="KS 2024/12",
        lines=(1, 1),
    )
    lines = {"m1": [Line(1, "Avsnitt 2 har delats upp i två avsnitt.")]}

    assert [one.act for one in declarations([memo], [], lines, plans)] == ["divided"]


def test_a_sentence_may_be_named_by_its_place():
    rows = "Avsnitt 4 har setts över. Sista meningen i avsnitt 4 har strukits."

    assert told([DELETED], rows) == [("removed", True)]


@pytest.mark.parametrize(("place", "movers"), [("andra", ["Bo Ek"]), ("första", [])])
def test_who_counts_to_the_sentence_moved_it(place, movers):
    decided = item(date=dt.date(2025, 1, 15), motions=[("Bo Ek", f"att {place} meningen i avsnitt 4 stryks")])

    [change] = edited([DELETED], [decided])

    assert [mover.name for mover in change.moved_by] == movers


@pytest.mark.parametrize("parted", ["\n", " "])
def test_the_points_of_a_decision_with_changes_declare_them(parted):
    points = (
        "Planen antas med följande ändringar:",
        "a) I avsnitt 4 stryks sista meningen.",
        'b) I avsnitt 3 ersätts "följa utvecklingen av" med "pröva nya".',
    )
    decided = item(date=dt.date(2025, 2, 19), decision=[parted.join(points)])

    changes = edited([REWORDED, DELETED], [decided])

    assert [(one.kind, one.described_as) for one in changes] == [
        ("reworded", 'I avsnitt 3 ersätts "följa utvecklingen av" med "pröva nya".'),
        ("removed", "I avsnitt 4 stryks sista meningen."),
    ]
