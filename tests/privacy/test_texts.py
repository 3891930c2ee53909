import pytest

from forebygg.privacy.texts import BECAUSE, Because, Policy, Texts, UndeclaredTextError

TEXTS = Texts(
    refuse="story",
    warn="title wish",
    names_belong_here={Because.CONTACTS: "whom_to_ask"},
    codes="checksum",
)


@pytest.mark.parametrize(
    ("name", "policy"),
    [
        ("story", Policy.REFUSE),
        ("wish", Policy.WARN),
        ("whom_to_ask", Policy.NAMES_BELONG_HERE),
        ("checksum", Policy.CODE),
    ],
)
def test_a_text_has_the_policy_that_names_it(name, policy):
    assert TEXTS.policy(name) is policy


def test_a_text_that_nothing_names_is_undeclared():
    with pytest.raises(UndeclaredTextError):
        TEXTS.policy("titl")


def test_a_reason_is_given_only_where_names_belong():
    reasons = {name: because for name, _policy, because in TEXTS}

    assert reasons["whom_to_ask"] is Because.CONTACTS
    assert [name for name, because in reasons.items() if because] == ["whom_to_ask"]


def test_every_reason_has_its_sentence():
    assert set(BECAUSE) == set(Because)
