"""Sentences keep their identity: through Granvik's editions, as the answer sheet tells, and through cases."""

from itertools import permutations

import pytest

from forebygg.decisions.services import import_papers
from forebygg.papers.receiving import Received
from forebygg.plans.models import Change, Edition, Plan, Sentence, Wording
from tests.granvik import EDITIONS, SHEET, paper, papers

CHANGES = [change for change in SHEET["changes"] if change["kind"] != "renamed"]


@pytest.fixture
def imported(other_municipality, person):
    def imported(*files, **options):
        return import_papers(other_municipality, files, by=person, **options).case

    return imported


def histories(plan):
    """Each sentence as {edition's date: wording}, in the order of its number."""
    found = {}
    for wording in Wording.objects.filter(edition__plan=plan).select_related("edition", "sentence"):
        found.setdefault(wording.sentence.number, {})[wording.edition.date.isoformat()] = wording.text
    return [found[number] for number in sorted(found)]


def later(*keys):
    """Papers of a case that was opened some years on."""
    return [
        Received(one.name, one.data.replace(b"2024/00412", b"2027/00001"))
        if b"2024/00412" in one.data
        else one
        for one in papers(*keys)
    ]


def partition(plan):
    return {tuple(sorted(history.items())) for history in histories(plan)}


@pytest.fixture
def plan(granvik):
    return Plan.objects.get(municipality=granvik)


@pytest.fixture
def days():
    dates = {document["key"]: document["date"] for document in SHEET["documents"]}
    return {key: dates[key] for key in EDITIONS}


def test_the_three_editions_are_one_plan(granvik, plan, days):
    editions = plan.editions.order_by("number")

    assert [edition.date.isoformat() for edition in editions] == [*days.values()]
    assert [edition.number for edition in editions] == [1, 2, 3]
    assert plan.number == 1


@pytest.mark.parametrize("change", [one for one in CHANGES if one["before"] and one["after"]])
def test_a_sentence_that_is_reworded_or_moved_stays_the_same(plan, days, change):
    told = [
        history
        for history in histories(plan)
        if history.get(days[change["from"]]) == change["before"]
        and history.get(days[change["to"]]) == change["after"]
    ]
    is_a_title = not Wording.objects.filter(edition__plan=plan, text=change["before"]).exists()

    assert len(told) == 1 or is_a_title


@pytest.mark.parametrize("change", [one for one in CHANGES if one["kind"] in {"added", "removed"}])
def test_a_sentence_that_comes_or_goes_stands_on_one_side_only(plan, days, change):
    day, other = days[change["from"]], days[change["to"]]
    if change["after"]:
        day, other = other, day
    told = [
        history for history in histories(plan) if history.get(day) == (change["before"] or change["after"])
    ]

    assert all(other not in history for history in told)
    assert len(told) == 1 or change["after"] == "Ansvar och samordning"  # a title


def test_a_sentence_that_nobody_changed_is_the_same_in_all_editions(plan, days):
    unchanged = [history for history in histories(plan) if len({*history.values()}) == 1]

    assert all(len(history) == 3 for history in unchanged if changed_by_nobody(history))
    assert len(unchanged) > 40


def changed_by_nobody(history):
    texts = {*history.values()}
    return not any(texts & {change["before"], change["after"]} for change in CHANGES)


def test_a_change_belongs_to_the_sentence_it_changed(plan):
    for change in Change.objects.filter(later__plan=plan).exclude(sentence=None):
        wordings = {
            wording.edition_id: wording.text
            for wording in change.sentence.wordings.filter(edition__in=(change.earlier, change.later))
        }
        assert {wordings.get(change.earlier_id, ""), wordings.get(change.later_id, "")} == {
            change.before,
            change.after,
        }


def test_the_change_of_a_title_belongs_to_its_sections(plan):
    renamed = Change.objects.get(later__plan=plan, kind="renamed")

    assert (renamed.earlier_section.title, renamed.later_section.title) == (renamed.before, renamed.after)
    assert renamed.sentence is None


def test_changes_are_numbered_from_one_in_each_pair(plan):
    for edition in plan.editions.all():
        numbers = [change.number for change in edition.changes.order_by("number")]
        assert numbers == [*range(1, len(numbers) + 1)]


def test_every_wording_stands_in_its_paragraph_and_section(plan):
    for wording in Wording.objects.filter(edition__plan=plan).select_related("section", "edition__paper"):
        assert wording.section.edition_id == wording.edition_id
        assert wording.section.first_line <= wording.first_line <= wording.section.last_line
        lines = wording.edition.paper.original.text.split("\n")[wording.first_line - 1 : wording.last_line]
        assert wording.text.split()[0] in " ".join(lines)


@pytest.mark.parametrize("order", [*permutations(EDITIONS)])
def test_the_order_in_which_editions_come_in_decides_nothing(imported, granvik, other_municipality, order):
    imported(paper("kf-41"))
    for key in order:
        imported(paper("kf-41"), paper(key))

    mine, whole = (Plan.objects.get(municipality=one) for one in (other_municipality, granvik))
    assert partition(mine) == partition(whole)


def test_numbers_given_stay_when_an_edition_comes_between(imported, other_municipality):
    imported(*papers("plan-1", "plan-3"))
    before = dict(Wording.objects.of(other_municipality).values_list("text", "sentence__number"))

    imported(*papers("plan-1", "plan-2"))

    after = dict(Wording.objects.of(other_municipality).values_list("text", "sentence__number"))
    assert before.items() <= after.items()


def test_a_later_cases_edition_continues_the_plan(imported, other_municipality):
    """Both editions carry the title; the second lies with papers that bear another number."""
    first = imported(*papers("kf-41", "plan-1"))

    second = imported(*later("memo", "plan-3"))

    assert first != second
    [plan] = Plan.objects.of(other_municipality)
    assert [edition.paper.case for edition in plan.editions.order_by("date")] == [first, second]
    shared = [history for history in histories(plan) if len(history) == 2]
    assert len(shared) > 30


def test_an_edition_that_another_case_holds_is_there_once(imported, other_municipality):
    first = imported(*papers("kf-41", "plan-1"))

    second = imported(*later("memo", "plan-1", "plan-3"))

    editions = Edition.objects.of(other_municipality).order_by("date")
    assert [edition.paper.case for edition in editions] == [first, second]
    copy = second.papers.get(original__name="plan-1.txt")
    assert copy.copy_of == first.papers.get(kind="plan")
    assert Change.objects.filter(earlier=editions[0], later=editions[1]).exists()


def test_another_plan_of_the_municipality_is_another_plan(imported, other_municipality):
    imported(*papers("kf-41", "plan-1"))
    other = paper("plan-1").data.decode().replace("våldsbejakande extremism", "buller och trafik")

    imported(*later("memo"), Received("buller.txt", other.encode()))

    assert [plan.number for plan in Plan.objects.of(other_municipality)] == [1, 2]


def test_no_sentence_is_left_without_a_wording(granvik):
    assert not Sentence.objects.filter(wordings=None).exists()
