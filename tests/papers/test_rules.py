import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.papers.rules import LONGEST_NAME, Span, file_name, followed, one_number, storable, unlike

NAMES = st.text(max_size=400)


@given(st.text(st.characters(codec=None), max_size=50))
def test_any_text_becomes_one_that_every_database_takes(text):
    kept = storable(text)

    assert "\0" not in kept
    assert kept.encode("utf-8").decode("utf-8") == kept


@given(st.text(st.characters(codec=None), max_size=400))
def test_any_name_becomes_one_line_of_a_length_that_is_stored(given):
    name = file_name(given)

    assert 0 < len(name) <= LONGEST_NAME
    assert name == file_name(name)
    assert name.isprintable() or not any(letter in name for letter in "\r\n\0/")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("akten/§ 41.txt", "§ 41.txt"),
        ("C:\\akten\\protokoll.pdf", "protokoll.pdf"),
        ("akten/", "akten"),
        ("", "namnlös"),
        ("a\r\nb.txt", "a b.txt"),
        ("x" * 300 + ".pdf", "x" * 251 + ".pdf"),
        ("a\u030a.txt", "å.txt"),
    ],
)
def test_a_file_is_called_by_the_last_part_of_its_path(given, name):
    assert file_name(given) == name


@given(NAMES.map(file_name), st.integers(1, 12))
def test_a_name_that_is_taken_gets_a_number_of_its_own(name, times):
    taken = set()
    for _ in range(times):
        other = unlike(name, taken)
        assert other not in taken
        assert len(other) <= LONGEST_NAME
        taken.add(other)


def test_the_number_stands_before_the_ending():
    assert unlike("plan.pdf", {"plan.pdf"}) == "plan (2).pdf"
    assert unlike("plan.pdf", {"plan.pdf", "plan (2).pdf"}) == "plan (3).pdf"


def test_registry_numbers_are_one_whatever_their_spaces():
    assert one_number("KS 2024/00412") == one_number("ks  2024/00412") != one_number("KS 2024/00421")
    assert one_number(None) == ""


def test_a_paper_is_followed_by_the_line_where_it_begins():
    stored = {7: Span(1, (1, 10)), 8: Span(1, (11, 30))}

    assert followed(stored, [Span(1, (1, 10)), Span(1, (11, 40))]) == [7, 8]


def test_a_paper_that_begins_elsewhere_is_followed_by_its_lines():
    stored = {7: Span(1, (1, 10)), 8: Span(1, (11, 30))}

    assert followed(stored, [Span(1, (1, 12)), Span(1, (13, 30))]) == [7, 8]


def test_a_paper_that_shares_too_little_is_new():
    stored = {7: Span(1, (1, 100))}

    assert followed(stored, [Span(1, (80, 140))]) == [None]


def test_lines_of_another_file_are_another_paper():
    assert followed({7: Span(1, (1, 10))}, [Span(2, (1, 10))]) == [None]


def test_one_paper_that_became_two_lives_on_where_it_began():
    assert followed({7: Span(1, (1, 30))}, [Span(1, (1, 10)), Span(1, (11, 30))]) == [7, None]


@given(
    st.dictionaries(st.integers(1, 9), st.tuples(st.integers(1, 40), st.integers(0, 20)), max_size=6),
    st.lists(st.tuples(st.integers(1, 40), st.integers(0, 20)), max_size=6),
)
def test_no_paper_is_followed_by_two(stored, read):
    def spans(pairs):
        return [Span(1, (first, first + length)) for first, length in pairs]

    standing = dict(zip(stored, spans(stored.values()), strict=True))
    found = [key for key in followed(standing, spans(dict(read).items())) if key is not None]

    assert len(found) == len({*found})
