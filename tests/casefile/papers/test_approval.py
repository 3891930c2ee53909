import datetime as dt

import pytest

from forebygg.casefile.facts import Item, Meeting
from forebygg.casefile.papers.covers.approval import completed, read_approval

DAY = dt.date(2024, 2, 1)


def item(title, *decision):
    return Item(
        document="d1",
        file="a.txt",
        body=None,
        date=None,
        paragraph=2,
        title=title,
        decision=decision,
        lines=(1, 5),
    )


def test_those_who_approve_with_the_chair_are_named_apart_from_the_chair():
    decision = (
        "Förste vice ordföranden Anna Berg (V) och andre vice ordföranden Bo Ek (M) justerar dagens "
        "protokoll tillsammans med ordföranden Cia Dal (S) i Rådhuset, torsdagen den 8 februari 2024."
    )

    found = read_approval([item("Bestämmande av tid för justering", decision)], DAY)

    assert (found.approvers, found.chair) == (("Anna Berg", "Bo Ek"), "Cia Dal")
    assert (found.approved_on, found.derived) == (dt.date(2024, 2, 8), False)


@pytest.mark.parametrize(
    "decision",
    [
        "Till justerare utses Anna Berg (S).",
        "Anna Berg (S) utses att tillsammans med ordföranden justera protokollet.",
        "Anna Berg utses att jämte ordföranden justera dagens protokoll.",
        "Nämnden utser Anna Berg (S) med Bo Ek (M) som ersättare att justera protokollet.",
        "Till justerare utses Anna Berg (S). Ersättare är Bo Ek (M).",
    ],
)
def test_an_approver_is_read_however_it_is_put(decision):
    assert read_approval([item("Val av justerare", decision)], DAY).approvers == ("Anna Berg",)


def test_a_last_day_is_no_day_of_approval():
    decision = "Anna Berg (S) utses att justera protokollet senast den 9 februari 2024."

    assert read_approval([item("Val av protokollsjusterare", decision)], DAY).approved_on is None


def test_a_day_without_year_follows_from_the_meeting():
    decision = "Anna Berg (S) utses att justera protokollet torsdagen den 8 februari."

    found = read_approval([item("Val av justerare och tid för justering", decision)], DAY)

    assert (found.approved_on, found.derived) == (dt.date(2024, 2, 8), True)


def test_other_items_say_nothing_of_the_approval():
    assert read_approval([item("Justerad budget för 2024", "Budgeten antas av Anna Berg (S).")], DAY) is None
    assert read_approval([item("Val av ledamot", "Anna Berg (S) väljs.")], DAY) is None
    assert read_approval([item("Val av justerare", "Ärendet utgår.")], DAY) is None


def test_the_item_completes_what_the_cover_leaves_open():
    items = [
        item(
            "Val av justerare",
            "Anna Berg (S) utses att jämte ordföranden Bo Ek (M) justera den 8 februari 2024.",
        )
    ]

    found = completed(Meeting(document="d1", date=DAY, lines=(1, 9)), items)

    assert (found.approvers, found.chair, found.approved_on) == (("Anna Berg",), "Bo Ek", dt.date(2024, 2, 8))
    assert found.derived == ()


def test_what_the_cover_says_stands():
    cover = Meeting(document="d1", date=DAY, approvers=("Cia Dal",), approved_on=DAY, lines=(1, 9))
    items = [item("Val av justerare", "Anna Berg (S) utses att justera den 8 februari 2024.")]

    assert completed(cover, items) == cover
