import datetime as dt
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.copies import Reading, find_copies, settle
from forebygg.casefile.facts import Document
from tests.casefile.papers.editions import paper

TITLE = "Handlingsplan mot våldsbejakande extremism"
DAY = dt.date(2024, 11, 8)
TEXT = """
Samverkan ska bygga på förtroende mellan dem som möter barn och unga i sitt arbete.
De former för samverkan som redan finns ska i möjligaste mån utvecklas och ses som en resurs.
Utbildningen ska ge både kunskap och trygghet i yrkesrollen, och den upprepas vart tredje år.
Den som är orolig för ett barn ska i första hand kontakta socialtjänstens mottagning.
Kommunstyrelsen följer upp planen tillsammans med det lokala brottsförebyggande rådet.
"""


def reading(name, text=TEXT, *, kind="plan", date=DAY, title=TITLE, furniture=()):
    document = Document(id=name, file="granvik.txt", kind=kind, date=date, title=title, lines=(1, 5))
    return Reading(document, paper(text, name, kind, furniture))


def test_equal_papers_are_copies_and_the_later_names_the_first():
    assert find_copies([reading("d1"), reading("d2"), reading("d3")]) == {"d2": "d1", "d3": "d1"}


def test_another_date_makes_no_copy():
    assert find_copies([reading("d1"), reading("d2", date=dt.date(2025, 2, 20))]) == {}


def test_another_kind_makes_no_copy():
    assert find_copies([reading("d1"), reading("d2", kind="memo")]) == {}


def test_another_title_makes_no_copy():
    assert find_copies([reading("d1"), reading("d2", title="Policy för upphandling")]) == {}


def test_a_title_with_another_figure_makes_no_copy():
    first, second = f"{TITLE} del 1", f"{TITLE} del 2"

    assert find_copies([reading("d1", title=first), reading("d2", title=second)]) == {}


def test_a_title_misread_by_a_letter_is_the_same_title():
    misread = TITLE.replace("våldsbejakande", "våldsbejakanae")

    assert find_copies([reading("d1"), reading("d2", title=misread)]) == {"d2": "d1"}


def test_papers_that_differ_in_more_than_three_words_of_a_hundred_are_no_copies():
    other = TEXT.replace("både kunskap och trygghet", "mest insikt samt lugn").replace(
        "i första hand", "helst"
    )

    assert find_copies([reading("d1"), reading("d2", other)]) == {}


def test_other_line_breaks_and_furniture_make_no_difference():
    other = TEXT.replace(" barn och unga i", " barn och\n\nSida 2 (4)\n\nunga i").replace(
        "förtroende", "för-\ntroende"
    )

    settled = settle([reading("d1"), reading("d2", other, furniture={"Sida 2 (4)"})])

    assert settled.copy_of == {"d2": "d1"}
    assert settled.differences == ()


def test_a_logotype_that_one_copy_has_is_no_difference():
    other = TEXT.replace("\nDen som", "\n\ngranviks kommun\n\nDen som")

    assert settle([reading("d1"), reading("d2", other)]).differences == ()


def test_the_reading_that_the_next_edition_has_is_taken():
    copy, later = TEXT.replace("utvecklas", "utveckla"), TEXT.replace("vart tredje år", "varje år")

    settled = settle([reading("d1", copy), reading("d2"), reading("d3", later, date=dt.date(2025, 2, 20))])

    [difference] = settled.differences
    assert (difference.readings, difference.taken, difference.by) == (
        ("utveckla", "utvecklas"),
        "utvecklas",
        "edition",
    )
    assert difference.lines == ((2, 2), (2, 2))


def test_the_reading_that_most_copies_have_is_taken():
    settled = settle([reading("d1", TEXT.replace("både", "båda")), reading("d2"), reading("d3")])

    assert [(one.taken, one.by) for one in settled.differences] == [("både", "copy")]


def test_the_only_swedish_reading_is_taken():
    settled = settle([reading("d1", TEXT.replace("förtroende", "förtroeude")), reading("d2")])

    assert [(one.taken, one.by) for one in settled.differences] == [("förtroende", "language")]


def test_where_both_readings_are_swedish_both_are_kept():
    settled = settle([reading("d1"), reading("d2", TEXT.replace("både", "båda"))])

    assert [(one.readings, one.taken, one.by) for one in settled.differences] == [
        (("både", "båda"), None, None)
    ]


def test_the_edition_is_held_once_with_the_readings_taken():
    settled = settle([reading("d1", TEXT.replace("förtroende", "förtroeude")), reading("d2")])

    assert list(settled.papers) == ["d1"]
    assert "bygga på förtroende mellan" in settled.papers["d1"].lines[0].text


def test_a_misread_year_is_settled_by_nobody():
    dated = TEXT.replace("vart tredje år", "år 2027")

    settled = settle([reading("d1", dated), reading("d2", dated.replace("2027", "2021"))])

    assert [one.taken for one in settled.differences] == [None]


@given(
    st.lists(
        st.tuples(st.sampled_from([TEXT, TEXT[:200], ""]), st.sampled_from(["plan", "memo"])), max_size=6
    )
)
def test_no_paper_is_both_a_copy_and_an_original(drawn):
    found = find_copies([reading(f"d{number}", text, kind=kind) for number, (text, kind) in enumerate(drawn)])

    assert not set(found) & set(found.values())


@pytest.mark.parametrize("alike", [True, False])
def test_a_thousand_papers_of_one_day_are_compared_in_seconds(alike):
    drawn = random.Random(7)
    boilerplate = (
        "Protokollet är justerat och justeringen har tillkännagivits genom anslag på kommunens tavla.\n"
    )
    texts = [
        boilerplate + " ".join(f"ord{drawn.randrange(3000)}" for _ in range(150))
        for _ in range(1 if alike else 1000)
    ]
    papers = [reading(f"d{number}", texts[number % len(texts)]) for number in range(1000)]
    started = time.perf_counter()

    found = find_copies(papers)

    assert len(found) == (999 if alike else 0)
    assert time.perf_counter() - started < 20
