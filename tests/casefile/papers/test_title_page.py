"""First pages of steering documents, as different municipalities set them."""

import datetime as dt

import pytest

from forebygg.casefile.paper import Line
from forebygg.casefile.papers.plans.title_page import read_title_page


def page(*rows):
    return read_title_page([Line(number, row) for number, row in enumerate(rows, start=1)])


def test_a_row_of_labels_has_its_values_in_the_row_below():
    read = page(
        "Dokumentnamn",
        "Handlingsplan mot våldsbejakande extremism",
        "Dokumenttyp\tFastställd/upprättad\tBeslutsinstans",
        "Handlingsplan\t2021-04-26\tKommunfullmäktige",
        "Dokumentansvarig\tVersion\tDiarienummer",
        "Säkerhetschefen\t2\tKS 2020/345",
    )

    assert read.title == "Handlingsplan mot våldsbejakande extremism"
    assert read.date == dt.date(2021, 4, 26)
    assert read.registry_number == "KS 2020/345"
    assert read.unread == ()


def test_labels_over_one_another_have_their_values_in_their_order():
    read = page("Policy för trygghet", "Diarienummer", "KS 2020/345", "Beslutsdatum", "2021-04-26")

    assert (read.registry_number, read.date) == ("KS 2020/345", dt.date(2021, 4, 26))


@pytest.mark.parametrize("word", ["Antagna", "Fastställda", "Beslutade"])
def test_guidelines_are_adopted_in_the_plural(word):
    read = page("Riktlinjer för styrdokument", f"{word} av kommunfullmäktige 2012-04-12")

    assert (read.date, read.unread) == (dt.date(2012, 4, 12), ())


def test_the_number_of_a_version_is_no_day():
    read = page("Handlingsplan för trygghet", "Vers. 1 maj 2017", "Utgivningsdatum: 16 maj 2017")

    assert read.date == dt.date(2017, 5, 16)


@pytest.mark.parametrize(
    "rows",
    [
        ("HANDLINGSPLAN MOT", "VÅLDSBEJAKANDE EXTREMISM"),
        ("HANDLINGSPLAN", "MOT VÅLDSBEJAKANDE EXTREMISM"),
        ("Handlingsplan mot", "våldsbejakande extremism"),
        ("Handlingsplan", "Mot våldsbejakande extremism"),
    ],
)
def test_a_title_goes_on_over_its_line(rows):
    title = page(*rows, "Granviks kommun").title

    assert title is not None
    assert title.casefold() == "handlingsplan mot våldsbejakande extremism"


def test_the_title_again_and_a_web_address_are_nothing_new():
    title = "Handlingsplan för trygghet, arbetsmarknadsnämnden"

    assert page(title, "granvik.se", "Handlingsplan för trygghet", title).unread == ()


@pytest.mark.parametrize(
    "row",
    [
        "Remissversion 2023-03-01",
        "Förslag den 1 mars 2023",
        "Utkast 2023-03-01",
        "Slutligt förslag: 2023-03-01",
    ],
)
def test_a_draft_is_dated_by_what_it_is(row):
    read = page("Handlingsplan för trygghet", row)

    assert (read.title, read.date, read.unread) == ("Handlingsplan för trygghet", dt.date(2023, 3, 1), ())


def test_a_proposal_for_a_plan_is_its_title():
    assert page("Förslag till handlingsplan för trygghet", "2023-03-01").title == (
        "Förslag till handlingsplan för trygghet"
    )
