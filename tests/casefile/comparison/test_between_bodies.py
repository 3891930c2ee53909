import datetime as dt
from dataclasses import replace

from forebygg.casefile.comparison.between_bodies import compare_bodies
from tests.casefile.comparison.told import item

COMMITTEE = item(
    "Planen gäller alla nämnder. Rutiner och åtgärdsplaner tas fram för arbetet i förvaltningarna.",
    body="Arbetsutskottet",
    date=dt.date(2025, 2, 12),
)
BOARD = item(
    "Planen gäller alla nämnder. Riktlinjer och rutiner tas fram för arbetet i förvaltningarna.",
    date=dt.date(2025, 3, 5),
)


def test_a_sentence_that_the_next_body_words_otherwise_is_told():
    [change] = compare_bodies([BOARD, COMMITTEE])

    assert (change.from_body, change.to_body, change.kind) == (
        "Arbetsutskottet",
        "Kommunstyrelsen",
        "reworded",
    )
    assert "åtgärdsplaner" in change.before
    assert "Riktlinjer" in change.after


def test_items_of_other_matters_are_not_compared():
    other = replace(BOARD, registry_number="KS 2024/00999")

    assert compare_bodies([COMMITTEE, other]) == []


def test_registry_numbers_set_otherwise_are_one_matter():
    other = replace(BOARD, registry_number="KS-2024/00412")

    assert len(compare_bodies([COMMITTEE, other])) == 1


def test_items_without_number_are_one_matter_by_their_title():
    items = [replace(one, registry_number=None) for one in (COMMITTEE, BOARD)]

    assert len(compare_bodies(items)) == 1


def test_a_body_that_took_it_up_twice_is_heard_by_its_last_item():
    tabled = replace(
        COMMITTEE, description="Synpunkterna behöver arbetas in först.", date=dt.date(2025, 1, 22)
    )

    assert [change.kind for change in compare_bodies([tabled, COMMITTEE, BOARD])] == ["reworded"]


def test_a_letter_misread_is_no_change_between_bodies():
    misread = replace(BOARD, description=(COMMITTEE.description or "").replace("nämnder", "nämder"))

    assert compare_bodies([COMMITTEE, misread]) == []


def test_a_body_that_says_nothing_of_the_matter_is_passed_over():
    assert compare_bodies([COMMITTEE, replace(BOARD, description=None)]) == []
