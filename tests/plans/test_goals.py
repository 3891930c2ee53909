import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from forebygg.organisation.permissions import Viewer
from forebygg.plans import threads
from forebygg.plans.aims import Stood, aims
from forebygg.plans.errors import GoalEnded, NotAPurpose, SentenceTaken, StillUnder
from forebygg.plans.models import Goal, Plan, Sentence
from forebygg.plans.selectors.goals import goals
from forebygg.plans.services.goals import Wanted, add_goals, change_goal, end_goal
from forebygg.plans.threads import Strand

DAY = dt.date(2025, 9, 1)
PURPOSE, GOAL = Goal.Kind.PURPOSE, Goal.Kind.GOAL


@pytest.fixture
def plan(granvik):
    return Plan.objects.select_related("municipality").get(municipality=granvik)


@pytest.fixture
def purpose(plan, person):
    [purpose] = add_goals(plan, [Wanted(kind=PURPOSE, text="Ingen ska dras in.")], by=person)
    return purpose


def test_goals_are_numbered_and_lie_under_their_purpose(plan, purpose, person):
    added = add_goals(
        plan, [Wanted(kind=GOAL, text=text, above=purpose) for text in ("Ett", "Två")], by=person
    )

    assert [goal.number for goal in added] == [2, 3]
    [row] = goals(plan, seen_by=Viewer(person)).purposes
    assert [below.goal.text for below in row.below] == ["Ett", "Två"]


def test_one_sentence_sets_one_goal(plan, person):
    wanted = Wanted(kind=GOAL, text="Ett mål.", sentence=Sentence.objects.filter(plan=plan).first())
    [first] = add_goals(plan, [wanted], by=person)

    with pytest.raises(SentenceTaken):
        add_goals(plan, [wanted], by=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.create(
            municipality=plan.municipality, plan=plan, number=9, kind=GOAL, text="x", sentence=wanted.sentence
        )
    end_goal(first, "Ersatt av ett nytt.", on=DAY, by=person)
    assert add_goals(plan, [wanted], by=person)


def test_a_purpose_lies_under_nothing_and_a_goal_under_a_purpose(plan, purpose, goal, person):
    with pytest.raises(NotAPurpose):
        change_goal(goal, Wanted(kind=PURPOSE, text="x", above=purpose), by=person)
    with pytest.raises(NotAPurpose):
        add_goals(plan, [Wanted(kind=GOAL, text="x", above=goal)], by=person)


def test_a_purpose_with_goals_under_it_neither_ends_nor_becomes_one_of_them(purpose, goal, person):
    change_goal(goal, Wanted(kind=GOAL, text=goal.text, above=purpose), by=person)

    with pytest.raises(StillUnder):
        end_goal(purpose, "Klart.", on=DAY, by=person)
    with pytest.raises(StillUnder):
        change_goal(purpose, Wanted(kind=GOAL, text="x"), by=person)
    end_goal(goal, "Klart.", on=DAY, by=person)
    with pytest.raises(GoalEnded):
        end_goal(goal, "Klart igen.", on=DAY, by=person)


class Served:
    key = "tests"

    def serving(self, goals, *, seen_by):  # noqa: ARG002 - the protocol
        return {goal.pk: [Strand(words="Åtagande 7")] for goal in goals if goal.text.startswith("Buren")}


def test_goals_with_neither_indicator_nor_anything_that_serves_them_are_listed(
    plan, goal, purpose, person, monkeypatch
):
    monkeypatch.setattr(threads, "_registry", threads._Registry())
    threads.register_goals(Served())
    wanted = [Wanted(kind=GOAL, text=text, above=purpose) for text in ("Buren av ett åtagande", "Bar")]
    add_goals(plan, wanted, by=person)

    assert [row.goal.text for row in goals(plan, seen_by=Viewer(person)).bare] == ["Bar"]


def test_the_goals_take_as_many_queries_however_many(
    plan, purpose, goal, person, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(threads, "_registry", threads._Registry())
    followed = [*goal.indicators.all()]
    wanted = [Wanted(kind=GOAL, text=f"Mål {at}", above=purpose, indicators=followed) for at in range(30)]
    add_goals(plan, wanted, by=person)

    with django_assert_num_queries(3):
        goals(plan, seen_by=Viewer(person))


# -- sentences that may be goals -----------------------------------------------------------------------------


def told(*sections):
    stood = [
        Stood(label, title, [(10 * at + place, text) for place, text in enumerate(texts)])
        for at, (label, title, *texts) in enumerate(sections)
    ]
    return [(aim.kind, aim.text) for aim in aims(stood)]


def test_sentences_under_such_headings_are_proposed_and_no_others():
    assert told(
        ("1", "Inledning", "Kommunen har en plan."),
        ("1.1", "Syfte", "Planen ska förebygga våld.", "Planen ska", "stärka det som skyddar"),
        ("2", "Målgrupp", "Planen vänder sig till alla."),
        ("3", "Mål", "Ingen ung dras in.", "att"),
        ("3.1", "Skolan", "Alla lärare har gått utbildningen."),
        ("4", "Ansvar", "Kommunstyrelsen ansvarar för planen."),
    ) == [
        ("purpose", "Planen ska förebygga våld."),
        ("purpose", "Planen ska stärka det som skyddar"),
        ("goal", "Ingen ung dras in."),
        ("goal", "Alla lärare har gått utbildningen."),
    ]


def test_under_a_heading_of_both_a_sentence_is_what_it_calls_itself():
    assert told(
        (
            "",
            "Syfte och målsättning",
            "Syftet är att förebygga.",
            "Målet är att fler vet.",
            "Fler söker stöd.",
        )
    ) == [
        ("purpose", "Syftet är att förebygga."),
        ("goal", "Målet är att fler vet."),
        ("goal", "Fler söker stöd."),
    ]


@given(
    st.lists(st.tuples(st.text(max_size=6), st.text(max_size=40), st.lists(st.text(max_size=60), max_size=3)))
)
def test_anything_can_be_read_and_what_is_proposed_is_a_sentence_of_it(sections):
    texts = [text for *_, own in sections for text in own]
    keys = iter(range(len(texts)))
    stood = [Stood(label, title, [(next(keys), text) for text in own]) for label, title, own in sections]

    assert all(aim.text.endswith(texts[aim.key]) for aim in aims(stood))
