import pytest

from bench.proposals import FORMS, HELD_OUT, gold, is_right, score
from forebygg.commitments.rules.proposing import propose


@pytest.mark.parametrize("sheet", ["bjorkvad", "sandhaga", FORMS, HELD_OUT])
def test_the_rules_keep_their_limits_on_the_written_plans(sheet):
    result = score(gold(sheet))

    assert result.found >= 0.9 * result.commitments
    assert result.right >= 0.85 * result.found
    assert result.false <= 0.15 * (result.found + result.false)


def test_whoever_is_named_is_wrong_where_nobody_should_be():
    sentences = gold("bjorkvad")
    nobody = next(label for _, label in sentences if label.who == frozenset())
    named = [one for one in propose([standing for standing, _ in sentences]) if one.actors]

    assert named
    assert not any(is_right(nobody, proposal) for proposal in named)
