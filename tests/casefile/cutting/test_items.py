import pytest

BODY = "\n\nHandlingsplan mot våldsbejakande extremism\n\nBeslut\nHandlingsplanen antas.\n"


@pytest.mark.parametrize(
    "heading",
    [
        "§ 33",
        "§33",
        "§ 33.",
        "§ 33\n\nDnr KS 2022/123",
        "§ 33            Dnr KS 2022/123",
        "§ 33\tKS 2022/123",
        "§ 33 Dnr 2022-123-003",
        "§ 33 Ärendenummer KSF-2022-00123",
        "§ 33 2022/123",
        "§ 33/22",
        "§ 33/2022 Dnr KS 2022/123",
        "§33 Handlingsplan mot extremism",
        "§ 33. Handlingsplan mot extremism",
        "KS § 33",
        "KS § 33 Dnr 2022-123-003",
        "Ks § 33/22",
        "KSAU § 33 Dnr 2022.123",
        "Kf § 33 Ks § 12 dnr 166/2011",
        "Kommunstyrelsen § 33",
        "$ 33 Dnr KS 2022/123",
        "33 §\n\nDnr KS 2022/123",
    ],
)
def test_an_item_begins_at_its_heading(papers, heading):
    found = papers(heading + BODY)

    assert [(paper.kind, paper.span[0]) for paper in found] == [("minutes_item", 1)]


@pytest.mark.parametrize(
    "reference",
    [
        "enligt beslut 2022-11-24\n§ 22, att fortsatt verka för trygghet.",
        "Bordlagt den 13 december 2023,\n§ 14.",
        "Bordlagt den 1 februari 2024,\n§ 32, den 29 februari 2024, § 84 och den 21 mars 2024.",
        "Bordlagt den 23 maj 2024,\n§ 97 och den 1 juni 2024, § 99.",
        "Beslutet följer av\n§ 4 lagen om kommuners ansvar.",
        "Anna Berg, ekonomichef\n§ 165-173",
        "Anna Berg, ekonomichef\n§§ 28, 29",
        "Se kommunstyrelsens beslut\n\n§ 28–32 behandlas gemensamt.",
        "Enligt 5 kap.\n33 §\nkommunallagen gäller detta.",
    ],
)
def test_a_paragraph_named_in_running_text_begins_nothing(kinds, reference):
    assert kinds("§ 33 Dnr KS 2022/123" + BODY + "\nÄrendet\n" + reference) == ["minutes_item"]


def test_a_heading_repeated_on_the_next_page_goes_on_with_its_item(kinds):
    text = """
        § 33 Dnr KS 2022/123
        Handlingsplan
        Beslut
        Planen antas.

        Justerandes sign    Utdragsbestyrkande

        § 33 Dnr KS 2022/123
        Reservation
        Anna Berg (S) reserverar sig.
        """

    assert kinds(text) == ["minutes_item"]


@pytest.mark.parametrize("again", ["§ 33 forts.", "§ 33 (forts.)", "Forts. § 33", "§ 33 fortsättning"])
def test_an_item_continued_by_name_is_one(kinds, again):
    text = (
        f"§ 33 Dnr KS 2022/123\nHandlingsplan\nBeslut\nPlanen antas.\n\n{again}\n\nReservation\n"
        f"Anna Berg (S)."
    )

    assert kinds(text) == ["minutes_item"]


def test_items_of_two_bodies_stay_two_though_their_numbers_rise(kinds):
    text = """
        § 12
        Dnr KS 2020/5
        Lägesbild
        Kommunstyrelsens beslut
        Lägesbilden godkänns.

        § 31
        Dnr KS 2020/5
        Lägesbild
        Kommunfullmäktiges beslut
        Lägesbilden läggs till handlingarna.
        """

    assert kinds(text) == ["minutes_item", "minutes_item"]


def test_items_out_of_order_are_each_their_own(kinds):
    text = "§ 17 Dnr KS 2024/4" + BODY + "\n§ 16 Dnr KS 2024/4" + BODY

    assert kinds(text) == ["minutes_item", "minutes_item"]


def test_what_stands_over_an_extract_belongs_to_it(papers):
    text = """
        KF § 88 Dnr KS 2021-00045

        Policy för trygghet

        Beslutet skickas till
        Kommunstyrelsen

        Protokollsutdrag
        Kommunstyrelsen
        2021-05-31

        KS § 70 Dnr KS 2021-00045

        Policy för trygghet

        Kommunstyrelsens förslag till beslut i kommunfullmäktige
        Policyn antas.
        """

    first, second = papers(text)

    assert first.lines[-1].text == "Kommunstyrelsen"
    assert second.lines[0].text == "Protokollsutdrag"


def test_papers_listed_under_an_item_begin_nothing(kinds):
    text = """
        § 171

        Dnr KS 2016/32

        Handlingsplan mot våldsbejakande extremism

        Beslut
        Planen antas.

        Beslutsunderlag
        Kommunstyrelsens arbetsutskott § 12
        Tjänsteskrivelse
        Handlingsplan mot våldsbejakande extremism
        Motion
        Särskilt yttrande

        Bilagor

        Handlingsplan mot våldsbejakande extremism i Granvik.pdf

        Tjänsteskrivelse Handlingsplan mot våldsbejakande extremism.pdf

        Beslutet skickas till
        Socialnämnden
        """

    assert kinds(text) == ["minutes_item"]


@pytest.mark.parametrize(
    "section",
    [
        "Särskilt yttrande\n\nAnna Berg (MP) lämnar särskilt yttrande (bilaga).",
        "Reservation\n\nAnna Berg (S) reserverar sig mot beslutet.",
        "Reservationer\nSamtliga ledamöter för (M) reserverar sig.",
        "Protokollsanteckning\n\nAnna Berg (V) lämnar följande protokollsanteckning.",
        "Yrkanden\n\nAnna Berg (MP) yrkar bifall.",
        "Ordförandeutlåtande\n\nDet är angeläget.",
        "Tjänsteskrivelse\n\nKommunledningskontoret har lämnat en tjänsteskrivelse den 3 maj.",
        "Yttrande\nSocialnämnden har yttrat sig.",
    ],
)
def test_a_section_of_an_item_begins_no_paper(kinds, section):
    assert kinds("§ 28\n\nDnr KS 2016/3" + BODY + "\n" + section + "\n\nBilagor\n\nTjänsteskrivelse.pdf") == [
        "minutes_item"
    ]


def test_statutes_in_paragraphs_are_a_steering_document(kinds):
    text = """
        Reglemente för brottsförebyggande rådet

        Antaget av kommunfullmäktige 2020-01-27 § 9

        § 1 Uppgift

        Rådet ska samordna arbetet.

        § 2 Sammansättning

        Rådet består av sju ledamöter.

        § 3 Sammanträden

        Rådet sammanträder fyra gånger om året.
        """

    assert kinds(text) == ["plan"]


def test_the_head_over_an_extract_after_a_letter_belongs_to_the_extract(papers):
    letter, extract = papers("""
        REMISS
        2023-03-05
        Dnr KS 2023/88

        Remiss av handlingsplan mot våldsbejakande extremism

        Kommunstyrelsen har beslutat att skicka förslaget på remiss.

        Ylva Ståhl
        Trygghetssamordnare

        GRANVIKS KOMMUN              PROTOKOLLSUTDRAG               1 (1)
        Socialnämnden                2023-05-10

        § 61 Dnr SN 2023/41

        Yttrande över remiss

        Socialnämndens beslut

        1. Socialnämnden antar yttrandet.
        """)

    assert (letter.kind, extract.kind) == ("other", "minutes_item")
    assert extract.lines[0].text.startswith("GRANVIKS KOMMUN")
