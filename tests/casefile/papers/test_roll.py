import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.papers.attendance.roll import is_roll, read_table
from tests.casefile.papers.typed import typed

HEAD = "Bilaga 1\nPlats\n\nLedamot\n\nErsättare\n\nParti\n\nAnkom\n\nUtgick\n\n"


def rows(*cells):
    return typed(HEAD + "\n\n".join(cells))


def test_a_member_comes_and_goes_by_the_clock():
    (person,), unread = read_table(rows("1", "Berg, Anna", "S", "15:42", "21:37"))

    assert (person.name, person.party, person.role, person.serving) == ("Anna Berg", "S", "member", True)
    assert (person.from_time, person.to_time) == (dt.time(15, 42), dt.time(21, 37))
    assert unread == []


def test_a_substitute_in_a_members_seat_serves_for_the_member():
    (person,), _ = read_table(rows("1", "Berg, Anna", "Ek, Bo", "S", "15:42", "21:37"))

    assert (person.name, person.role, person.serving) == ("Bo Ek", "substitute", True)
    assert person.replaces == "Anna Berg"


def test_each_spell_of_presence_is_an_entry():
    cells = ("7", "Berg, Anna", "S", "15:42", "18:00", "7", "Berg, Anna", "Ek, Bo", "S", "18:01", "21:37")

    people, _ = read_table(rows(*cells))

    assert [(person.name, person.from_time) for person in people] == [
        ("Anna Berg", dt.time(15, 42)),
        ("Bo Ek", dt.time(18, 1)),
    ]


def test_a_name_wrapped_in_its_cell_is_one_name():
    (person,), _ = read_table(rows("1", "Berg\nEkström,\nAnna Lisa", "S", "15:42", "21:37"))

    assert person.name == "Anna Lisa Berg Ekström"


def test_cells_that_come_column_by_column_find_their_rows():
    people, unread = read_table(
        rows("1", "Berg, Anna", "2", "Ek, Bo", "S", "15:42", "21:37", "M", "16:00", "21:30")
    )

    assert [(person.name, person.party, person.from_time) for person in people] == [
        ("Anna Berg", "S", dt.time(15, 42)),
        ("Bo Ek", "M", dt.time(16)),
    ]
    assert unread == []


def test_a_name_torn_from_its_row_is_reported_and_not_placed():
    people, unread = read_table(rows("1", "Berg, Anna", "S", "15:42", "21:37", "Ek, Bo"))

    assert [person.name for person in people] == ["Anna Berg"]
    assert [line.text for line in unread] == ["Ek, Bo"]


def test_a_row_on_one_line_is_read_too():
    text = "Plats\tLedamot\tErsättare\tParti\tAnkom\tUtgick\n1\tBerg, Anna\tEk, Bo\tS\t15:42\t21:37"

    (person,), _ = read_table(typed(text))

    assert (person.name, person.replaces) == ("Bo Ek", "Anna Berg")


def test_a_row_that_never_ends_is_reported():
    people, unread = read_table(rows("1", "Berg, Anna", "S"))

    assert people == ()
    assert [line.text for line in unread] == ["1", "Berg, Anna", "S"]


def test_a_table_of_a_ballot_is_no_roll():
    assert is_roll(rows("1"))
    assert not is_roll(typed("Bilaga 2\nLedamot\nParti\nJa\nNej\nAvstår"))


@given(
    st.lists(
        st.sampled_from(["1", "22", "Berg, Anna", "Ek, Bo", "S", "MP", "15:42", "21:37", "Ek", "x y"]),
        max_size=30,
    )
)
def test_every_cell_is_read_or_reported(cells):
    people, unread = read_table(rows(*cells))

    names = [cell for cell in cells if "," in cell]
    placed = len(people) + sum(person.replaces is not None for person in people)
    assert placed + sum("," in line.text for line in unread) == len(names)
