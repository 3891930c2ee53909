import pytest

COVERS = {
    "labels in a column": """
        Datum 2016-10-20
        Tid 09:00–10:50
        Plats Sammanträdesrum Åsen, kommunhuset

        Beslutande Se närvarolista

        Övriga deltagare Se närvarolista

        Justeringens plats
        och tid Kommunkansliet 2016-10-24

        Paragrafer 125 - 135

        Sekreterare

        Eva Fors
        """,
    "title and wide columns": """
        SAMMANTRÄDESPROTOKOLL                                   Sida
        Kommunstyrelsen                                         1 (25)
        Sammanträdesdatum
        2022-03-15

        Plats och tid        Kommunhuset, klockan 13.00–15.30
        Beslutande           Anna Berg (S), ordförande
        Utses att justera    Bo Ek
        Paragrafer           33-45
        """,
    "colons": """
        Protokoll
        Kommunstyrelsens arbetsutskott
        2023-05-09
        Tid: 09.00-11.40
        Plats: Lillsalen
        Närvarande: Anna Berg (S), Bo Ek (M)
        Justerare: Bo Ek
        Paragrafer: 55-57
        """,
    "time before place": """
        Granviks kommun
        Socialnämnden

        Sammanträdesprotokoll
        2024-02-20

        Tid och plats: Kommunhuset kl. 13:00-14:35
        Beslutande: Anna Berg (S), Bo Ek (M)
        Utsedd justerare: Bo Ek
        Justeringsdag: 2024-02-22
        """,
    "labels above values": """
        SAMMANTRÄDESPROTOKOLL

        Plats och tid

        Kommunhuset, kl. 9.00–11.00

        Beslutande

        Anna Berg (S)
        Bo Ek (M)

        Övriga närvarande

        Eva Fors, sekreterare

        Utses att justera

        Bo Ek
        """,
    "page number first": """
        1 (40)

        Tid och plats     Stadshuset, sessionssalen Kl. 18.00–21.10
        Beslutande        Se förteckning bilaga 1
        Närvarande, ej tjänstgörande ersättare   Anna Berg (M)
        Övriga närvarande  Eva Fors, sekr
        Tid och plats för justering   Torsdagen den 26 november
        Sekreterare  .........
        """,
}
PLAN = (
    "\n\nHandlingsplan mot extremism\n\n2022-01-03\n\nInnehåll\n\n1 Bakgrund 3\n2 Mål 4\n\n"
    "1 Bakgrund\n\nText om planen.\n\n"
)


@pytest.mark.parametrize("form", COVERS)
def test_a_cover_page_is_known_in_any_form(kinds, form):
    assert kinds(COVERS[form]) == ["minutes_cover"]


@pytest.mark.parametrize("form", COVERS)
def test_a_cover_page_after_a_plan_is_its_own(papers, form):
    text = "\n".join(line.strip() for line in (PLAN + COVERS[form]).splitlines())
    plan, cover = papers(text)

    assert (plan.kind, cover.kind) == ("plan", "minutes_cover")
    assert cover.lines[0].text == next(line.strip() for line in COVERS[form].splitlines() if line.strip())


def test_covers_of_three_meetings_are_three(kinds):
    assert (
        kinds("\n\n".join(COVERS[form] for form in ("labels in a column", "colons", "labels above values")))
        == ["minutes_cover"] * 3
    )


def test_notice_and_attendance_belong_to_their_cover(kinds):
    text = (
        COVERS["labels in a column"]
        + """
        ANSLAG / BEVIS

        Protokollet är justerat. Justeringen har tillkännagivits genom anslag.

        Organ Kommunstyrelsen
        Sammanträdesdatum 2016-10-20
        Datum då anslaget sätts upp 2016-10-25
        Datum då anslaget tas ned 2016-11-16
        Förvaringsplats för protokollet Kommunkansliet

        Underskrift

        Eva Fors

        Utdragsbestyrkande

        Närvarolista

        Beslutande

        Anna Berg (S), ordförande

        Ersättare

        Bo Ek (M), från och med § 126 kl. 09.05

        Övriga

        Cia Dal, ekonomichef, § 125

        Frånvarande

        Eva Gran (C)
        """
    )

    assert kinds(text) == ["minutes_cover"]


def test_a_list_of_attendance_by_itself_is_a_cover_page(kinds):
    text = (
        "§ 12\nDnr KS 2020/4\nLägesbild\nBeslut\nGodkänns.\n\nJusterandes sign\n\n"
        "Närvarolista\n\nBeslutande\nAnna Berg (S)\n\nErsättare\nBo Ek (M)\n"
    )

    assert kinds(text) == ["minutes_item", "minutes_cover"]


def test_a_summons_is_no_cover(kinds):
    text = """
        KALLELSE
        Kommunstyrelsen
        Tid: tisdagen den 14 mars 2023 kl. 13.00
        Plats: Kommunhuset

        Ärenden
        1. Upprop
        2. Handlingsplan mot våldsbejakande extremism

        Ordförande
        Anna Berg

        Sekreterare
        Bo Ek
        """

    assert kinds(text) == ["other"]


def test_time_and_place_in_running_text_are_no_cover(kinds):
    text = """
        § 12
        Dnr KS 2020/4
        Trygghetsvandring

        Beslut
        En vandring ordnas.

        Ärendet
        Vandringen ordnas i april.
        Tid och plats bestäms av förvaltningen.
        Plats för samling är torget.
        Beslutande i frågan är nämnden.
        """

    assert kinds(text) == ["minutes_item"]


def test_a_whole_council_may_stand_between_two_labels_of_its_cover(kinds):
    council = "\n".join(
        f"{first} {last} (S)"
        for first in ("Anna", "Bo", "Cia", "David", "Eva", "Fanny", "Gustav", "Hanna")
        for last in ("Ask", "Berg", "Dahl", "Ek", "Fors", "Lund", "Ny", "Ström")
    )

    assert kinds(
        f"Kommunfullmäktige\n\nPlats och tid\tRådhuset, kl. 18.00–21.00\n\nBeslutande\n\n{council}\n\n"
        "Övriga närvarande\n\nDisa Ek, kommunsekreterare\n\nParagrafer\t44–45\n\n"
        "§ 44\n\nPlan\n\nKommunfullmäktiges beslut\n\n- Planen antas.\n\n"
        "§ 45\n\nBudget\n\nKommunfullmäktiges beslut\n\n- Budgeten antas.\n"
    ) == ["minutes"]
