from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.pages import mark
from forebygg.casefile.paper import Text


def marked(text):
    return mark(Text(file="papper.txt", form="text", lines=tuple(dedent(text).strip("\n").split("\n"))))


def furniture(text):
    return [line.text for line in marked(text).lines if line.furniture]


def kept(text):
    return [line.text for line in marked(text).lines if line.text and not line.furniture]


@pytest.mark.parametrize(
    "line",
    [
        "3 (90)",
        "1(25)",
        "Sida 3 av 90",
        "Sida 3 (7)",
        "Sid 3",
        "sid. 4",
        "Sid 18 (53)",
        "– 3 –",
        "-4-",
        "Sida: 2(5)",
    ],
)
def test_a_page_number_is_furniture(line):
    assert furniture(f"Text före.\n\n{line}\n\nText efter.") == [line]


@pytest.mark.parametrize("line", ["3", "9 (3)", "2024", "12 procent", "§ 3 (4)", "- 3 platser", "Ja: 43"])
def test_a_number_that_counts_something_else_is_text(line):
    assert furniture(f"Text före.\n\n{line}\n\nText efter.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Justerandes sign",
        "Justerandes sign \t\tUtdragsbestyrkande",
        "Justerandes signatur          Utdragsbestyrkande",
        "Justerares sign.",
        "Justerandes signaturer",
        "Ordf. sign  Just. sign",
        "Ordförandens signatur",
        "Utdragsbestyrkande",
        "Utdraget bestyrks",
        "---\t---\t--",
        "____________________",
        "……………………………",
    ],
)
def test_what_signs_and_attests_a_page_is_furniture(line):
    assert furniture(f"Ordföranden ställer frågan.\n\n{line}\n\nBilagor") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Justerande",
        "Ordförande",
        "Justering",
        "Justerandes plats",
        "- antas",
        "--",
        "Protokollsutdrag skickas till",
    ],
)
def test_words_of_a_cover_or_an_item_are_no_signature_foot(line):
    assert line in kept(f"Ordföranden ställer frågan.\n\n{line}\n\nBilagor")


def test_the_head_of_a_page_tells_body_and_date():
    pages = marked("""
        Beslut antecknas.

        4 (30)

        Kommunfullmäktige

        Protokoll nr 2
        Sammanträdesdatum: 2024-03-12

        § 12 Ärendenummer KS-2024-00011
        """)

    assert [(head.body, head.date, head.line) for head in pages.heads] == [
        ("Kommunfullmäktige", "2024-03-12", 3)
    ]
    assert [line.text for line in pages.lines if not line.furniture and line.text] == [
        "Beslut antecknas.",
        "§ 12 Ärendenummer KS-2024-00011",
    ]


def test_a_heading_that_extraction_put_into_the_head_stays():
    text = """
        Tilläggsyrkande från GRP den 2 mars 2024.

        Kommunstyrelsen

        Yrkanden

        Protokoll nr 4
        Sammanträdesdatum: 2024-03-12

        Anna Berg (S) yrkar bifall.
        """

    assert furniture(text) == ["Kommunstyrelsen", "Protokoll nr 4", "Sammanträdesdatum: 2024-03-12"]


def test_an_addressee_before_the_page_turns_is_no_head():
    text = """
        Protokollsutdrag skickas till
        Kommunfullmäktige

        7 (30)

        Kommunfullmäktige

        Protokoll nr 2
        Sammanträdesdatum: 2024-03-12

        § 12 Val
        """

    assert kept(text) == ["Protokollsutdrag skickas till", "Kommunfullmäktige", "§ 12 Val"]


def test_an_addressee_after_the_page_turned_is_no_head():
    text = """
        Protokollsutdrag skickas till

        7 (30)

        Kommunfullmäktige

        Protokoll nr 2
        Sammanträdesdatum: 2024-03-12

        Kommunstyrelsen
        Valberedningen
        """

    assert kept(text) == ["Protokollsutdrag skickas till", "Kommunstyrelsen", "Valberedningen"]


def test_a_head_in_columns_is_furniture_as_a_whole():
    text = """
        SAMMANTRÄDESPROTOKOLL                                   Sida
        Kommunstyrelsen                                         5 (25)
        Sammanträdesdatum
        2022-03-15

        § 33            Dnr KS 2022/123
        """

    assert kept(text) == ["§ 33            Dnr KS 2022/123"]
    assert marked(text).heads[0].body == "Kommunstyrelsen"
    assert marked(text).heads[0].date == "2022-03-15"


def test_a_head_without_the_word_protocol_is_known_by_coming_back():
    page = "\n\nSocialnämnden\n2024-02-20        Sida {} av 4\n\nNämnden beslutar.\n"
    text = "".join(page.format(number) for number in (2, 3, 4))

    assert kept(text) == ["Nämnden beslutar."] * 3
    assert {head.body for head in marked(text).heads} == {"Socialnämnden"}


def test_a_head_on_one_line_is_known_by_coming_back():
    page = "Granviks kommun Kommunstyrelsen, protokoll\n\n§ {} Dnr KS 2024/{}\nVal\n\n"
    text = "".join(page.format(number, number) for number in (4, 5, 6))

    assert furniture(text) == ["Granviks kommun Kommunstyrelsen, protokoll"] * 3


def test_minutes_named_once_among_the_papers_are_text():
    text = """
        Beslutsunderlag
        Kommunstyrelsens protokoll 2024-02-20
        Tjänsteskrivelse 2024-01-30

        § 14
        """

    assert furniture(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Kommunstyrelsens protokoll 2024-02-20",
        "Kommunstyrelsens protokoll",
        "Protokoll från kommunstyrelsens arbetsutskott 2024-08-21",
    ],
)
def test_minutes_named_in_every_item_are_text(line):
    assert furniture(f"§ 14\n\nBeslutsunderlag\n\n{line}\n\n" * 5) == []


def test_a_logotype_alone_is_furniture():
    assert furniture("Texten går vidare\n\ngranviks kommun\n\npå nästa sida.") == ["granviks kommun"]


def test_a_place_in_an_address_or_a_list_is_text():
    text = """
        Granviks kommun
        Kommunledningskontoret

        Beslutet skickas till

        Granviks kommun

        Handlingsplan i
        Granviks kommun
        """

    assert furniture(text) == []


def test_places_in_a_list_of_addressees_are_text():
    assert furniture("Beslutet skickas till\n\nGranviks kommun\n\nNyby kommun\n\nAkten\n\n§ 4") == []


def test_figures_in_brackets_of_a_table_are_text():
    assert furniture("Antal skolor 3 (4)\n\nText.\n\nAntal skolor 5 (6)\n") == []


def test_the_place_over_a_page_number_is_furniture():
    assert kept("vad de behöver för att\n\nGranviks kommun\n2 (4)\n\nvåga fråga.") == [
        "vad de behöver för att",
        "våga fråga.",
    ]


def test_a_row_of_the_notice_tells_like_a_head_but_stays_text():
    text = """
        Organ Kommunstyrelsen
        Sammanträdesdatum 2024-02-20
        Datum då anslaget sätts upp 2024-02-27
        """

    assert furniture(text) == []
    assert marked(text).heads[0].body == "Kommunstyrelsen"


def test_what_stands_over_an_extract_tells_its_meeting_and_stays_text():
    text = """
        Protokollsutdrag
        Kommunstyrelsen
        2021-05-31

        KS § 70 Dnr KS 2021-00045
        """

    assert furniture(text) == []
    assert [(head.body, head.date) for head in marked(text).heads] == [("Kommunstyrelsen", "2021-05-31")]


def test_who_attests_an_extract_is_of_the_page():
    assert kept("Planen antas.\n\nRätt utdraget intygar\nEva Fors\n\n§ 64") == ["Planen antas.", "§ 64"]


def test_what_follows_a_foot_is_text():
    assert kept("Utdragsbestyrkande\n\nNärvarolista\n\nJusterandes sign\n\nAnna Berg") == [
        "Närvarolista",
        "Anna Berg",
    ]


def test_addressees_under_the_word_extract_are_text():
    text = """
        Protokollsutdrag
        Kommunfullmäktige
        Socialnämnden

        5 (9)

        Kommunstyrelsen
        Sammanträdesdatum: 2024-03-12
        """

    assert kept(text) == ["Protokollsutdrag", "Kommunfullmäktige", "Socialnämnden"]


def test_a_title_that_comes_back_with_other_page_numbers_is_furniture():
    text = """
        Handlingsplan mot våldsbejakande extremism 2 (12)

        Text.

        Handlingsplan mot våldsbejakande extremism 3 (12)

        Mer text.
        """

    assert kept(text) == ["Text.", "Mer text."]


def test_a_letterhead_repeated_on_the_second_page_goes_with_its_number():
    text = """
        Granviks kommun        Tjänsteskrivelse        1(2)
        Kommunledningskontoret        2021-04-20

        Ärendet
        Det finns ett behov.

        Granviks kommun        Tjänsteskrivelse        2(2)
        Kommunledningskontoret        2021-04-20

        Bedömning
        """

    assert len(furniture(text)) == 2
    assert kept(text)[0] == "Granviks kommun        Tjänsteskrivelse        1(2)"


def test_a_line_at_the_top_of_every_page_is_furniture():
    pages = [f"Trygg i Granvik\n\nStycke {word} om trygghet.\n" for word in ("ett", "två", "tre", "fyra")]

    assert furniture("\f".join(pages)) == ["Trygg i Granvik"] * 3


def test_bare_numbers_that_count_the_pages_are_furniture():
    pages = [
        f"Stycke {word} om trygghet.\n\n{number}\n"
        for number, word in enumerate(("ett", "två", "tre", "fyra"), 1)
    ]

    assert furniture("\f".join(pages)) == ["1", "2", "3", "4"]


def test_the_last_addressee_of_many_pages_is_text():
    page = (
        "§ {0} Val\nBeslut\nVal förrättas.\n\nProtokollsutdrag skickas till\nValberedningen\n\n{0} (30)\n\n"
    )
    text = "".join(page.format(number) for number in range(4, 12))

    assert kept(text).count("Valberedningen") == 8


def test_figures_and_marks_of_a_roll_are_text():
    people = ["Anna Berg", "Bo Ek", "Cia Dal", "Eva Fors", "Gun Gran"]
    page = (
        "{0}\n\nS\n\n12 Ledamot\n\nJa\n\n{1}\n\nM\n\n{2} (30)\n\nKommunfullmäktige\n\n"
        "Protokoll nr 1\nSammanträdesdatum: 2024-02-01\n"
    )
    text = "".join(page.format(people[number % 5], people[number * 2 % 5], number) for number in range(4, 24))

    assert sum(line in {"S", "M", "12 Ledamot", "Ja", *people} for line in kept(text)) == 6 * 20


def test_form_feeds_are_stripped_and_remembered():
    lines = marked("Ett.\n\fTvå.").lines

    assert [(line.text, line.opens_page) for line in lines] == [("Ett.", False), ("Två.", True)]


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n\r"), max_size=60), max_size=40))
def test_every_line_comes_back_stripped_and_in_order(lines):
    found = mark(Text(file="papper.txt", form="text", lines=tuple(lines)))

    assert [(line.number, line.text) for line in found.lines] == [
        (number, line.strip()) for number, line in enumerate(lines, 1)
    ]


FURNITURE = (
    "3 (90)",
    "Justerandes sign",
    "Kommunstyrelsen",
    "Sammanträdesdatum: 2024-01-02",
    "Sida",
    "Protokoll nr 2",
    "---",
)


@given(st.lists(st.sampled_from([*FURNITURE, "", "\f", "Text.", "§ 3 Val", "Ja"]), max_size=60))
def test_running_text_is_never_furniture(lines):
    found = mark(Text(file="papper.txt", form="text", lines=tuple(lines)))

    assert not any(line.furniture for line in found.lines if line.text in {"", "Text.", "§ 3 Val"})


def test_one_endless_line_is_read_in_no_time():
    assert len(marked("ord " * 5_000_000).lines) == 1


@pytest.mark.parametrize(
    "foot",
    [
        "Det här dokumentet är digitalt signerat",
        "Transaktionsidentitet: 34CC075018E0ED6120C5B9265C9165C1FF8258D3E7",
        "Detta dokument är elektroniskt undertecknat",
    ],
)
def test_what_a_signing_service_prints_on_each_page_is_furniture(foot):
    text = Text(file="akt.txt", form="text", lines=("Planen antas.", "", foot))

    assert [line.furniture for line in mark(text).lines] == [False, False, True]


def test_the_word_for_the_date_in_a_running_head_is_of_the_head():
    page = [
        "GRANVIKS KOMMUN          SAMMANTRÄDESPROTOKOLL          1 (3)",
        "Tekniska nämnden",
        "Datum",
        "2024-05-14",
    ]
    text = Text(file="akt.txt", form="text", lines=(*page, "", "§ 50          Dnr TN 2024-00384"))

    marked = mark(text)

    assert [line.furniture for line in marked.lines] == [True, True, True, True, False, False]
    assert [(head.body, head.date) for head in marked.heads] == [("Tekniska nämnden", "2024-05-14")]
