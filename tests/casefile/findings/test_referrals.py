import pytest

from tests.casefile.findings.writing import answer, found, item, memo, referral, rows


def test_those_asked_who_have_not_answered_are_named():
    papers = (
        referral("2024-01-10", "Lokala brottsförebyggande rådet", "Ungdomsrådet"),
        answer("2024-02-01", "Lokala brottsförebyggande rådet"),
    )

    [finding] = found("referral_unanswered", *papers)

    assert finding["values"] == {"addressee": "Ungdomsrådet"}
    assert rows(finding, *papers) == ["Ungdomsrådet"]


def test_a_referral_that_all_have_answered_raises_nothing():
    papers = referral("2024-01-10", "Ungdomsrådet"), answer("2024-02-01", "Ungdomsrådet")

    assert found("referral_unanswered", *papers) == []


@pytest.mark.parametrize(
    "told",
    [
        "Planen har remitterats till socialnämnden.",
        "Förslaget har skickats på remiss till socialnämnden.",
        "Förslaget har varit på remiss hos socialnämnden under våren.",
    ],
)
def test_a_referral_that_an_item_tells_of_is_raised_there(told):
    told_of = item(52, ("Kommunstyrelsens beslut", "Ärendet bordläggs."), ("Ärendet", told))

    [finding] = found("referral_unanswered", told_of)

    assert finding["values"] == {"addressee": "Socialnämnden"}


def test_a_referral_that_is_only_proposed_has_not_been_made():
    proposed = memo("2024-01-10", ("Remiss", "Förslaget föreslås skickas på remiss till ungdomsrådet."))

    assert found("referral_unanswered", proposed) == []


def test_a_body_that_met_on_the_matter_has_answered():
    met = item(7, ("Socialnämndens beslut", "Nämnden tillstyrker förslaget."))
    told_of = item(
        52,
        ("Kommunstyrelsens beslut", "Ärendet bordläggs."),
        ("Ärendet", "Planen har remitterats till socialnämnden."),
    )

    assert found("referral_unanswered", met, told_of) == []
