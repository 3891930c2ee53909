import pytest

from forebygg.casefile.papers.covers.cover import read_cover
from tests.casefile.papers.typed import typed


def people(text):
    meeting, unread = read_cover("d1", typed(text))
    assert unread == []
    return [
        (person.name, person.party, person.role, person.serving, person.replaces)
        for person in meeting.attendance
    ]


ANNA = ("Anna Berg", "S", "member", True, None)


def test_a_mark_in_the_column_of_those_who_serve_is_presence():
    assert people(
        "Beslutande\n\tNärvaro\t§\t§\nOrdinarie ledamöter\tTjg\tEj tjg\tJA\tNEJ\n"
        "Anna Berg (S)\tX\nBo Ek (M)\n\nErsättare\n\tTjg\tEj tjg\tJA\tNEJ\nCia Dal (S)\t\tX\nEva Fors (M)\tX"
    ) == [
        ANNA,
        ("Bo Ek", "M", "absent", False, None),
        ("Cia Dal", "S", "substitute", False, None),
        ("Eva Fors", "M", "substitute", True, None),
    ]


def test_the_paragraphs_below_a_row_are_that_persons():
    meeting, _ = read_cover(
        "d1", typed("Beslutande\nLedamöter\tTjg\tEj tjg\nAnna Berg (S)\tX\n§§ 12-13\nBo Ek (M)\tX")
    )
    anna, bo = meeting.attendance
    assert (anna.from_paragraph, anna.to_paragraph) == (12, 13)
    assert (bo.from_paragraph, bo.to_paragraph) == (None, None)


def test_a_dash_and_another_name_tell_who_served_for_whom():
    assert people(
        """
        Ledamöter                      Närvarande   Ersättare
        Anna Berg (S), ordförande      X
        Bo Ek (M)                      -            Cia Dal (M)
        """
    ) == [ANNA, ("Bo Ek", "M", "absent", False, None), ("Cia Dal", "M", "substitute", True, "Bo Ek")]


@pytest.mark.parametrize("gap", ["\t", "      "])
def test_a_roll_may_begin_with_the_party(gap):
    rows = [
        ("LEDAMÖTER", "ERS"),
        ("S", "Anna Berg"),
        ("M", "Bo Ek", "Cia Dal"),
        ("V", "Eva Fors", "Ersättare saknas"),
    ]
    assert people("NÄRVAROLISTA\n" + "\n".join(gap.join(row) for row in rows)) == [
        ANNA,
        ("Bo Ek", "M", "absent", False, None),
        ("Cia Dal", "M", "substitute", True, "Bo Ek"),
        ("Eva Fors", "V", "absent", False, None),
    ]


def test_two_lists_of_names_side_by_side_are_no_such_table():
    assert people("Ledamöter          Ersättare\nAnna Berg (S)      Bo Ek (S)") == [
        ANNA,
        ("Bo Ek", "S", "substitute", False, None),
    ]


def test_who_stands_on_the_cover_with_an_office_is_not_told_again_by_the_roll():
    assert people(
        "Beslutande   Enligt närvarolista\n             Anna Berg (S), ordf.\n\n"
        "Närvarolista\nLedamöter   Närvarande   Ersättare\nAnna Berg (S)   X"
    ) == [ANNA]


def test_where_the_empty_cells_are_lost_substitutes_are_taken_not_to_serve():
    assert people(
        "Beslutande\nLedamöter\tTjg\tEj tjg\nAnna Berg (S)\tX\n\n"
        "Ersättare\n\tTjg\tEj tjg\nCia Dal (S)\tX\nEva Fors (M)\tX"
    ) == [ANNA, ("Cia Dal", "S", "substitute", False, None), ("Eva Fors", "M", "substitute", False, None)]
