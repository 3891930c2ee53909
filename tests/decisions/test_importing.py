import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from forebygg.audit.models import Entry
from forebygg.casefile.errors import NoText
from forebygg.decisions.errors import NoPapers
from forebygg.decisions.models import BodyChange, Event, Finding, Item, Meeting, Motion, Statement, Vote
from forebygg.decisions.services import import_papers
from forebygg.papers.models import Case, Content, Original, Paper
from forebygg.papers.receiving import Received
from tests.contents import contents
from tests.granvik import KEYS, SHEET, paper, papers, whole


@pytest.fixture
def imported(other_municipality, person):
    """What came of files, imported into a municipality that has nothing else."""

    def imported(*files, **options):
        return import_papers(other_municipality, files, by=person, **options)

    return imported


def test_the_file_is_kept_as_it_came(granvik_case):
    original = granvik_case.originals.get()

    assert bytes(original.content.data) == whole().data
    assert (original.name, original.sha256, original.size) == (
        "granvik.txt",
        whole().sha256,
        len(whole().data),
    )


def test_the_answer_sheets_papers_are_stored_in_its_order(granvik_case):
    papers = granvik_case.papers.order_by("number")

    assert [paper.number for paper in papers] == [*range(1, 19)]
    assert [(paper.kind, paper.date and paper.date.isoformat()) for paper in papers] == [
        (document["kind"], document["date"]) for document in SHEET["documents"]
    ]


def test_a_copy_points_at_the_paper_it_is_a_copy_of(granvik_case):
    copies = [
        (KEYS[copy.number - 1], KEYS[copy.copy_of.number - 1])
        for copy in granvik_case.papers.exclude(copy_of=None)
    ]

    assert copies == [("plan-1-copy", "plan-1")]


def test_every_item_belongs_to_its_meeting(granvik_case):
    items = Item.objects.filter(case=granvik_case).order_by("date")

    assert [(item.meeting.body, item.paragraph) for item in items] == [
        (item.body, item.paragraph) for item in items
    ]
    assert [item.paragraph for item in items] == [27, 9, 17, 52, 41]


def test_what_stands_in_an_item_is_stored_in_the_papers_order(granvik_case):
    council = Item.objects.get(case=granvik_case, paragraph=41)

    assert [motion.name for motion in council.motions.all()] == [
        "Maj-Lis Ekenstam",
        "Roland Åsbrinker",
        "Tove Rönnlid",
        "Fredrika af Granholt",
        "Rickard Tollin",
    ]
    assert [(vote.yes, vote.no, vote.abstain, vote.absent) for vote in council.votes.all()] == [(13, 6, 1, 1)]
    assert [(one.kind, one.name) for one in council.statements.all()] == [
        ("protokollsanteckning", "Josef Malki")
    ]
    assert len(council.decision) == 2
    assert council.immediate


@pytest.mark.parametrize("model", [Meeting, Item, Event])
def test_every_fact_stands_within_the_lines_of_its_paper(granvik_case, model):
    for row in model.objects.filter(case=granvik_case).select_related("paper"):
        first = getattr(row, "first_line", row.paper.first_line)
        assert row.paper.first_line <= first <= row.paper.last_line


def test_a_finding_shows_its_lines_in_a_paper_of_the_case(granvik_case):
    numbers = {paper.number: paper for paper in granvik_case.papers.all()}

    for finding in Finding.objects.filter(case=granvik_case):
        for place in finding.places:
            shown = numbers[place["paper"]]
            assert shown.original_id == place["original"]
            assert shown.first_line <= place["lines"][0] <= shown.last_line


def test_a_change_between_bodies_joins_two_items(granvik_case):
    for change in BodyChange.objects.filter(case=granvik_case):
        assert change.earlier.date <= change.later.date


def test_the_same_papers_again_change_nothing(granvik, granvik_case, person, django_assert_max_num_queries):
    before = contents()

    with django_assert_max_num_queries(5):
        again = import_papers(granvik, [whole()], by=person)

    assert contents() == before
    assert (again.case, again.is_new, [*again.added]) == (granvik_case, False, [])
    assert [original.name for original in again.unchanged] == ["granvik.txt"]


def test_the_same_file_under_another_name_changes_nothing(granvik, person):
    before = contents()

    import_papers(granvik, [Received("kopia.txt", whole().data)] * 2, by=person)

    assert contents() == before


def test_one_paper_more_is_added_to_the_case_whose_number_it_carries(imported):
    case = imported(*papers("kf-41", "plan-3")).case
    known = {paper.pk: paper.number for paper in case.papers.all()}

    added = imported(paper("memo"))

    assert (added.case, added.is_new) == (case, False)
    assert [original.name for original in added.added] == ["memo.txt"]
    assert {paper.pk: paper.number for paper in case.papers.exclude(kind="memo")} == known
    assert [paper.number for paper in case.papers.filter(kind="memo")] == [len(known) + 1]


def test_papers_with_some_of_a_cases_files_are_added_to_it(imported):
    """A plan carries no registry number here; its company tells where it belongs."""
    case = imported(*papers("plan-1", "plan-2")).case

    again = imported(*papers("plan-2", "plan-3"))

    assert again.case == case
    assert [original.name for original in again.added] == ["plan-3.txt"]
    assert [original.name for original in again.unchanged] == ["plan-2.txt"]


def test_papers_of_another_number_are_another_case(imported):
    first = imported(*papers("kf-41", "plan-1")).case
    other = Received("annat.txt", paper("memo").data.replace(b"2024/00412", b"2023/00007"))

    second = imported(other, paper("plan-1"))

    assert second.is_new
    assert (second.case.number, second.case.registry_number) == (first.number + 1, "KS 2023/00007")


def test_a_named_case_takes_whatever_it_is_given(imported):
    case = imported(paper("kf-41")).case
    other = Received("annat.txt", paper("memo").data.replace(b"2024/00412", b"2023/00007"))

    assert imported(other, case=case).case == case


def test_a_case_of_another_municipality_cannot_be_named(imported, granvik_case):
    with pytest.raises(Case.DoesNotExist):
        imported(paper("memo"), case=granvik_case)


def test_what_one_municipality_has_the_other_imports_anew(imported, granvik, granvik_case):
    before = contents(of=granvik)

    mine = imported(whole()).case

    assert (mine.number, mine.municipality.slug) == (1, "hedvik")
    assert contents(of=granvik) == before
    for model in (Original, Paper, Meeting, Item, Motion, Vote, Statement, Finding, Event, BodyChange):
        both = [model.objects.of(one).count() for one in (granvik, mine.municipality)]
        assert both[0] == both[1] > 0


def test_two_files_of_one_name_are_told_apart(imported):
    case = imported(paper("plan-1"), Received("plan-1.txt", paper("plan-2").data)).case

    assert [original.name for original in case.originals.all()] == ["plan-1.txt", "plan-1 (2).txt"]


def test_a_folder_is_no_part_of_a_files_name(imported):
    case = imported(Received("C:\\akten\\tjänsteskrivelse.txt", paper("memo").data)).case

    assert case.originals.get().name == "tjänsteskrivelse.txt"


def test_an_unreadable_file_stores_none_of_the_others(imported, other_municipality):
    before = contents()

    with pytest.raises(NoText):
        imported(paper("memo"), Received("tom.txt", b"  \n"))

    assert contents() == before


def test_nothing_to_import_is_explained(imported):
    with pytest.raises(NoPapers):
        imported()


def test_a_stranger_imports_nothing(other_municipality):
    before = contents()

    with pytest.raises(PermissionDenied):
        import_papers(other_municipality, [paper("memo")], by=AnonymousUser())

    assert contents() == before


def test_an_import_leaves_one_entry_without_content(imported, other_municipality, person):
    case = imported(*papers("kf-41", "memo")).case

    entry = Entry.objects.of(other_municipality).get()
    assert (entry.event, entry.by, entry.about_id) == ("decisions.papers_imported", person, case.pk)
    assert entry.data == {
        "case": 1,
        "files": 2,
        "papers": 2,
        "checksums": [paper("kf-41").sha256, paper("memo").sha256],
        "withdrawn": [],
    }


def test_the_rows_are_written_in_as_many_queries_however_many_they_are(
    imported, django_assert_max_num_queries
):
    with django_assert_max_num_queries(90):
        imported(whole())


def test_the_case_is_called_what_most_of_its_papers_say(granvik_case):
    assert (granvik_case.registry_number, granvik_case.number) == ("KS 2024/00412", 1)
    assert granvik_case.title == SHEET["case"]["title"]


def test_the_bytes_lie_apart_from_the_text(granvik_case):
    assert Content.objects.get(original__case=granvik_case).data
