"""What a careful reader finds in the shared case file. People are told by role and place, not by name."""

from collections import Counter

import pytest

from bench.papers import SHARED
from forebygg.casefile import read_case
from forebygg.casefile.contract import as_json

BOARD, COMMITTEE, ADVISORY = (
    "Kommunstyrelsen",
    "Kommunledningsutskottet",
    "Beredningen för medborgardialog och mångfald",
)


@pytest.fixture(scope="module")
def case():
    return as_json(read_case(sorted((SHARED / "casefile").glob("*.txt"))))


@pytest.fixture(scope="module")
def meetings(case):
    return {meeting["body"]: meeting for meeting in case["meetings"]}


@pytest.fixture(scope="module")
def items(case):
    return {item["paragraph"]: item for item in case["items"]}


def present(meeting, **facts):
    return [one for one in meeting["attendance"] if all(one[key] == value for key, value in facts.items())]


def changes(case, section):
    return [change for change in case["changes"] if change["section"] == section]


def findings(case, code):
    return [finding for finding in case["findings"] if finding["code"] == code]


def test_the_matter_has_its_number_and_title(case):
    assert case["case"] == {
        "registry_number": "2016/KS 0321 003",
        "title": "Handlingsplan mot våldsbejakande extremism",
    }


def test_the_file_holds_twelve_papers_in_this_order(case):
    assert [(paper["kind"], paper["date"], paper["lines"]) for paper in case["documents"]] == [
        ("minutes_item", "2016-11-08", [3, 35]),
        ("plan", "2016-10-26", [37, 156]),
        ("minutes_item", "2016-10-20", [158, 196]),
        ("memo", "2016-10-04", [198, 263]),
        ("plan", "2016-10-12", [265, 378]),
        ("minutes_cover", "2016-10-20", [382, 497]),
        ("minutes_item", "2016-10-18", [499, 542]),
        ("statement", "2016-10-18", [544, 566]),
        ("memo", "2016-10-04", [568, 628]),
        ("plan", "2016-10-12", [630, 745]),
        ("minutes_cover", "2016-10-18", [749, 827]),
        ("minutes_cover", "2016-11-08", [831, 953]),
    ]


def test_the_second_memo_and_the_second_edition_of_that_day_are_copies(case):
    copies = {paper["id"]: paper["copy_of"] for paper in case["documents"] if paper["copy_of"]}

    assert copies == {"d9": "d4", "d10": "d5"}
    assert sorted(plan["document"] for plan in case["plans"]) == ["d2", "d5"]


def test_the_memo_is_addressed_to_the_committee_and_signed_by_two(case):
    memo = case["documents"][3]

    assert (memo["addressed_to"], len(memo["signed_by"])) == (COMMITTEE, 2)
    assert memo["author"] not in {None, *memo["signed_by"]}


def test_whoever_signs_the_statement_alone_wrote_it(case):
    statement = case["documents"][7]

    assert [statement["author"]] == statement["signed_by"]


NOTICES = {
    ADVISORY: ("2016-10-18", "18:00", "19:40", [28, 32], "2016-10-24", "2016-10-25", "2016-11-16"),
    COMMITTEE: ("2016-10-20", "09:00", "10:50", [125, 135], "2016-10-24", "2016-10-25", "2016-11-16"),
    BOARD: ("2016-11-08", "18:30", "19:45", [165, 175], "2016-11-14", "2016-11-15", "2016-12-07"),
}


def test_each_meeting_is_told_with_its_notice(meetings):
    told = {
        body: (
            *(meeting[key] for key in ("date", "starts", "ends", "paragraphs", "approved_on")),
            *(meeting["notice"][key] for key in ("posted", "removed")),
        )
        for body, meeting in meetings.items()
    }

    assert told == NOTICES


def test_who_chairs_writes_and_approves_is_among_those_present(meetings):
    for meeting in meetings.values():
        members = {person["name"] for person in present(meeting, role="member")}

        assert {meeting["chair"], *meeting["approvers"]} <= members
        assert meeting["secretary"] in {person["name"] for person in present(meeting, role="official")}


def test_a_day_of_approval_printed_without_year_is_derived(meetings):
    assert {body: meeting["derived"] for body, meeting in meetings.items()} == {
        ADVISORY: ["approved_on"],
        COMMITTEE: [],
        BOARD: [],
    }


@pytest.mark.parametrize(
    ("body", "roles", "serving"),
    [
        (ADVISORY, {"member": 9, "substitute": 1, "official": 3, "absent": 7}, 9),
        (COMMITTEE, {"member": 6, "substitute": 5, "official": 11, "absent": 3}, 7),
        (BOARD, {"member": 12, "substitute": 9, "official": 13, "absent": 5}, 13),
    ],
)
def test_everyone_is_listed_in_their_role(meetings, body, roles, serving):
    meeting = meetings[body]

    assert Counter(person["role"] for person in meeting["attendance"]) == roles
    assert len(present(meeting, serving=True)) == serving


def test_a_serving_substitute_replaces_someone_of_the_same_party_who_is_absent(meetings):
    for body, party in ((COMMITTEE, "KD"), (BOARD, "S")):
        [substitute] = present(meetings[body], role="substitute", serving=True)
        [absent] = present(meetings[body], name=substitute["replaces"])

        assert (substitute["party"], absent["party"], absent["role"]) == (party, party, "absent")


def test_a_late_substitute_is_present_from_her_paragraph_and_clock(meetings):
    [late] = present(meetings[COMMITTEE], from_paragraph=126)

    assert (late["role"], late["serving"], late["party"], late["from_time"]) == (
        "substitute",
        False,
        "C",
        "09:05",
    )


def test_presence_by_paragraph_is_read_in_each_of_its_forms(meetings):
    [at_two] = [person for person in meetings[ADVISORY]["attendance"] if person["paragraphs"]]
    until = Counter(person["to_paragraph"] for person in present(meetings[COMMITTEE], role="official"))
    spans = Counter(
        (person["from_paragraph"], person["to_paragraph"])
        for person in present(meetings[BOARD], role="official")
        if person["from_paragraph"]
    )

    assert at_two["paragraphs"] == [[28, 29]]
    assert until == {None: 6, 130: 1, 133: 2, 128: 1, 129: 1}
    assert spans == {(165, 173): 1, (165, 168): 2, (165, 165): 2}


def test_political_secretaries_are_officials_with_their_party(meetings):
    secretaries = present(meetings[BOARD], title="politisk sekreterare")

    assert [(one["role"], one["party"], one["serving"]) for one in secretaries] == [
        ("official", "M", False),
        ("official", "MP", False),
        ("official", "SD", False),
    ]


def test_each_item_belongs_to_the_meeting_that_holds_its_paragraph(items):
    assert {number: (item["body"], item["date"], item["outcome"]) for number, item in items.items()} == {
        28: (ADVISORY, "2016-10-18", "noted"),
        133: (COMMITTEE, "2016-10-20", "decided"),
        171: (BOARD, "2016-11-08", "decided"),
    }


def test_what_is_decided_is_told_from_what_is_proposed(items):
    assert (items[28]["decision"], items[28]["proposal"]) == (["Informationen noteras"], [])
    assert items[133]["proposal"] == ["1. Handlingsplan mot våldsbejakande extremism antas."]
    [added] = items[133]["decision"]
    assert added.startswith(
        "2. Genusperspektiv ska läggas till i handlingsplanen inför behandlingen av ärendet"
    )
    assert (items[171]["decision"], items[171]["proposal"]) == (
        [],
        ["Handlingsplan mot våldsbejakande extremism antas."],
    )


def test_one_motion_is_moved_in_the_committee(items):
    [motion] = items[133]["motions"]

    assert (motion["party"], motion["text"]) == (
        "MP",
        "att genusperspektiv ska läggas till i handlingsplanen.",
    )
    assert [item["motions"] for number, item in items.items() if number != 133] == [[], []]


def test_the_advisory_body_has_a_separate_statement_and_the_chairs_remarks(items):
    separate, remarks = items[28]["statements"]

    assert (separate["kind"], separate["party"]) == ("särskilt yttrande", "MP")
    assert (remarks["kind"], remarks["name"]) == ("ordförandeutlåtande", None)
    assert remarks["text"].startswith("Det är mycket angeläget att kommunen arbetar aktivt")
    assert remarks["text"].endswith("som verksamheterna har att arbeta efter.")


@pytest.mark.parametrize(("paragraph", "count"), [(28, 2), (133, 2), (171, 4)])
def test_the_attachments_are_listed(items, paragraph, count):
    assert len(items[paragraph]["attachments"]) == count


def test_each_edition_has_its_fifteen_sections(case):
    numbers = ["1", "1.1", "1.2", "2", "3", "3.1", "3.2", "3.3", "4", "5", "6", "7", "8", "9", "10", "11"]

    assert [[section["number"] for section in plan["sections"]] for plan in case["plans"]] == [
        numbers,
        numbers,
    ]


def test_every_change_goes_from_the_earlier_edition_to_the_later(case):
    assert Counter((change["from"], change["to"]) for change in case["changes"]) == {("d5", "d2"): 10}


def test_the_two_changes_of_the_starting_points_are_undeclared(case):
    assert [
        (change["kind"], change["declared"], change["may_be_noise"]) for change in changes(case, "2")
    ] == [
        ("reworded", False, False),
        ("reworded", False, False),
    ]


def test_a_word_that_lost_two_letters_may_be_noise(case):
    [change] = changes(case, "3.2")

    assert (change["kind"], change["declared"], change["may_be_noise"]) == ("reworded", False, True)


def test_the_police_are_declared_as_added(case):
    [change] = changes(case, "3.3")

    assert (change["kind"], change["declared"], change["declared_in"]) == ("reworded", True, "d1")
    assert "polisen har lagts till som en aktör" in change["described_as"]


def test_of_two_new_sentences_one_is_declared_and_moved_and_one_is_not(case):
    declared, undeclared = sorted(changes(case, "10"), key=lambda change: not change["declared"])

    assert "genusperspektiv" in declared["after"]
    assert [(mover["party"], mover["paragraph"]) for mover in declared["moved_by"]] == [("MP", 133)]
    assert undeclared["after"].startswith("Den lokala lägesbilden ska avgöra")
    assert (undeclared["kind"], undeclared["declared"], undeclared["moved_by"]) == ("added", False, [])


def test_a_general_declaration_covers_the_new_title_and_nothing_that_binds(case):
    told = {
        change["kind"]: change["declared"] for change in changes(case, "11") if change["kind"] == "renamed"
    }
    rest = [change for change in changes(case, "11") if change["kind"] != "renamed"]

    assert told == {"renamed": True}
    assert len(rest) == 3
    assert not any(change["declared"] for change in rest)


def test_these_findings_are_raised_and_no_other_kind(case):
    assert Counter(finding["code"] for finding in case["findings"]) == {
        "no_council_decision": 1,
        "undeclared_changes": 1,
        "declared_as_less": 2,
        "reference_lost": 1,
        "contradictory_doors": 1,
        "referral_unanswered": 1,
        "memo_older_than_edition": 1,
        "edition_missing": 1,
        "actor_missing": 1,
        "term_differs": 3,
        "person_two_titles": 1,
        "statement_two_headings": 1,
        "copies_unsettled": 3,
        "copies_differ": 1,
    }


@pytest.mark.parametrize(
    ("code", "values", "lines"),
    [
        ("no_council_decision", {"body": BOARD, "paragraph": "171"}, [[11, 11]]),
        (
            "reference_lost",
            {"reference": "brottsförebyggande policyn", "section": "11"},
            [[378, 378], [154, 154]],
        ),
        ("referral_unanswered", {"addressee": "Brottsförebyggande rådet"}, [[519, 519]]),
        (
            "memo_older_than_edition",
            {"memo": "2016-10-04", "edition": "2016-10-12"},
            [[207, 207], [267, 267]],
        ),
        ("edition_missing", {"quote": "vid framtagande av konkreta insatser"}, [[557, 557]]),
        (
            "statement_two_headings",
            {"first": "Särskilt yttrande", "second": "Reservation"},
            [[550, 550], [551, 551]],
        ),
    ],
)
def test_a_finding_points_at_the_lines_that_show_it(case, code, values, lines):
    [finding] = findings(case, code)

    assert (finding["values"], finding["lines"]) == (values, lines)


def test_the_declaration_says_less_of_two_sections_than_was_changed_there(case):
    told = {
        finding["values"]["section"]: (finding["values"]["came"], finding["values"]["went"])
        for finding in findings(case, "declared_as_less")
    }

    assert set(told) == {"10", "11"}
    assert told["10"] == ("ska, bör", "–")
    assert told["11"] == ("–", "brottsförebyggande policyn")


def test_memo_and_plan_send_the_same_worry_to_different_doors(case):
    [finding] = findings(case, "contradictory_doors")

    assert {finding["values"]["first_door"], finding["values"]["second_door"]} == {
        "polisen",
        "socialtjänsten",
    }


def test_the_officer_who_wrote_the_memo_has_two_titles(case):
    [finding] = findings(case, "person_two_titles")

    assert finding["values"]["name"] == case["documents"][3]["author"]


def test_where_copies_differ_the_next_edition_settles_it_if_it_can(case):
    [settled] = findings(case, "copies_differ")

    assert settled["values"]["taken"] == "utvecklas"
    assert any(
        "jämställs" in one["text"] and "jämförs" in one["text"] for one in findings(case, "copies_unsettled")
    )


def test_the_matter_runs_from_memo_to_the_board(case):
    told = [event["code"] for event in case["timeline"] if event["code"] not in {"met", "approved"}]

    assert [code for code in told if not code.startswith("notice")] == [
        "memo", "edition", "statement", "noted", "proposed", "edition", "proposed",
    ]  # fmt: skip


def test_only_a_clerks_initials_are_not_understood(case):
    assert [line["line"] for line in case["unread"]] == [430]
