import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.papers.items.item import read_item
from tests.casefile.papers.typed import typed


def read(text):
    return read_item("d1", "granvik.txt", typed(f"§ 5\nPlan mot våld\n\n{text}"))


def told(text):
    item, unread = read(text)
    assert unread == []
    return [(motion.name, motion.party, motion.text) for motion in item.motions]


ANNA, BO, CIA = ("Anna Berg", "S"), ("Bo Ek", "M"), ("Cia Dahl", "GRP")


@pytest.mark.parametrize(
    ("sentence", "movers", "text"),
    [
        ("Anna Berg (S) yrkar bifall till planen.", [ANNA], "bifall till planen."),
        ("Anna Berg (S) yrkade avslag.", [ANNA], "avslag."),
        ("Anna Berg (S) har yrkat avslag.", [ANNA], "avslag."),
        ("Ordföranden Anna Berg (S) yrkar bifall.", [ANNA], "bifall."),
        ("Tjänstgörande ersättaren Bo Ek (M) yrkar bifall.", [BO], "bifall."),
        ("Anna Berg m.fl. (S) yrkar bifall.", [ANNA], "bifall."),
        ("Anna Berg (S) m.fl. yrkar bifall.", [ANNA], "bifall."),
        ("Anna Berg (S) och Bo Ek (M) yrkar bifall.", [ANNA, BO], "bifall."),
        ("Anna Berg (S), Bo Ek (M) samt Cia Dahl (GRP) yrkar bifall.", [ANNA, BO, CIA], "bifall."),
        ("Anna Berg (S) och ledamoten Bo Ek (M) yrkar bifall.", [ANNA, BO], "bifall."),
        ("Anna Berg (S) med instämmande av Bo Ek (M) yrkar bifall.", [ANNA, BO], "bifall."),
        ("Anna Berg (S) yrkar, med instämmande av Bo Ek (M), bifall.", [ANNA, BO], "bifall."),
        ("Med instämmande av Bo Ek (M) yrkar Anna Berg (S) bifall.", [ANNA, BO], "bifall."),
        ("Vidare yrkar Anna Berg (S) avslag på punkt 2.", [ANNA], "avslag på punkt 2."),
        ("Därefter yrkar ordföranden Anna Berg (S) bifall.", [ANNA], "bifall."),
        ("För sin grupp yrkar Bo Ek (M) avslag.", [BO], "avslag."),
        ("Granvikspartiet genom Cia Dahl (GRP) yrkar bifall.", [CIA], "bifall."),
        ("Anna Berg (S), som deltar på distans, yrkar bifall.", [ANNA], "bifall."),
        ("Anna Berg (S), ersättare för Bo Ek (M), yrkar bifall.", [ANNA], "bifall."),
        ("Anna Berg (S) yrkar i första hand återremiss och i andra hand avslag.", [ANNA],
         "i första hand återremiss och i andra hand avslag."),
        ("Anna Berg (S) framställer yrkande om återremiss.", [ANNA], "återremiss."),
        ("Anna Berg (S) lägger fram ett tilläggsyrkande om att A utgår.", [ANNA], "att A utgår."),
        ("Bifall till planen yrkas av Anna Berg (S) och Bo Ek (M).", [ANNA, BO], "Bifall till planen"),
        ("Anna Berg (S) föreslår att planen antas.", [ANNA], "att planen antas."),
        ("Anna Berg (S) instämmer i Bo Eks yrkande.", [ANNA], "instämmer i Bo Eks yrkande."),
        ("Bo Ek (M) biträder yrkandet.", [BO], "biträder yrkandet."),
        ("Anna Berg (S): Bifall till planen.", [ANNA], "Bifall till planen."),
        ("Anna Berg (S) och Bo Ek (M): att planen antas", [ANNA, BO], "att planen antas"),
        ("Anna Berg yrkar bifall.", [("Anna Berg", None)], "bifall."),
        ("Anna Berg, S, yrkar bifall.", [ANNA], "bifall."),
        ("Anna von Berg (S) yrkar ”att ordet ska. Kunna bytas” i planen.", [("Anna von Berg", "S")],
         "”att ordet ska. Kunna bytas” i planen."),
    ],
)  # fmt: skip
def test_everyone_who_moves_has_an_entry_with_the_motions_words(sentence, movers, text):
    assert told(f"Yrkanden\n{sentence}") == [(*mover, text) for mover in movers]


def test_each_sentence_is_a_motion_of_its_own():
    assert told("Yrkanden\nAnna Berg (S) yrkar bifall. Vidare yrkar Anna Berg (S) avslag på\npunkt 2.") == [
        (*ANNA, "bifall."),
        (*ANNA, "avslag på punkt 2."),
    ]


def test_two_movers_in_one_sentence_move_each_their_own():
    assert told("Yrkanden\nAnna Berg (S) yrkar bifall och Bo Ek (M) yrkar avslag.") == [
        (*ANNA, "bifall"),
        (*BO, "avslag."),
    ]


def test_a_second_verb_of_the_same_mover_stays_in_the_motion():
    assert told("Yrkanden\nAnna Berg (S) yrkar bifall till A och yrkar avslag på B.") == [
        (*ANNA, "bifall till A och yrkar avslag på B.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg (S) yrkar att\n- planen antas\n- den följs upp",
        "Anna Berg (S) yrkar:\natt planen antas\natt den följs upp",
        "Anna Berg (S)\natt planen antas\natt den följs upp",
        "Yrkande från Anna Berg (S):\natt planen antas\natt den följs upp",
    ],
)
def test_points_below_a_motion_belong_to_it(text):
    ((name, party, moved),) = told(f"Yrkanden\n{text}")
    assert (name, party) == ANNA
    assert "planen antas" in moved
    assert moved.endswith("den följs upp")


def test_a_name_alone_heads_what_the_person_moves():
    assert told("Yrkanden\n\nAnna Berg (S)\nBifall till planen.\n\nBo Ek (M)\nAvslag på punkt 2.") == [
        (*ANNA, "Bifall till planen."),
        (*BO, "Avslag på punkt 2."),
    ]


def test_a_page_break_inside_the_list_of_movers_loses_no_one():
    assert told("Yrkanden\nAnna Berg (S),\n\nBo Ek (M) yrkar bifall.") == [
        (*ANNA, "bifall."),
        (*BO, "bifall."),
    ]


def test_a_surname_or_the_chair_is_who_the_item_says():
    speakers = "Inlägg\nOrdföranden Anna Berg (S), Bo Ek (M)."
    assert told(f"Yrkanden\nEk yrkar avslag.\nOrdföranden yrkar bifall.\n\n{speakers}") == [
        (*BO, "avslag."),
        (*ANNA, "bifall."),
    ]


def test_a_name_without_party_takes_the_party_the_item_gives():
    assert told("Yrkanden\nBo Ek yrkar avslag.\n\nReservation\nBo Ek (M) reserverar sig.") == [
        (*BO, "avslag.")
    ]


def test_she_who_moved_last_moves_on():
    assert told("Yrkanden\nAnna Berg (S) yrkar bifall. Hon yrkar vidare avslag på punkt 2.") == [
        (*ANNA, "bifall."),
        (*ANNA, "avslag på punkt 2."),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Representanterna från S och M yrkar bifall.",
        "Granvikspartiet yrkar avslag.",
        "Bo Ek (M) deltar inte i beslutet.",
        "Inga yrkanden framställs.",
        "Votering begärs.",
    ],
)
def test_what_no_person_moves_is_understood_and_no_entry(sentence):
    assert told(f"Yrkanden\n{sentence}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Handlingar\nYrkande från Anna Berg (S) den 3 maj 2024.",
        "Beslut\nPå förslag av Anna Berg (S):\nÄrendet bordläggs.",
        "Beslutsgång\nOrdföranden ställer proposition på Anna Bergs (S) yrkande.",
        "Ärendet\nAnna Berg (S) har i en motion yrkat att planen skrivs om.",
        "I en motion yrkar Anna Berg (S) att planen skrivs om.",
        "Tidigare behandling\nAnna Berg (S) yrkade bifall i utskottet.",
        "Reservation\nVi yrkade bifall. Anna Berg (S)",
    ],
)
def test_what_is_only_told_of_is_no_motion(text):
    item, _ = read(text)
    assert item.motions == ()


@pytest.mark.parametrize("heading", ["Beslutsgång", "Överläggning", "Inlägg i debatten"])
def test_a_motion_is_found_where_no_heading_announces_it(heading):
    assert told(f"{heading}\nAnna Berg (S) yrkar bifall till planen.") == [(*ANNA, "bifall till planen.")]


def test_a_motion_in_running_text_is_found():
    assert told(
        "Nämnden diskuterar planen. Anna Berg (S) yrkar bifall.\n\nNämnden beslutar att anta planen."
    ) == [(*ANNA, "bifall.")]


def test_a_motion_told_again_in_the_order_of_decision_is_one():
    again = "Ordföranden finner att Anna Berg (S) yrkar bifall."
    assert told(f"Yrkanden\nAnna Berg (S) yrkar bifall.\n\nBeslutsgång\n{again}") == [(*ANNA, "bifall.")]


def test_a_line_no_rule_understands_is_told():
    item, unread = read("Yrkanden\nAnna Berg (S) yrkar bifall.\n\nSolen sken över torget den dagen.")
    assert [line.text for line in unread] == ["Solen sken över torget den dagen."]
    assert len(item.motions) == 1


def test_the_line_of_a_motion_is_where_its_words_begin():
    item, _ = read(
        "Yrkanden\nAnna Berg (S) yrkar bifall till planen och\navslag på tillägget. Bo Ek (M) yrkar avslag."
    )
    assert [motion.line for motion in item.motions] == [5, 6]


NAMES = st.sampled_from(["Anna Berg", "Bo af Ek", "Cia-Lotta Dahl", "Åsa Öhman Ek", "Eva O'Neill"])
PARTIES = st.sampled_from(["S", "M", "SD", "GRP", "Granvikspartiet"])


@given(
    st.lists(st.tuples(NAMES, PARTIES), min_size=1, max_size=6, unique=True),
    st.sampled_from([" och ", " samt "]),
)
def test_any_number_of_people_may_move_together(people, link):
    named = [f"{name} ({party})" for name, party in people]
    listed = ", ".join(named[:-1]) + link + named[-1] if len(named) > 1 else named[0]
    assert told(f"Yrkanden\n{listed} yrkar bifall till planen.") == [
        (*who, "bifall till planen.") for who in people
    ]
