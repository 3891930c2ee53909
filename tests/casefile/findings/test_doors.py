import pytest

from forebygg.casefile.findings.doors import first_doors
from tests.casefile.findings.writing import found, memo, plan

TO_POLICE = memo("2024-01-08", ("Bakgrund", "Den som är orolig för en ung person ska kontakta polisen."))
SOCIAL = "Den som är orolig för ett barn ska i första hand kontakta socialtjänsten."


def test_two_papers_that_send_a_worry_to_two_doors_are_raised():
    [finding] = found("contradictory_doors", TO_POLICE, plan("2024-01-12", [("1 Oro", SOCIAL)]))

    assert (finding["values"]["first_door"], finding["values"]["second_door"]) == (
        "polisen",
        "socialtjänsten",
    )


def test_papers_that_share_a_door_agree():
    both = "Den som är orolig för ett barn kan kontakta socialtjänsten eller polisen."

    assert found("contradictory_doors", TO_POLICE, plan("2024-01-12", [("1 Oro", both)])) == []


def test_an_emergency_is_no_worry():
    emergency = (
        "Den som är orolig för att någon är i fara för liv ska kontakta räddningstjänsten och polisen."
    )
    quiet = memo("2024-01-08", ("Bakgrund", SOCIAL))

    assert found("contradictory_doors", quiet, plan("2024-01-12", [("1 Oro", emergency)])) == []


def test_a_crime_is_another_worry():
    crime = memo(
        "2024-01-08", ("Bakgrund", "Den som misstänker att någon har begått brott ska kontakta polisen.")
    )

    assert found("contradictory_doors", crime, plan("2024-01-12", [("1 Oro", SOCIAL)])) == []


def test_an_edition_that_has_been_replaced_sends_nobody():
    old = plan("2024-01-12", [("1 Oro", SOCIAL)])
    new = plan("2024-02-12", [("1 Oro", "Den som är orolig för ett barn ska kontakta polisen.")])

    assert found("contradictory_doors", TO_POLICE, old, new) == []


@pytest.mark.parametrize(
    ("sentence", "doors"),
    [
        ("Vid oro kontaktas polisen, som bedömer om socialtjänsten behövs.", {"polisen"}),
        ("Vänd dig till rektor; rektor kontaktar socialtjänsten.", {"rektor"}),
        ("Misstankar anmäls till Säkerhetspolisen.", {"Säkerhetspolisen"}),
        ("Oron ska tas på allvar av socialtjänsten.", set()),
    ],
)
def test_the_door_is_the_one_that_is_sent_to(sentence, doors):
    assert first_doors(sentence) == doors
