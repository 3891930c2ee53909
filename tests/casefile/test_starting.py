import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forebygg.casefile import read_texts
from forebygg.casefile.amending import CorrectionError
from forebygg.casefile.errors import NoText
from forebygg.casefile.starting import as_plan, draft, outline, pasted

FILE = "plan.txt"
DAY = dt.date(2025, 1, 2)
UNNUMBERED = """Bakgrund
Kommunen arbetar förebyggande mot våldsbejakande extremism. Planen gäller alla nämnder.

Mål
Ingen ska dras in i våldsbejakande extremism.

Samverkan
- Rådet möts fyra gånger om året
- Polisen deltar

Uppföljning:
Planen följs upp varje år.
"""
NUMBERED = """Handlingsplan mot våldsbejakande extremism

Antagen 2024-06-17

Innehåll

1 Bakgrund.....2
1.1 Mål.....2
2 Samverkan.....2

1 Bakgrund

Planen gäller alla nämnder.

1.1 Mål

Ingen ska dras in.

2 Samverkan

Rådet samordnar arbetet i tre steg:

1. Kartläggning
2. Insatser
3. Uppföljning
"""


def lines(text, *corrections):
    return [
        (line.number, line.title, line.level, line.taken) for line in outline(pasted(text, FILE), corrections)
    ]


def begun(text, headings=None, read=()):
    case = read_texts(
        [pasted(text, FILE)], as_plan(FILE, title="Plan", date=DAY, headings=headings, read=read)
    )
    assert case.unplaced == ()
    return case.plans[0]


def test_lines_that_could_be_headings_are_shown_with_those_that_are_taken():
    assert lines(UNNUMBERED) == [
        ("", "Bakgrund", 1, False),
        ("", "Mål", 1, True),
        ("", "Samverkan", 1, True),
        ("", "Uppföljning", 1, False),
    ]


def test_numbers_tell_the_level_and_the_table_of_contents_is_left_out():
    found = [line for line in lines(NUMBERED) if line[3]]

    assert found == [("1", "Bakgrund", 1, True), ("1.1", "Mål", 2, True), ("2", "Samverkan", 1, True)]


def test_what_the_first_page_tells_of_the_document_is_no_line_of_the_outline():
    assert "Antagen 2024-06-17" not in [title for _, title, _, _ in lines(NUMBERED)]


def test_points_of_a_list_could_be_headings():
    assert ("1", "Kartläggning", 1, False) in lines(NUMBERED)


def test_marks_tell_the_level_where_there_are_no_numbers():
    found = lines(
        "# Plan\n\n## Bakgrund\n\nPlanen gäller alla. Den antas i dag.\n\n### Mål\n\nFärre dras in.\n"
    )

    assert ("", "Mål", 3, True) in found


def test_a_heading_over_two_lines_is_one_line_of_the_outline():
    [line, *_] = [
        line
        for line in outline(pasted(NUMBERED.replace("1 Bakgrund\n", "1\nBakgrund\n"), FILE))
        if line.taken
    ]

    assert (line.lines, line.text, line.number, line.title) == (
        (11, 12),
        "1 Bakgrund",
        "1",
        "Bakgrund",
    )


def test_running_text_and_list_points_are_no_lines_of_the_outline():
    titles = [title for _, title, _, _ in lines(UNNUMBERED)]

    assert not any("Rådet" in title or "Kommunen" in title for title in titles)


def test_without_answers_the_readers_headings_stand():
    plan = begun(NUMBERED)

    assert [(section.number, section.title) for section in plan.sections] == [
        ("1", "Bakgrund"),
        ("1.1", "Mål"),
        ("2", "Samverkan"),
    ]
    assert (plan.title, plan.date) == ("Plan", DAY)


def test_the_draft_is_what_the_reader_makes_of_the_text():
    plan = draft(pasted(NUMBERED, FILE))

    assert (plan.title, plan.date) == ("Handlingsplan mot våldsbejakande extremism", dt.date(2024, 6, 17))
    assert len(plan.sections) == 3


def test_a_plan_is_begun_with_the_headings_that_a_person_confirmed():
    read = outline(pasted(UNNUMBERED, FILE))

    plan = begun(UNNUMBERED, [(1, "1", "Bakgrund"), (4, "2", "Mål"), (11, "3", "Uppföljning")], read)

    assert [(section.number, section.title) for section in plan.sections] == [
        ("1", "Bakgrund"),
        ("2", "Mål"),
        ("3", "Uppföljning"),
    ]
    assert plan.sections[1].paragraphs[1:] == (
        "Samverkan",
        "- Rådet möts fyra gånger om året",
        "- Polisen deltar",
    )


def test_a_plan_may_have_no_headings_at_all():
    read = outline(pasted(UNNUMBERED, FILE))

    plan = begun(UNNUMBERED, [], read)

    assert [section.title for section in plan.sections] == [""]


def test_confirming_what_was_read_changes_nothing():
    text = pasted(NUMBERED, FILE)
    read = outline(text)
    taken = [(line.lines[0], line.number, line.title) for line in read if line.taken]

    assert begun(NUMBERED, taken, read).sections == draft(text).sections


def test_the_outline_shows_what_a_person_has_answered():
    answers = as_plan(
        FILE, title="Plan", date=None, headings=[(1, "", "Bakgrund")], read=outline(pasted(UNNUMBERED, FILE))
    )

    assert [(title, taken) for _, title, _, taken in lines(UNNUMBERED, *answers)] == [
        ("Bakgrund", True),
        ("Mål", False),
        ("Samverkan", False),
        ("Uppföljning", False),
    ]


def test_a_heading_without_a_title_is_refused():
    with pytest.raises(CorrectionError, match="“Title” cannot be empty"):
        as_plan(FILE, title="Plan", date=None, headings=[(1, "1", " ")])


def test_nothing_pasted_is_refused():
    with pytest.raises(NoText):
        pasted(" \n", FILE)


ROWS = st.sampled_from(
    [
        *(
            "",
            "",
            "Bakgrund",
            "1 Bakgrund",
            "1.1 Mål",
            "2. Insatser",
            "# Syfte",
            "Innehåll",
            "1 Bakgrund.....2",
            "3",
        ),
        *(
            "Planen gäller alla nämnder. Den antas i dag.",
            "- Rådet möts",
            "Ansvarig: Nämnden",
            "2024-05-01",
            "§ 4",
        ),
        *(
            "SAMVERKAN",
            "Handlingsplan mot extremism",
            "och det fortsätter här.",
            "Granviks kommun",
            "Tabell 1 Mål",
        ),
    ]
)


@given(st.lists(ROWS, min_size=1, max_size=14), st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_a_person_confirms_are_the_sections(rows, data):
    text = pasted("\n".join([*rows, "Slut."]), FILE)
    read = outline(text)
    chosen = [line for line in read if data.draw(st.booleans())]

    case = read_texts(
        [text],
        as_plan(
            FILE,
            title="Plan",
            date=DAY,
            headings=[(line.lines[0], line.number, line.title) for line in chosen],
            read=read,
        ),
    )

    assert [
        (section.lines[0], section.number, section.title)
        for section in case.plans[0].sections
        if section.title
    ] == [(line.lines[0], line.number, line.title) for line in chosen]


@given(st.lists(ROWS, min_size=1, max_size=14))
@settings(max_examples=60, deadline=None)
def test_what_the_outline_takes_are_the_sections_of_the_draft(rows):
    text = pasted("\n".join([*rows, "Slut."]), FILE)

    taken = [(line.number, line.title) for line in outline(text) if line.taken]

    assert [(section.number, section.title) for section in draft(text).sections if section.title] == taken
