"""Whether an item may be appealed: by its body, its outcome, and what it decides and proposes."""

import datetime as dt
from itertools import product

import pytest

from forebygg.law.natures import BodyKind, Nature, answers_referral, kind_of, nature

APPEALABLE, PREPARATORY, BOTH, NOTHING, UNKNOWN = Nature
COUNCIL, BOARD, COMMITTEE = "Kommunfullmäktige", "Omsorgsnämnden", "Kommunstyrelsens arbetsutskott"


def of(body, outcome, *, decides=False, proposes=False, **more):
    return nature(body, outcome, decides=decides, proposes=proposes, **more).nature


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Kommunfullmäktige", BodyKind.COUNCIL),
        ("Regionfullmäktige", BodyKind.COUNCIL),
        ("Förbundsdirektionen", BodyKind.COUNCIL),
        ("Kommunstyrelsen", BodyKind.BOARD),
        ("Nämnden för arbete och välfärd", BodyKind.BOARD),
        ("Socialnämnd Nordost", BodyKind.BOARD),
        ("Kommunstyrelsens arbetsutskott", BodyKind.COMMITTEE),
        ("Kommunledningsutskottet", BodyKind.COMMITTEE),
        ("Utskottet för kultur och fritid", BodyKind.COMMITTEE),
        ("Beredningen för medborgardialog och mångfald", BodyKind.PREPARATORY),
        ("Kommunfullmäktiges presidium", BodyKind.PREPARATORY),
        ("Lokala brottsförebyggande rådet", BodyKind.ADVISORY),
        ("Kommunstyrelsens råd för funktionshinder", BodyKind.ADVISORY),
        ("Trygghetskommittén", BodyKind.UNKNOWN),
        (None, BodyKind.UNKNOWN),
    ],
)
def test_a_body_is_known_by_its_head_word(body, kind):
    assert kind_of(body) is kind


@pytest.mark.parametrize(
    ("body", "outcome", "decides", "proposes", "expected"),
    [
        (COUNCIL, "decided", True, False, APPEALABLE),
        (COUNCIL, "sent_back", True, False, APPEALABLE),
        (COUNCIL, "tabled", False, False, APPEALABLE),
        (COUNCIL, "noted", True, False, APPEALABLE),
        (COUNCIL, None, False, False, NOTHING),
        (COUNCIL, "withdrawn", True, False, NOTHING),
        (BOARD, "decided", True, False, APPEALABLE),
        (BOARD, "decided", False, True, PREPARATORY),
        (BOARD, "decided", True, True, BOTH),
        (BOARD, "sent_back", True, True, PREPARATORY),
        (BOARD, "tabled", True, False, PREPARATORY),
        (BOARD, "noted", True, False, NOTHING),
        (BOARD, None, False, False, NOTHING),
        (COMMITTEE, "decided", True, True, PREPARATORY),
        (COMMITTEE, "decided", True, False, APPEALABLE),
        (COMMITTEE, "noted", True, False, NOTHING),
        ("Demokratiberedningen", "noted", True, False, PREPARATORY),
        ("Folkhälsorådet", "decided", True, False, PREPARATORY),
        (None, "decided", True, False, UNKNOWN),
        (None, "decided", True, True, UNKNOWN),
        (None, "decided", False, True, PREPARATORY),
        (None, "tabled", True, False, PREPARATORY),
    ],
)
def test_an_item_is_what_its_body_did(body, outcome, decides, proposes, expected):
    assert of(body, outcome, decides=decides, proposes=proposes) is expected


def test_a_boards_answer_to_a_referral_is_preparatory_but_the_councils_is_not():
    assert of(BOARD, "decided", decides=True, answers_referral=True) is PREPARATORY
    assert of(COUNCIL, "decided", decides=True, answers_referral=True) is APPEALABLE


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (["Nämnden antar förvaltningens förslag till yttrande."], True),
        (["1. Yttrande över remissen om nya riktlinjer översänds till regeringen."], True),
        (["Skrivelsen godkänns som nämndens svar på remissen."], True),
        (["Skrivelsen överlämnas som sitt eget yttrande till kommunstyrelsen."], True),
        (["Yttrandet antas som remissvar.", "Nämnden avsätter 50 000 kronor."], False),
        (["Planen skickas på remiss till nämnderna."], False),
        ([], False),
    ],
)
def test_an_answer_to_a_referral_is_known_by_its_words(decision, expected):
    assert answers_referral(decision) is expected


@pytest.mark.parametrize("outcome", ["decided", "sent_back", "tabled", "withdrawn", "noted", None])
@pytest.mark.parametrize("body", [COUNCIL, BOARD, COMMITTEE, "Demokratiberedningen", "Folkhälsorådet", None])
def test_every_item_has_a_nature_and_a_reason(body, outcome):
    for decides, proposes, answers in product([False, True], repeat=3):
        found = nature(body, outcome, decides=decides, proposes=proposes, answers_referral=answers)

        assert found.nature.label
        assert found.reason.endswith(".")
        assert found.card.key == "appealable"


def test_the_cards_are_those_of_the_day():
    now = nature(COMMITTEE, "decided", decides=False, proposes=True, on=dt.date(2026, 1, 13))
    then = nature(COMMITTEE, "decided", decides=False, proposes=True, on=dt.date(2016, 10, 20))

    assert [(card.statute.sfs, card.key) for card in now.cards] == [
        ("2017:725", "appealable"),
        ("2017:725", "committee"),
    ]
    assert [(card.statute.sfs, card.key) for card in then.cards] == [("1991:900", "appealable")]
    assert (now.is_verified, then.is_verified) == (True, False)


def test_without_a_card_nothing_is_verified():
    old = nature(BOARD, "decided", decides=True, proposes=False, on=dt.date(1985, 5, 2))

    assert (old.card, old.is_verified) == (None, False)
