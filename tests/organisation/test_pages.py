import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from forebygg.organisation.models import Kind, Nearness, Role, Scope, Unit
from forebygg.organisation.services.counting import count_staff
from forebygg.organisation.services.posts import appoint
from forebygg.organisation.services.scope import decide_scope
from tests.browsing import Browser, words

HEAD = "Enhet;Typ;Ligger under;Personalgrupp;Antal\n"
DAY = dt.date(2025, 9, 15)
PLACE = "/granvik/organisation/"


@pytest.fixture
def coordinator(granvik, people, person):
    """The coordinator's browser."""
    alva = people("Alva Birk")
    appoint(alva, Role.COORDINATOR, within=granvik, by=person)
    client = Client()
    client.force_login(alva)
    return Browser(client)


def upload(text, **more):
    file = SimpleUploadedFile("organisation.csv", (HEAD + text).encode())
    return {"file": file, "counted_on": "2025-09-15", **more}


def kept_of(page):
    """What the preview carries."""
    return {name: page.select_one(f"input[name={name}]")["value"] for name in ("kept", "counted_on")}


def test_an_empty_organisation_says_what_to_do(coordinator):
    assert "Det finns inga enheter ännu" in words(coordinator.page(PLACE).main)


def test_the_organisation_shows_each_unit_under_its_own(granvik, schools, coordinator, person):
    count_staff(schools, "lärare", 34, on=DAY, by=person)
    decide_scope([schools], Nearness.CONTACT, "Möter barn.", within=granvik, on=DAY, by=person)

    page = coordinator.page(PLACE)

    [inner] = page.select(".units .units .units > li")
    assert words(inner) == "Granviksskolan enhet i kontakt lärare 34"
    assert "2 inte avgjorda" in words(page.main)


def test_the_page_takes_as_many_queries_however_many_units(
    granvik, schools, coordinator, django_assert_max_num_queries
):
    Unit.objects.bulk_create(
        Unit(municipality=granvik, number=at, kind=Kind.UNIT, name=f"Enhet {at}", above=schools)
        for at in range(10, 510)
    )

    with django_assert_max_num_queries(8):
        page = coordinator.page(PLACE)
    assert len(page.select(".units li")) == 503


def test_a_large_organisation_opens_unit_by_unit(granvik, schools, coordinator):
    Unit.objects.bulk_create(
        Unit(municipality=granvik, number=at, kind=Kind.UNIT, name=f"Enhet {at}", above=schools)
        for at in range(10, 700)
    )

    page = coordinator.page(PLACE)

    assert len(page.select(".units li")) == 3
    assert "690 enheter under den" in words(page.main)


def test_a_unit_is_added_renamed_moved_and_closed_down(schools, social_board, coordinator):
    page = coordinator.page(f"{PLACE}new/", data={"name": "Norra skolan", "kind": "unit", "under": "2"})
    unit = Unit.objects.get(name="Norra skolan")
    assert words(page.h1) == "Norra skolan"

    mine = f"{PLACE}{unit.number}/"
    assert words(coordinator.page(f"{mine}change/", data={"name": "Södra", "kind": "school"}).h1) == "Södra"
    assert "Socialnämnden" in words(
        coordinator.page(f"{mine}move/", data={"under": "4"}).nav.find_next("nav")
    )
    assert "nedlagd" in words(coordinator.page(f"{mine}close/", data={"on": "2025-09-15"}).main)


def test_what_cannot_be_done_is_told_in_the_form(schools, coordinator):
    page = coordinator.page(f"{PLACE}2/close/", data={"on": "2025-09-15"}, status=422)

    assert "Lägg ner eller flytta dem först" in words(page.select_one("#error-summary"))


def test_a_unit_is_offered_no_place_under_itself(schools, coordinator):
    places = coordinator.page(f"{PLACE}1/move/").select("#id_under option")

    assert [place["value"] for place in places] == [""]


def test_a_staff_group_that_names_a_person_is_asked_about(schools, coordinator):
    typed = {"name": "Alva Lindberg", "heads": "1", "on": "2025-09-15"}

    page = coordinator.page(f"{PLACE}3/count/", data=typed, status=422)

    assert page.select(".seen mark")
    assert not schools.groups.exists()


def test_a_unit_shows_its_counts_and_those_before(schools, coordinator, person):
    for heads, day in ((30, dt.date(2024, 9, 15)), (34, DAY)):
        count_staff(schools, "lärare", heads, on=day, by=person)

    row = coordinator.page(f"{PLACE}3/").select_one("tbody tr")

    assert words(row) == "lärare 34 15 september 2025 30 ( 15 september 2024 )"


def test_many_units_are_decided_on_with_one_reason(schools, coordinator):
    typed = {"units": ["1", "3"], "nearness": "contact", "reason": "Möter barn.", "on": "2025-09-15"}

    page = coordinator.page(f"{PLACE}scope/", data=typed)

    assert "Bestämt för 2 enheter" in words(page.main)
    assert {scope.unit.number for scope in Scope.objects.all()} == {1, 3}
    left = coordinator.page(f"{PLACE}scope/?nearness=undecided")
    assert [words(name) for name in left.select("tbody label")] == ["Utbildningsförvaltningen"]


def test_ticks_stay_when_the_reason_has_to_be_read_again(schools, coordinator):
    typed = {"units": ["3"], "nearness": "contact", "reason": "Alva Lindberg bråkar.", "on": "2025-09-15"}

    page = coordinator.page(f"{PLACE}scope/", data=typed, status=422)

    assert [box["value"] for box in page.select("tbody input[checked]")] == ["3"]
    assert not Scope.objects.exists()


def test_who_only_reads_sees_the_register_and_no_form(granvik, schools, people, person):
    alva = people("Alva Birk")
    appoint(alva, Role.AUDITOR, within=granvik, by=person)
    client = Client()
    client.force_login(alva)

    page = Browser(client).page(f"{PLACE}scope/")

    assert page.select("tbody tr")
    assert not page.select("form[method=post]")


def test_a_file_is_seen_before_it_is_stored(granvik, coordinator):
    page = coordinator.page(
        f"{PLACE}import/", data=upload("Nämnden;nämnd;;;\nÅsen;skola;Nämnden;lärare;34\n")
    )

    assert [words(row) for row in page.select("tbody tr")] == [
        "Nämnden nämnd 2",
        "Åsen enhet Nämnden lärare 34 3",
    ]
    assert not Unit.objects.of(granvik).exists()
    done = coordinator.page(f"{PLACE}import/", data=kept_of(page) | {"confirm": "1"})
    assert "Enheter som lagts till: 2." in words(done.main)
    again = coordinator.page(f"{PLACE}import/", data=kept_of(page))
    assert "Filen ändrar inget" in words(again.main)
    assert not again.select("button[name=confirm]")


def test_every_wrong_row_is_listed_in_the_readers_language(granvik, coordinator):
    wrong = upload("Åsen;skola;;lärare;-3\nNorra;planet;;;\nGod;nämnd;;;\n")

    page = coordinator.page(f"/en{PLACE}import/", data=wrong, status=422)

    assert [words(row) for row in page.select("tbody tr")] == [
        "2 “-3” is less than nobody. Write how many they are.",
        (
            "3 “planet” is no kind that is known. Write board, department, unit, municipal company, "
            "independent school or contractor."
        ),
    ]
    coordinator.page(f"{PLACE}import/", data=kept_of(page) | {"confirm": "1"}, status=422)
    assert not Unit.objects.of(granvik).exists()


def test_a_list_of_employees_is_refused_with_the_reason(coordinator):
    file = SimpleUploadedFile("x.csv", b"Enhet;Namn;E-post\nSkolan;Alva Birk;alva@granvik.example\n")

    page = coordinator.page(f"{PLACE}import/", data={"file": file, "counted_on": "2025-09-15"}, status=422)

    assert "aldrig vilka" in words(page.select_one("#error-summary"))


def test_a_doubtful_staff_group_is_ticked_before_it_is_stored(granvik, coordinator):
    page = coordinator.page(f"{PLACE}import/", data=upload("Åsen;skola;;Alva Lindberg;1\n"))
    kept = kept_of(page)

    coordinator.page(f"{PLACE}import/", data=kept | {"confirm": "1"}, status=422)
    assert not Unit.objects.of(granvik).exists()
    coordinator.page(f"{PLACE}import/", data=kept | {"confirm": "1", "agree": "1"})
    assert Unit.objects.of(granvik).count() == 1


def test_a_long_preview_is_turned_page_by_page(coordinator):
    rows = "".join(f"Enhet {at};enhet;;lärare;{at}\n" for at in range(150))

    first = coordinator.page(f"{PLACE}import/", data=upload(rows))
    second = coordinator.page(f"{PLACE}import/", data=kept_of(first) | {"show": "added", "page": "2"})

    assert (len(first.select("tbody tr")), len(second.select("tbody tr"))) == (100, 50)


@pytest.mark.parametrize("kept", ["inte base64", "AAAA"])
def test_a_file_that_was_lost_on_the_way_is_asked_for_again(coordinator, kept):
    told = {"kept": kept, "counted_on": str(timezone.localdate()), "confirm": "1"}

    page = coordinator.page(f"{PLACE}import/", data=told, status=422)

    assert "Välj den igen" in words(page.select_one("#error-summary"))


def test_an_administrator_chooses_who_takes_over_what_an_authority_keeps(
    browser, coordinator, granvik_case, schools, social_board
):
    close = f"/granvik/organisation/{social_board.number}/close/"
    assert not browser.page(close).select("select[name=successor]")
    granvik_case.papers.filter(number=2).update(kept_by=social_board)

    refused = coordinator.page(close, status=422, data={"on": "2025-10-02"})
    assert "Socialnämnden håller handlingar för sig själv (1 st)" in words(refused.main)
    browser.page(close, status=422, data={"on": "2025-10-02"})
    browser.page(close, data={"on": "2025-10-02", "successor": schools.authority.pk})

    assert granvik_case.papers.get(number=2).kept_by == schools.authority
