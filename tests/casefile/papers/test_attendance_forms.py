"""Lists of attendance as municipalities of other habits print them; all invented."""

import pytest

from forebygg.casefile.papers.covers.cover import read_cover
from tests.casefile.papers.typed import typed


def seated(text):
    meeting, unread = read_cover("d1", typed(text))
    assert unread == []
    return [(one.name, one.party, one.title, one.role, one.replaces) for one in meeting.attendance]


ANNA = ("Anna Berg", "S", None, "member", None)


def test_the_party_may_stand_in_a_column_before_the_names():
    assert seated(
        "Beslutande            S    Anna Berg, ordförande\n"
        "                      KD   Bo Ek tjänstgör för Cia Dal (KD)\n"
        "                      MBP  Eva Fors (MBP)\n\n"
        "Ej tjänstgörande      L    Gun Hall\nersättare             MP   Ove Lind"
    ) == [
        ("Anna Berg", "S", "ordförande", "member", None),
        ("Bo Ek", "KD", None, "substitute", "Cia Dal"),
        ("Eva Fors", "MBP", None, "member", None),
        ("Gun Hall", "L", None, "substitute", None),
        ("Ove Lind", "MP", None, "substitute", None),
    ]


@pytest.mark.parametrize("said", ["ers Cia Dal (M)", "ersättare för Cia Dal (M), 2:e vice ordförande"])
def test_a_substitute_takes_neither_place_nor_office_of_the_replaced(said):
    assert seated(f"Beslutande\nAnna Berg (S)\nBo Ek (M) {said}") == [
        ANNA,
        ("Bo Ek", "M", None, "substitute", "Cia Dal"),
    ]


@pytest.mark.parametrize("said", ["tjänstgörande ersättare", ", tjg ersättare", "ersättare på vakant plats"])
def test_who_serves_among_the_deciding_is_a_substitute(said):
    assert seated(f"Beslutande\nAnna Berg (S)\nBo Ek (M) {said}") == [
        ANNA,
        ("Bo Ek", "M", None, "substitute", None),
    ]


def test_an_office_ends_a_line_of_members():
    assert seated("Beslutande\nAnna Berg (S), Ordförande\nBo Ek (M), 1:e vice ordförande") == [
        ("Anna Berg", "S", "Ordförande", "member", None),
        ("Bo Ek", "M", "1:e vice ordförande", "member", None),
    ]


def test_the_body_may_stand_before_the_lists_headings():
    assert seated("Direktionens ledamöter\nAnna Berg (S)\n\nDirektionens ersättare\nBo Ek (M)") == [
        ANNA,
        ("Bo Ek", "M", None, "substitute", None),
    ]


def test_substitutes_may_open_the_list_of_others():
    assert seated(
        "Beslutande           Anna Berg (S)\n\n"
        "Övriga deltagande    Ersättare: Bo Ek (M) § 8, Cia Dal (L), sekreterare Eva Fors,\n"
        "                     områdeschefer Gun Hall, Ove Lind, biträdande chef Pia Rask"
    ) == [
        ANNA,
        ("Bo Ek", "M", None, "substitute", None),
        ("Cia Dal", "L", None, "substitute", None),
        ("Eva Fors", None, "sekreterare", "official", None),
        ("Gun Hall", None, "områdeschefer", "official", None),
        ("Ove Lind", None, None, "official", None),
        ("Pia Rask", None, "biträdande chef", "official", None),
    ]


def test_what_is_said_of_the_agenda_is_no_part_of_a_title():
    assert seated(
        "Beslutande\nAnna Berg (S)\n\nÖvriga närvarande\nEva Fors, chef miljökontoret p 4\n"
        "Gun Hall, konsult, del av § 6\nPer Ås, produktionschef Förebyggande\nOve Lind, operativ chef\n"
        "Bo Ek (M), ersättare"
    ) == [
        ANNA,
        ("Eva Fors", None, "chef miljökontoret", "official", None),
        ("Gun Hall", None, "konsult", "official", None),
        ("Per Ås", None, "produktionschef Förebyggande", "official", None),
        ("Ove Lind", None, "operativ chef", "official", None),
        ("Bo Ek", "M", None, "substitute", None),
    ]


def test_a_post_with_a_small_letter_breaks_off_before_its_name():
    assert seated(
        "Tjänstemän    Kommundirektör Gun Hall, kommunsekreterare Ove Lind, ekonom\n"
        "              Eva Fors § 4, planerare Pia Rask"
    ) == [
        ("Gun Hall", None, "Kommundirektör", "official", None),
        ("Ove Lind", None, "kommunsekreterare", "official", None),
        ("Eva Fors", None, "ekonom", "official", None),
        ("Pia Rask", None, "planerare", "official", None),
    ]


def test_the_replaced_may_stand_in_brackets_of_their_own():
    assert seated("Beslutande:\nBo Ek (M) (ers Cia Dal (M))\nGun Hall (ers Eva Fors (S))") == [
        ("Bo Ek", "M", None, "substitute", "Cia Dal"),
        ("Gun Hall", None, None, "substitute", "Eva Fors"),
    ]


def test_a_substitutes_number_is_no_office():
    assert seated("Beslutande\nAnna Berg (S)\n\nErsättare\nBo Ek (M) 1:e ersättare") == [
        ANNA,
        ("Bo Ek", "M", None, "substitute", None),
    ]


def test_who_does_not_serve_may_stand_among_the_deciding():
    meeting, _ = read_cover("d1", typed("Beslutande\nAnna Berg (S)\nBo Ek (M), ej tjg ers, kl. 10.00-12.00"))
    bo = meeting.attendance[-1]
    assert (bo.role, bo.serving, bo.title) == ("substitute", False, None)


def test_both_vice_chairs_may_stand_over_the_members():
    assert seated(
        "Ordförande:             Anna Berg (S)\nVice ordförande:        Bo Ek (M)\n"
        "2:e vice ordförande:    Cia Dal (L)\n\nLedamöter:              Eva Fors (C)"
    ) == [
        ("Anna Berg", "S", "ordförande", "member", None),
        ("Bo Ek", "M", "vice ordförande", "member", None),
        ("Cia Dal", "L", "2:e vice ordförande", "member", None),
        ("Eva Fors", "C", None, "member", None),
    ]


def test_a_department_keeps_the_hyphens_of_its_name():
    (eva,) = seated("Tjänstemän\nEva Fors, chef, barn-, kultur- och fritidsförvaltningen")
    assert eva[2] == "chef, barn-, kultur- och fritidsförvaltningen"


def test_a_roll_in_the_order_of_surnames_has_them_first():
    people = seated(
        "Beslutande\nLedamöter        Parti     Tjänstgörande ersättare\n"
        "Alm Vera         S\nBerg Anna        M         Bo Ek\nDal Cia          L\nEk Åsa           C\n"
        "Fors Eva         S\nHall Gun         V\nÅs Per           KD\n"
    )
    assert [person[0] for person in people] == [
        "Vera Alm", "Anna Berg", "Bo Ek", "Cia Dal", "Åsa Ek", "Eva Fors", "Gun Hall", "Per Ås",
    ]  # fmt: skip
    assert people[2] == ("Bo Ek", "M", None, "substitute", "Anna Berg")
