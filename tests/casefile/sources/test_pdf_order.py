"""What stands on a drawn page comes out in the order in which a person reads it."""

import pytest
from reportlab.lib import colors
from reportlab.platypus import Table

MEMBERS = ["Anna Alm (S), ordförande", "Bo Berg (M)", "Cecilia Dahl (C), §§ 1–4", "Erik Ek (V)"]
SUBSTITUTES = ["Gun Gran (S)", "Hans Holm (M), från och med § 3"]


def test_label_and_value_stay_on_one_line(draw, lines_of_file):
    def page(sheet):
        sheet.drawString(72, 750, "Datum")
        sheet.drawString(172, 750, "2031-10-20")
        sheet.drawString(72, 720, "§ 12")
        sheet.drawString(160, 720, "Dnr KS 2031/1")

    assert lines_of_file(draw(page)) == ["Datum\t2031-10-20", "", "§ 12\tDnr KS 2031/1"]


def test_two_lists_of_people_side_by_side_come_one_after_the_other(draw, column, lines_of_file):
    def page(sheet):
        column(sheet, 72, 750, ["Beslutande", *MEMBERS])
        column(sheet, 330, 750, ["Ersättare", *SUBSTITUTES])

    assert lines_of_file(draw(page)) == ["Beslutande", *MEMBERS, "", "Ersättare", *SUBSTITUTES]


def test_lists_beside_a_label_come_one_after_the_other(draw, column, lines_of_file):
    def page(sheet):
        sheet.drawString(72, 750, "Beslutande")
        column(sheet, 170, 750, ["Ledamöter", *MEMBERS])
        column(sheet, 350, 750, ["Tjänstgörande ersättare", *SUBSTITUTES])
        sheet.drawString(72, 660, "Justerare")
        sheet.drawString(170, 660, "Bo Berg (M)")
        sheet.drawString(350, 660, "Erik Ek (V)")

    assert lines_of_file(draw(page)) == [
        "Beslutande\tLedamöter",
        *MEMBERS,
        "",
        "Tjänstgörande ersättare",
        *SUBSTITUTES,
        "",
        "Justerare\tBo Berg (M)\tErik Ek (V)",
    ]


def test_people_in_two_columns_under_one_label_come_one_after_the_other(draw, column, lines_of_file):
    def page(sheet):
        sheet.drawString(72, 750, "Övriga närvarande")
        column(
            sheet, 180, 750, ["Ida Is, kommundirektör", "Jan Jansson, ekonomichef", "Kia Kvist, sekreterare"]
        )
        column(sheet, 350, 750, ["Lo Lind, socialchef", "Mio Mo, skolchef"])

    assert lines_of_file(draw(page)) == [
        "Övriga närvarande\tIda Is, kommundirektör",
        "Jan Jansson, ekonomichef",
        "Kia Kvist, sekreterare",
        "",
        "Lo Lind, socialchef",
        "Mio Mo, skolchef",
    ]


def test_who_replaces_whom_stays_on_one_line(draw, column, lines_of_file):
    def page(sheet):
        column(sheet, 72, 750, ["Tjänstgörande ersättare", "Gun Gran (S)", "Hans Holm (M)"])
        column(sheet, 330, 750, ["Ledamot", "ersätter Anna Alm (S)", "ersätter Bo Berg (M)"])

    assert "Gun Gran (S)\tersätter Anna Alm (S)" in lines_of_file(draw(page))


def test_a_roll_of_votes_stays_row_by_row(draw, column, lines_of_file):
    def page(sheet):
        column(sheet, 72, 750, ["Ledamot", "Anna Alm (S)", "Bo Berg (M)", "Erik Ek (V)"])
        column(sheet, 250, 750, ["Röst", "Ja", "Nej", "Ja"])

    assert lines_of_file(draw(page)) == [
        "Ledamot\tRöst",
        "Anna Alm (S)\tJa",
        "Bo Berg (M)\tNej",
        "Erik Ek (V)\tJa",
    ]


def test_running_text_in_two_columns_is_read_column_by_column(draw, column, lines_of_file):
    left = [f"vänster spalt rad {number} fyller sin bredd" for number in range(10)]
    right = [f"höger spalt rad {number} fyller sin bredd ja" for number in range(10)]

    def page(sheet):
        column(sheet, 60, 750, left)
        column(sheet, 310, 750, right)

    assert lines_of_file(draw(page)) == [*left, "", *right]


def test_three_columns_under_a_title_are_read_column_by_column(draw, column, lines_of_file):
    columns = [
        [f"{name} rad {number} fyller bredden" for number in range(10)] for name in ("ena", "andra", "tredje")
    ]

    def page(sheet):
        sheet.drawString(60, 780, "En rubrik som går över alla tre spalterna på hela sidan och lite till")
        for number, lines in enumerate(columns):
            column(sheet, 40 + 180 * number, 750 - 3 * number, lines)

    assert [line for line in lines_of_file(draw(page)) if line][1:] == [
        line for lines in columns for line in lines
    ]


def test_a_contents_list_keeps_title_and_page_on_one_line(draw, lines_of_file):
    titles = [("1", "Bakgrund", "3"), ("2", "Utgångspunkter", "4"), ("3", "Uppföljning", "12")]

    def page(sheet):
        for row, (number, title, where) in enumerate(titles):
            y = 750 - 14 * row
            sheet.drawString(72, y, number)
            sheet.drawString(100, y, f"{title} {'.' * 60}")
            sheet.drawRightString(520, y, where)

    lines = lines_of_file(draw(page))

    assert [line.replace(".", "").split() for line in lines] == [list(row) for row in titles]


def test_a_ruled_table_comes_row_by_row_with_its_broken_lines_joined(draw, lines_of_file):
    rows = [
        ["Åtgärd", "Ansvarig", "Klart"],
        ["Utbilda all personal\nsom möter barn och unga", "Barn- och utbild-\nningsnämnden", "2032"],
        ["Ta fram en lägesbild", "", "2033"],
    ]

    def page(sheet):
        sheet.drawString(72, 780, "Före tabellen.")
        table = Table(rows, colWidths=[118, 92, 40], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        table.wrapOn(sheet, 400, 400)
        table.drawOn(sheet, 72, 680)
        sheet.drawString(72, 640, "Efter tabellen.")

    assert lines_of_file(draw(page)) == [
        "Före tabellen.",
        "",
        "Åtgärd\tAnsvarig\tKlart",
        "Utbilda all personal som möter barn och unga\tBarn- och utbildningsnämnden\t2032",
        "Ta fram en lägesbild\t\t2033",
        "",
        "Efter tabellen.",
    ]


def test_a_table_that_rules_only_its_columns_comes_row_by_row(draw, lines_of_file):
    rows = [["Ledamot", "Röst"], ["Anna Alm (S)\nBo Berg (M)\nErik Ek (V)", "Ja\nNej\nJa"]]

    def page(sheet):
        table = Table(rows, colWidths=[200, 100], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        table.wrapOn(sheet, 500, 400)
        table.drawOn(sheet, 72, 600)

    assert lines_of_file(draw(page)) == [
        "Ledamot\tRöst",
        "Anna Alm (S)\tJa",
        "Bo Berg (M)\tNej",
        "Erik Ek (V)\tJa",
    ]


def test_lists_of_people_in_two_ruled_cells_come_one_after_the_other(draw, lines_of_file):
    rows = [["Ledamöter\nAnna Alm (S)\nBo Berg (M)", "Ersättare\nGun Gran (S)\nHans Holm (M)"]]

    def page(sheet):
        table = Table(rows, colWidths=[200, 200], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        table.wrapOn(sheet, 500, 400)
        table.drawOn(sheet, 72, 600)

    assert lines_of_file(draw(page)) == [
        "Ledamöter", "Anna Alm (S)", "Bo Berg (M)", "Ersättare", "Gun Gran (S)", "Hans Holm (M)",
    ]  # fmt: skip


def test_names_in_one_ruled_cell_stay_a_list(draw, lines_of_file):
    rows = [["Beslutande", "Anna Alm (S)\nBo Berg (M)\nErik Ek (V)"], ["Justerare", "Bo Berg (M)"]]

    def page(sheet):
        table = Table(rows, colWidths=[120, 300], style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        table.wrapOn(sheet, 500, 400)
        table.drawOn(sheet, 72, 600)

    assert lines_of_file(draw(page)) == [
        "Beslutande\tAnna Alm (S)",
        "Bo Berg (M)",
        "Erik Ek (V)",
        "Justerare\tBo Berg (M)",
    ]


def test_a_larger_gap_is_a_blank_line(draw, column, lines_of_file):
    prose = ["Nämnden beslutar att planen ska antas och att den", "ska följas upp varje år av nämnden."]

    def page(sheet):
        column(sheet, 72, 750, prose)
        column(sheet, 72, 712, ["Nästa stycke börjar här."])

    assert lines_of_file(draw(page)) == [*prose, "", "Nästa stycke börjar här."]


def test_lines_set_wide_apart_are_still_one_paragraph(draw, column, lines_of_file):
    prose = ["Nämnden beslutar att planen ska antas och att den ska"] * 8

    def page(sheet):
        column(sheet, 72, 750, prose, step=21)

    assert lines_of_file(draw(page)) == prose


def test_rows_that_are_all_paragraphs_are_parted_though_they_are_full(draw, column, lines_of_file):
    heads = ["Nämnden", "Närvarande", "Anna Alm (S)", "Bo Berg (M)", "Cecilia Dahl (C)", "Erik Ek (V)"]
    prose = ["Nämnden beslutar att planen ska antas och att den ska följas upp."] * 4

    def page(sheet):
        column(sheet, 72, 750, heads)
        column(sheet, 72, 652, prose, step=28)

    assert lines_of_file(draw(page)) == [*heads, *(line for row in prose for line in ("", row))]


def test_a_new_page_begins_with_a_form_feed(draw, lines_of_file):
    pages = [lambda sheet, text=text: sheet.drawString(72, 700, text) for text in ("ett", "två", "tre")]

    assert lines_of_file(draw(*pages)) == ["ett", "\ftvå", "\ftre"]


def test_an_empty_page_between_others_is_a_form_feed_alone(draw, lines_of_file):
    def write(sheet):
        sheet.drawString(72, 700, "text")

    assert lines_of_file(draw(write, lambda _: None, write)) == ["text", "\f", "\ftext"]


def test_a_hyphen_at_a_line_end_stays(draw, column, lines_of_file):
    def page(sheet):
        column(sheet, 72, 750, ["mot vålds-", "bejakande extremism"])

    assert lines_of_file(draw(page)) == ["mot vålds-", "bejakande extremism"]


@pytest.mark.parametrize(("raised", "read"), [(4, "planen¹ gäller"), (0, "planen1 gäller")])
def test_only_a_raised_figure_is_a_note(draw, lines_of_file, raised, read):
    def page(sheet):
        sheet.drawString(72, 700, "planen")
        x = 72 + sheet.stringWidth("planen", "Helvetica", 11)
        sheet.setFont("Helvetica", 7 if raised else 11)
        sheet.drawString(x, 700 + raised, "1")
        sheet.setFont("Helvetica", 11)
        sheet.drawString(x + (8 if raised else 10), 700, "gäller")

    assert lines_of_file(draw(page)) == [read]


@pytest.mark.parametrize(("turn", "x", "y"), [(90, 300, 100), (180, 500, 700), (270, 300, 700)])
def test_a_turned_page_reads_like_an_upright_one(draw, lines_of_file, turn, x, y):
    def page(sheet):
        sheet.setPageRotation(turn)
        sheet.translate(x, y)
        sheet.rotate(turn)
        sheet.drawString(0, 0, "Datum")
        sheet.drawString(100, 0, "2031-10-20")
        sheet.drawString(0, -14, "Plats")

    assert lines_of_file(draw(page)) == ["Datum\t2031-10-20", "Plats"]


def test_a_stamp_in_the_margin_comes_after_the_page(draw, column, lines_of_file):
    def page(sheet):
        sheet.saveState()
        sheet.translate(30, 300)
        sheet.rotate(90)
        sheet.drawString(0, 0, "Signerat av Anna Alm")
        sheet.restoreState()
        column(sheet, 72, 700, ["Beslut", "Planen antas av fullmäktige."])

    assert lines_of_file(draw(page)) == ["Beslut", "Planen antas av fullmäktige.", "", "Signerat av Anna Alm"]


def test_a_watermark_across_the_page_is_one_word(draw, column, lines_of_file):
    def page(sheet):
        sheet.saveState()
        sheet.translate(200, 300)
        sheet.rotate(45)
        sheet.drawString(0, 0, "UTKAST")
        sheet.restoreState()
        column(sheet, 72, 700, ["Planen antas av fullmäktige."])

    assert lines_of_file(draw(page)) == ["Planen antas av fullmäktige.", "", "UTKAST"]


def test_words_drawn_twice_to_look_bold_are_read_once(draw, lines_of_file):
    def page(sheet):
        sheet.drawString(72, 700, "Beslut om planen")
        sheet.drawString(72.4, 700, "Beslut om planen")

    assert lines_of_file(draw(page)) == ["Beslut om planen"]


def test_the_order_of_drawing_does_not_matter(draw, lines_of_file):
    def page(sheet):
        sheet.drawString(165, 686, "i salen")
        sheet.drawString(72, 700, "Sammanträde")
        sheet.drawString(72, 686, "hölls")
        sheet.drawString(102, 686, "i det gamla,")

    assert " ".join(lines_of_file(draw(page))) == "Sammanträde hölls i det gamla, i salen"
