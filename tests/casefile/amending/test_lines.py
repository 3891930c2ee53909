from forebygg.casefile import read_texts
from forebygg.casefile.amending import Correction
from forebygg.casefile.paper import Text
from tests.casefile.amending.case import FILE, PAPERS, change, correction, line_of, read


def as_should_read(words, value, **said):
    return change(words, "line", "text", value, **said)


def test_a_line_is_read_as_it_should_read():
    case = read(as_should_read("Bo Ask (M)", "Bo Asp (L)", nth=0))

    assert [(one.name, one.party) for one in case.meetings[0].attendance][1] == ("Bo Asp", "L")


def test_all_that_is_derived_follows_a_line():
    case = read(
        as_should_read("Rådet samordnar arbetet med polisen", "Rådet samordnar arbetet med andra aktörer.")
    )

    assert case.changes == ()


def test_a_mended_heading_parts_two_items():
    papers = PAPERS.replace(
        "Protokollsanteckning\n",
        "Protokollsanteckning\n\nI 46\n\nBudget\n\nKommunstyrelsens beslut\n\n- Ja.\n",
    )
    assert len(read(papers=papers).items) == 1

    case = read(
        Correction(file=FILE, line=line_of("I 46", papers), kind="line", field="text", value="§ 46"),
        papers=papers,
    )

    assert [item.paragraph for item in case.items] == [45, 46]


def test_a_line_of_noise_is_blanked():
    papers = PAPERS.replace("Bo Ask (M)\nCia", "Bo Ask (M)\nX~~i Yt (Q)\nCia")

    case = read(
        Correction(file=FILE, line=line_of("X~~i", papers), kind="line", field="text", value=""),
        papers=papers,
    )

    assert [one.name for one in case.meetings[0].attendance] == ["Anna Berg", "Bo Ask", "Cia Dal", "Disa Ek"]


def test_a_line_that_opens_a_page_still_does():
    lines = tuple(PAPERS.replace("Rådet samordnar", "\fRådet samordnar", 1).split("\n"))
    number = next(number for number, line in enumerate(lines, start=1) if line.startswith("\f"))
    text = Text(file=FILE, form="pdf", lines=lines)

    case = read_texts(
        [text], [Correction(file=FILE, line=number, kind="line", field="text", value="Rådet möts.")]
    )

    assert case.plans[0].sections[1].paragraphs == ("Rådet möts.",)


def moved_down(papers=PAPERS):
    """The same papers, extracted anew with three lines more at the top."""
    return "Granviks kommun\n\n\n" + papers


def test_a_correction_moves_with_its_line():
    made = as_should_read("Bo Ask (M)", "Bo Asp (L)", printed="Bo Ask (M)")

    case = read(made, papers=moved_down())

    assert [one.name for one in case.meetings[0].attendance][1] == "Bo Asp"
    assert case.unplaced == ()


def test_a_correction_of_a_fact_moves_with_its_line():
    made = correction("yrkar bifall", "motion", act="remove", called="Bo Ask",
                      printed="Bo Ask (M) och Cia Dal (C) yrkar bifall till förslaget.")  # fmt: skip

    case = read(made, papers=moved_down())

    assert [motion.name for motion in case.items[0].motions] == ["Cia Dal"]


def test_of_several_lines_that_read_so_the_nearest_is_meant():
    made = as_should_read("2024-05-01", "2024-05-02", printed="2024-05-01")

    case = read(made, papers="2024-05-01\n\n\n" + PAPERS)

    assert [str(plan.date) for plan in case.plans] == ["2024-02-01", "2024-05-02"]


def test_a_line_that_is_gone_is_not_written_over_another():
    made = as_should_read("Bo Ask (M)", "Bo Asp (L)", printed="Bo Ask (KD)")

    case = read(made)

    assert case.unplaced == (made,)
    assert case.meetings == read().meetings


def test_a_fact_whose_line_reads_otherwise_is_found_by_its_number():
    case = read(change("Bo Ask (M)", "attendance", "party", "L", called="Bo Ask", printed="B0 Ask (M)"))

    assert [one.party for one in case.meetings[0].attendance][1] == "L"
