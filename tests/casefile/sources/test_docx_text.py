"""What a person sees when the document is printed with its changes accepted."""

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from forebygg.casefile.sources import read_source

RUN = "<w:r><w:t>{}</w:t></w:r>"

PROMPT = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    "<w:sdtContent><w:r><w:t>Klicka här</w:t></w:r></w:sdtContent></w:sdt>"
)
DATE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
    '<w:r><w:t>anvisning</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>2031-01-01</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def paragraph(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{RUN.format(text)}</w:p>"


def test_paragraphs_are_parted_by_blank_lines(write_docx, lines_of_file):
    def write(document):
        document.add_heading("Beslut", 1)
        document.add_paragraph("Planen antas.")
        document.add_paragraph("Paragrafen är omedelbart justerad.")

    assert lines_of_file(write_docx(write)) == [
        "Beslut", "", "Planen antas.", "", "Paragrafen är omedelbart justerad.",
    ]  # fmt: skip


def test_list_items_follow_each_other(write_docx, lines_of_file):
    def write(document):
        document.add_paragraph("Målen är", style="Body Text")
        for item in ("att öka kunskapen", "att tydliggöra ansvaret"):
            document.add_paragraph(item, style="List Bullet")
        for item in ("Planen antas.", "Planen skickas ut."):
            document.add_paragraph(item, style="List Number")

    assert lines_of_file(write_docx(write))[-4:] == [
        "- att öka kunskapen",
        "- att tydliggöra ansvaret",
        "1. Planen antas.",
        "2. Planen skickas ut.",
    ]


def test_short_lines_without_space_between_stay_together(write_docx, lines_of_file):
    def write(document):
        for name in ("Anna Alm (S)", "Bo Berg (M)"):
            document.add_paragraph(name).paragraph_format.space_after = Pt(0)

    assert lines_of_file(write_docx(write)) == ["Anna Alm (S)", "Bo Berg (M)"]


def test_long_paragraphs_without_space_between_are_still_parted(write_docx, lines_of_file):
    text = "Kommunen ska arbeta förebyggande mot våldsbejakande extremism i samverkan med andra aktörer."

    def write(document):
        for _ in range(2):
            document.add_paragraph(text).paragraph_format.space_after = Pt(0)

    assert lines_of_file(write_docx(write)) == [text, "", text]


def test_line_breaks_and_tabs_stay(write_docx, lines_of_file):
    def write(document):
        run = document.add_paragraph("Datum\t2031-01-01").add_run()
        run.add_break()
        run.add_text("Plats\tSalen")

    assert lines_of_file(write_docx(write)) == ["Datum\t2031-01-01", "Plats\tSalen"]


def test_a_page_break_is_a_form_feed(write_docx, lines_of_file):
    def write(document):
        document.add_paragraph("slut")
        document.add_page_break()
        document.add_paragraph("början")
        document.add_paragraph("mitt").add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("ny").paragraph_format.page_break_before = True
        document.add_section()
        document.add_paragraph("avsnitt")

    lines = [line for line in lines_of_file(write_docx(write)) if line]

    assert lines == ["slut", "\fbörjan", "mitt", "\fny", "\favsnitt"]


def test_a_table_comes_row_by_row(write_docx, lines_of_file):
    def write(document):
        rows = [("Åtgärd", "Ansvarig", "År"), ("Utbilda", "", "2032"), ("", "Nämnden", "")]
        table = document.add_table(rows=0, cols=3)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    assert lines_of_file(write_docx(write)) == ["Åtgärd\tAnsvarig\tÅr", "Utbilda\t\t2032", "\tNämnden"]


def test_names_in_one_cell_stay_a_list(write_docx, lines_of_file):
    def write(document):
        cells = document.add_table(rows=1, cols=3).rows[0].cells
        cells[0].text = "Beslutande"
        cells[1].text = "Anna Alm (S)"
        cells[1].add_paragraph("Bo Berg (M)")
        cells[2].text = "Ersättare"
        cells[2].add_paragraph("Gun Gran (S)")

    assert lines_of_file(write_docx(write)) == [
        "Beslutande\tAnna Alm (S)",
        "Bo Berg (M)",
        "Ersättare",
        "Gun Gran (S)",
    ]


def test_lists_of_people_in_two_columns_come_one_after_the_other(write_docx, lines_of_file):
    rows = [("Ledamöter", "Ersättare"), ("Anna Alm (S)", "Gun Gran (S)"), ("Bo Berg (M)", "Hans Holm (M)")]

    def write(document):
        table = document.add_table(rows=0, cols=2)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    assert lines_of_file(write_docx(write)) == [
        "Ledamöter", "Anna Alm (S)", "Bo Berg (M)", "Ersättare", "Gun Gran (S)", "Hans Holm (M)",
    ]  # fmt: skip


def test_a_table_in_a_cell_is_read_in_its_place(write_docx, lines_of_file):
    def write(document):
        cells = document.add_table(rows=1, cols=2).rows[0].cells
        cells[0].text = "Röster"
        inner = cells[1].add_table(rows=1, cols=2).rows[0].cells
        inner[0].text, inner[1].text = "Ja", "7"

    assert "Ja\t7" in "\n".join(lines_of_file(write_docx(write)))


def test_a_frame_around_ordinary_text_is_no_table(write_docx, lines_of_file):
    def write(document):
        cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
        cell.text = "Planen antas."
        cell.add_paragraph("Beslutet skickas till nämnderna.")

    assert lines_of_file(write_docx(write)) == ["Planen antas.", "", "Beslutet skickas till nämnderna."]


def test_the_head_of_the_first_page_is_read_once_and_feet_never(write_docx, lines_of_file):
    def write(document):
        section = document.sections[0]
        section.header.paragraphs[0].text = "Dnr KS 2031/1"
        section.footer.paragraphs[0].text = "Postadress"
        document.add_paragraph("Tjänsteskrivelse")
        document.add_page_break()
        document.add_paragraph("Sida två")

    assert lines_of_file(write_docx(write)) == ["Dnr KS 2031/1", "", "Tjänsteskrivelse", "", "\fSida två"]


def test_the_head_of_a_title_page_goes_before_the_ordinary_one(write_docx, lines_of_file):
    def write(document):
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "Förstasida"
        section.header.paragraphs[0].text = "Andra sidor"
        document.add_paragraph("Text")

    assert lines_of_file(write_docx(write)) == ["Förstasida", "", "Text"]


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ("<w:ins><w:r><w:t>infogat</w:t></w:r></w:ins>", "infogat"),
        ("<w:del><w:r><w:delText>struket</w:delText></w:r></w:del>", ""),
        ("<w:moveFrom><w:r><w:t>flyttat</w:t></w:r></w:moveFrom>", ""),
        ("<w:hyperlink><w:r><w:t>länk</w:t></w:r></w:hyperlink>", "länk"),
        ("<w:sdt><w:sdtContent><w:r><w:t>fält</w:t></w:r></w:sdtContent></w:sdt>", "fält"),
        (PROMPT, ""),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>", ""),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>synligt</w:t></w:r>', "synligt"),
        ("<w:r><w:t>KS</w:t><w:noBreakHyphen/><w:t>AU</w:t></w:r>", "KS-AU"),
        ("<w:r><w:t>sam</w:t><w:softHyphen/><w:t>verkan</w:t></w:r>", "samverkan"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•"),
        ('<w:r><w:sym w:font="X" w:char="zz"/></w:r>', ""),
        ('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>', "²"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3"),
        (DATE, "2031-01-01"),
        ("<w:smartTag><w:r><w:t>ort</w:t></w:r></w:smartTag>", "ort"),
    ],
)  # fmt: skip
def test_runs_are_read_as_they_are_printed(pack_docx, lines_of_file, inside, read):
    body = f"<w:p>{RUN.format('före ')}{inside}{RUN.format(' efter')}</w:p>"

    assert lines_of_file(pack_docx(body)) == [f"före {read} efter"]


@pytest.mark.parametrize(
    ("inside", "notice"),
    [
        ("<w:del><w:r><w:delText>struket</w:delText></w:r></w:del>", "Tracked changes"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r>", "Hidden text"),
    ],
)
def test_what_is_left_out_is_told(pack_docx, keep, inside, notice):
    text = read_source(keep(pack_docx(f"<w:p>{RUN.format('kvar')}{inside}</w:p>")))

    assert [each.partition(" is left")[0].partition(":")[0] for each in text.notices] == [notice]


def test_comments_are_told_of(pack_docx, keep):
    text = read_source(keep(pack_docx(paragraph("text"), comments="<w:comments></w:comments>")))

    assert text.notices == ("Comments in the margin are left out.",)


def test_a_text_box_is_read_once_after_its_paragraph(pack_docx, lines_of_file):
    box = f"<w:txbxContent>{paragraph('i rutan')}</w:txbxContent>"
    drawing = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert lines_of_file(pack_docx(f"<w:p>{RUN.format('bredvid')}{drawing}</w:p>")) == [
        "bredvid",
        "",
        "i rutan",
    ]


def test_notes_stand_at_the_end_by_number(pack_docx, lines_of_file):
    body = (
        f'<w:p>{RUN.format("Planen")}<w:r><w:footnoteReference w:id="2"/></w:r>{RUN.format(" antas.")}</w:p>'
    )
    notes = (
        f'<w:footnotes><w:footnote w:id="0">{paragraph("streck")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Antagen 2031.")}</w:footnote></w:footnotes>'
    )

    assert lines_of_file(pack_docx(body, footnotes=notes)) == ["Planen¹ antas.", "", "¹ Antagen 2031."]


def test_lines_of_a_contents_list_follow_each_other(pack_docx, lines_of_file):
    body = "".join(
        f"<w:p><w:r><w:t>{title}</w:t><w:tab/><w:t>{page}</w:t></w:r></w:p>"
        for title, page in (("1 Bakgrund", 3), ("2 Mål", 4))
    )

    assert lines_of_file(pack_docx(body)) == ["1 Bakgrund\t3", "2 Mål\t4"]


def test_a_document_written_by_another_program_needs_no_relations(pack_docx, lines_of_file):
    body = "<d:body><d:p><d:r><d:t>Beslut</d:t></d:r></d:p></d:body>"
    document = f'<d:document xmlns:d="{STRICT}">{body}</d:document>'

    assert lines_of_file(pack_docx("", document=document)) == ["Beslut"]


def test_a_mark_that_deletes_a_row_deletes_it(write_docx, lines_of_file):
    def write(document):
        table = document.add_table(rows=2, cols=2)
        for number, row in enumerate(table.rows):
            for cell in row.cells:
                cell.text = f"rad {number}"
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:del"))
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None

    assert lines_of_file(write_docx(write)) == ["rad 1\trad 1"]
