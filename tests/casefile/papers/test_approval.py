import datetime as dt

import pytest

from forebygg.casefile.facts import Item
from forebygg.casefile.papers.approval import read_approval


def item(title, *decision):
    return Item(
        document="d1",
        file="a.txt",
        body=None,
        date=dt.date(2024, 2, 1),
        paragraph=2,
        title=title,
        decision=decision,
        lines=(1, 5),
    )


def test_those_who_approve_with_the_chair_are_named_apart_from_the_chair():
    found = read_approval(
        [
            item(
                "Bestämmande av tid för justering",
                "Förste vice ordföranden Anna Berg (V) och andre vice ordföranden Bo Ek (M) justerar dagens "
                "protokoll tillsammans med ordföranden Cia Dal (S) i Rådhuset den 8 februari 2024.",
            )
        ]
    )

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
    assert read_approval([item("Val av justerare", decision)]).approvers == ("Anna Berg",)


def test_a_last_day_is_no_day_of_approval():
    decision = "Anna Berg (S) utses att justera protokollet senast den 9 februari 2024."

    assert read_approval([item("Val av protokollsjusterare", decision)]).approved_on is None


def test_a_day_without_year_follows_from_the_meeting():
    decision = "Anna Berg (S) utses att justera protokollet torsdagen den 8 februari."

    found = read_approval([item("Val av justerare och tid för justering", decision)])

    assert (found.approved_on, found.derived) == (dt.date(2024, 2, 8), True)


def test_other_items_say_nothing_of_the_approval():
    assert read_approval([item("Justerad budget för 2024", "Budgeten antas av Anna Berg (S).")]) is None
    assert read_approval([item("Val av ledamot", "Anna Berg (S) väljs.")]) is None
    assert read_approval([item("Val av justerare", "Ärendet utgår.")]) is None
