"""Real processes on a database that they share: killed in the middle, and two at once."""

import pytest

from tests import importers

STEPS = [
    ("importing", "keep"),
    ("storing", "file_papers"),
    ("storing", "settle_plans"),
    ("storing", "write_meetings"),
    ("storing", "write_remarks"),
    ("importing", "store"),
    ("importing", "record"),
]
FEW = ("kf-41", "plan-2", "plan-3", "kf-cover")


def meet(*acts):
    """Let both read before either stores; what came of each."""
    assert [act.heard() for act in acts] == ["read"] * len(acts)
    for act in acts:
        act.go_on()
    return [act.heard() for act in acts]


@pytest.mark.parametrize(("module", "step"), STEPS, ids=[step for _, step in STEPS])
def test_an_import_killed_in_the_middle_leaves_the_database_as_it_was(installation, module, step):
    installation.run(importers.settle, "granvik")
    before = installation.counts()
    act = installation.start(importers.import_stopping_after, "granvik", FEW, module, step)
    assert act.heard() == "there"

    act.kill()

    assert installation.counts() == before


def test_after_a_kill_the_papers_can_be_imported(installation):
    act = installation.start(importers.import_stopping_after, "efter", FEW, "importing", "store")
    assert act.heard() == "there"
    act.kill()

    assert installation.run(importers.import_at_once, "efter", FEW) == (1, True, 4, 0)


def test_two_imports_of_the_same_papers_at_once_give_one_case(installation):
    before = installation.counts()

    came = meet(*(installation.start(importers.import_waiting, "samma", FEW) for _ in range(2)))

    assert sorted(came) == [(1, False, 0, 4), (1, True, 4, 0)]
    after = installation.counts()
    added = {table: after[table] - before[table] for table in ("papers_case", "papers_paper", "audit_entry")}
    # One entry for the municipality, which the first to come founded.
    assert added == {"papers_case": 1, "papers_paper": 4, "audit_entry": 2}


def test_two_papers_added_to_one_case_at_once_are_both_there(installation):
    installation.run(importers.import_at_once, "olika", ["kf-41"])
    before = installation.counts()

    came = meet(*(installation.start(importers.import_waiting, "olika", [key]) for key in ("memo", "ks-52")))

    assert came == [(1, False, 1, 0)] * 2
    after = installation.counts()
    assert (after["papers_case"], after["papers_paper"]) == (
        before["papers_case"],
        before["papers_paper"] + 2,
    )


def test_two_municipalities_import_at_once(installation):
    came = meet(*(installation.start(importers.import_waiting, slug, FEW) for slug in ("ena", "andra")))

    assert came == [(1, True, 4, 0)] * 2
