import datetime as dt
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.pages import mark
from forebygg.casefile.paper import Paper, Text
from forebygg.casefile.papers.letters.memo import read_memo

LETTERHEAD = """
    Granviks kommun
    Kommunkansliet
    Anna Berg
    Säkerhetssamordnare
    0123-456 78 90
    anna.berg@granvik.example

    TJÄNSTESKRIVELSE

    2016-10-04

    1 (3)

    Dnr 2016/KS 0321 003

    Kommunledningsutskottet

    Handlingsplan mot våldsbejakande extremism

    Förslag till beslut

    Kommunledningsutskottets förslag till kommunstyrelsen för förslag till kommunfullmäktige

    - Handlingsplan mot våldsbejakande extremism antas

    Kommunstyrelseförvaltningen


    Bo Ek
    Kommundirektör


    Britt-Marie Lund Björk
    Chef Medborgarfokus

    Beskrivning av ärendet

    Kommunen behöver ett styrdokument i arbetet mot våldsbejakande

    granviks kommun

    extremism. Denna handlingsplan är övergripande.
    """
LABELS = """
    Granviks kommun        Tjänsteskrivelse        1(2)
    Kommunledningskontoret        2021-04-20        Dnr KS 2021-00045
    Handläggare: Anna Berg
    Telefon: 0123-456 78

    Till kommunstyrelsen

    Policy för trygghet i Granvik

    Förslag till beslut
    1. Kommunstyrelsen föreslår kommunfullmäktige att anta policyn.
    2. Policyn ersätter den från 2015 och
    gäller tills vidare.

    Ärendet
    Det finns ett behov.

    Anna Berg        Bo Ek
    Säkerhetschef        Kommundirektör
    """
OFFICE = """
    Tjänsteutlåtande
    Utfärdat 2024-01-22
    Diarienummer 0123/24

    Handläggare
    Anna Berg
    Telefon: 0123-456 78
    E-post: anna.berg@granvik.example

    Plan för arbetet mot våld i nära
    relationer 2024–2027

    Förslag till beslut
    I kommunstyrelsen:
    Planen antas.

    Sammanfattning
    En plan har tagits fram.
    """
COLUMNS = """
    \tDatum\tDiarienummer
    \t2023-01-12\tKS 2023/11
    Kommunledningskontoret
    Handläggare
    Anna Berg

    \tMottagare
    \tKommunstyrelsen

    Svar på motion om trygghet

    Förslag till beslut
    Motionen anses besvarad.

    Bedömning
    Kontoret bedömer att motionen är besvarad.
    """


def read(text):
    lines = tuple(dedent(text).strip("\n").split("\n"))
    marked = mark(Text(file="akt.txt", form="text", lines=lines))
    return read_memo(Paper(id="d1", file="akt.txt", kind="memo", lines=marked.lines))


@pytest.mark.parametrize("text", [LETTERHEAD, LABELS, OFFICE, COLUMNS])
def test_the_officer_in_the_letterhead_is_the_author(text):
    assert read(text)[0].author == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (LETTERHEAD, "Handlingsplan mot våldsbejakande extremism"),
        (LABELS, "Policy för trygghet i Granvik"),
        (OFFICE, "Plan för arbetet mot våld i nära relationer 2024–2027"),
        (COLUMNS, "Svar på motion om trygghet"),
    ],
)
def test_the_title_stands_before_the_proposal(text, title):
    assert read(text)[0].title == title


@pytest.mark.parametrize(
    ("text", "day"),
    [(LETTERHEAD, (2016, 10, 4)), (LABELS, (2021, 4, 20)), (OFFICE, (2024, 1, 22)), (COLUMNS, (2023, 1, 12))],
)
def test_the_date_is_the_letterheads(text, day):
    assert read(text)[0].date == dt.date(*day)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (LETTERHEAD, "2016/KS 0321 003"),
        (LABELS, "KS 2021-00045"),
        (OFFICE, "0123/24"),
        (COLUMNS, "KS 2023/11"),
    ],
)
def test_the_registry_number_is_without_its_label(text, number):
    assert read(text)[0].registry_number == number


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        (LETTERHEAD, "Kommunledningsutskottet"),
        (LABELS, "kommunstyrelsen"),
        (OFFICE, None),
        (COLUMNS, "Kommunstyrelsen"),
    ],
)
def test_the_addressee_is_as_printed(text, addressee):
    assert read(text)[0].addressed_to == addressee


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        (LETTERHEAD, ("Bo Ek", "Britt-Marie Lund Björk")),
        (LABELS, ("Anna Berg", "Bo Ek")),
        (OFFICE, ()),
        (COLUMNS, ()),
    ],
)
def test_those_who_sign_stand_over_their_posts(text, signers):
    assert read(text)[0].signed_by == signers


@pytest.mark.parametrize(
    ("text", "proposals"),
    [
        (LETTERHEAD, ("Handlingsplan mot våldsbejakande extremism antas",)),
        (
            LABELS,
            (
                "Kommunstyrelsen föreslår kommunfullmäktige att anta policyn.",
                "Policyn ersätter den från 2015 och gäller tills vidare.",
            ),
        ),
        (OFFICE, ("Planen antas.",)),
        (COLUMNS, ("Motionen anses besvarad.",)),
    ],
)
def test_the_proposals_are_without_their_numbers(text, proposals):
    assert read(text)[0].proposals == proposals


def test_the_running_text_holds_no_furniture_and_no_signatures():
    text = [line.text for line in read(LETTERHEAD)[0].text if line.text]

    assert text[0] == "Förslag till beslut"
    assert text[-2:] == [
        "Kommunen behöver ett styrdokument i arbetet mot våldsbejakande",
        "extremism. Denna handlingsplan är övergripande.",
    ]


@pytest.mark.parametrize("text", [LETTERHEAD, LABELS, OFFICE, COLUMNS])
def test_every_row_of_the_letterhead_is_understood(text):
    assert read(text)[1] == []


def test_a_letterhead_that_says_little_leaves_the_rest_unsaid():
    head, unread = read("PM\n\nLägesbild för Granvik\n\nBakgrund\n\nEn lägesbild har tagits fram.")

    assert (head.title, head.author, head.date, head.addressed_to, head.registry_number, head.signed_by) == (
        "Lägesbild för Granvik",
        None,
        None,
        None,
        None,
        (),
    )
    assert unread == []


def test_several_addressees_are_joined():
    head, _ = read("""
        REMISS

        2024-11-11

        Remissinstanser

        Lokala brottsförebyggande rådet
        Ungdomsrådet

        Remiss av förslag till handlingsplan

        Ni får nu möjlighet att lämna synpunkter på det förslag som förvaltningen har tagit fram.
        """)

    assert head.addressed_to == "Lokala brottsförebyggande rådet, Ungdomsrådet"


@given(
    st.lists(st.text(max_size=50).map(lambda text: text.replace("\n", " ").replace("\r", " ")), max_size=30)
)
def test_a_memo_of_any_text_is_read(lines):
    head, unread = read_memo(
        Paper(
            id="d1",
            file="akt.txt",
            kind="memo",
            lines=mark(Text(file="", form="text", lines=tuple(lines))).lines,
        )
    )

    assert {line.number for line in (*head.text, *unread)} <= set(range(1, len(lines) + 1))
