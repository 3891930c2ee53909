"""What happened, in order: papers of a day before its meetings, each meeting before what it decided."""

import datetime as dt

import pytest

from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import CaseHeading, Document, Item, Meeting, Notice
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.letters.statement import StatementHead
from forebygg.casefile.timeline import timeline

DAY = dt.date(2024, 3, 6)
BOARD, COMMITTEE = "Kommunstyrelsen", "Kommunstyrelsens arbetsutskott"
NUMBER = "KS 2024/00100"


def document(name, kind, date=DAY, **facts):
    return Document(id=name, file="granvik.txt", kind=kind, date=date, lines=(1, 2), **facts)


def meeting(body, hour=13, date=DAY, **facts):
    return Meeting(document=body, body=body, date=date, starts=dt.time(hour), lines=(1, 2), **facts)


def item(body, paragraph, outcome="decided", **facts):
    return Item(
        document=f"§ {paragraph}", file="granvik.txt", body=body, date=DAY, paragraph=paragraph,
        outcome=outcome, registry_number=NUMBER, lines=(1, 2), **facts,
    )  # fmt: skip


def told(**found):
    case = CaseHeading(registry_number=NUMBER, title=None)
    return [(event.code, event.document) for event in timeline(Evidence(case=case, **found))]


def test_what_was_written_on_a_day_comes_before_who_met_on_it():
    events = told(
        meetings=(meeting(BOARD),),
        items=(item(BOARD, 52),),
        documents=(document("memo", "memo"), document("plan", "plan")),
    )

    assert events == [("memo_unaddressed", "memo"), ("edition", "plan"), ("met", BOARD), ("decided", "§ 52")]


def test_meetings_of_one_day_follow_the_clock_each_with_its_items():
    events = told(
        meetings=(meeting(BOARD, hour=15), meeting(COMMITTEE, hour=9)),
        items=(item(BOARD, 52), item(COMMITTEE, 18), item(COMMITTEE, 17)),
    )

    assert events == [
        ("met", COMMITTEE),
        ("decided", "§ 17"),
        ("decided", "§ 18"),
        ("met", BOARD),
        ("decided", "§ 52"),
    ]


def test_minutes_approved_and_announced_on_the_day_come_after_the_meeting():
    at_once = meeting(BOARD, approved_on=DAY, notice=Notice(posted=DAY, removed=dt.date(2024, 3, 28)))

    events = told(meetings=(at_once,), items=(item(BOARD, 52),))

    assert [code for code, _ in events] == ["met", "decided", "approved", "notice_posted", "notice_removed"]


def test_days_come_in_order():
    early, late = dt.date(2024, 1, 1), dt.date(2024, 12, 1)

    events = told(documents=(document("late", "plan", late), document("early", "plan", early)))

    assert events == [("edition", "early"), ("edition", "late")]


@pytest.mark.parametrize(
    ("outcome", "proposal", "code"),
    [
        ("decided", (), "decided"),
        ("decided", ("Planen antas.",), "proposed"),
        ("tabled", (), "tabled"),
        ("sent_back", (), "sent_back"),
        ("withdrawn", (), "withdrawn"),
        ("noted", (), "noted"),
    ],
)
def test_an_item_is_told_by_what_became_of_it(outcome, proposal, code):
    assert told(items=(item(BOARD, 52, outcome, proposal=proposal),)) == [(code, "§ 52")]


def test_an_item_that_became_of_nothing_is_no_event():
    assert told(items=(item(BOARD, 52, None),)) == []


def test_a_letter_that_asks_for_comments_is_a_referral():
    letter = document("letter", "other", title="Remiss av handlingsplan", addressed_to="Ungdomsrådet")

    assert told(documents=(letter,)) == [("referral", "letter")]


def test_an_answer_to_a_referral_is_no_referral():
    letter = document("letter", "other", title="Remissvar", addressed_to="Kommunstyrelsen")

    assert told(documents=(letter,)) == [("paper", "letter")]


def test_a_referral_is_known_by_the_word_in_its_head():
    letter = document("letter", "other", title="Handlingsplan", addressed_to="Ungdomsrådet")

    assert told(documents=(letter,), text={"letter": (Line(1, "REMISS"),)}) == [("referral", "letter")]


def test_what_a_body_writes_to_another_answers_it():
    paper = document("answer", "statement", author="Ungdomsrådet", addressed_to=BOARD)

    assert told(documents=(paper,), statements={"answer": StatementHead(headings=("Yttrande",))}) == [
        ("answer", "answer")
    ]


def test_what_a_member_says_to_a_sitting_is_a_statement():
    head = StatementHead(headings=("Reservation",), meeting_date=DAY)

    assert told(documents=(document("dissent", "statement"),), statements={"dissent": head}) == [
        ("statement", "dissent")
    ]


def test_copies_and_papers_without_date_are_left_out():
    copy = document("copy", "plan", copy_of="plan")

    assert told(documents=(copy, document("undated", "plan", None))) == []


def test_of_minutes_that_are_no_case_only_the_meetings_are_told():
    evidence = Evidence(
        case=CaseHeading(registry_number=None, title=None),
        meetings=(meeting(BOARD),),
        items=(item(BOARD, 52), item(BOARD, 53)),
    )

    assert [event.code for event in timeline(evidence)] == ["met"]
