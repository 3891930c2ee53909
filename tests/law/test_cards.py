"""Law cards: dated, sourced, in two languages, and honest about who has read the statute."""

import datetime as dt
import re

import pytest

from forebygg.casefile.limits import acts
from forebygg.law.cards import card, cards

OF_THE_MINUTES = ("approval", "notice", "appeal", "who_may_appeal", "appealable")
NOW, IN_2016 = dt.date(2026, 11, 22), dt.date(2016, 11, 8)


def named(one):
    return f"{one.statute.sfs}-{one.key}-{one.since:%Y}"


@pytest.mark.parametrize("one", cards(), ids=named)
def test_a_card_says_what_the_law_says_in_both_languages(one):
    assert {
        name for kind in (one.texts, one.sources, one.provisions, one.statute.titles) for name in kind
    } == {
        "sv",
        "en",
    }
    for language in ("sv", "en"):
        assert one.text(language).endswith(".")
        assert not re.search(r"[{}]", one.text(language))
        assert one.provision(language)
        assert one.source(language)


@pytest.mark.parametrize("one", cards(), ids=named)
def test_both_languages_name_the_same_figures(one):
    assert re.findall(r"{\w+}", one.texts["sv"]) == re.findall(r"{\w+}", one.texts["en"])


@pytest.mark.parametrize("one", cards(), ids=named)
def test_a_card_is_looked_at_again_within_two_years(one):
    assert dt.timedelta() < one.next_check - NOW < dt.timedelta(days=731)
    assert not one.is_due(one.next_check - dt.timedelta(days=1))
    assert one.is_due(one.next_check)


@pytest.mark.parametrize("one", cards(), ids=named)
def test_no_two_cards_answer_the_same_question_on_the_same_day(one):
    same = [other for other in cards() if other.key == one.key]

    for day in (one.since, one.until or NOW):
        assert [other for other in same if other.applies_on(day)] == [one]


@pytest.mark.parametrize("key", OF_THE_MINUTES)
@pytest.mark.parametrize("day", [dt.date(1992, 1, 1), dt.date(2017, 12, 31), dt.date(2018, 1, 1), NOW])
def test_what_minutes_need_is_held_from_1992_on(key, day):
    assert card(key, on=day).key == key


def test_before_1992_no_card_is_held():
    assert card("appeal", on=dt.date(1991, 12, 31)) is None


@pytest.mark.parametrize("act", acts(), ids=lambda act: act.sfs)
def test_the_reader_trusts_an_act_only_when_every_card_with_its_figures_has_been_read(act):
    with_figures = [one for one in cards() if one.statute.sfs == act.sfs and one.figures]

    assert {name for one in with_figures for name in one.figures} == {
        "approval_days",
        "notice_days",
        "appeal_weeks",
    }
    assert (act.verified is not None) == all(one.is_verified for one in with_figures)


def test_a_card_that_someone_has_read_says_when():
    appeal = card("appeal", on=NOW)

    assert appeal.standing == "Read in the statute on 2026-11-22."
    assert appeal.statute.name("sv") == "kommunallagen (2017:725)"
    assert (appeal.provision("sv"), appeal.provision("en-gb")) == ("13 kap. 5 §", "ch. 13 s. 5")
    assert "inom 3 veckor" in appeal.text("sv")
    assert "within 3 weeks" in appeal.text("en")


def test_a_card_that_nobody_has_read_says_so():
    appeal = card("appeal", on=IN_2016)

    assert not appeal.is_verified
    assert appeal.standing == "Not checked against the statute."
    assert appeal.statute.name("en") == "the Local Government Act (1991:900)"


def test_only_the_wording_that_was_read_is_verified():
    days = [dt.date(1995, 3, 31), dt.date(1995, 4, 1), dt.date(1997, 7, 31), dt.date(1997, 8, 1)]

    assert [card("appeal", on=day).is_verified for day in days] == [False, True, True, False]
