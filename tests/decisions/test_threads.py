"""What the council's record adds to a plan's text."""

import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser

from forebygg.decisions.models import Item
from forebygg.decisions.threads import CouncilRecord, adopted
from forebygg.organisation.permissions import Viewer
from forebygg.plans import threads
from forebygg.plans.models import Change, Edition, Plan


@pytest.fixture
def editions(granvik):
    plan = Plan.objects.get(municipality=granvik)
    return list(
        Edition.objects.filter(plan=plan).select_related("paper__case__municipality").order_by("date")
    )


@pytest.fixture
def changes(editions):
    return list(Change.objects.filter(later__in=editions))


@pytest.fixture
def council(granvik_case):
    return Item.objects.get(case=granvik_case, paragraph=41)


def tell(editions, changes, viewer):
    return CouncilRecord().tell(editions, changes, seen_by=viewer)


def test_the_councils_paragraph_adopts_the_edition_it_names(editions, changes, person, council):
    told = tell(editions, changes, Viewer(person))

    (key,) = told.adopted
    assert key == editions[2].pk
    assert told.adopted[key].words == "Kommunfullmäktige §\u00a041"
    assert told.adopted[key].on == dt.date(2025, 3, 31)
    assert told.adopted[key].url == council.get_absolute_url()


def test_a_decision_that_names_an_earlier_edition_adopts_that_one(editions, council):
    council.decision = ["Handlingsplanen, daterad 2025-02-20, antas."]

    assert adopted(editions, [council]) == {editions[1].pk: council}


def test_a_decision_that_names_no_day_adopts_the_last_edition_before_it(editions, council):
    council.decision, council.date = ["Handlingsplanen antas."], dt.date(2025, 3, 1)

    assert adopted(editions, [council]) == {editions[1].pk: council}


@pytest.mark.parametrize(
    "change",
    [
        {"decision": ["Ärendet återremitteras."], "outcome": "sent_back"},
        {"decision": ["Förslaget att anta planen avslås."]},
        {"decision": ["Informationen noteras."]},
        {"body": "Kommunstyrelsen"},
        {"registry_number": "KS 2025/00001"},
        {"date": dt.date(2020, 1, 1), "decision": ["Planen antas."]},
    ],
    ids=lambda change: " ".join(map(str, change.values())),
)
def test_what_is_no_adoption_of_the_plan_adopts_nothing(editions, council, change):
    for name, value in change.items():
        setattr(council, name, value)

    assert adopted(editions, [council]) == {}


def test_who_moved_a_change_is_told_with_the_paragraph(editions, changes, person):
    change = next(change for change in changes if "föreningar" in change.after)

    movers = tell(editions, changes, Viewer(person)).movers[change.pk]

    assert [str(mover) for mover in movers] == ["Torbjörn Rydqvist (S)", "Ulla-Britt Tjäderborn (GRP)"]
    assert {mover.where.words for mover in movers} == {"Kommunstyrelsens arbetsutskott §\u00a017"}
    assert movers[0].where.on == dt.date(2025, 2, 12)


def test_a_paragraph_that_is_not_in_the_file_is_named_without_a_link(editions, changes, person):
    change = next(change for change in changes if change.moved_by)
    change.moved_by = [{"name": "Ann-Sofi Bergdahl", "party": None, "body": None, "paragraph": 999}]

    (mover,) = tell(editions, [change], Viewer(person)).movers[change.pk]

    assert (str(mover), mover.where.url) == ("Ann-Sofi Bergdahl", "")


def test_the_public_is_told_of_released_papers_only(editions, changes):
    told = tell(editions, changes, Viewer(AnonymousUser()))

    assert (told.adopted, told.movers, told.papers) == ({}, {}, {})


def test_one_query_does_whatever_is_asked(editions, changes, person, django_assert_num_queries):
    with django_assert_num_queries(1):
        tell(editions, changes, Viewer(person))


def test_the_plans_know_the_record(editions, changes, person):
    assert threads.tell(editions, changes, seen_by=Viewer(person)).adopted


class Courses:
    """A chapter that has something to say of one sentence."""

    key = "courses"

    def __init__(self, sentence):
        self.sentence = sentence

    def strands(self, edition, **_):
        if edition.plan_id != self.sentence.plan_id:
            return {}
        return {self.sentence.pk: [threads.Strand(words="Grundkurs för nyanställda", url="/kurs/")]}


def test_a_chapter_that_registers_is_heard_in_the_margin_and_on_the_sentences_page(
    editions, browser, monkeypatch
):
    sentence = editions[2].wordings.get(text__startswith="Åsikter är fria").sentence
    monkeypatch.setattr(threads, "_registry", threads._Registry())
    threads.register(Courses(sentence))

    page = browser.page(sentence.plan.get_absolute_url())
    row = page.find(id=f"s{sentence.number}").find_parent(class_="row")
    assert row.select_one('.margin a[href="/kurs/"]').text == "Grundkurs för nyanställda"
    assert browser.page(sentence.get_absolute_url()).select_one('.thread a[href="/kurs/"]')
