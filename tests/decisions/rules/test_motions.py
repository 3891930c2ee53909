import pytest

from forebygg.casefile.paper import Line
from forebygg.decisions.rules.motions import UNTOLD, Became, Moved, Treatment, fates
from forebygg.decisions.rules.questions import Ballot, found_in

ANNA, BO, CILLA = "Anna Ek", "Bo Dal", "Cilla Ros"


def became(motions, **treatment):
    told = fates(
        [Moved(names, text) for names, text in motions], Treatment(**{"outcome": "decided"} | treatment)
    )
    return [fate.became.value for fate in told]


def test_the_chair_finds_that_a_named_motion_is_granted():
    order = f"Ordföranden ställer frågan om nämnden bifaller {ANNA}s yrkande och finner att så sker."

    [fate] = fates([Moved((ANNA,), "att planen kompletteras.")], Treatment(outcome="decided", order=order))

    assert (fate.became, fate.said, fate.ballot) == (Became.CARRIED, order, None)


def test_when_one_of_two_is_granted_the_other_is_rejected():
    order = f"Ordföranden ställer propositioner på yrkandena och finner att {BO}s yrkande bifallits."
    motions = [((ANNA,), "bifall till yrkande från S."), ((BO,), "bifall till kontorets förslag.")]

    assert became(motions, order=order) == ["rejected", "carried"]


def test_who_supports_what_was_granted_is_granted_too():
    order = "Nämnden beslutar först att bifalla kontorets förslag."

    assert became([((ANNA,), "bifall till kontorets förslag.")], order=order) == ["carried"]


def test_who_was_against_what_was_rejected_is_granted():
    order = (
        "Ordföranden frågar om bifall eller avslag på tilläggsyrkandet från D och finner att det avslagits."
    )

    assert became([((ANNA,), "avslag på tilläggsyrkande från D den 2 februari 2024.")], order=order) == [
        "carried"
    ]


def test_a_motion_of_two_parts_may_be_granted_in_part():
    order = (
        "Nämnden beslutar först att bifalla kontorets förslag. Ordföranden ställer härefter propositioner på "
        "bifall respektive avslag på tilläggsyrkandet från D och finner att det avslagits."
    )
    text = "bifall till kontorets förslag och tilläggsyrkande från D den 2 februari 2024."

    assert became([((ANNA,), text)], order=order) == ["in-part"]


def test_a_ballot_asked_for_goes_with_what_was_found_just_before():
    order = (
        f"Ordföranden ställer frågan om nämnden bifaller {ANNA}s yrkande och finner att så sker. "
        "Ordföranden ställer frågan om tilläggsyrkandet ska bifallas eller avslås och finner att det avslås. "
        "Omröstning begärs."
    )
    motions = [Moved((ANNA,), "att avsnitt 3 delas."), Moved((BO,), "som tillägg att kostnaden beräknas.")]

    told = fates(motions, Treatment(outcome="decided", order=order, ballots=(Ballot(7, 3),)))

    assert [(fate.became.value, fate.ballot) for fate in told] == [("carried", None), ("rejected", 0)]


def test_a_ballot_that_goes_the_other_way_undoes_what_the_chair_found():
    order = (
        f"Ordföranden frågar om nämnden bifaller {ANNA}s yrkande och finner att så sker. Omröstning begärs."
    )

    told = fates(
        [Moved((ANNA,), "att planen kompletteras.")],
        Treatment(outcome="decided", order=order, ballots=(Ballot(3, 7),)),
    )

    assert told == [UNTOLD]


@pytest.mark.parametrize(
    ("text", "outcome", "fate"),
    [
        ("att ärendet återremitteras.", "sent_back", "carried"),
        ("att ärendet återremitteras.", "decided", "rejected"),
        ("att ärendet bordläggs.", "tabled", "carried"),
        ("att ärendet bordläggs.", "decided", "rejected"),
    ],
)
def test_the_outcome_answers_a_motion_to_put_the_matter_off(text, outcome, fate):
    order = (
        "Ordföranden frågar om ärendet ska avgöras i dag eller senare och finner att det ska avgöras i dag."
    )

    assert became([((ANNA,), text)], order=order, outcome=outcome) == [fate]


def test_a_question_may_repeat_the_matter_instead_of_the_mover():
    order = (
        "Ordföranden frågar om genusperspektiv ska läggas till i planen och finner att nämnden bifaller det."
    )

    assert became([((ANNA,), "att genusperspektiv ska läggas till i planen.")], order=order) == ["carried"]


def test_the_decision_may_tell_where_the_order_does_not():
    assert became([((BO,), "att mer pengar avsätts.")], decision=(f"2. {BO}s yrkande avslås.",)) == [
        "rejected"
    ]


def test_what_the_chair_found_of_the_own_motion_is_told_when_the_chair_is_known():
    order = "Ordföranden ställer propositioner på yrkandena och finner att det egna yrkandet bifallits."
    motions = [((ANNA,), "bifall till yrkande från S."), ((BO,), "bifall till kontorets förslag.")]

    assert became(motions, order=order, chair=BO) == ["rejected", "carried"]
    assert became(motions, order=order) == ["untold", "untold"]


def test_a_motion_taken_back_is_withdrawn():
    order = f"{ANNA} återtar sitt yrkande."

    assert became([((ANNA,), "att planen kompletteras.")], order=order) == ["withdrawn"]


def test_a_form_of_ballot_settles_nothing():
    order = f"Ordföranden finner att {ANNA}s yrkande antagits som motförslag i huvudvoteringen."

    assert became([((ANNA,), "bifall till yrkande från S.")], order=order) == ["untold"]


def test_nothing_is_guessed_when_the_minutes_say_nothing():
    assert fates([Moved((CILLA,), "att planen kompletteras.")], Treatment(outcome="decided")) == [UNTOLD]


def test_what_the_chair_found_after_the_ballot_is_part_of_the_order():
    lines = [
        Line(1, "Omröstning"),
        Line(2, "Ordföranden frågar om förslaget bifalls och finner att så sker."),
    ]

    assert found_in(lines, "Omröstning begärs.").endswith("finner att så sker.")
    assert found_in(lines[:1], "Omröstning begärs.") == "Omröstning begärs."
