import datetime as dt

import pytest

from forebygg.casefile.amending import KINDS, Correction
from tests.casefile.amending.case import FILE, change, correction, line_of, read

PLAN = """Handlingsplan mot våldsbejakande extremism

2024-02-01

Bakgrund

Planen gäller alla nämnder. Kommunfullmäktige antar planen.

Vad planen ska leda till på sikt enligt rådet

Färre dras in. Fler får hjälp.

Samverkan: Rådet möts varje månad.

Ansvar:
Nämnden svarar för arbetet.
"""


def heading(words, title, number="", papers=PLAN):
    return Correction(
        file=FILE,
        line=line_of(words, papers),
        kind="heading",
        act="add",
        value={"number": number, "title": title},
    )


def no_heading(words, papers=PLAN):
    return Correction(file=FILE, line=line_of(words, papers), kind="heading", act="remove")


def sections(*corrections, papers=PLAN):
    case = read(
        Correction(file=FILE, line=1, kind="file", field="kind", value="plan"), *corrections, papers=papers
    )
    assert case.unplaced == ()
    return [(one.number, one.title, one.paragraphs) for one in case.plans[0].sections]


KINDS_OF_PAPER = [value for value, _ in KINDS["file"].field("kind").choices]


@pytest.mark.parametrize("kind", KINDS_OF_PAPER)
def test_a_whole_file_is_the_kind_of_paper_that_a_person_says(kind):
    case = read(Correction(file=FILE, line=1, kind="file", field="kind", value=kind))

    assert [document.kind for document in case.documents] == [kind]
    assert case.unplaced == ()


@pytest.mark.parametrize("kind", KINDS_OF_PAPER)
@pytest.mark.parametrize("words", ["SAMMANTRÄDESPROTOKOLL", "§ 45", "2024-02-01"])
def test_a_paper_of_another_kind_has_another_reader(kind, words):
    case = read(change(words, "document", "kind", kind))

    [document] = [one for one in case.documents if one.lines[0] <= line_of(words) <= one.lines[1]]
    assert document.kind == kind
    assert case.unplaced == ()


def test_a_plan_that_is_none_is_no_edition():
    case = read(change("2024-02-01", "document", "kind", "other"))

    assert [str(plan.date) for plan in case.plans] == ["2024-05-01"]
    assert case.changes == ()


def test_a_text_without_any_form_is_read_as_a_plan():
    case = read(
        Correction(file=FILE, line=1, kind="file", field="kind", value="plan"),
        Correction(file=FILE, line=1, kind="document", field="title", value="Plan för Granvik"),
        Correction(file=FILE, line=1, kind="document", field="date", value="2025-01-02"),
        papers="\n\nVi arbetar förebyggande. Alla hjälps åt.\n",
    )

    [plan] = case.plans
    assert (plan.title, plan.date) == ("Plan för Granvik", dt.date(2025, 1, 2))
    assert plan.sections[0].paragraphs == ("Vi arbetar förebyggande. Alla hjälps åt.",)
    assert case.unplaced == ()


def test_an_empty_file_is_no_paper_of_any_kind():
    lost = Correction(file=FILE, line=1, kind="file", field="kind", value="plan")

    case = read(lost, papers="\n\n")

    assert case.documents == ()
    assert case.unplaced == (lost,)


def test_a_line_that_a_person_says_is_a_heading_is_one():
    assert [title for _, title, _ in sections()] == [
        "Bakgrund",
        "Vad planen ska leda till på sikt enligt rådet",
    ]

    found = sections(heading("Ansvar", "Ansvar"))

    assert found[-1] == ("", "Ansvar", ("Nämnden svarar för arbetet.",))


def test_a_line_that_a_person_says_is_none_is_text():
    found = sections(no_heading("Vad planen"))

    assert [title for _, title, _ in found] == ["Bakgrund"]
    assert "Vad planen ska leda till på sikt enligt rådet" in found[0][2]


def test_a_heading_has_the_number_and_title_that_a_person_gives_it():
    found = sections(heading("Vad planen", "Mål", number="2"))

    assert found[1][:2] == ("2", "Mål")
    assert found[1][2][0] == "Färre dras in. Fler får hjälp."


def test_text_that_goes_on_after_its_heading_belongs_to_the_section():
    found = sections(heading("Samverkan", "Samverkan"))

    assert found[-1][:2] == ("", "Samverkan")
    assert found[-1][2][0] == "Rådet möts varje månad."


def test_a_numbered_heading_goes_on_as_text():
    papers = PLAN.replace("Samverkan:", "3. Samverkan –")

    found = sections(heading("Samverkan", "Samverkan", "3", papers), papers=papers)

    assert found[-1][0:2] == ("3", "Samverkan")
    assert found[-1][2][0] == "Rådet möts varje månad."


def test_a_heading_over_two_lines_takes_both():
    papers = PLAN.replace("Ansvar:\n", "Ansvar för samordning\noch för uppföljning\n\n")

    found = sections(
        heading("Ansvar för", "Ansvar för samordning och för uppföljning", papers=papers), papers=papers
    )

    assert found[-1] == ("", "Ansvar för samordning och för uppföljning", ("Nämnden svarar för arbetet.",))


def test_numbering_goes_on_from_a_heading_that_a_person_told_of():
    papers = (
        PLAN.replace("Bakgrund", "Kapitel ett")
        .replace("Ansvar:\n", "\n2 Ansvar\n\n")
        .replace("Vad planen ska", "1.1 Vad planen ska")
    )

    found = sections(heading("Kapitel ett", "Bakgrund", "1", papers), papers=papers)

    assert [number for number, _, _ in found] == ["1", "1.1", "2"]


@pytest.mark.parametrize("number", ["3a", "IV", "A", "²", "1..2"])
def test_any_number_may_be_given(number):
    assert sections(heading("Ansvar", "Ansvar", number))[-1][0] == number


def test_a_heading_on_the_first_line_ends_the_first_page():
    papers = "Bakgrund\n\nPlanen gäller alla nämnder.\n"

    assert sections(heading("Bakgrund", "Bakgrund", papers=papers), papers=papers) == [
        ("", "Bakgrund", ("Planen gäller alla nämnder.",))
    ]


CONTENTS = """Handlingsplan mot våldsbejakande extremism

2024-02-01

Förord

Kommunen tar frågan på allvar.

Innehåll

1 Bakgrund.....2
2 Samverkan.....2

1 Bakgrund

Planen gäller alla nämnder.

2 Samverkan

Rådet samordnar arbetet.
"""


def test_a_heading_before_the_contents_has_its_text_without_them():
    found = sections(heading("Förord", "Förord", papers=CONTENTS), papers=CONTENTS)

    assert found == [
        ("", "Förord", ("Kommunen tar frågan på allvar.",)),
        ("1", "Bakgrund", ("Planen gäller alla nämnder.",)),
        ("2", "Samverkan", ("Rådet samordnar arbetet.",)),
    ]


def test_a_heading_among_the_contents_ends_them():
    papers = CONTENTS.replace(
        "2 Samverkan.....2\n\n", "2 Samverkan.....2\nIngress.....2\nEn inledande text.\n\n"
    )

    found = sections(heading("Ingress", "Ingress", papers=papers), papers=papers)

    assert found[0][:2] == ("", "Ingress")
    assert [title for _, title, _ in found[1:]] == ["Bakgrund", "Samverkan"]


def test_a_heading_that_was_taken_for_a_running_head_is_one():
    page = "Trygghet i Granvik\n\nRådet möts och beslutar om {0}. Nämnden följer {0}.\n\nSida {1} av 4\n"
    papers = (
        PLAN
        + "\n"
        + "\n".join(page.format(name, number) for number, name in enumerate(["ett", "två", "tre", "fyra"], 1))
    )
    line = line_of("Trygghet i Granvik", papers, nth=2)

    case = read(
        Correction(file=FILE, line=1, kind="file", field="kind", value="plan"),
        Correction(file=FILE, line=line, kind="heading", act="add", value={"title": "Trygghet i Granvik"}),
        papers=papers,
    )

    [section] = [one for one in case.plans[0].sections if one.lines[0] == line]
    assert section.title == "Trygghet i Granvik"


def test_confirmed_headings_are_those_that_are_compared():
    case = read(
        *(
            correction("Rådet samordnar", "heading", nth=nth, act="add", value={"title": "Rådet"})
            for nth in (0, 1)
        )
    )

    assert [section.title for section in case.plans[0].sections] == ["Bakgrund", "Samverkan", "Rådet"]
    assert [change.section for change in case.changes] == ["Rådet"]
    assert case.unplaced == ()
