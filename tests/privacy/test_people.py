import pytest

from forebygg.privacy.guard import Kind, look
from tests.privacy.marked import marked


@pytest.mark.parametrize(
    "words",
    [
        "killen i 8B",
        "den nya tjejen i 9D",
        "En elev i 5B",
        "han i 6 c",
        "hans syster i 3C",
        "den äldre brodern till flickan i 6B",
        "pojken i åk 5",
        "en kille i NA22",
        "vikarien i klass 5A",
        "mannen i lägenhet 12",
    ],
)
def test_words_for_one_of_few_point_at_a_person(words):
    assert marked(f"{words} har varit på mötena", Kind.PERSON) == [words]


def test_someone_whom_the_reader_can_find_is_pointed_at():
    assert marked("hon i kafeterian är orolig", Kind.PERSON) == ["hon i kafeterian"]


@pytest.mark.parametrize(
    "text",
    [
        "Klass 8B har skolråd på torsdag.",
        "Elever i 7A och 7B gjorde en utställning.",
        "En elev i årskurs 8 hade ritat på toaletten.",
        "Alla i 6A har fått lappen.",
        "Killarna i 8B vill ha egna tider.",
        "Hon i sin tur ringde polisen.",
        "En kille i varje klass deltog.",
    ],
)
def test_groups_and_anyone_at_all_point_at_no_one(text):
    assert look(text) == []
