import datetime as dt

from forebygg.decisions.rules.places import line_of

LINES = [
    "Granviks kommun",
    "Plats och tid  Stora salen,   kl. 08.30–11.45",
    "Handlingsplan mot våldsbejakande",
    "extremism",
    "Justeras onsdagen den 27 november",
    "Anslaget sätts upp 2024-11-28",
    "Handlingsplan mot våldsbejakande extremism, bilaga",
]


def where(value):
    return line_of(value, LINES, 40)


def test_words_are_found_however_they_are_spaced():
    assert where("Stora salen, kl. 08.30") == 41


def test_a_line_that_prints_the_whole_goes_before_one_that_begins_it():
    assert where("Handlingsplan mot våldsbejakande extremism") == 46
    assert where("Handlingsplan mot våldsbejakande och annan extremism") == 42


def test_a_day_is_found_in_any_form_and_without_its_year_by_its_weekday():
    assert where(dt.date(2024, 11, 28)) == 45
    assert where(dt.date(2024, 11, 27)) == 44
    assert where(dt.date(2024, 11, 26)) is None


def test_a_time_is_found_with_full_stop_or_colon():
    assert where(dt.time(8, 30)) == 41
    assert where(dt.time(8, 31)) is None


def test_nothing_stands_nowhere():
    assert (where(""), where(None)) == (None, None)
