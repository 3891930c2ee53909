from dataclasses import dataclass

import pytest

from forebygg.decisions.rules.presence import Presence, Run, columns, presence_at, runs


@dataclass
class Someone:
    role: str = "member"
    serving: bool = True
    from_paragraph: int | None = None
    to_paragraph: int | None = None
    paragraphs: list | None = None


ALWAYS = Someone()
LATE = Someone(from_paragraph=47)
AWAY_AT_52 = Someone(paragraphs=[[44, 51], [53, 64]])
STAND_IN = Someone(role="substitute", from_paragraph=52, to_paragraph=52)
LISTENER = Someone(role="substitute", serving=False, to_paragraph=58)
ABSENT = Someone(role="absent", serving=False)


@pytest.mark.parametrize(
    ("person", "paragraph", "how"),
    [
        (ALWAYS, 44, Presence.SERVES),
        (LATE, 46, Presence.AWAY),
        (LATE, 47, Presence.SERVES),
        (AWAY_AT_52, 51, Presence.SERVES),
        (AWAY_AT_52, 52, Presence.AWAY),
        (AWAY_AT_52, 53, Presence.SERVES),
        (STAND_IN, 52, Presence.SERVES),
        (LISTENER, 58, Presence.ATTENDS),
        (LISTENER, 59, Presence.AWAY),
        (ABSENT, 50, Presence.AWAY),
    ],
)
def test_somebody_serves_attends_or_is_away(person, paragraph, how):
    assert presence_at(person, paragraph) is how


def test_a_column_begins_where_somebody_comes_or_goes():
    people = [ALWAYS, LATE, AWAY_AT_52, LISTENER]

    assert columns(people, (44, 64)) == [(44, 46), (47, 51), (52, 52), (53, 58), (59, 64)]


def test_nobody_coming_or_going_leaves_one_column():
    assert columns([ALWAYS], (1, 12)) == [(1, 12)]


def test_a_marked_paragraph_stands_by_itself():
    assert columns([ALWAYS], (1, 12), marked=[9]) == [(1, 8), (9, 9), (10, 12)]


def test_what_is_said_of_paragraphs_outside_the_meeting_makes_no_column():
    assert columns([Someone(from_paragraph=2, to_paragraph=90)], (5, 9)) == [(5, 9)]


def test_neighbouring_columns_alike_are_one_run():
    stretches = columns([LATE, AWAY_AT_52], (44, 64))

    assert runs(AWAY_AT_52, stretches) == [
        Run(Presence.SERVES, 2, (44, 51)),
        Run(Presence.AWAY, 1, (52, 52)),
        Run(Presence.SERVES, 1, (53, 64)),
    ]


def test_the_runs_cover_every_column():
    stretches = columns([LATE, AWAY_AT_52, LISTENER], (44, 64))

    for person in (ALWAYS, LATE, AWAY_AT_52, LISTENER, ABSENT):
        assert sum(run.columns for run in runs(person, stretches)) == len(stretches)
