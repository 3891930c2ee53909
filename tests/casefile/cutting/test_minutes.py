from forebygg.casefile.cutting.minutes import parts

COVER = """
SAMMANTRÄDESPROTOKOLL                                   Sida
Kommunstyrelsen                                         1 (25)
Sammanträdesdatum
2022-03-15

Plats och tid        Kommunhuset, klockan 13.00–15.30
Beslutande           Anna Berg (S), ordförande
                     Bo Ek (M) §§ 33–34
Utses att justera    Bo Ek
Paragrafer           {range}
"""
AGENDA = """
Ärendelista

§ 33   Dagordning .......... 3
§ 34   Handlingsplan mot våldsbejakande extremism ...... 4
§ 35   Meddelanden ........ 6
"""
ITEMS = """
§ 33
Dagordning

Beslut
Dagordningen godkänns.

§ 34            Dnr KS 2022/123
Handlingsplan mot våldsbejakande extremism

Beslut
Planen antas.

§ 35
Meddelanden

Beslut
Meddelandena noteras.
"""
NOTICE = """
ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
Organ                Kommunstyrelsen
Sammanträdesdatum    2022-03-15
Anslaget sätts upp   2022-03-18
Anslaget tas ned     2022-04-09
Förvaringsplats      Kommunkansliet
"""
ROLL = """
Justerandes sign

Bilaga 1
Ärende: 16
Antal Ja: 43
Antal Nej: 38

Anna Berg
S
Ja
"""


def shape(papers):
    (paper,) = papers
    found = parts(paper.lines)
    assert [line for part in found for line in part.lines] == list(paper.lines)
    return [(part.kind, part.paragraph) for part in found]


def test_a_cover_and_its_items_are_one_document(kinds):
    assert kinds(COVER.format(range="33-35") + NOTICE + ITEMS) == ["minutes"]


def test_items_that_follow_one_another_are_minutes_without_a_cover(kinds):
    assert kinds(ITEMS) == ["minutes"]


def test_a_cover_and_one_item_of_its_range_stay_two(kinds):
    extract = "\n§ 34 Dnr KS 2022/123\nHandlingsplan\n\nBeslut\nPlanen antas.\n"

    assert kinds(COVER.format(range="33-45") + extract) == ["minutes_cover", "minutes_item"]


def test_an_item_outside_the_covers_range_is_of_another_meeting(kinds):
    assert kinds(COVER.format(range="50-61") + ITEMS) == ["minutes_cover", "minutes"]


def test_a_paragraph_left_out_as_secret_does_not_end_the_minutes(kinds):
    assert kinds(ITEMS.replace("§ 34 ", "§ 36 ").replace("§ 35", "§ 37")) == ["minutes"]


def test_the_minutes_of_two_meetings_are_two(kinds):
    later = COVER.replace("2022-03-15", "2022-04-12").format(range="36-37") + (
        "\n§ 36\nDagordning\nBeslut\nGodkänns.\n\n§ 37\nVal\nBeslut\nAnna Berg (S) väljs.\n"
    )

    assert kinds(COVER.format(range="33-35") + ITEMS + later) == ["minutes", "minutes"]


def test_the_parts_are_cover_items_and_appendices_in_order(papers):
    assert shape(papers(COVER.format(range="33-35") + AGENDA + ITEMS + ROLL)) == [
        ("cover", None),
        ("item", 33),
        ("item", 34),
        ("item", 35),
        ("appendix", None),
    ]


def test_an_agenda_before_the_items_is_no_item(papers):
    assert shape(papers(AGENDA + ITEMS)) == [("cover", None), ("item", 33), ("item", 34), ("item", 35)]


def test_an_agenda_without_page_numbers_is_no_item(papers):
    agenda = "Innehåll\n§ 33 Dagordning\n§ 34 Handlingsplan\n§ 35 Meddelanden\n"

    assert shape(papers(agenda + ITEMS)) == [("cover", None), ("item", 33), ("item", 34), ("item", 35)]


def test_a_notice_after_the_items_is_a_cover_part(papers):
    assert shape(papers(ITEMS + NOTICE)) == [("item", 33), ("item", 34), ("item", 35), ("cover", None)]


def test_a_list_of_attendance_after_the_items_is_of_the_minutes(papers):
    attendance = (
        "\nNärvarolista\n\nBeslutande\nAnna Berg (S)\nBo Ek (M)\n\nErsättare\nCia Dal (C)\n\n"
        "Övriga\nEva Fors, kanslichef\n"
    )

    assert shape(papers(ITEMS + attendance))[-1][0] in {"cover", "appendix"}


def test_a_written_reservation_between_two_items_is_of_the_minutes(kinds):
    between = (
        "\nJusterandes sign\n\nReservation\n\nKommunstyrelsen 2022-03-15\n"
        "Ärende 2 Handlingsplan\n\nVi vill annat.\n\nAnna Berg (S)\n\n"
    )

    assert kinds(ITEMS.replace("\n§ 35\n", between + "§ 35\n")) == ["minutes"]


def test_short_items_in_a_row_are_items(papers):
    text = "".join(f"§ {number} Upprop nummer {number}\nUpprop förrättas.\n\n" for number in range(1, 9))

    assert [paragraph for _, paragraph in shape(papers(text))] == list(range(1, 9))


def test_a_paragraph_in_the_attendance_is_no_item(papers):
    cover = COVER.format(range="33-35").replace(
        "Utses", "Övriga               Cia Dal, kanslichef\n                     § 34\nUtses"
    )

    assert shape(papers(cover + ITEMS)) == [("cover", None), ("item", 33), ("item", 34), ("item", 35)]


def test_parts_of_nothing_are_none():
    assert parts([]) == []


def page(number, pages, day, item):
    return (
        f"Kommunstyrelsen\n\nProtokoll nr 1\nSammanträdesdatum: {day}\n\n"
        f"§ {item} Dnr KS 2024/{item}\nVal {item}\nBeslut\nVal förrättas.\n\n{number} ({pages})\n\n"
    )


def test_the_pages_of_two_days_are_two_minutes(papers):
    first = "".join(page(number, 4, "2024-02-01", number) for number in (1, 2, 3, 4))
    second = "".join(page(number, 3, "2024-02-29", number + 4) for number in (1, 2, 3))

    assert [(paper.kind, paper.lines[0].text, paper.lines[-1].text) for paper in papers(first + second)] == [
        ("minutes", "Kommunstyrelsen", "4 (4)"),
        ("minutes", "Kommunstyrelsen", "3 (3)"),
    ]


def test_a_new_sitting_begins_where_its_roll_is_called(papers):
    first = "".join(page(number, 9, "2024-02-01", number) for number in (1, 2))
    opening = "§ 3 Dnr KS 2024/3\nVal av justerare\nBeslut\nAnna Berg (S) väljs.\n\n"
    second = "".join(page(number, 8, "2024-02-29", number + 2) for number in (2, 3))

    assert [paper.kind for paper in papers(first + opening + second)] == ["minutes", "minutes"]
    assert papers(first + opening + second)[1].lines[0].text == "§ 3 Dnr KS 2024/3"
