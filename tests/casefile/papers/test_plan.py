import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.papers.plans.plan import read_edition, read_plan
from tests.casefile.papers.editions import outline, paper, plan

NUMBERED = """
Handlingsplan mot våldsbejakande extremism

2024-11-08

granviks kommun

Innehållsförteckning

1\tBakgrund.....\t3
1.1\tSyfte\t3
2\tInsatser.....\t4
3\tSamverkan och samordning 4

1 Bakgrund

Planen gäller alla nämnder. Den antas av
kommunfullmäktige.

1.1 Syfte

- att öka kunskapen
- att ge stöd

2 Insatser

Planen har tre delar:

1. Insatser för alla
2. Insatser för grupper
3. Insatser för enskilda

3 Samverkan och samordning

Rådet samordnar arbetet.
"""


def test_the_title_and_the_date_come_from_the_first_page():
    edition = plan(NUMBERED)

    assert edition.title == "Handlingsplan mot våldsbejakande extremism"
    assert edition.date == dt.date(2024, 11, 8)


def test_the_table_of_contents_is_read():
    entries = [(entry.number, entry.title) for entry in plan(NUMBERED).contents]

    assert entries == [
        ("1", "Bakgrund"),
        ("1.1", "Syfte"),
        ("2", "Insatser"),
        ("3", "Samverkan och samordning"),
    ]


def test_a_numbered_list_makes_no_sections():
    assert outline(plan(NUMBERED)) == [
        ("1", "Bakgrund"),
        ("1.1", "Syfte"),
        ("2", "Insatser"),
        ("3", "Samverkan och samordning"),
    ]


def test_lines_are_joined_to_running_text():
    assert plan(NUMBERED).sections[0].paragraphs == (
        "Planen gäller alla nämnder. Den antas av kommunfullmäktige.",
    )


def test_every_sentence_knows_its_lines():
    sentences = plan(NUMBERED).sections[0].sentences

    assert [(sentence.text, sentence.lines) for sentence in sentences] == [
        ("Planen gäller alla nämnder.", (16, 16)),
        ("Den antas av kommunfullmäktige.", (16, 17)),
    ]


def test_list_points_are_paragraphs_as_printed():
    assert plan(NUMBERED).sections[1].paragraphs == ("- att öka kunskapen", "- att ge stöd")


def test_a_page_break_does_not_part_a_sentence():
    text = NUMBERED.replace("Den antas av\n", "Den antas av\n\nSida 4 av 9\n\n")

    edition = plan(text, furniture={"Sida 4 av 9"})

    assert edition.sections[0].paragraphs == ("Planen gäller alla nämnder. Den antas av kommunfullmäktige.",)


def test_a_logotype_is_no_part_of_the_text():
    edition = plan(NUMBERED.replace("- att ge stöd", "- att ge stöd\n\nGranviks kommun"))

    assert edition.sections[1].paragraphs == ("- att öka kunskapen", "- att ge stöd")


def test_sections_stand_without_a_table_of_contents():
    start = NUMBERED.index("Innehållsförteckning")
    end = NUMBERED.index("1 Bakgrund\n")

    assert outline(plan(NUMBERED[:start] + NUMBERED[end:])) == outline(plan(NUMBERED))


def test_a_heading_that_the_contents_name_otherwise_is_still_a_heading():
    edition = plan(NUMBERED.replace("\n2 Insatser\n", "\n2 Åtgärder på tre nivåer\n"))

    assert outline(edition)[2] == ("2", "Åtgärder på tre nivåer")
    assert edition.contents[2].title == "Insatser"


def test_a_heading_misread_by_a_letter_is_still_a_heading():
    assert ("3", "Samverkan och samordnina") in outline(
        plan(NUMBERED.replace("3 Samverkan och samordning\n\n", "3 Samverkan och samordnina\n\n"))
    )


def test_a_point_with_a_sections_name_and_another_number_is_no_heading():
    text = NUMBERED.replace("1. Insatser för alla", "1. Samverkan och samordning")

    assert outline(plan(text)) == outline(plan(NUMBERED))


def test_a_footnote_with_a_sections_number_is_no_heading():
    text = NUMBERED.replace("1.1 Syfte\n\n-", "2 Lägesbild för Granvik, 2024\n\n1.1 Syfte\n\n-")

    assert outline(plan(text)) == outline(plan(NUMBERED))


def test_numbers_that_the_body_leaves_out_come_from_the_contents():
    text = NUMBERED
    for number, title in (
        ("1", "Bakgrund"),
        ("1.1", "Syfte"),
        ("2", "Insatser"),
        ("3", "Samverkan och samordning"),
    ):
        text = text.replace(f"\n{number} {title}\n\n", f"\n{title}\n\n")

    assert outline(plan(text)) == outline(plan(NUMBERED))


UNNUMBERED = """
Granviks kommun

Plan för arbetet mot våldsbejakande
extremism

Antagen av kommunfullmäktige den 12 mars 2024, § 33

Inledning

Våldsbejakande extremism är ett hot mot demokratin. Kommunen har ett
ansvar för att förebygga den.

Mål för arbetet

Målet nås genom

- kunskap
- tidigt stöd

Kommunstyrelsen

Leder och samordnar arbetet och ser till att det finns en lägesbild som
är aktuell.

Uppföljning

Planen följs upp varje år.
"""


def test_headings_without_numbers_are_known_by_standing_alone():
    assert outline(plan(UNNUMBERED)) == [
        ("", "Inledning"),
        ("", "Mål för arbetet"),
        ("", "Kommunstyrelsen"),
        ("", "Uppföljning"),
    ]


def test_a_title_goes_on_over_its_line_end():
    assert plan(UNNUMBERED).title == "Plan för arbetet mot våldsbejakande extremism"


def test_the_day_of_adoption_dates_an_edition_that_has_no_other_date():
    assert plan(UNNUMBERED).date == dt.date(2024, 3, 12)


def test_headings_in_capitals_need_no_blank_lines():
    edition = plan("""
Handlingsplan
mot våldsbejakande extremism

Fastställd: 2021-05-31

INLEDNING
Det här är en plan. Den gäller hela kommunen och alla dess verksamheter.
SYFTE
Syftet är att förebygga.
UPPFÖLJNING
Planen följs upp årligen.
""")

    assert outline(edition) == [("", "INLEDNING"), ("", "SYFTE"), ("", "UPPFÖLJNING")]
    assert edition.date == dt.date(2021, 5, 31)


def test_marked_headings_are_headings():
    edition = plan(
        "# Policy mot hot\n\n2022-03-01\n\n## Bakgrund\n\nText här är kort.\n\n### Syfte\n\n- att stödja\n"
    )

    assert edition.title == "Policy mot hot"
    assert outline(edition) == [("", "Bakgrund"), ("", "Syfte")]


def test_chapters_and_their_parts_are_sections():
    edition = plan("""
Strategi för ett tryggt Granvik
Version 2.1
2020-11-30

Kapitel 1 Bakgrund

Kommunen växer och många flyttar hit.

Kapitel 2 Strategiska områden

Området delas i två.

2.1 Trygga miljöer

Det ska vara tryggt överallt.

2.2 Stöd

Stöd ges vid behov.
""")

    assert [number for number, _ in outline(edition)] == ["1", "2", "2.1", "2.2"]


def test_numbers_on_lines_of_their_own_are_read_with_their_titles():
    edition = plan("""
Handlingsplan mot våldsbejakande extremism
2022-03-01
Innehåll
1
Bakgrund
3
1.1
Syfte
3
2
Ansvar
4

1
Bakgrund
Det är viktigt att förebygga.
1.1
Syfte
Att förebygga i kommunen.
2
Ansvar
Kommunstyrelsen ansvarar.
""")

    assert outline(edition) == [("1", "Bakgrund"), ("1.1", "Syfte"), ("2", "Ansvar")]
    assert edition.sections[2].paragraphs == ("Kommunstyrelsen ansvarar.",)


def test_contents_and_headings_over_two_lines_are_one_title():
    edition = plan("""
Handlingsplan mot våldsbejakande extremism
Innehåll
1. Inledning ................................. 3
2. Kommunens arbete med att förebygga och motverka
extremism .................................... 4

1. Inledning
Inledande text står här.

2. Kommunens arbete med att förebygga och motverka
extremism
Kommunen arbetar på flera sätt.
""")

    assert outline(edition)[1] == ("2", "Kommunens arbete med att förebygga och motverka extremism")
    assert edition.sections[1].paragraphs == ("Kommunen arbetar på flera sätt.",)


def test_the_rows_of_a_table_are_a_sentence_each():
    edition = plan("""
Åtgärdsplan för trygghet

Inledning
Kommunen ska besluta om en åtgärdsplan.

Åtgärder
Två åtgärder är beslutade.
Åtgärd\tAnsvarig\tTid
Fältarbete\tSocialförvaltningen\t2024
Utbildning\tSkolförvaltningen\t2025
""")

    assert [sentence.text for sentence in edition.sections[1].sentences][2:] == [
        "Fältarbete\tSocialförvaltningen\t2024",
        "Utbildning\tSkolförvaltningen\t2025",
    ]


@pytest.mark.parametrize(
    ("rows", "date"),
    [
        ("2024-10-12", dt.date(2024, 10, 12)),
        ("Den 12 oktober 2024", dt.date(2024, 10, 12)),
        ("Antagen av kommunfullmäktige 2019-06-17, § 4\nSenast reviderad 2024-10-12", dt.date(2024, 10, 12)),
        ("Beslutsdatum\n2024-10-12\nGiltig till\n2028-12-31", dt.date(2024, 10, 12)),
        ("Giltig till\n2028-12-31\nBeslutsdatum\n2024-10-12", dt.date(2024, 10, 12)),
        ("Vers.3\nUtgivningsdatum: 12 oktober 2024", dt.date(2024, 10, 12)),
        ("Fastställt KF 2024-10-12, § 91\nDokumentet gäller till och med 2028-12-31", dt.date(2024, 10, 12)),
        ("Tidpunkt för aktualitetsprövning 2026-01-01", None),
        ("Gäller till 2028-12-31", None),
        ("Version 3", None),
    ],
)
def test_the_edition_is_dated_by_when_it_was_written(rows, date):
    assert plan(f"Handlingsplan mot hot\n\n{rows}\n\n1 Bakgrund\n\nKommunen är liten men växer.").date == date


def test_the_table_of_the_first_page_is_understood():
    _, page = read_edition(
        paper("""
Handlingsplan mot våldsbejakande extremism

Dokumenttyp\tHandlingsplan
Beslutad av\tKommunfullmäktige
Diarienummer\tKS 2024/00412
Giltighetstid\t2024–2027

1 Bakgrund

Kommunen är liten men växer.
""")
    )

    assert page.registry_number == "KS 2024/00412"
    assert page.decided_by == "Kommunfullmäktige"
    assert page.unread == ()


def test_a_title_may_stand_in_the_table_of_the_first_page():
    edition = plan("""
RIKTLINJE

Namn på dokumentet: Riktlinje för trygghet
Dokumenttyp: Riktlinje
Beslutad av: Kommunfullmäktige

1 Bakgrund

Kommunen är liten men växer.
""")

    assert edition.title == "Riktlinje för trygghet"


def test_a_line_of_the_first_page_that_no_rule_knows_is_handed_back():
    _, unread = read_plan(
        paper("Handlingsplan mot hot\n\n2024-01-02\n\nxq zz wv\n\n1 Bakgrund\n\nKommunen är liten men växer.")
    )

    assert [line.text for line in unread] == ["xq zz wv"]


def test_text_before_the_first_heading_is_kept():
    edition = plan(
        "Handlingsplan mot hot\n\nDen här planen gäller hela kommunen.\n\n1 Bakgrund\n\nKommunen växer nu."
    )

    assert edition.sections[0].paragraphs == ("Den här planen gäller hela kommunen.",)


WORDS = st.sampled_from(
    "Planen gäller alla nämnder och ska följas upp varje år av rådet 1 2.1 - . , : Syfte Mål".split()
)
LINES = st.lists(st.lists(WORDS, max_size=9).map(" ".join), max_size=25)


@given(LINES)
def test_no_line_of_an_edition_is_lost(lines):
    text = "Handlingsplan mot hot\n\n2024-01-02\n\n1 Bakgrund\n\nPlanen gäller nu här.\n\n" + "\n".join(lines)

    edition, unread = read_plan(paper(text))

    read = [edition.title or "", str(edition.date), *(line.text for line in unread)]
    read += [f"{entry.number} {entry.title}" for entry in edition.contents]
    read += [
        f"{section.number} {section.title} {' '.join(section.paragraphs)}" for section in edition.sections
    ]
    assert sorted(filter(str.isalnum, text)) == sorted(filter(str.isalnum, "".join(read)))


@given(st.text(max_size=400))
def test_any_text_is_read_without_complaint(text):
    edition, _ = read_plan(paper(text or "."))

    assert all(section.lines[0] <= section.lines[1] for section in edition.sections)


def test_a_heading_in_capitals_stands_under_another():
    edition = plan("""
Handlingsplan för trygghet

SYFTE
Syftet är att upptäcka oro tidigt.

ANSVAR OCH ROLLER
KOMMUNSTYRELSEN
Kommunstyrelsen ansvarar för samordningen.

SOCIALTJÄNSTEN
Socialtjänsten tar emot anmälningar.
""")

    assert [title for _, title in outline(edition)] == [
        "SYFTE",
        "ANSVAR OCH ROLLER",
        "KOMMUNSTYRELSEN",
        "SOCIALTJÄNSTEN",
    ]


def test_a_row_that_names_who_answers_for_a_measure_is_no_heading():
    edition = plan("""
Handlingsplan för trygghet

Syfte
Syftet är att upptäcka oro tidigt.

Fältarbete

Fältarbetarna är ute varje fredag.
Ansvarig: Socialnämnden
Socialnämnden redovisar arbetet för kommunstyrelsen varje år.
""")

    assert [title for _, title in outline(edition)] == ["Syfte", "Fältarbete"]
