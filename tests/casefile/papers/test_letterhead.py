"""Letterheads in rows of columns, and letters whose addressees, officers and signatures stand elsewhere."""

import datetime as dt
from textwrap import dedent

import pytest

from forebygg.casefile.pages import mark
from forebygg.casefile.paper import Paper, Text
from forebygg.casefile.papers.letters.memo import read_memo

SIDE_BY_SIDE = """
    Granviks stad                                   Tjänsteutlåtande
    Säkerhetsavdelningen                            Dnr KS 2021/1204
                                                    2021-09-14

    Handläggare                                     Till
    Ylva Ståhl                                      Kommunstyrelsen
    Telefon: 0123-456 78

    Revidering av riktlinjerna mot våldsbejakande extremism

    Förslag till beslut

    Riktlinjerna antas.

    Fredrik Alm
    Stadsdirektör                 Linn Ask
                                  Avdelningschef
    """
TABLE = """
    Tjänsteskrivelse\t1 (2)
    Datum\tDiarienummer
    2021-09-14\tKS 2021/1204
    Handläggare\tMottagare
    Ylva Ståhl, 0123-456 78\tKommunstyrelsen
    Trygghetssamordnare

    Revidering av riktlinjerna mot våldsbejakande extremism

    Ärendebeskrivning
    Riktlinjerna har setts över.

    Fredrik Alm\tLinn Ask
    Stadsdirektör\tAvdelningschef
    """
LABELS = """
    PM

    2021-09-14

    Till: Kommunstyrelsen
    Från: Ylva Ståhl, säkerhetssamordnare
    Ert diarienummer:
    Vårt diarienummer: KS 2021/1204
    Ärende: Revidering av riktlinjerna mot våldsbejakande extremism

    Inledning
    Detta PM beskriver läget. Rådet har träffats.

    Ylva Ståhl
    """
MISSIVE = """
    GRANVIKS KOMMUN                         MISSIV                      1(1)
    Kommunledningskontoret                  Datum                       Vår referens
    Säkerhetssamordnare                     2021-09-14                  Dnr KS 2021/1204
    Ylva Ståhl

                                            Enligt sändlista

    Revidering av riktlinjerna mot våldsbejakande extremism

    Kommunstyrelsen beslutade den 3 april 2021, § 51, att skicka förslaget på remiss till de bolag och
    nämnder som berörs av det.

    Ylva Ståhl
    Säkerhetssamordnare

    Sändlista
    Socialnämnden
    Polisen, lokalpolisområde Granvik
    """


def read(text):
    lines = tuple(dedent(text).strip("\n").split("\n"))
    marked = mark(Text(file="akt.txt", form="text", lines=lines))
    return read_memo(Paper(id="d1", file="akt.txt", kind="memo", lines=marked.lines))


@pytest.mark.parametrize("text", [SIDE_BY_SIDE, TABLE, LABELS, MISSIVE])
def test_each_value_belongs_to_the_label_over_it_or_before_it(text):
    head, _ = read(text)

    assert head.author == "Ylva Ståhl"
    assert head.date == dt.date(2021, 9, 14)
    assert head.registry_number == "KS 2021/1204"
    assert head.title == "Revidering av riktlinjerna mot våldsbejakande extremism"


@pytest.mark.parametrize("text", [SIDE_BY_SIDE, TABLE, LABELS, MISSIVE])
def test_every_row_of_such_a_letterhead_is_understood(text):
    assert read(text)[1] == []


@pytest.mark.parametrize("text", [SIDE_BY_SIDE, TABLE, LABELS])
def test_the_officer_beside_the_addressee_is_none(text):
    assert read(text)[0].addressed_to == "Kommunstyrelsen"


def test_those_on_the_list_at_the_end_are_addressed():
    assert read(MISSIVE)[0].addressed_to == "Socialnämnden, Polisen, lokalpolisområde Granvik"


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        (SIDE_BY_SIDE, ("Fredrik Alm", "Linn Ask")),
        (TABLE, ("Fredrik Alm", "Linn Ask")),
        (LABELS, ("Ylva Ståhl",)),
        (MISSIVE, ("Ylva Ståhl",)),
    ],
)
def test_signatures_in_steps_in_columns_and_bare_are_read(text, signers):
    assert read(text)[0].signed_by == signers


def test_a_name_alone_that_nobody_introduced_signs_nothing():
    assert read(LABELS.replace("Från: Ylva Ståhl", "Från: Bo Ek"))[0].signed_by == ()


def test_a_copy_is_not_addressed():
    text = LABELS.replace("Ert diarienummer:", "Kopia till\n    Socialnämnden")

    assert read(text)[0].addressed_to == "Kommunstyrelsen"


def test_the_holder_of_an_office_writes_what_bears_both_names():
    text = LABELS.replace(
        "Från: Ylva Ståhl, säkerhetssamordnare", "Kommunstyrelsens ordförande Ylva Ståhl (S)"
    )

    assert read(text)[0].author == "Ylva Ståhl"


def test_the_number_of_a_numbered_memo_stands_beside_its_title_word():
    text = LABELS.replace("    PM\n", "    PM 2021:63 RI (Dnr 155-1204/2021)\n").replace(
        "    Vårt diarienummer: KS 2021/1204\n", ""
    )

    assert read(text)[0].registry_number == "155-1204/2021"


def test_the_table_of_a_summons_is_no_head():
    head, _ = read("KALLELSE\nUpprättad\n2025-11-11\nNr\tÄrende\tDnr\n1.\tInformation\t2025-00014")

    assert head.registry_number is None


def test_a_printed_mail_has_sender_subject_and_day():
    head, unread = read("""
        Från: Maja Ros <maja.ros@granvik.example>
        Skickat: den 30 maj 2023 09:14
        Till: kommunstyrelsen@granvik.example
        Ämne: Remissvar KS 2023/88

        Hej!
        Vi har inget att invända mot förslaget.

        Maja Ros
        """)

    assert (head.author, head.title, head.date) == ("Maja Ros", "Remissvar KS 2023/88", dt.date(2023, 5, 30))
    assert unread == []
