import pytest

from tests.casefile.findings.writing import cover, found, item, memo, plan, rows

PROPOSED = item(52, ("Kommunstyrelsens förslag till kommunfullmäktige", "Handlingsplanen antas."))
ADOPTED = item(55, ("Kommunfullmäktiges beslut", "Handlingsplanen antas."))
BOARD, COUNCIL = cover("Kommunstyrelsen", "2024-03-06"), cover("Kommunfullmäktige", "2024-03-25")


def test_approval_on_the_fifteenth_day_is_late():
    papers = [cover("Kommunstyrelsen", "2024-03-06", approved="2024-03-21")]

    [finding] = found("approval_late", *papers)

    assert (finding["values"]["days"], finding["values"]["limit"]) == ("15", "14")
    assert rows(finding, *papers) == ["Justeringsdatum\t2024-03-21"]


def test_approval_on_the_fourteenth_day_is_in_time():
    assert found("approval_late", cover("Kommunstyrelsen", "2024-03-06", approved="2024-03-20")) == []


def test_a_notice_on_the_third_day_after_approval_is_late():
    papers = [cover("Kommunstyrelsen", "2024-03-06", approved="2024-03-11", posted="2024-03-14")]

    [finding] = found("notice_late", *papers)

    assert finding["values"]["days"] == "3"
    assert rows(finding, *papers) == ["Justeringsdatum\t2024-03-11", "Anslaget sätts upp\t2024-03-14"]


def test_a_notice_on_the_second_day_after_approval_is_in_time():
    in_time = cover("Kommunstyrelsen", "2024-03-06", approved="2024-03-11", posted="2024-03-13")

    assert found("notice_late", in_time) == []


def test_a_notice_on_monday_after_approval_on_friday_is_in_time():
    over_the_weekend = cover("Kommunstyrelsen", "2024-03-06", approved="2024-03-08", posted="2024-03-11")

    assert found("notice_late", over_the_weekend) == []


def test_a_notice_taken_down_on_the_last_day_of_appeal_is_cut_short():
    papers = [cover("Kommunstyrelsen", "2024-03-06", posted="2024-03-12", removed="2024-04-02")]

    [finding] = found("appeal_time_cut_short", *papers)

    assert finding["values"]["last_day"] == "2024-04-02"
    assert rows(finding, *papers) == ["Anslaget sätts upp\t2024-03-12", "Anslaget tas ned\t2024-04-02"]


def test_a_notice_taken_down_the_day_after_the_last_day_of_appeal_stood_long_enough():
    long_enough = cover("Kommunstyrelsen", "2024-03-06", posted="2024-03-12", removed="2024-04-03")

    assert found("appeal_time_cut_short", long_enough) == []


@pytest.mark.parametrize("code", ["approval_late", "appeal_time_cut_short"])
def test_a_rule_that_nobody_has_read_in_the_statute_is_raised_with_that_reservation(code):
    old = cover(
        "Kommunstyrelsen", "2014-03-05", approved="2014-03-26", posted="2014-03-27", removed="2014-04-01"
    )

    [finding] = found(code, old)

    assert "kommunallagen (1991:900)" in finding["text"]
    assert finding["text"].endswith("has not been checked against the statute.")


def test_a_matter_proposed_to_the_council_whose_file_ends_there_lacks_its_decision():
    papers = PROPOSED, BOARD

    [finding] = found("no_council_decision", *papers)

    assert finding["values"] == {"body": "Kommunstyrelsen", "paragraph": "52"}
    assert rows(finding, *papers) == ["Handlingsplanen antas."]


def test_a_matter_that_the_council_has_decided_lacks_nothing():
    council = COUNCIL.replace("44–64", "53–70")
    board = BOARD.replace("44–64", "44–52")

    assert found("no_council_decision", PROPOSED, ADOPTED, board, council) == []


def test_a_matter_that_ends_with_the_board_needs_no_council():
    decided = item(52, ("Kommunstyrelsens beslut", "Handlingsplanen fastställs."))

    assert found("no_council_decision", decided, BOARD) == []


EDITION = plan("2024-01-12", [("1 Inledning", "Planen gäller alla nämnder.")])


def test_a_memo_older_than_the_edition_after_it_is_raised():
    papers = memo("2024-01-08", ("Sammanfattning", "Planen är klar.")), EDITION

    [finding] = found("memo_older_than_edition", *papers)

    assert finding["values"] == {"memo": "2024-01-08", "edition": "2024-01-12"}
    assert rows(finding, *papers) == ["2024-01-08", "2024-01-12"]


def test_a_memo_of_the_same_day_as_its_edition_raises_nothing():
    same_day = memo("2024-01-12", ("Sammanfattning", "Planen är klar."))

    assert found("memo_older_than_edition", same_day, EDITION) == []


@pytest.mark.parametrize("day", ["Antagen av kommunfullmäktige 2024-01-12", "Beslutsdatum\n2024-01-12"])
def test_a_memo_may_be_older_than_the_decision_on_the_edition(day):
    adopted = plan(day, [("1 Inledning", "Planen gäller alla nämnder.")])

    assert found("memo_older_than_edition", memo("2024-01-08", ("Ärendet", "Klart.")), adopted) == []


def test_a_memo_that_a_copy_of_the_edition_follows_accompanies_the_edition():
    papers = EDITION, memo("2024-01-08", ("Ärendet", "Klart.")), EDITION

    [finding] = found("memo_older_than_edition", *papers)

    assert finding["values"] == {"memo": "2024-01-08", "edition": "2024-01-12"}
