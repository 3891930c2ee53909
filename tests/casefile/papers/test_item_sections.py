import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.papers.items.headings import Part, read_heading
from forebygg.casefile.papers.items.item import read_item
from forebygg.casefile.papers.items.sections import sections
from tests.casefile.papers.typed import typed


def read(text, **known):
    item, unread = read_item("d1", "granvik.txt", typed(f"§ 5\nPlan mot våld\n\n{text}"), **known)
    assert unread == []
    return item


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Beslut", Part.DECISION),
        ("BESLUT:", Part.DECISION),
        ("B E S L U T", Part.DECISION),
        ("Kommunstyrelsens beslut", Part.DECISION),
        ("Beredningen för medborgardialog och mångfalds beslut", Part.DECISION),
        ("Beslut i omsorgsnämnden", Part.DECISION),
        ("Arbetsutskottets förslag till kommunstyrelsen", Part.PROPOSAL),
        ("KSAU:s förslag", Part.PROPOSAL),
        ("Förslag till beslut", Part.PROPOSAL),
        ("Förslag till beslut i kommunfullmäktige", Part.PROPOSAL),
        ("Beskrivning av ärendet", Part.DESCRIPTION),
        ("Förvaltningens bedömning", Part.DESCRIPTION),
        ("Yrkanden", Part.MOTIONS),
        ("Förslag på sammanträdet", Part.MOTIONS),
        ("Beslutsgång", Part.ORDER),
        ("Propositionsordning", Part.ORDER),
        ("Omröstning - huvudvotering", Part.BALLOT),
        ("Reservation från Granvikspartiet", Part.RESERVATION),
        ("Särskilt yttrande", Part.STATEMENT),
        ("Tidigare behandling", Part.EARLIER),
        ("Underlag för beslut", Part.PAPERS),
        ("Bilagor", Part.ATTACHMENTS),
        ("Beslutet skickas till", Part.SENT_TO),
        ("Expedieras till: Kommunstyrelsen", Part.SENT_TO),
        ("Protokollsutdrag till kommunstyrelsen", Part.SENT_TO),
        ("Hur man överklagar", Part.APPEAL),
    ],
)
def test_a_heading_is_known_however_it_is_printed(heading, part):
    assert read_heading(heading).part is part


@pytest.mark.parametrize(
    "line",
    [
        "Beslut fattas i maj.",
        "beslut",
        "Enligt kommunledningskontorets förslag:",
        "Kommunstyrelsens förslag avslås.",
        "Kommunstyrelsen beslutar att anta planen",
        "Handlingsplan mot våldsbejakande extremism",
        "Yrkande från SD den 3 maj 2024.",
        "",
    ],
)
def test_running_text_is_no_heading(line):
    assert read_heading(line) is None


def test_a_word_in_the_middle_of_a_sentence_does_not_divide_it():
    item = read("Ärendet\nNämnden fattade sitt\nbeslut i maj.\n\nBeslut\nPlanen antas.")
    assert item.description == "Nämnden fattade sitt beslut i maj."


def test_an_unknown_heading_stays_in_the_description():
    item = read(
        "Ärendet\nPlanen är ny.\n\nFörankring i byalaget\n\nByalaget är nöjt.\n\nBeslut\nPlanen antas."
    )
    assert item.description == "Planen är ny.\n\nFörankring i byalaget\n\nByalaget är nöjt."


def test_reasons_under_their_own_headings_belong_to_the_description():
    item = read(
        "Sammanfattning\nPlanen är ny.\n\nBarnperspektiv\nBarn berörs.\n\nEkonomi\nKostnaden är liten."
    )
    assert item.description == "Planen är ny.\n\nBarn berörs.\n\nKostnaden är liten."


def test_text_between_title_and_decision_is_the_description():
    assert read("Planen är ny.\n\nBeslut\nPlanen antas.").description == "Planen är ny."


def test_what_is_not_there_is_none():
    item = read("Beslut\nPlanen antas.")
    assert (item.description, item.order, item.earlier, item.information, item.registry_number) == (None,) * 5


def test_order_earlier_treatment_and_information_are_kept_whole():
    item = read(
        "Tidigare behandling\nBordlagt den 3 maj, § 4.\n\nInformation\nBo Ek berättar.\n\n"
        "Beslutsgång\nOrdföranden frågar.\n\nPropositionsordning\nOrdföranden finner."
    )
    assert (item.earlier, item.information, item.order) == (
        "Bordlagt den 3 maj, § 4.",
        "Bo Ek berättar.",
        "Ordföranden frågar.\n\nOrdföranden finner.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Bilagor\n\nPlan mot våld.pdf\n\nProtokollsutdrag 2024-05-03 § 4.pdf",
        "Bilagor\n- Plan mot våld.pdf\n- Protokollsutdrag 2024-05-03 § 4.pdf",
        "Bilagor\n1. Plan mot våld.pdf\n2. Protokollsutdrag 2024-05-03\n§ 4.pdf",
        "Bilagor: Plan mot våld.pdf\nProtokollsutdrag 2024-05-03 § 4.pdf",
    ],
)
def test_each_attachment_is_one_entry(text):
    item = read(text)
    assert (item.attachments, item.papers) == (
        ("Plan mot våld.pdf", "Protokollsutdrag 2024-05-03 § 4.pdf"),
        (),
    )


def test_papers_over_two_lines_are_whole_and_are_attachments_too():
    item = read(
        "Handlingar\nKommunledningskontorets tjänsteutlåtande den 3 maj 2024, reviderat den\n21 maj 2024.\n"
        "Yrkande från S den 22 maj 2024\nReservation från M den 23 maj 2024\n\nBilaga\nPlan mot våld"
    )
    assert item.papers == (
        "Kommunledningskontorets tjänsteutlåtande den 3 maj 2024, reviderat den 21 maj 2024.",
        "Yrkande från S den 22 maj 2024",
        "Reservation från M den 23 maj 2024",
    )
    assert item.attachments == (*item.papers, "Plan mot våld")


@pytest.mark.parametrize(
    "text",
    [
        "Beslutet skickas till\nKommunstyrelsen\nEkonomi",
        "Expedieras till:\n- Kommunstyrelsen\n- Ekonomi",
        "Sändlista\nKommunstyrelsen\n\nEkonomi",
    ],
)
def test_recipients_are_one_a_line_even_when_they_sound_like_headings(text):
    assert read(text).sent_to == ("Kommunstyrelsen", "Ekonomi")


def test_furniture_between_a_heading_and_its_text_parts_nothing():
    lines = typed(
        "§ 5\nPlan\n\nNämnden\n\nYrkanden\n\nProtokoll nr 2\n\nAnna Berg (S) yrkar bifall.",
        furniture=("Nämnden", "Protokoll nr 2"),
    )
    item, _ = read_item("d1", "granvik.txt", lines)
    assert [motion.name for motion in item.motions] == ["Anna Berg"]


@given(
    st.lists(
        st.sampled_from(["", "Beslut", "Yrkanden", "Planen antas.", "Bilagor", "Ekonomi", "och mer text"])
    )
)
def test_every_line_below_the_title_is_in_one_section(rows):
    lines = typed("x\n" + "\n".join(rows))[1:]
    divided = sections(lines)
    held = [line for section in divided for line in (section.line, *section.lines) if line.text]
    assert held == [line for line in lines if line.text]


def test_headings_in_a_column_of_their_own_are_headings():
    item = read(
        "Beslut\tPlanen antas.\n\nReservation\tBo Ek (M) reserverar sig.\n\nÄrendet\tEn plan.\n\nExp\tChefen"
    )
    assert (item.decision, item.reservations) == (("Planen antas.",), ("Bo Ek (M) reserverar sig.",))
    assert (item.description, item.sent_to) == ("En plan.", ("Chefen",))


def test_the_order_of_decision_may_follow_the_motions_under_their_heading():
    item = read("Yrkanden\nBo Ek (M) yrkar avslag.\nOrdföranden ställer proposition.\nVotering begärs.")
    assert (len(item.motions), item.order) == (1, "Ordföranden ställer proposition. Votering begärs.")


def test_a_recipient_in_a_sentence_is_a_recipient():
    assert read("Beslut\nPlanen antas.\n\nExp. Bo Ek, Löner").sent_to == ("Bo Ek, Löner",)
