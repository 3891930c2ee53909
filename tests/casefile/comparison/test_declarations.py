import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile.comparison.declarations import declarations
from forebygg.casefile.comparison.telling import read_declarations
from forebygg.casefile.facts import Document
from forebygg.casefile.paper import Line
from tests.casefile.comparison.told import EARLIER, edited, item
from tests.casefile.papers.editions import plan

TITLES = ["riktade insatser", "riktlinjer och rutiner", "stöd till anhöriga"]


def read(sentence):
    return list(read_declarations(sentence, TITLES, "i1", None))


def facts(sentence):
    return [(one.act, one.section or ",".join(one.numbers), one.words) for one in read(sentence)]


def test_one_sentence_may_declare_three_changes():
    sentence = (
        "Sedan utskottets möte har planen kompletterats med barnperspektiv under rubriken metodutveckling, "
        "elevhälsan har lagts till som en aktör under rubriken riktade insatser och avsnittet om riktlinjer "
        "och rutiner har förtydligats."
    )

    assert facts(sentence) == [
        ("added", "metodutveckling", ("barnperspektiv",)),
        ("added", "riktade insatser", ("elevhäls",)),
        ("general", "riktlinjer och rutiner", ()),
    ]


@pytest.mark.parametrize(
    ("sentence", "act", "section"),
    [
        ("Avsnitt 3.1 har förtydligats.", "general", "3.1"),
        ("Texten i kapitel 3 är förtydligad.", "general", "3"),
        ("Redaktionella ändringar har gjorts i planen.", "general", ""),
        ("Handlingsplanen reviderades under våren.", "general", ""),
        ("Avsnitten Samverkan och Utbildning har omarbetats.", "general", "samverkan och utbildning"),
        ("Meningen om årlig rapport ströks ur avsnittet Uppföljning.", "removed", "uppföljning"),
        ("I planen har ordet bör ersatts med ska i avsnitt 4.", "replaced", "4"),
        ("Ansvaret har flyttats från nämnden till styrelsen i avsnitt 6.", "replaced", "6"),
        ("Avsnittet Uppföljning har flyttats sist i planen.", "moved", "uppföljning"),
        ("Avsnitt 7 har bytt namn till Stöd till närstående.", "renamed", "7"),
        ("Avsnittet Riktlinjer och rutiner har delats i två.", "divided", "riktlinjer och rutiner"),
        ("Ett nytt avsnitt om uppföljning har lagts till.", "added", "uppföljning"),
        ("Efter remissen har ett avsnitt om uppföljning tillkommit.", "added", "uppföljning"),
        ("Avsnittet om lägesbild är nytt.", "added", "lägesbild"),
        ("Rubriken på avsnitt 11 har ändrats från Särskilda insatser till Rutiner.", "renamed", "11"),
        ("Kapitel 5 har fått en ny rubrik, Kunskap.", "renamed", "5"),
        ("Avsnitt 4 och 5 har slagits samman.", "joined", "4,5"),
        ("Nämndens synpunkter har arbetats in i avsnitt 6 och 7.", "added", "6,7"),
        ("Under Riktade insatser har föreningarna lagts till.", "added", "riktade insatser"),
        ("Sedan förra versionen har det lagts till ett stycke om barnperspektiv.", "added", ""),
        ("Hänvisningen till policyn utgick.", "removed", ""),
        ("Under rubriken Samverkan har även polisen lagts till.", "added", "samverkan"),
        ("Planen kompletterades med barnperspektiv.", "added", ""),
        ("Förvaltningen har kompletterat planen med en lägesbild.", "added", ""),
    ],
)
def test_what_was_done_is_known_by_its_verb(sentence, act, section):
    assert [found[:2] for found in facts(sentence)] == [(act, section)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Planen ska kompletteras med barnperspektiv.",
        "Utskottet beslutade att planen skulle kompletteras med barnperspektiv.",
        "Avsnitt 3 bör ha förtydligats före mötet.",
        "Planen kommer att revideras.",
        "Om avsnitt 3 har förtydligats ska det framgå.",
        "När planen har reviderats tas den upp igen.",
        "Barnperspektivet har inte lagts till i planen.",
        "Ärendet har kompletterats med en tjänsteskrivelse.",
        "Den reviderade planen gäller från maj.",
        "Handlingsplanen antas.",
    ],
)
def test_what_was_not_made_or_not_to_the_plan_declares_nothing(sentence):
    assert facts(sentence) == []


def test_a_named_addition_is_declared_and_quoted():
    sentence = "Elevhälsan har lagts till som aktör under rubriken Riktade insatser."

    [change] = edited([("skola och", "skola, elevhälsa och")], [item(sentence)])

    assert (change.declared, change.declared_in, change.described_as) == (True, "i1", sentence)


def test_an_addition_in_another_section_is_not_declared_by_it():
    sentence = "Elevhälsan har lagts till som aktör i avsnitt 4."

    [change] = edited([("skola och", "skola, elevhälsa och")], [item(sentence)])

    assert not change.declared


def test_another_addition_in_the_same_section_is_not_declared():
    sentence = "Elevhälsan har lagts till som aktör i avsnitt 2."

    found = edited(
        [("Kommunen ansvarar för stödet.", "Kommunen ansvarar för stödet. Lägesbilden avgör.")],
        [item(sentence)],
    )

    assert [change.declared for change in found] == [False]


def test_a_general_declaration_declares_a_rewording_and_a_new_title():
    found = edited(
        [
            ("4 Särskilda insatser", "4 Riktlinjer och rutiner"),
            ("skriver de rutiner som saknas", "skriver rutiner där de saknas"),
        ],
        [item("Avsnittet om riktlinjer och rutiner har förtydligats.")],
    )

    assert [(change.kind, change.declared) for change in found] == [("renamed", True), ("reworded", True)]


@pytest.mark.parametrize(
    "edit",
    [
        ("Varje förvaltning skriver", "Varje förvaltning ska skriva"),
        ("Varje förvaltning skriver", "Varje förvaltning och skola skriver"),
        ("ska följa kommunens policy för sekretess", "ska vara korta och kända"),
        ("Rutinerna ska följa kommunens policy för sekretess.", ""),
    ],
)
def test_a_general_declaration_declares_no_duty_actor_reference_or_loss(edit):
    found = edited([edit], [item("Avsnitt 4 har förtydligats.")])

    assert [change.declared for change in found] == [False]


def test_a_declaration_older_than_the_first_edition_declares_nothing():
    old = item("Avsnitt 1 har förtydligats.", date=dt.date(2024, 10, 1))

    assert [change.declared for change in edited([("alla nämnder", "samtliga nämnder")], [old])] == [False]


def test_what_a_decision_asked_for_is_declared_by_as_decided():
    asked = item(
        date=dt.date(2025, 2, 12),
        decision=["Avsnitt 3 ska kompletteras med att metoderna ska vara jämställda."],
        name="i0",
    )
    done = item("Avsnitt 3 har kompletterats enligt utskottets beslut.")
    edit = ("utvecklingen av metoder.", "utvecklingen av metoder. Metoderna ska vara jämställda.")

    [change] = edited([edit], [asked, done])

    assert (change.declared, change.declared_in) == (True, "i1")


def test_completed_without_saying_with_what_declares_no_new_duty():
    done = item("Avsnitt 3 har kompletterats.")
    edit = ("utvecklingen av metoder.", "utvecklingen av metoder. Metoderna ska vara jämställda.")

    assert [change.declared for change in edited([edit], [done])] == [False]


def test_a_new_section_is_declared_with_its_sentences():
    new = item("Planen har kompletterats med ett avsnitt om stöd till anhöriga.")
    edit = ("4 Särskilda", "4 Stöd till anhöriga\n\nAnhöriga erbjuds samtal.\n\n5 Särskilda")

    assert [(change.kind, change.declared) for change in edited([edit], [new])] == [
        ("added", True),
        ("added", True),
    ]


def test_a_memo_declares_as_well_as_an_item():
    plans = [plan(EARLIER, "d1"), plan(EARLIER, "d2")]
    memo = Document(id="m1", file="granvik.txt", kind="memo", date=dt.date(2025, 2, 21), lines=(1, 2))
    lines = [Line(1, "Sedan dess har avsnitt 3"), Line(2, "förtydligats.")]

    [found] = declarations([memo], [], {"m1": lines}, plans)

    assert (found.document, found.date, found.text) == (
        "m1",
        memo.date,
        "Sedan dess har avsnitt 3 förtydligats.",
    )


def test_a_list_of_changes_is_read_point_by_point():
    plans = [plan(EARLIER, "d1"), plan(EARLIER, "d2")]
    memo = Document(id="m1", file="granvik.txt", kind="memo", lines=(1, 5))
    texts = [
        "Följande ändringar har gjorts i planen:",
        "- Avsnitt 2: elevhälsan som ny aktör",
        "- 3.1 Mål: omformulerat",
        "- Meningen om kostnader är struken",
    ]
    lines = [Line(number, text) for number, text in enumerate(texts, start=1)]

    found = declarations([memo], [], {"m1": lines}, plans)

    assert [(one.act, one.numbers) for one in found] == [
        ("added", ("2",)),
        ("general", ("3.1",)),
        ("removed", ()),
    ]


def test_a_list_of_proposed_changes_declares_nothing():
    plans = [plan(EARLIER, "d1"), plan(EARLIER, "d2")]
    memo = Document(id="m1", file="granvik.txt", kind="memo", lines=(1, 2))
    lines = [Line(1, "Följande ändringar föreslås:"), Line(2, "- Avsnitt 2: elevhälsan som ny aktör")]

    assert declarations([memo], [], {"m1": lines}, plans) == ()


def test_one_edition_alone_has_nothing_to_declare():
    assert declarations([], [item("Planen har reviderats.")], {}, [plan(EARLIER)]) == ()


WORDS = (
    "planen har kompletterats med och, avsnitt 3 förtydligats lagts till. ska polisen inte om delats;".split()
)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_every_declaration_quotes_its_sentence(sentence):
    assert all(one.text == sentence for one in read(sentence))
