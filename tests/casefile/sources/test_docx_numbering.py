"""Numbers that Word counts out are part of the paper though not of the text."""

import pytest


def level(number, text, form="decimal", start=1, extra=""):
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


def numbering(*levels, runs='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    shared = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f"<w:numbering>{shared}{runs}</w:numbering>"


def item(text, depth=0, run=1):
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{run}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def test_headings_are_numbered_through_their_styles(pack_docx, lines_of_file):
    levels = [
        level(0, "%1", extra='<w:pStyle w:val="Rubrik1"/>'),
        level(1, "%1.%2", extra='<w:pStyle w:val="Rubrik2"/>'),
    ]
    styles = "<w:styles>" + "".join(
        f'<w:style w:type="paragraph" w:styleId="Rubrik{number}"><w:name w:val="heading {number}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for number in (1, 2)
    ) + "</w:styles>"  # fmt: skip

    def heading(number, text):
        return f'<w:p><w:pPr><w:pStyle w:val="Rubrik{number}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'

    body = "".join(
        [
            heading(1, "Bakgrund"),
            heading(2, "Syfte"),
            heading(2, "Mål"),
            heading(1, "Insatser"),
            heading(2, "Skola"),
        ]
    )
    lines = lines_of_file(pack_docx(body, styles=styles, numbering=numbering(*levels)))

    assert [line for line in lines if line] == [
        "1 Bakgrund",
        "1.1 Syfte",
        "1.2 Mål",
        "2 Insatser",
        "2.1 Skola",
    ]


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("decimal", "§ %1", ["§ 1", "§ 2", "§ 3"]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("lowerRoman", "%1.", ["i.", "ii.", "iii."]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("bullet", "\uf0b7", ["-", "-", "-"]),
    ],
)
def test_each_manner_of_counting(pack_docx, lines_of_file, form, text, labels):
    body = "".join(map(item, ("ett", "två", "tre")))

    lines = lines_of_file(pack_docx(body, numbering=numbering(level(0, text, form))))

    assert lines == [f"{label} {word}" for label, word in zip(labels, ("ett", "två", "tre"), strict=True)]


def test_a_list_may_start_where_it_likes(pack_docx, lines_of_file):
    lines = lines_of_file(pack_docx(item("a") + item("b"), numbering=numbering(level(0, "§ %1", start=165))))

    assert lines == ["§ 165 a", "§ 166 b"]


def test_lower_levels_begin_anew_under_each_higher(pack_docx, lines_of_file):
    levels = [level(0, "%1."), level(1, "%1.%2.")]
    body = item("a") + item("b", 1) + item("c", 1) + item("d") + item("e", 1)

    lines = lines_of_file(pack_docx(body, numbering=numbering(*levels)))

    assert lines == ["1. a", "1.1. b", "1.2. c", "2. d", "2.1. e"]


def test_a_level_without_its_higher_one_counts_that_as_begun(pack_docx, lines_of_file):
    levels = [level(0, "%1."), level(1, "%1.%2")]

    assert lines_of_file(pack_docx(item("b", 1), numbering=numbering(*levels))) == ["1.1 b"]


def test_a_list_that_is_told_to_restart_does(pack_docx, lines_of_file):
    runs = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = item("a") + item("b") + item("c", run=2) + item("d", run=2) + item("e", run=3)

    lines = lines_of_file(pack_docx(body, numbering=numbering(level(0, "%1."), runs=runs)))

    assert lines == ["1. a", "2. b", "1. c", "2. d", "3. e"]


def test_numbers_in_roman_are_plain_further_down_when_the_list_says_so(pack_docx, lines_of_file):
    levels = [level(0, "%1.", "upperRoman"), level(1, "%1.%2", extra="<w:isLgl/>")]

    assert lines_of_file(pack_docx(item("a") + item("b", 1), numbering=numbering(*levels))) == [
        "I. a",
        "1.1 b",
    ]


def test_a_paragraph_may_step_out_of_its_style_s_list(pack_docx, lines_of_file):
    assert lines_of_file(pack_docx(item("utan", run=0), numbering=numbering(level(0, "%1.")))) == ["utan"]


def test_a_list_that_the_document_lacks_gives_no_number(pack_docx, lines_of_file):
    assert lines_of_file(pack_docx(item("text", run=7), numbering=numbering(level(0, "%1.")))) == ["text"]


@pytest.mark.parametrize("depth", ["-1", "9", "x", "99999999999999"])
def test_a_level_that_does_not_exist_is_no_obstacle(pack_docx, lines_of_file, depth):
    lines = lines_of_file(pack_docx(item("text", depth), numbering=numbering(level(0, "%1."))))

    assert lines[0].endswith("text")
