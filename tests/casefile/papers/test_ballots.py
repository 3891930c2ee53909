import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.papers.items.ballot_rolls import read_roll, supplemented
from forebygg.casefile.papers.items.item import read_item
from tests.casefile.papers.typed import typed


def read(text):
    item, unread = read_item("d1", "granvik.txt", typed(f"§ 5\nPlan mot våld\n\n{text}"))
    assert unread == []
    return item


def ballots(text):
    return [(vote.yes, vote.no, vote.abstain, vote.absent) for vote in read(text).votes]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Omröstningen utfaller med 43 Ja mot 38 Nej.", (43, 38, None, None)),
        ("Med 7 ja-röster mot 6 nej-röster bifalls förslaget.", (7, 6, None, None)),
        ("Med sju ja-röster mot sex nej-röster bifalls förslaget.", (7, 6, None, None)),
        ("Resultatet blev 7 ja, 6 nej och 2 avstår.", (7, 6, 2, None)),
        ("7 ja-röster, 6 nej-röster och 2 som avstår.", (7, 6, 2, None)),
        ("7 ledamöter röstar ja och 6 ledamöter röstar nej. Två avstår.", (7, 6, 2, None)),
        ("Ja-röster: 7\nNej-röster: 6\nAvstår: 2", (7, 6, 2, None)),
        ("Ja: 7 Nej: 6 Avstår: 0 Frånvarande: 1", (7, 6, 0, 1)),
        ("JA 7   NEJ 6   AVSTÅR 2   FRÅNVARANDE 1", (7, 6, 2, 1)),
        ("Antal ja 7, antal nej 6.", (7, 6, None, None)),
        ("43 Ja mot 29 Nej. 7 ledamöter avstår från att rösta. 2 ledamöter är frånvarande.", (43, 29, 7, 2)),
        ("39 Ja mot 38 Nej. Tre ledamöter avstår från att rösta. En ledamot är frånvarande.", (39, 38, 3, 1)),
        ("Vid omröstningen avges 8 ja-röster och 1 nej-röst.", (8, 1, None, None)),
        ("Anna Berg (S) och Bo Ek (M) röstar Ja (2).\nCia Dahl (C) röstar Nej (1).", (2, 1, None, None)),
        ("Anna Ek (S) och Bo Ek (M) röstar ja. Cia Dal (C) röstar nej. Bo Alm (V) avstår.", (2, 1, 1, None)),
        ("Följande röstar ja: Anna Ek (S), Bo Ek (M).\nFöljande röstar nej: Bo Alm (V).", (2, 1, None, None)),
        ("Ja: Anna Berg (S), Bo Ek (M)\nNej: Cia Dahl (C)\nAvstår: Dan Alm (V)", (2, 1, 1, None)),
        (
            "Voteringsproposition: ”Ja för bifall. Nej för avslag den 24 januari.”\nUtfall: 68 Ja mot 9 Nej.",
            (68, 9, None, None),
        ),
        ("Ledamot     Ja   Nej   Avstår\nBo Ek (M)   X\nBo Alm (V)   X\nSumma   7   6   2", (7, 6, 2, None)),
        ("Anna Ek (S)   Ja\nBo Ek (M)   Nej\nCia Dal (C)   Ja\nBo Alm (V)   Avstår", (2, 1, 1, None)),
        ("Ledamot     Ja  Nej\nAnna Ek (S)  X\nBo Ek (M)       X\nCia Dal (C)  X", (2, 1, None, None)),
    ],
)  # fmt: skip
def test_a_ballot_has_the_figures_that_are_printed_or_counted(text, figures):
    assert ballots(f"Omröstning\n{text}") == [figures]


@pytest.mark.parametrize(
    "heading",
    [
        "Votering",
        "Omröstningsresultat",
        "Omröstning - huvudvotering",
        "Huvudvotering",
        "Votering 1",
        "Beslutsgång",
    ],
)
def test_a_ballot_is_found_under_any_of_its_headings(heading):
    assert ballots(f"{heading}\nVotering begärs. Med 7 ja mot 6 nej bifalls förslaget.") == [
        (7, 6, None, None)
    ]


def test_ballots_come_in_order():
    text = "Omröstning\nUtfall: 7 ja mot 6 nej.\n\nBeslutsgång\nx\n\nOmröstning\nUtfall: 9 ja mot 4 nej."
    assert ballots(text) == [(7, 6, None, None), (9, 4, None, None)]


def test_two_ballots_with_equal_figures_are_two():
    ballot = "Votering begärs. Med 7 ja mot 6 nej antas planen."
    text = f"Beslutsgång\n{ballot}\n{ballot}"
    assert len(ballots(text)) == 2


def test_a_result_told_again_is_one_ballot():
    text = "Votering\nMed 2 ja mot 1 nej antas planen.\nJa: Anna Berg (S), Bo Ek (M)\nNej: Cia Dahl (C)"
    assert ballots(text) == [(2, 1, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Beslutet är enhälligt.",
        "Ja för bifall och Nej för avslag.",
        "Den 31 januari svarar nämnden nej.",
        "Ja: bifall",
    ],
)
def test_without_figures_there_is_no_ballot(text):
    assert ballots(f"Beslutsgång\n{text}") == []


@given(st.integers(0, 199), st.integers(0, 199), st.integers(0, 99))
def test_any_figures_are_read_as_printed(yes, no, abstain):
    text = f"Omröstning\nUtfallet är {yes} Ja mot {no} Nej. {abstain} ledamöter avstår från att rösta."
    assert ballots(text) == [(yes, no, abstain, None)]


ROLL = """
    Bilaga 2
    Ärende: 16
    Ärendemening: Plan mot
    våld
    Antal Ja: 43

    Antal Nej: 29

    Antal Avstår: 7

    Antal Frånv: 2

    Namn
    Anna Berg
    Ja
"""


def test_a_roll_tells_its_totals_and_its_matter():
    (roll,) = read_roll(typed(ROLL))
    assert (roll.agenda, roll.title, roll.yes, roll.no, roll.abstain, roll.absent) == (
        "16",
        "Plan mot våld",
        43,
        29,
        7,
        2,
    )


def test_every_appendix_has_its_own_roll():
    assert [roll.line for roll in read_roll(typed(ROLL + ROLL.replace("43", "40")))] == [5, 21]


def test_a_roll_by_paragraph_is_known_by_its_number():
    (roll,) = read_roll(typed("Omröstningslista § 5\nJa 7\nNej 6\nAvstår 0\nFrånvarande 2"))
    assert (roll.paragraph, roll.yes, roll.no, roll.abstain, roll.absent) == (5, 7, 6, 0, 2)


def test_the_roll_adds_what_the_item_leaves_out():
    item = read("Omröstning\nOmröstningen utfaller med 43 Ja mot 29 Nej.")
    (vote,) = supplemented(item, read_roll(typed(ROLL))).votes
    assert (vote.yes, vote.no, vote.abstain, vote.absent) == (43, 29, 7, 2)


def test_the_roll_of_another_matter_adds_nothing():
    item = read("Omröstning\nOmröstningen utfaller med 43 Ja mot 29 Nej.")
    rolls = read_roll(typed(ROLL.replace("Plan mot", "Plan för")))
    assert supplemented(item, rolls) == item
