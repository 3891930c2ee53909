from forebygg.casefile.facts import Change
from forebygg.decisions.rules.answers import answering, wishes


def change(section, before, after, kind="reworded"):
    return Change(from_document="1", to_document="2", section=section, kind=kind, before=before, after=after)


ACTOR = change("3.2", "Skolan och polisen arbetar här.", "Skolan, elevhälsan och polisen arbetar här.")
TRAINING = change("5", None, "Utbildningen ska även erbjudas föreningar som får bidrag.", "added")
REPORT = change("9", "En rapport lämnas varje år.", None, "removed")
ALL = [ACTOR, TRAINING, REPORT]


def test_a_missing_actor_that_comes_in_is_an_answer():
    assert answering("Rådet saknar elevhälsan i avsnitt 3.2.", ALL) == [0]


def test_an_actor_asked_for_elsewhere_is_none():
    assert answering("Rådet saknar elevhälsan i avsnitt 7.", ALL) == []


def test_what_is_wished_for_in_other_words_is_found_by_what_they_share():
    assert answering("Vi vill att föreningarna får del av utbildningen.", ALL) == [1]


def test_what_should_go_and_goes_is_an_answer():
    assert answering("Kravet att en rapport lämnas varje år bör strykas.", ALL) == [2]


def test_praise_and_telling_ask_for_nothing():
    text = "Rådet är positivt till att elevhälsan bör nämnas. Elevhälsan möter ofta elever."

    assert wishes(text) == []
    assert answering(text, ALL) == []


def test_one_word_in_common_is_chance():
    assert answering("Utbildningen borde ha börjat tidigare i höstas.", ALL) == []
