import datetime as dt

from tests.casefile.comparison.told import edited, item

ADDED = ("utvecklingen av metoder.", "utvecklingen av metoder. Insatserna ska beakta barnperspektiv.")


def movers(found):
    return [[who.name for who in change.moved_by] for change in found]


def test_who_moved_an_addition_is_named_with_party_body_and_paragraph():
    asked = item(
        motions=[("Maj Ek", "att barnperspektiv ska läggas till i planen.")], date=dt.date(2025, 2, 12)
    )

    [change] = edited([ADDED], [asked])

    [who] = change.moved_by
    assert (who.name, who.party, who.body, who.paragraph) == ("Maj Ek", "S", "Kommunstyrelsen", 52)


def test_everyone_who_moved_it_is_named():
    text = "att avsnitt 3 kompletteras med barnperspektiv."
    asked = item(motions=[("Maj Ek", text), ("Bo Alm", text)], date=dt.date(2025, 2, 12))

    assert movers(edited([ADDED], [asked])) == [["Maj Ek", "Bo Alm"]]


def test_a_motion_for_the_proposal_moved_no_change():
    asked = item(motions=[("Maj Ek", "bifall till förvaltningens förslag.")], date=dt.date(2025, 2, 12))

    assert movers(edited([ADDED], [asked])) == [[]]


def test_a_motion_after_the_later_edition_moved_nothing_in_it():
    asked = item(motions=[("Maj Ek", "att barnperspektiv ska läggas till.")], date=dt.date(2025, 4, 1))

    assert movers(edited([ADDED], [asked])) == [[]]


def test_a_motion_of_several_clauses_is_linked_clause_by_clause():
    asked = item(
        motions=[
            ("Maj Ek", "bifall till förslaget, att avsnitt 4 får namnet Rutiner och att kostnaden redovisas.")
        ],
        date=dt.date(2025, 2, 12),
    )

    assert movers(edited([("4 Särskilda insatser", "4 Rutiner")], [asked])) == [["Maj Ek"]]


def test_a_divided_section_is_linked_to_the_motion_that_divided_it():
    asked = item(
        motions=[("Maj Ek", "att avsnittet Särskilda insatser delas i två.")], date=dt.date(2025, 2, 12)
    )
    edit = ("Rutinerna ska", "\n\n5 Sekretess\n\nRutinerna ska")

    assert movers(edited([edit], [asked])) == [["Maj Ek"], ["Maj Ek"]]
