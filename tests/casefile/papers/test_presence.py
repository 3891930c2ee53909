import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.papers.attendance.presence import ranges, read_presence


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("från och med § 126", 126, None),
        ("fr.o.m. § 12", 12, None),
        ("fr o m § 12", 12, None),
        ("from § 12", 12, None),
        ("anlände § 12", 12, None),
        ("anlände efter § 12", 13, None),
        ("§ 12–", 12, None),
        ("from och med § 12", 12, None),
        ("till och med § 133", None, 133),
        ("fram till § 133", None, 133),
        ("t.o.m. § 133", None, 133),
        ("avvek efter § 133", None, 133),
        ("lämnade sammanträdet före § 133", None, 132),
        ("från och med § 15 till och med § 17", 15, 17),
        ("fr.o.m. § 15 t.o.m. § 17", 15, 17),
        ("§ 165-173", 165, 173),
        ("§ 165 - 168", 165, 168),
        ("§§ 33–40", 33, 40),
        ("paragraf 12–14", 12, 14),
        ("närvarande §§ 3 till och med 5", 3, 5),
        ("§ 165", 165, 165),
        ("§ 165 p 2", 165, 165),
        ("§12 – § 15", 12, 15),
        ("del av § 12", 12, 12),
        ("§ 12/24–14/24", 12, 14),
    ],
)
def test_presence_without_a_gap_is_bounds(text, first, last):
    presence = read_presence(text)

    assert (presence.from_paragraph, presence.to_paragraph) == (first, last)
    assert presence.paragraphs is None


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("§§ 28, 29", ((28, 29),)),
        ("§§ 33–40, 42", ((33, 40), (42, 42))),
        ("§§ 1–3 samt §§ 5–7", ((1, 3), (5, 7))),
        ("§ 5 och del av § 7", ((5, 5), (7, 7))),
        ("§§ 4, 6 och 9-11", ((4, 4), (6, 6), (9, 11))),
    ],
)
def test_listed_paragraphs_are_kept_as_listed(text, listed):
    presence = read_presence(text)

    assert presence.paragraphs == listed
    assert (presence.from_paragraph, presence.to_paragraph) == (listed[0][0], listed[-1][1])


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("kl. 13.00–14.20", dt.time(13), dt.time(14, 20)),
        ("klockan 9–11.30", dt.time(9), dt.time(11, 30)),
        ("anlände kl 13.10", dt.time(13, 10), None),
        ("avvek kl. 15:10", None, dt.time(15, 10)),
        ("fr.o.m. kl. 9", dt.time(9), None),
        ("fr. kl. 9.15", dt.time(9, 15), None),
        ("(10.00–)", dt.time(10), None),
        ("–10.00", None, dt.time(10)),
        ("från kl. 09.15 till kl. 10.00", dt.time(9, 15), dt.time(10)),
    ],
)
def test_presence_by_the_clock_is_read(text, starts, ends):
    presence = read_presence(text)

    assert (presence.from_time, presence.to_time) == (starts, ends)


@pytest.mark.parametrize(
    "text", ["från och med § 126 kl. 09.05", "från och med kl. 09.05, § 126", "anlände kl. 09.05 (§ 126)"]
)
def test_paragraph_and_clock_together_tell_one_arrival(text):
    presence = read_presence(text)

    assert (presence.from_paragraph, presence.from_time) == (126, dt.time(9, 5))


def test_a_clock_after_the_last_paragraph_tells_when_the_person_left():
    presence = read_presence("från och med § 15 till och med § 17 kl. 10.05")

    assert (presence.from_paragraph, presence.to_paragraph) == (15, 17)
    assert (presence.from_time, presence.to_time) == (None, dt.time(10, 5))


@pytest.mark.parametrize(
    "text",
    [
        "ej § 35",
        "utom § 35",
        "inte närvarande § 35",
        "frånvarande § 35",
        "deltar ej § 35 p.g.a. jäv",
        "deltar inte i beslutet § 35 på grund av jäv",
        "jäv § 35",
        "med undantag för § 35",
        "§ 35 jäv",
        "§ 35 på grund av jäv",
    ],
)
def test_an_exception_leaves_the_rest_of_the_meeting(text):
    presence = read_presence(text).within((33, 45))

    assert presence.paragraphs == ((33, 34), (36, 45))


def test_an_exception_at_the_start_is_a_later_beginning():
    presence = read_presence("ej §§ 33–34").within((33, 45))

    assert (presence.from_paragraph, presence.to_paragraph, presence.paragraphs) == (35, None, None)


def test_an_exception_is_taken_from_the_paragraphs_listed():
    presence = read_presence("§§ 33–40, ej § 35").within(None)

    assert presence.paragraphs == ((33, 34), (36, 40))


def test_an_exception_without_the_meetings_range_is_not_guessed():
    assert read_presence("ej § 35").within(None) is None


@pytest.mark.parametrize("text", ["ekonomichef", "chef för fritid", "2:e vice ordförande", "kl. 10.05"])
def test_words_that_tell_no_presence_stay(text):
    presence = read_presence(text)

    assert presence.rest == text
    assert presence.from_time is None


def test_the_words_around_presence_are_left_for_the_title():
    presence = read_presence(", ekonomichef, kontoret, §§ 1–5, på distans")

    assert [part.strip() for part in presence.rest.split(",") if part.strip()] == ["ekonomichef", "kontoret"]


@given(st.lists(st.tuples(st.integers(1, 900), st.integers(0, 9)), min_size=1, max_size=6))
def test_ranges_hold_just_the_paragraphs_that_are_written(pairs):
    text = ", ".join(f"{first}–{first + more}" if more else str(first) for first, more in pairs)
    written = {number for first, more in pairs for number in range(first, first + more + 1)}

    found = ranges(text)

    assert {number for first, last in found for number in range(first, last + 1)} == written
    assert all(before[1] + 1 < after[0] for before, after in pairwise(found))


@given(st.text(alphabet="§ 1290–-.,()klfromt:ej", max_size=60))
def test_no_text_makes_the_reading_of_presence_fail(text):
    presence = read_presence(text)

    assert presence.within((1, 99)) is not None
