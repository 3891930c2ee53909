import dataclasses
import datetime as dt
import json

from hypothesis import given
from hypothesis import strategies as st

from forebygg.commitments.rules.actions import (
    LEVELS,
    Action,
    Aim,
    Numbered,
    Owner,
    Part,
    Total,
    by_goal,
    by_level,
    changes,
)
from forebygg.commitments.rules.contents import (
    BoardStanding,
    UnitContent,
    UnitStanding,
    WholeContent,
    as_json,
    from_json,
)

NUMBERS = st.integers(1, 9)
DAYS = st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
WORDS = st.text(max_size=8)
UNITS = st.builds(Numbered, NUMBERS, WORDS)
ACTIONS = st.builds(
    Action,
    kind=st.sampled_from(["commitment", "measure"]),
    number=NUMBERS,
    what=WORDS,
    level=st.sampled_from(LEVELS),
    accountable=st.none() | UNITS,
    owner=st.none() | st.builds(Owner, st.just("coordinator"), st.none() | UNITS, st.booleans()),
    due_on=DAYS,
    rhythm=st.sampled_from(["", "year"]),
    evidence=WORDS,
    goals=st.tuples() | st.tuples(st.builds(Aim, NUMBERS, NUMBERS, WORDS)),
)
PARTS = st.builds(Part, action=ACTIONS, state=st.sampled_from(["", "done"]), answered_on=DAYS, shown=WORDS)
TALLIES = st.tuples(UNITS, st.dictionaries(st.sampled_from(["", "done"]), NUMBERS, max_size=2))
TOTALS = st.builds(Total, action=ACTIONS, boards=st.lists(TALLIES, max_size=2).map(tuple))
STANDINGS = st.builds(
    UnitStanding,
    unit=UNITS,
    actions=NUMBERS,
    plan=st.none() | NUMBERS,
    decided_on=DAYS,
    decided_at=WORDS,
    is_older=st.booleans(),
    changed=NUMBERS,
)
BOARDS = st.builds(BoardStanding, board=st.none() | UNITS, units=st.lists(STANDINGS, max_size=2).map(tuple))
DAY = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))
CONTENTS = st.builds(
    UnitContent, unit=UNITS, board=st.none() | UNITS, as_of=DAY, parts=st.lists(PARTS, max_size=3).map(tuple)
) | st.builds(
    WholeContent,
    municipality=WORDS,
    as_of=DAY,
    totals=st.lists(TOTALS, max_size=3).map(tuple),
    boards=st.lists(BOARDS, max_size=2).map(tuple),
)


@given(CONTENTS)
def test_what_is_frozen_is_read_again_as_it_was(content):
    read = from_json(json.loads(json.dumps(as_json(content))))

    assert dataclasses.asdict(read) == dataclasses.asdict(content)


@given(st.lists(PARTS, max_size=6))
def test_every_action_stands_under_one_level_and_one_goal(parts):
    for parted in (by_level(parts), by_goal(parts)):
        assert sorted(map(repr, parts)) == sorted(repr(one) for _head, held in parted for one in held)


RUTIN = Action(kind="commitment", number=1, what="Ha en rutin.", owner=Owner("coordinator"))


def test_added_gone_and_changed_are_told_apart():
    gone = Action(kind="commitment", number=2, what="Utbilda.")
    added = Action(kind="measure", number=2, what="Utbilda.")
    later = dataclasses.replace(RUTIN, due_on=dt.date(2027, 1, 1), evidence="Rutinen")

    found = changes([RUTIN, gone], [later, added])

    assert (found.added, found.gone) == ((added,), (gone,))
    [changed] = found.changed
    assert changed.terms == ("due_on", "evidence")
    assert len(found) == 3


def test_a_new_name_and_a_post_that_somebody_left_are_no_changes():
    named = dataclasses.replace(RUTIN, owner=Owner("coordinator", Numbered(3, "Skolan")))
    renamed = dataclasses.replace(
        RUTIN, owner=Owner("coordinator", Numbered(3, "Granviksskolan"), is_held=False)
    )

    assert len(changes([named], [renamed])) == 0
