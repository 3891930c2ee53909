import csv
import datetime as dt
import io
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from forebygg.audit.models import Entry
from forebygg.audit.recording import record, said_by
from forebygg.organisation.events import PostGiven
from forebygg.organisation.models import Role
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.selectors.trail import Asked, found, tell
from forebygg.organisation.services.posts import appoint, relieve
from forebygg.organisation.services.trail import export
from forebygg.papers.services.releasing import release
from tests.browsing import words

ADDRESS = "/en/granvik/audit/"


@pytest.fixture
def alva(granvik, people, person):
    """The registrar, who has let the public see two papers."""
    alva = people("Alva Birk")
    appoint(alva, Role.REGISTRAR, within=granvik, by=person)
    return alva


@pytest.fixture
def released(granvik_case, alva):
    release(granvik_case, [1, 2], by=alva)
    return granvik_case


@pytest.fixture
def auditor(granvik, people, person):
    auditor = people("Ture Ask")
    appoint(auditor, Role.AUDITOR, within=granvik, by=person)
    return auditor


@pytest.fixture
def sentences(granvik, person):
    """What the trail says to somebody, newest first."""

    def sentences(user=person, **asked):
        viewer = Viewer.of(user, granvik)
        with override("en"):
            return [one.sentence for one in tell(found(granvik, viewer, Asked(**asked)), granvik, viewer)]

    return sentences


@pytest.fixture
def kept(released, social_board):
    """A paper of the case that the social board keeps to itself."""
    released.papers.filter(number=3).update(kept_by=social_board)
    return released


def test_an_entry_is_told_by_name_in_one_sentence(released, sentences):
    assert sentences()[:2] == [
        "Alva Birk let the public see papers 1 and 2 of case 1",
        "A command gave Alva Birk the post registrar",
    ]


def test_the_page_tells_it_in_swedish_with_a_link_to_the_case(browser, released):
    page = browser.page("/granvik/audit/")

    first = page.select_one(".rows li p")
    assert words(first) == "Alva Birk visade handlingarna 1 och 2 i ärende 1 för allmänheten"
    assert first.a["href"] == "/granvik/cases/1/"


def test_a_correction_is_told_by_what_it_is_called(browser, granvik_case, person, sentences):
    from forebygg.casefile.amending import Correction  # noqa: PLC0415 - the reader's own, slow to begin
    from forebygg.decisions.services import correcting  # noqa: PLC0415

    wrong = Correction(file="granvik.txt", line=177, kind="item", field="title", value="Ett annat ärende")
    correcting.correct(granvik_case, [wrong], by=person)
    correcting.withdraw(granvik_case.corrections.get(), by=person)

    assert sentences()[:2] == [
        "A command withdrew a correction in case 1: Item: Title (line 177)",
        "A command corrected the reading of case 1: Item: Title (line 177)",
    ]


def test_people_are_told_by_the_name_they_have_now(released, alva, sentences):
    alva.name = "Alva Birk Ask"
    alva.save()

    assert sentences()[0].startswith("Alva Birk Ask let")


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("by={alva}", 1),
        ("kind=organisation.post_given", 1),
        ("about=papers.case", 2),
        ("about=papers.case&number=1", 2),
        ("about=papers.case&number=7", 0),
        ("about=organisation.post", 1),
        ("about=accounts.municipality", 1),
        ("since={today}", 4),
        ("until={yesterday}", 0),
        ("since={today}&until={today}&by={alva}", 1),
        ("by=&kind=&about=&number=&since=&until=", 4),
        ("by=x&kind=x&about=x&number=x&since=x&until=2026-02-30", 4),
    ],
)
def test_the_trail_is_narrowed_to_what_is_asked_for(granvik, person, released, alva, asked, count):
    today = dt.datetime.now(dt.UTC).astimezone().date()
    query = asked.format(alva=alva.pk, today=today, yesterday=today - dt.timedelta(days=1))

    rows = found(granvik, Viewer.of(person, granvik), Asked.of(QueryDict(query)))

    assert rows.count() == count


def test_the_page_shows_what_was_asked_for_and_how_to_see_all_again(browser, released, alva):
    page = browser.page(f"{ADDRESS}?by={alva.pk}&since=2020-01-01")

    assert words(page.select_one("#by option[selected]")) == "Alva Birk"
    assert page.select_one("#since")["value"] == "2020-01-01"
    assert len(page.select(".rows li")) == 1
    assert page.select_one("[role=status] a")["href"] == ADDRESS


def test_nothing_found_is_said_and_how_to_go_on(browser, released):
    page = browser.page(f"{ADDRESS}?until=2020-01-01")

    assert "Nobody has done anything like that" in words(page.main)


def test_many_entries_take_as_many_queries_as_few(browser, granvik, people, person):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            browser.page(ADDRESS)
        return len(captured)

    appoint(people("Alva Birk"), Role.GUEST, within=granvik, by=person)
    few = queries()
    for number in range(60):
        appoint(people(f"Ture {number}"), Role.GUEST, within=granvik, by=person)

    assert queries() <= few


@pytest.fixture
def long(granvik, people, person):
    """A trail of 120 entries and more."""
    post = appoint(people("Alva Birk"), Role.GUEST, within=granvik, by=person).post
    with transaction.atomic():
        for _ in range(120):
            record(PostGiven(post=post.pk, user=person.pk), about=post, by=person)


def on_page(page):
    return [int(row["id"].removeprefix("entry-")) for row in page.select(".rows > li")]


def test_every_entry_is_met_once_on_the_way_to_the_oldest(browser, granvik, long):
    page = browser.page(ADDRESS)
    met = on_page(page)
    while link := page.select_one("a[rel=next]"):
        page = browser.page(ADDRESS + link["href"])
        met += on_page(page)

    assert met == list(Entry.objects.of(granvik).order_by("-number").values_list("number", flat=True))


def test_from_the_oldest_one_comes_back_to_the_newest(browser, granvik, long):
    page = browser.page(f"{ADDRESS}?after=0")
    met = on_page(page)
    while link := page.select_one("a[rel=prev]"):
        page = browser.page(ADDRESS + link["href"])
        met += on_page(page)

    assert set(met) == set(Entry.objects.of(granvik).values_list("number", flat=True))
    assert on_page(page) == on_page(browser.page(ADDRESS))


def test_turning_the_page_keeps_what_was_asked_for(browser, long):
    page = browser.page(f"{ADDRESS}?kind=organisation.post_given")

    assert "kind=organisation.post_given" in page.select_one("a[rel=next]")["href"]


@pytest.mark.parametrize("place", ["before=1", "after=999999", "before=999999", "before=x", "after=-1"])
def test_where_nothing_lies_the_newest_are_shown(browser, long, place):
    assert on_page(browser.page(f"{ADDRESS}?{place}")) == on_page(browser.page(ADDRESS))


def test_an_entry_stands_on_its_day_though_the_clock_was_set_back(granvik, person, released, monkeypatch):
    before = dt.datetime(2020, 5, 1, 10, tzinfo=dt.UTC)
    monkeypatch.setattr("forebygg.audit.recording.timezone.now", lambda: before)
    with transaction.atomic():
        late = record(PostGiven(post=1, user=person.pk), about=granvik, by=person)

    rows = found(granvik, Viewer.of(person, granvik), Asked(until=before.date()))

    assert list(rows) == [late]
    assert found(granvik, Viewer.of(person, granvik), Asked()).last() == late


def test_of_many_that_fit_it_is_told_that_there_are_more(browser, long, monkeypatch):
    monkeypatch.setattr("forebygg.organisation.selectors.stretches.COUNTED", 100)

    every = browser.page(ADDRESS)
    some = browser.page(f"{ADDRESS}?kind=organisation.post_given")

    assert words(every.select_one("[role=status]")).endswith("entries")
    assert words(some.select_one("[role=status]")).startswith("More than 100 entries")


def test_what_another_board_keeps_to_itself_is_told_without_details(kept, auditor, sentences):
    told = "Alva Birk did something in a matter that another authority keeps to itself"

    assert told in sentences(auditor)
    assert not [one for one in sentences(auditor) if "papers" in one]


def test_nobody_finds_out_by_asking_for_it(kept, auditor, sentences):
    assert sentences(auditor, kind="papers.released") == []
    assert sentences(auditor, model="papers.case") == []
    assert sentences(auditor, model="papers.case", number=1) == []


def test_the_board_itself_is_told_all(granvik, kept, social_board, people, person, sentences):
    own = people("Berit Alm")
    appoint(own, Role.SECRETARY, within=granvik, unit=social_board, by=person)
    appoint(own, Role.AUDITOR, within=granvik, by=person)

    assert "Alva Birk let the public see papers 1 and 2 of case 1" in sentences(own)


def test_a_copy_does_not_tell_what_the_page_does_not(granvik, kept, auditor):
    for form in ("csv", "jsonl"):
        told = "".join(export(Asked(), form, within=granvik, by=auditor))

        assert "papers.released" not in told
        assert "papers.case" not in told


def test_a_link_leads_only_where_the_reader_may_go(granvik, released, people, person, sentences):
    administrator = people("Berit Alm")
    appoint(administrator, Role.ADMINISTRATOR, within=granvik, by=person)
    released.papers.update(released_at=None, released_by=None)
    viewer = Viewer.of(administrator, granvik)

    told = tell(found(granvik, viewer, Asked(kind="papers.released")), granvik, viewer)

    assert [piece.url for one in told for piece in one.pieces if piece.url] == []


def test_a_copy_as_a_table_has_every_entry_oldest_first(browser, released):
    answer = browser.post(ADDRESS, {"form": "csv"})

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = [*csv.reader(io.StringIO(text), delimiter=";")]
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert [row[0] for row in rows] == ["Number", "1", "2", "3", "4"]
    assert rows[-1][2] == "Alva Birk let the public see papers 1 and 2 of case 1"


def test_a_copy_for_programs_holds_what_the_hashes_are_made_of(browser, released):
    answer = browser.post(ADDRESS, {"form": "jsonl"})

    lines = [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]
    previous = ""
    for line in lines:
        at = dt.datetime.fromisoformat(line["at"])
        values = (line["municipality"], line["number"], at, line["by"], line["event"], line["data"])
        assert said_by((*values, line["about"]["type"], line["about"]["id"], previous)) == line["hash"]
        previous = line["hash"]


def test_a_copy_holds_what_was_asked_for(browser, released, alva):
    answer = browser.post(ADDRESS, {"form": "csv", "by": alva.pk})

    assert len(b"".join(answer.streaming_content).decode().splitlines()) == 2


def test_that_a_copy_was_taken_is_told_with_how_many_it_holds(browser, granvik, released, sentences):
    browser.post(ADDRESS, {"form": "csv"})

    entry = Entry.objects.of(granvik).last()
    assert (entry.event, entry.data) == ("audit.exported", {"entries": 4, "last": 4, "form": "csv"})
    assert sentences()[0].endswith("took away a copy of 4 entries of the audit trail, up to number 4")


def test_a_name_is_no_formula_in_a_spreadsheet(granvik, people, person):
    appoint(people("=1+1"), Role.REGISTRAR, within=granvik, by=person)
    release_by = people("@cmd")
    appoint(release_by, Role.AUDITOR, within=granvik, by=person)
    export(Asked(), "csv", within=granvik, by=release_by)

    text = "".join(export(Asked(), "csv", within=granvik, by=person))

    assert not [row for row in csv.reader(io.StringIO(text), delimiter=";") if row[2].startswith(("=", "@"))]


def test_only_those_who_may_read_the_trail_take_a_copy(granvik, alva):
    with pytest.raises(PermissionDenied):
        export(Asked(), "csv", within=granvik, by=alva)


def test_whoever_has_left_reads_it_no_more(granvik, auditor, person):
    relieve(auditor.holdings.get(), by=person)

    with pytest.raises(PermissionDenied):
        export(Asked(), "csv", within=granvik, by=auditor)


def test_a_municipality_sees_its_own_trail_alone(browser, released, other_municipality):
    page = browser.page("/en/hedvik/audit/")

    assert "Nobody has done anything yet" in words(page.main)
