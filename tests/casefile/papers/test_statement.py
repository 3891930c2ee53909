import datetime as dt
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.pages import mark
from forebygg.casefile.paper import Paper, Text
from forebygg.casefile.papers.letters.statement import read_statement

DISSENT = """
    miljöpartiet de gröna

    Granvik

    Säoskilt yttrande
    Reservation

    Beredningen för medborgardialog och mångfalds sammanträde 18 oktober 2016

    Ärende 1. Handlingsplan mot våldsbejakande extremism

    Vi är positiva till att kommunen tar fram en handlingsplan. Det är ett angeläget arbete.

    Peter Lind
    Ledamot
    """
RESERVATION = """
    Reservation

    Kommunstyrelsen 2021-05-31
    Ärende 7 Policy för trygghet

    Vi reserverar oss mot beslutet till förmån för vårt eget yrkande.

    För Moderaterna
    Bo Ek (M)
    Cia Dal (M)
    """
ANSWER = """
    Lokala brottsförebyggande rådet i Granvik

    YTTRANDE

    2024-12-09

    Dnr KS 2024/00421

    Kommunstyrelsen

    Yttrande över förslag till handlingsplan mot våldsbejakande extremism

    Rådet är positivt till förslaget och anser att det är skrivet så att alla kan använda det.

    Torbjörn Rydh
    Ordförande
    """


def read(text):
    lines = tuple(dedent(text).strip("\n").split("\n"))
    marked = mark(Text(file="akt.txt", form="text", lines=lines))
    return read_statement(Paper(id="d1", file="akt.txt", kind="statement", lines=marked.lines))


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (DISSENT, ("Särskilt yttrande", "Reservation")),
        (RESERVATION, ("Reservation",)),
        (ANSWER, ("Yttrande",)),
        (
            ("Protokollsanteckning\n\nKommunstyrelsen 2021-05-31\n\nVi står bakom planen."),
            ("Protokollsanteckning",),
        ),
        (
            ("Särskilt yttrande och protokollsanteckning\n\nVi står bakom."),
            ("Särskilt yttrande", "Protokollsanteckning"),
        ),
    ],
)
def test_every_heading_is_named_in_plain_words(text, headings):
    assert read(text)[0].headings == headings


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (DISSENT, "Handlingsplan mot våldsbejakande extremism"),
        (RESERVATION, "Policy för trygghet"),
        (ANSWER, "Yttrande över förslag till handlingsplan mot våldsbejakande extremism"),
        (
            ("Särskilt yttrande angående plan för trygghet\n\nKommunstyrelsen 2021-05-31\n\nVi står bakom."),
            "plan för trygghet",
        ),
    ],
)
def test_the_title_is_the_matter_that_it_speaks_of(text, title):
    assert read(text)[0].title == title


@pytest.mark.parametrize(
    ("text", "body", "meeting", "own"),
    [
        (DISSENT, "Beredningen för medborgardialog och mångfald", dt.date(2016, 10, 18), None),
        (RESERVATION, "Kommunstyrelsen", dt.date(2021, 5, 31), None),
        (ANSWER, None, None, dt.date(2024, 12, 9)),
    ],
)
def test_the_sitting_is_told_from_the_papers_own_date(text, body, meeting, own):
    head, _ = read(text)

    assert (head.body, head.meeting_date, head.date) == (body, meeting, own)


@pytest.mark.parametrize(
    ("text", "author", "signers"),
    [
        (DISSENT, "Peter Lind", [("Peter Lind", "Ledamot", None)]),
        (RESERVATION, None, [("Bo Ek", None, "M"), ("Cia Dal", None, "M")]),
        (ANSWER, "Lokala brottsförebyggande rådet", [("Torbjörn Rydh", "Ordförande", None)]),
    ],
)
def test_one_signer_or_the_body_that_answers_is_the_author(text, author, signers):
    head, _ = read(text)

    assert head.author == author
    assert [(one.name, one.post, one.party) for one in head.signers] == signers


def test_the_text_is_without_head_and_signatures():
    assert [line.text for line in read(DISSENT)[0].text if line.text] == [
        "Vi är positiva till att kommunen tar fram en handlingsplan. Det är ett angeläget arbete."
    ]


def test_an_answer_is_addressed_and_registered():
    head, _ = read(ANSWER)

    assert (head.addressed_to, head.registry_number) == ("Kommunstyrelsen", "KS 2024/00421")


@pytest.mark.parametrize("text", [DISSENT, RESERVATION, ANSWER])
def test_every_row_of_the_head_is_understood(text):
    assert read(text)[1] == []


@given(
    st.lists(st.text(max_size=50).map(lambda text: text.replace("\n", " ").replace("\r", " ")), max_size=30)
)
def test_a_statement_of_any_text_is_read(lines):
    marked = mark(Text(file="", form="text", lines=tuple(lines))).lines
    head, unread = read_statement(Paper(id="d1", file="akt.txt", kind="statement", lines=marked))

    assert {line.number for line in (*head.text, *unread)} <= set(range(1, len(lines) + 1))
