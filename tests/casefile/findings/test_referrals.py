from textwrap import dedent

import pytest

from tests.casefile.findings.writing import TITLE, answer, found, item, memo, referral, rows


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


@pytest.mark.parametrize(
    "told",
    [
        "Förslaget har varit på remiss under våren och har ändrats till följd av svaren.",
        "Efter remiss har förslaget kompletterats, vilket har lett till bättre samverkan.",
    ],
)
def test_a_referral_to_nobody_named_is_not_guessed_at(told):
    told_of = item(52, ("Kommunstyrelsens beslut", "Ärendet bordläggs."), ("Ärendet", told))

    assert found("referral_unanswered", told_of) == []


def test_someone_asked_who_is_no_body_is_named_too():
    told = "Förslaget har skickats på remiss till Polismyndigheten och Region Väst för yttrande."
    told_of = item(52, ("Kommunstyrelsens beslut", "Ärendet bordläggs."), ("Ärendet", told))

    asked = [finding["values"]["addressee"] for finding in found("referral_unanswered", told_of)]

    assert asked == ["Polismyndigheten", "Region Väst"]


def test_a_body_that_met_on_the_matter_has_answered():
    met = item(7, ("Socialnämndens beslut", "Nämnden tillstyrker förslaget."))
    told_of = item(
        52,
        ("Kommunstyrelsens beslut", "Ärendet bordläggs."),
        ("Ärendet", "Planen har remitterats till socialnämnden."),
    )

    assert found("referral_unanswered", met, told_of) == []


def test_a_letter_that_answers_in_its_title_has_answered():
    reply = dedent("""
        Barn- och utbildningsförvaltningen

        TJÄNSTEYTTRANDE
        2024-05-20
        Dnr BUN 2024/77

        Till kommunstyrelsen

        Svar på remiss om handlingsplan för trygghet

        Nämnden ser positivt på planen.

        För barn- och utbildningsnämnden
        Stig Lund
        Förvaltningschef
        """)

    assert found("referral_unanswered", referral("2024-03-05", "Barn- och utbildningsnämnden"), reply) == []


def test_the_item_that_takes_up_the_referral_answers_it():
    asked = referral("2024-03-05", "Socialnämnden")
    reply = item(
        61, ("Socialnämndens beslut", "Planen tillstyrks."), number="SN 2024/41", title=f"Remiss: {TITLE}"
    )

    assert found("referral_unanswered", asked, reply) == []


def test_what_a_board_is_asked_to_refer_has_not_been_referred():
    asked = memo(
        "2024-01-08",
        ("Förslag till beslut", "Styrelsen beslutar att skicka planen på remiss till Socialnämnden."),
    )

    assert found("referral_unanswered", asked) == []
