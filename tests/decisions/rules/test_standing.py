from dataclasses import dataclass

import pytest

from forebygg.decisions.rules.standing import Stage, Standing, stage_of, standing


@dataclass
class Item:
    body: str
    outcome: str = "decided"
    decision: tuple = ()


BOARD = Item("Kommunstyrelsen")
ADOPTS = Item("Kommunfullmäktige", decision=("Planen antas.",))


def test_without_a_council_decision_the_matter_is_proposed():
    assert standing([Item("Demokratiberedningen", "noted"), BOARD]) == (Standing.PROPOSED, BOARD)


def test_the_council_adopts():
    assert standing([BOARD, ADOPTS]) == (Standing.ADOPTED, ADOPTS)


@pytest.mark.parametrize(
    ("outcome", "decision", "found"),
    [
        ("decided", ("Förslaget avslås.",), Standing.DECIDED),
        ("decided", ("Planen antas inte utan avslås.",), Standing.DECIDED),
        ("decided", ("Rapporten läggs till handlingarna.",), Standing.DECIDED),
        ("sent_back", ("Ärendet återremitteras.",), Standing.SENT_BACK),
        ("tabled", ("Ärendet bordläggs.",), Standing.TABLED),
        ("withdrawn", (), Standing.WITHDRAWN),
    ],
)
def test_the_council_may_do_otherwise(outcome, decision, found):
    assert standing([BOARD, Item("Kommunfullmäktige", outcome, decision)])[0] is found


def test_the_last_word_of_the_council_counts():
    sent_back = Item("Kommunfullmäktige", "sent_back")

    assert standing([sent_back, BOARD, ADOPTS]) == (Standing.ADOPTED, ADOPTS)


def test_what_nobody_has_taken_up_is_being_prepared():
    assert standing([]) == (Standing.PREPARED, None)


@pytest.mark.parametrize(
    ("body", "stage"),
    [
        ("Kommunfullmäktige", Stage.COUNCIL),
        ("Kommunstyrelsen", Stage.BOARD),
        ("Kommunstyrelsens arbetsutskott", Stage.COMMITTEE),
        ("Socialnämnden", Stage.COMMITTEE),
        ("", None),
    ],
)
def test_each_body_is_a_step(body, stage):
    assert stage_of(body) is stage
