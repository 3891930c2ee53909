import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from forebygg.audit.models import Entry
from forebygg.organisation.models import Holding, Role
from forebygg.organisation.services.posts import relieve
from forebygg.reminders.models import CalendarFeed, Occasion
from tests.browsing import Browser

pytestmark = pytest.mark.django_db
SOON = timezone.localdate() + dt.timedelta(days=30)
LONG = "Ge alla elever, föräldrar och anställda vana att pröva källor; även i sociala medier, och rätt."


@pytest.fixture
def owner(someone, post_of, promised):
    """Whoever owns a commitment; no second factor is asked of the invented."""
    user = someone(Role.MEMBER)
    user.is_invented = True
    user.save()
    promised(SOON, owner=post_of(user), what=LONG)
    return user


@pytest.fixture
def own(owner):
    client = Client()
    client.force_login(owner)
    return Browser(client)


@pytest.fixture
def address(own):
    """The path of an address that has been made."""
    page = own.page("/granvik/calendar/", data={})
    return page.select_one("#address")["value"].removeprefix("http://testserver")


@pytest.fixture
def program():
    """A calendar program, that nobody has logged in to."""
    return Browser(Client())


def entries(answer):
    """What is read back, by UID."""
    calendar = Calendar.from_ical(answer.content)
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_reads_what_falls_to_its_owner_without_a_login(address, program):
    answer = program.get(address)

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (answer["X-Robots-Tag"], list(answer.cookies)) == ("noindex, nofollow", [])
    [event] = entries(answer).values()
    assert str(event["SUMMARY"]) == LONG
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (SOON, SOON + dt.timedelta(days=1))
    assert str(event["URL"]).endswith("/granvik/commitments/1/")
    assert str(event["TRANSP"]) == "TRANSPARENT"


def test_it_is_written_as_calendars_want_it(address, program):
    told = program.get(address).content
    lines = told.split(b"\r\n")

    assert told.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert b"X-WR-CALNAME:F\xc3\xb6rebygg\\, Granviks kommun" in lines
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H" in lines
    assert f"DTSTART;VALUE=DATE:{SOON:%Y%m%d}".encode() in lines
    assert any(line.startswith(b"DTSTAMP:") and line.endswith(b"T000000Z") for line in lines)


def test_the_same_thing_keeps_its_uid_when_its_day_changes(address, program, owner):
    [before] = entries(program.get(address))
    owner_post = Holding.objects.get(user=owner).post
    owner_post.owned.update(due_on=SOON + dt.timedelta(days=9))

    [after] = entries(program.get(address))
    assert before == after == "granvik-commitment-1@localhost"


def test_what_the_year_holds_stands_in_it_once_for_each_year(address, program, granvik):
    Occasion.objects.create(
        municipality=granvik,
        number=1,
        kind="budget",
        title="Ramar",
        year=2020,
        month=5,
        is_yearly=True,
    )
    year = timezone.localdate().year

    found = entries(program.get(address))
    assert {f"granvik-occasion-1-{each}@localhost" for each in (year - 1, year, year + 1)} < found.keys()
    assert str(found[f"granvik-occasion-1-{year}@localhost"]["SUMMARY"]) == "Ramar (någon dag i månaden)"


def test_what_falls_to_somebody_else_is_not_in_it(address, program, someone, post_of, promised):
    promised(SOON, owner=post_of(someone(Role.SPECIALIST, name="Hedda Kvist")))

    assert [*entries(program.get(address))] == ["granvik-commitment-1@localhost"]


def test_a_new_address_ends_the_one_before_and_a_withdrawn_one_leads_nowhere(own, address, program, granvik):
    page = own.page("/granvik/calendar/", data={})
    newer = page.select_one("#address")["value"].removeprefix("http://testserver")
    assert program.get(address).status_code == 404
    assert program.get(newer).status_code == 200

    own.page("/granvik/calendar/", data={"withdraw": "1"})
    assert program.get(newer).status_code == 404
    assert [entry.event for entry in Entry.objects.of(granvik).order_by("-number")[:3]] == [
        "reminders.feed_withdrawn",
        "reminders.feed_made",
        "reminders.feed_made",
    ]


def test_an_address_is_shown_once_and_cannot_be_had_from_the_database(own, address):
    secret = address.rpartition("/")[2].removesuffix(".ics")

    assert not own.page("/granvik/calendar/").select("#address")
    assert secret not in str([*CalendarFeed.objects.values()])


def test_it_ends_with_the_last_post(address, program, owner, person):
    relieve(Holding.objects.get(user=owner), by=person)

    assert program.get(address).status_code == 404


def test_it_is_nobody_elses_municipalitys(address, program, other_municipality):
    assert program.get(address.replace("/granvik/", "/hedvik/")).status_code == 404


def test_one_thing_is_put_into_any_calendar(own, owner, someone, post_of, promised):
    promised(SOON, owner=post_of(someone(Role.SPECIALIST, name="Hedda Kvist")))
    answer = own.get("/granvik/calendar/one/commitment-1.ics")

    assert [*entries(answer)] == ["granvik-commitment-1@localhost"]
    assert "commitment-1.ics" in answer["Content-Disposition"]
    assert own.get("/granvik/calendar/one/commitment-2.ics").status_code == 404
