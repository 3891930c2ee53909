import pytest

from forebygg.cli.municipality import address_of
from tests.cli.commands import forebygg


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Granviks kommun", "granvik"),
        ("Örnsköldsviks kommun", "ornskoldsvik"),
        ("Upplands Väsby kommun", "upplands-vasby"),
        ("Borås stad", "boras"),
        ("Bollnäs kommun", "bollnas"),
        ("Hofors kommun", "hofors"),
        ("Region Gotland", "region-gotland"),
        ("…", ""),
    ],
)
def test_an_address_is_what_people_would_type(name, address):
    assert address_of(name) == address


def test_a_municipality_is_added_once(home):
    first = forebygg("municipality", "add", "Hedviks kommun", home=home, LANG="en_GB.UTF-8")
    again = forebygg("municipality", "add", "Hedviks kommun", home=home, LANG="en_GB.UTF-8")
    listed = forebygg("municipality", "list", home=home)

    assert first.stdout == again.stdout == "Hedviks kommun is there, at /hedvik/.\n"
    assert listed.stdout == "granvik\tGranviks kommun\nhedvik\tHedviks kommun\n"


def test_another_address_can_be_given(home):
    forebygg("municipality", "add", "Hedviks kommun", "--slug", "hedvik-ny", home=home)

    assert "hedvik-ny\tHedviks kommun" in forebygg("municipality", "list", home=home).stdout


@pytest.mark.parametrize("name", ["…", "Public", "en"])
def test_an_address_that_cannot_be_used_is_refused(home, name):
    done = forebygg("municipality", "add", name, home=home)

    assert done.returncode == 2
    assert "--slug" in done.stderr
    assert forebygg("municipality", "list", home=home).stdout == "granvik\tGranviks kommun\n"
