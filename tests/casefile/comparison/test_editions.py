import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.comparison.editions import compare_editions, consecutive
from forebygg.casefile.facts import Plan, Section, Sentence
from tests.casefile.papers.editions import plan

EARLIER = """
Handlingsplan mot våldsbejakande extremism

2024-11-08

1 Bakgrund

Planen gäller alla nämnder och förvaltningar. Kommunfullmäktige antar planen.

2 Insatser

Fritidsgårdarna har öppet varje kväll under skolloven. Varje förvaltning ska utse en kontaktperson för planen.
Personal inom socialtjänst och skola arbetar på denna nivå.

3 Samverkan

Det lokala brottsförebyggande rådet samordnar arbetet med andra aktörer. Rutinerna ska följa kommunens
riktlinje för sekretess.

4 Uppföljning

Kommunstyrelsen följer upp planen. En samlad rapport lämnas till kommunfullmäktige varje år.
"""


def changes(edits=(), earlier=EARLIER):
    text = earlier
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return compare_editions(plan(earlier, "d1"), plan(text.replace("2024-11-08", "2025-02-20"), "d2"))


def told(found):
    return [(change.section, change.kind, change.before, change.after) for change in found]


def test_an_edition_does_not_differ_from_itself():
    assert changes() == []


@pytest.mark.parametrize(
    "edit",
    [
        ("planen.\nPersonal", "planen. Personal"),
        ("Kommunfullmäktige antar planen.", "\n\nKommunfullmäktige  antar planen"),
        ("brottsförebyggande", "brotts-förebyggande"),
    ],
)
def test_how_the_text_is_set_is_no_change(edit):
    assert changes([edit]) == []


def test_an_added_sentence_is_told_with_its_section():
    found = changes([("Personal", "Lägesbilden avgör var insatserna behövs. Personal")])

    assert told(found) == [("2", "added", None, "Lägesbilden avgör var insatserna behövs.")]


def test_a_removed_sentence_is_told_with_its_section():
    found = changes([(" En samlad rapport lämnas till kommunfullmäktige varje år.", "")])

    assert told(found) == [
        ("4", "removed", "En samlad rapport lämnas till kommunfullmäktige varje år.", None)
    ]


def test_a_reworded_sentence_is_told_in_both_wordings():
    [change] = changes([("ska utse", "bör utse")])

    assert (change.kind, change.section, change.may_be_noise) == ("reworded", "2", False)
    assert change.before == "Varje förvaltning ska utse en kontaktperson för planen."
    assert change.after == "Varje förvaltning bör utse en kontaktperson för planen."


def test_a_change_knows_the_lines_of_both_wordings():
    [change] = changes([("samordnar arbetet", "leder arbetet")])

    assert change.before_lines == (16, 16)
    assert change.after_lines == (16, 16)


def test_a_letter_or_two_within_one_word_may_be_noise():
    [change] = changes([("öppet varje kväll", "öppna varje kväll")])

    assert change.may_be_noise


@pytest.mark.parametrize(
    "edit",
    [
        ("varje kväll under", "varje lördag under"),
        ("ska utse", "kan utse"),
        ("Fritidsgårdarna har öppet", "Fritidsgårdarna och biblioteken har öppet"),
    ],
)
def test_another_word_is_no_noise(edit):
    assert [change.may_be_noise for change in changes([edit])] == [False]


def test_a_figure_is_never_noise():
    earlier = EARLIER.replace("varje år.", "senast 2027.")

    assert [change.may_be_noise for change in changes([("2027", "2028")], earlier)] == [False]


def test_a_renamed_section_is_one_change_of_its_title():
    assert told(changes([("3 Samverkan", "3 Samverkan och samordning")])) == [
        ("3", "renamed", "Samverkan", "Samverkan och samordning")
    ]


def test_sections_renumbered_by_a_new_one_have_not_changed():
    found = changes(
        [
            ("4 Uppföljning", "5 Uppföljning"),
            ("3 Samverkan", "4 Samverkan"),
            ("2 Insatser", "2 Mål\n\nIngen ska dras in i en extremistisk miljö.\n\n3 Insatser"),
        ]
    )

    assert told(found) == [
        ("2", "added", None, "Mål"),
        ("2", "added", None, "Ingen ska dras in i en extremistisk miljö."),
    ]


def test_a_section_that_changed_places_has_moved():
    start, end = EARLIER.index("3 Samverkan"), EARLIER.index("4 Uppföljning")
    samverkan, uppfoljning = EARLIER[start:end], EARLIER[end:]

    found = changes([(samverkan + uppfoljning, f"3{uppfoljning[1:]}\n4{samverkan[1:]}")])

    assert [(change.kind, change.before) for change in found] in (
        [("moved", "Samverkan")],
        [("moved", "Uppföljning")],
    )


def test_a_sentence_that_went_to_another_section_has_moved():
    rapport = " En samlad rapport lämnas till kommunfullmäktige varje år."

    found = changes([(rapport, ""), ("antar planen.", f"antar planen.{rapport}")])

    assert told(found) == [("1", "moved", rapport.strip(), rapport.strip())]


def test_a_divided_section_adds_a_title_and_moves_the_sentences_under_it():
    found = changes([("Rutinerna ska", "\n\n4 Rutiner\n\nRutinerna ska"), ("4 Uppföljning", "5 Uppföljning")])

    rutiner = "Rutinerna ska följa kommunens riktlinje för sekretess."
    assert told(found) == [("4", "added", None, "Rutiner"), ("4", "moved", rutiner, rutiner)]


def test_a_sentence_made_two_is_one_change():
    start = "Det lokala brottsförebyggande rådet samordnar arbetet med andra aktörer"
    whole = f"{start} och lämnar en rapport varje vår."
    parts = f"{start}. Rådet lämnar en rapport varje vår."
    earlier = EARLIER.replace(f"{start}.", whole)

    [change] = changes([(whole, parts)], earlier)

    assert (change.kind, change.before, change.after) == ("reworded", whole, parts)


def test_a_renumbered_list_has_not_changed():
    earlier = EARLIER.replace(
        "2 Insatser\n", "2 Insatser\n\nTre delar:\n\n1. Alla barn\n2. Utsatta grupper\n3. Enskilda\n"
    )

    found = changes(
        [("1. Alla barn\n2. Utsatta grupper", "1. Alla barn\n2. Vuxna\n3. Utsatta grupper")], earlier
    )

    assert [(change.kind, change.after) for change in found] == [("added", "2. Vuxna")]


SENTENCES = st.lists(
    st.sampled_from(
        ["Rådet samordnar.", "Skolan ska ge stöd.", "Polisen utreder brott.", "Planen gäller i år."]
    ),
    max_size=5,
    unique=True,
)


def edition(name, sections):
    return Plan(
        document=name,
        date=None,
        sections=tuple(
            Section(
                number=str(number),
                title=f"Del {number}",
                paragraphs=tuple(texts),
                sentences=tuple(Sentence(text=text, lines=(number, number)) for text in texts),
                lines=(number, number),
            )
            for number, texts in enumerate(sections, start=1)
        ),
    )


@given(st.lists(SENTENCES, max_size=4), st.lists(SENTENCES, max_size=4))
def test_changes_account_for_every_sentence(first, second):
    found = compare_editions(edition("d1", first), edition("d2", second))

    gone = sum(
        change.kind in {"removed", "reworded"} and not (change.before or "").startswith("Del")
        for change in found
    )
    came = sum(
        change.kind in {"added", "reworded"} and not (change.after or "").startswith("Del")
        for change in found
    )
    assert sum(map(len, first)) - gone == sum(map(len, second)) - came


@given(st.lists(SENTENCES, max_size=4))
def test_no_edition_differs_from_itself(sections):
    assert compare_editions(edition("d1", sections), edition("d2", sections)) == []


def test_a_plan_a_hundred_times_longer_is_compared_in_seconds():
    sections = [
        [
            f"Avsnitt {part} har åtgärd {part * 7 + step} som nämnd {step} ansvarar för i år."
            for step in range(12)
        ]
        for part in range(600)
    ]
    later = [
        [text.replace("i år", "nästa år") if i % 9 == 0 else text for i, text in enumerate(s)]
        for s in sections
    ]
    started = time.perf_counter()

    found = compare_editions(edition("d1", sections), edition("d2", later))

    assert len(found) == 1200
    assert time.perf_counter() - started < 30


def dated(name, title, day, sections=()):
    made = tuple(Section(number="", title=one, paragraphs=(), sentences=(), lines=(1, 1)) for one in sections)
    return Plan(document=name, date=dt.date(2024, 1, day), title=title, sections=made)


def test_editions_follow_one_another_by_date():
    plans = [
        dated("d3", "Plan mot hot", 30),
        dated("d1", "Plan mot hot", 1),
        dated("d2", "Handlingsplan mot hot", 15),
    ]

    assert [(one.document, other.document) for one, other in consecutive(plans)] == [
        ("d1", "d2"),
        ("d2", "d3"),
    ]


def test_another_document_is_no_edition():
    plans = [dated("d1", "Handlingsplan mot hot", 1), dated("d2", "Policy för upphandling", 15)]

    assert consecutive(plans) == []


def test_a_document_under_a_new_title_is_an_edition_by_its_sections():
    titles = ["Bakgrund", "Syfte", "Ansvar"]
    plans = [
        dated("d1", "Handlingsplan mot hot", 1, titles),
        dated("d2", "Strategi för trygghet", 15, titles),
    ]

    assert len(consecutive(plans)) == 1


def test_an_undated_edition_has_no_place_in_the_order():
    assert (
        consecutive([dated("d1", "Plan mot hot", 1), Plan(document="d2", date=None, title="Plan mot hot")])
        == []
    )
