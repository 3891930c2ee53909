import datetime as dt
import time

import pytest

from forebygg.casefile import read_texts
from forebygg.casefile.amending import Correction, anchors
from tests.casefile.amending.case import FILE, PAPERS, anchored, change, correction, line_of, read, text


def test_without_corrections_the_case_is_as_read():
    case = read()

    assert [person.name for person in case.meetings[0].attendance] == [
        "Anna Berg",
        "Bo Ask",
        "Cia Dal",
        "Disa Ek",
    ]
    assert [motion.name for motion in case.items[0].motions] == ["Bo Ask", "Cia Dal"]
    assert [(vote.yes, vote.no) for vote in case.items[0].votes] == [(9, 4)]
    assert [statement.name for statement in case.items[0].statements] == ["Eva Ek"]
    assert [plan.date.isoformat() for plan in case.plans] == ["2024-02-01", "2024-05-01"]
    assert case.unplaced == ()


def test_every_fact_has_its_own_anchor():
    found = [anchor for anchor, _ in anchors(read())]

    assert len(found) == len(set(found))
    assert {anchor.kind for anchor in found} == {
        *("document", "meeting", "attendance", "item", "motion", "vote", "statement")
    }


@pytest.mark.parametrize(
    ("called", "field", "value", "held"),
    [
        ("Bo Ask", "party", "L", "L"),
        ("Bo Ask", "party", None, None),
        ("Bo Ask", "name", "Bo Asp", "Bo Asp"),
        ("Disa Ek", "title", "trygghetssamordnare", "trygghetssamordnare"),
        ("Cia Dal", "to_paragraph", 46, 46),
        ("Cia Dal", "from_time", "13:20", dt.time(13, 20)),
        ("Cia Dal", "paragraphs", [[44, 45], [60, 64]], ((44, 45), (60, 64))),
        ("Cia Dal", "serving", False, False),
        ("Cia Dal", "replaces", "Eva Ek", "Eva Ek"),
    ],
)
def test_a_field_of_a_person_at_the_meeting(called, field, value, held):
    anchor = anchored(read(), "attendance", called)

    case = read(Correction(**anchor, field=field, value=value))

    [person] = [one for one in case.meetings[0].attendance if one.line == anchor["line"]]
    assert getattr(person, field) == held
    assert case.unplaced == ()


@pytest.mark.parametrize(
    ("field", "value", "held"),
    [
        ("starts", "13:15", dt.time(13, 15)),
        ("place", "Folkets hus", "Folkets hus"),
        ("paragraphs", [44, 60], (44, 60)),
        ("approved_on", "2024-05-14", dt.date(2024, 5, 14)),
        ("chair", "Bo Ask", "Bo Ask"),
        ("secretary", "Disa Ek", "Disa Ek"),
        ("approvers", ["Bo Ask", "Cia Dal"], ("Bo Ask", "Cia Dal")),
    ],
)
def test_a_field_of_a_meeting(field, value, held):
    case = read(change("SAMMANTRÄDESPROTOKOLL", "meeting", field, value))

    assert getattr(case.meetings[0], field) == held
    assert case.unplaced == ()


def test_a_part_of_the_notice():
    case = read(change("SAMMANTRÄDESPROTOKOLL", "meeting", "notice_removed", "2024-06-10"))

    notice = case.meetings[0].notice
    assert (notice.posted, notice.removed, notice.kept_at) == (
        dt.date(2024, 5, 16),
        dt.date(2024, 6, 10),
        "Kansliet",
    )


def test_a_notice_of_which_nothing_is_left_is_none():
    parts = ("notice_posted", "notice_removed", "notice_kept_at")

    case = read(*(change("SAMMANTRÄDESPROTOKOLL", "meeting", part, None) for part in parts))

    assert case.meetings[0].notice is None


@pytest.mark.parametrize(
    ("field", "value", "held"),
    [
        ("description", "Ett förslag finns.", "Ett förslag finns."),
        ("decision", ["Planen antas.", "Den gäller i år."], ("Planen antas.", "Den gäller i år.")),
        ("outcome", "sent_back", "sent_back"),
        ("immediate", True, True),
        ("conflicts", ["Bo Ask"], ("Bo Ask",)),
        ("order", None, None),
        ("registry_number", "KS 2024/00101", "KS 2024/00101"),
        ("body", "Kommunfullmäktige", "Kommunfullmäktige"),
        ("paragraph", 46, 46),
    ],
)
def test_a_field_of_an_item(field, value, held):
    case = read(change("§ 45", "item", field, value))

    assert getattr(case.items[0], field) == held
    assert case.unplaced == ()


def test_an_item_is_known_by_any_of_its_lines():
    case = read(change("Kommunkontoret har", "item", "title", "Plan"))

    assert case.items[0].title == "Plan"


def test_of_several_movers_on_a_line_the_named_one_is_corrected():
    case = read(change("yrkar bifall", "motion", "party", "L", which=1, called="Cia Dal"))

    assert [(motion.name, motion.party) for motion in case.items[0].motions] == [
        ("Bo Ask", "M"),
        ("Cia Dal", "L"),
    ]


def test_of_several_movers_on_a_line_one_is_found_by_number():
    case = read(change("yrkar bifall", "motion", "party", "L", which=1))

    assert [motion.party for motion in case.items[0].motions] == ["M", "L"]


def test_a_phantom_mover_is_removed():
    case = read(correction("yrkar bifall", "motion", act="remove", called="Bo Ask"))

    assert [motion.name for motion in case.items[0].motions] == ["Cia Dal"]


def test_a_phantom_that_is_no_longer_read_takes_nobody_with_it():
    gone = correction("yrkar bifall", "motion", act="remove", which=1, called="Kommunstyrelsen")

    case = read(gone)

    assert [motion.name for motion in case.items[0].motions] == ["Bo Ask", "Cia Dal"]
    assert case.unplaced == (gone,)


def test_a_missed_mover_is_added_after_those_of_the_line():
    case = read(
        correction(
            "yrkar bifall", "motion", act="add", value={"name": "Eva Ek", "party": "V", "text": "Avslag."}
        )
    )

    assert [(motion.name, motion.party) for motion in case.items[0].motions] == [
        ("Bo Ask", "M"),
        ("Cia Dal", "C"),
        ("Eva Ek", "V"),
    ]


def test_a_missed_person_is_added_at_her_line():
    case = read(
        correction(
            "Bo Ask (M)", "attendance", act="add", value={"name": "Eva Ek", "role": "member", "serving": True}
        )
    )

    assert [person.name for person in case.meetings[0].attendance][:4] == [
        "Anna Berg",
        "Bo Ask",
        "Eva Ek",
        "Cia Dal",
    ]


def test_what_was_missed_and_is_read_by_now_is_not_there_twice():
    added = correction(
        "Bo Ask (M)",
        "attendance",
        act="add",
        value={"name": "Bo Ask", "party": "L", "role": "member", "serving": True},
    )

    case = read(added)

    assert [(one.name, one.party) for one in case.meetings[0].attendance if one.name == "Bo Ask"] == [
        ("Bo Ask", "L")
    ]
    assert case.unplaced == ()


def test_what_was_added_can_be_corrected():
    case = read(
        correction("Votering", "vote", act="add", value={"yes": 7, "no": 6}),
        change("Votering", "vote", "absent", 2, called="7–6"),
    )

    assert [(vote.yes, vote.no, vote.absent) for vote in case.items[0].votes] == [(9, 4, None), (7, 6, 2)]


def test_what_was_renamed_is_known_by_its_new_name():
    renamed = change("Bo Ask (M)", "attendance", "name", "Bo Asp", called="Bo Ask")
    later = change("Bo Ask (M)", "attendance", "party", "L", called="Bo Asp")

    for corrections in ((renamed, later), (later, renamed)):
        [person] = [one for one in read(*corrections).meetings[0].attendance if one.name == "Bo Asp"]
        assert person.party == "L"


def test_a_person_read_otherwise_by_now_is_still_found_alone_on_her_line():
    case = read(change("Bo Ask (M)", "attendance", "party", "L", called="B0 Ask"))

    assert [one.party for one in case.meetings[0].attendance if one.name == "Bo Ask"] == ["L"]


def test_a_person_read_at_another_line_by_now_is_found_by_name():
    case = read(change("Beslutande", "attendance", "party", "L", called="Bo Ask"))

    assert [one.party for one in case.meetings[0].attendance if one.name == "Bo Ask"] == ["L"]


@pytest.mark.parametrize(
    "lost",
    [
        Correction(file="annan.txt", line=1, kind="document", field="title", value="Plan"),
        change("Beslutande", "attendance", "party", "L", called="Nils Ny"),
        change("Beslutande", "attendance", "party", "L"),
        change("2024-02-01", "item", "title", "Plan"),
        change("2024-02-01", "meeting", "place", "Folkets hus"),
        change("2024-02-01", "heading", "", {"number": "", "title": "Mål"}, act="add", printed="Annat"),
        Correction(file=FILE, line=9999, kind="line", field="text", value="Plan"),
        Correction(file=FILE, line=9999, kind="item", field="title", value="Plan"),
        correction("Kommunkontoret har", "heading", act="remove"),
    ],
)
def test_a_correction_without_a_place_changes_nothing_and_is_told(lost):
    case = read(lost)

    assert case.unplaced == (lost,)
    assert case.items == read().items
    assert case.meetings == read().meetings
    assert case.plans == read().plans


def test_a_corrected_meeting_takes_its_items_and_its_paper_along():
    case = read(
        change("SAMMANTRÄDESPROTOKOLL", "meeting", "date", "2024-05-14"),
        change("SAMMANTRÄDESPROTOKOLL", "meeting", "body", "Krisledningsnämnden"),
    )

    assert case.documents[0].date == dt.date(2024, 5, 14)
    assert case.documents[0].title == "Krisledningsnämnden"
    assert case.items[0].date == dt.date(2024, 5, 14)
    assert {event.date for event in case.timeline if event.code != "edition"} >= {dt.date(2024, 5, 14)}


def test_an_item_with_a_date_of_its_own_keeps_it():
    case = read(
        change("SAMMANTRÄDESPROTOKOLL", "meeting", "date", "2024-05-14"),
        change("§ 45", "item", "date", "2024-05-20"),
    )

    assert case.items[0].date == dt.date(2024, 5, 20)


def test_a_corrected_item_takes_the_paper_of_its_extract_along():
    case = read(change("§ 45", "item", "title", "Plan mot extremism"))

    [document] = [one for one in case.documents if one.kind == "minutes_item"]
    assert document.title == "Plan mot extremism"


WHOLE = """SAMMANTRÄDESPROTOKOLL

Kommunstyrelsen

Sammanträdesdatum\t2024-05-13

Beslutande

Anna Berg (S), ordförande

Justerandes sign\tUtdragsbestyrkande

§ 44

Budget

Kommunstyrelsens beslut

- Budgeten antas.

§ 45

Plan

Kommunstyrelsens beslut

- Planen antas.
"""


def test_all_items_of_whole_minutes_follow_their_meeting():
    case = read(change("SAMMANTRÄDES", "meeting", "date", "2024-05-14"), papers=WHOLE)

    assert [item.date for item in case.items] == [dt.date(2024, 5, 14)] * 2
    assert case.documents[0].date == dt.date(2024, 5, 14)


def test_a_meeting_of_which_nothing_was_read_is_told_by_hand():
    papers = (
        WHOLE.replace("Kommunstyrelsen\n", "\n")
        .replace("\t2024-05-13", "")
        .replace("Kommunstyrelsens b", "B")
    )
    assert read(papers=papers).meetings == ()

    case = read(
        Correction(file=FILE, line=1, kind="meeting", field="date", value="2024-05-13"),
        Correction(file=FILE, line=1, kind="meeting", field="body", value="Kommunstyrelsen"),
        papers=papers,
    )

    assert [(one.body, one.date) for one in case.meetings] == [("Kommunstyrelsen", dt.date(2024, 5, 13))]
    assert {(item.body, item.date) for item in case.items} == {("Kommunstyrelsen", dt.date(2024, 5, 13))}


def test_what_a_person_says_follows_from_nothing_else():
    papers = WHOLE.replace("Sammanträdesdatum\t2024-05-13\n", "Sammanträdesdatum\t2024-05-13\n\nParagrafer\n")
    derived = read(papers=papers).meetings[0].derived
    assert "paragraphs" in derived

    case = read(
        Correction(file=FILE, line=1, kind="meeting", field="paragraphs", value=[44, 45]), papers=papers
    )

    assert "paragraphs" not in case.meetings[0].derived


def test_a_corrected_date_of_an_edition_changes_which_follows_which():
    line = line_of("2024-05-01")

    case = read(Correction(file=FILE, line=line, kind="document", field="date", value="2024-01-01"))

    assert [plan.date.isoformat() for plan in case.plans] == ["2024-02-01", "2024-01-01"]
    [change] = case.changes
    assert "polisen" in change.before
    assert "polisen" not in change.after


def test_an_edition_without_its_date_is_compared_with_none():
    case = read(change("2024-05-01", "document", "date", None))

    assert case.changes == case.alignments == ()


LONG = PAPERS.replace(
    "Planen gäller alla nämnder.",
    " ".join(f"Nämnd {number} utser en kontaktperson för plan nummer {number}." for number in range(20)),
)


def test_editions_that_turn_out_to_be_of_one_day_are_copies():
    papers = LONG.replace("med polisen och andra", "med andra")
    assert [document.copy_of for document in read(papers=papers).documents][-1] is None

    case = read(
        Correction(
            file=FILE, line=line_of("2024-05-01", papers), kind="document", field="date", value="2024-02-01"
        ),
        papers=papers,
    )

    assert [document.copy_of for document in case.documents][-1] is not None
    assert len(case.plans) == 1


def test_a_corrected_title_survives_that_copies_are_settled():
    # "aktörrer" is no Swedish word, so the settled edition is read again.
    copied = LONG.replace("2024-05-01", "2024-02-01").replace("polisen och andra", "andra")
    copied = copied.replace("andra aktörer", "andra aktörrer", 1)
    lines = [line_of("Handlingsplan mot", copied, nth=nth) for nth in (2, 3)]
    assert "andra aktörer" in read(papers=copied).plans[0].sections[1].paragraphs[0]

    case = read(
        *(Correction(file=FILE, line=line, kind="document", field="title", value="Plan") for line in lines),
        papers=copied,
    )

    assert [plan.title for plan in case.plans] == ["Plan"]
    assert "andra aktörer" in case.plans[0].sections[1].paragraphs[0]


def test_a_corrected_description_is_where_declarations_are_sought():
    assert [change.declared for change in read().changes] == [True]

    case = read(change("§ 45", "item", "description", "Kommunkontoret har tagit fram ett förslag."))

    assert [change.declared for change in case.changes] == [False]


def test_findings_follow_a_correction():
    def codes(case):
        return [finding.code for finding in case.findings]

    assert "undeclared_changes" not in codes(read())
    assert "undeclared_changes" in codes(read(change("§ 45", "item", "description", "Ett förslag finns.")))


def test_of_two_values_for_one_field_the_later_counts():
    first = change("§ 45", "item", "title", "Plan ett")
    second = change("§ 45", "item", "title", "Plan två")

    assert read(first, second).items[0].title == "Plan två"
    assert read(second, first).items[0].title == "Plan ett"


def test_a_correction_speaks_of_its_own_file_alone():
    texts = [text(), text(PAPERS.replace("2024-05-13", "2024-05-27"), file="annan.txt")]

    case = read_texts(texts, [change("Bo Ask (M)", "attendance", "party", "L", called="Bo Ask")])

    parties = [
        person.party for meeting in case.meetings for person in meeting.attendance if person.name == "Bo Ask"
    ]
    assert parties == ["L", "M"]


def test_hundreds_of_corrections_are_found_in_moments():
    people = "\n".join(f"Nils Ny{first}{last} (M)" for first in "abdefgik" for last in "lmnopr")
    papers = PAPERS.replace("Bo Ask (M)\nCia", f"Bo Ask (M)\n{people}\nCia")
    corrections = [
        Correction(**anchor._asdict(), field=field, value="L", printed=f"x{anchor.line}")
        for anchor, _ in anchors(read(papers=papers))
        if anchor.kind == "attendance"
        for field in ("party", "title", "replaces") * 3
    ]
    started = time.perf_counter()

    case = read(*corrections, papers=papers)

    assert len(corrections) > 400
    assert {person.party for person in case.meetings[0].attendance} == {"L"}
    assert time.perf_counter() - started < 10
