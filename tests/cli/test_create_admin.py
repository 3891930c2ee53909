import re

import pytest

from tests.cli.commands import forebygg

ENGLISH = {"LANG": "en_GB.UTF-8"}
KARL = ("create-admin", "--email", "karl.nordby@granvik.example", "--name", "Karl Nordby")


def test_an_administrator_is_given_a_link_to_choose_a_password(home):
    done = forebygg(*KARL, "--at", "https://forebygg.granvik.example/", home=home, **ENGLISH)

    assert done.returncode == 0
    assert "Karl Nordby is administrator of Granviks kommun now." in done.stdout
    assert re.search(
        r"^https://forebygg\.granvik\.example/en/account/password/new/\w+-\S+/$", done.stdout, re.MULTILINE
    )


def test_somebody_is_made_administrator_once(home):
    forebygg(*KARL, home=home)

    again = forebygg(*KARL, home=home, **ENGLISH)

    assert (again.returncode, again.stderr) == (0, "")


def test_what_is_no_address_is_refused(home):
    done = forebygg("create-admin", "--email", "karl", "--name", "Karl Nordby", home=home, **ENGLISH)

    assert (done.returncode, done.stderr) == (2, "“karl” is no e-mail address.\n")


@pytest.mark.parametrize("what", ["--email", "--name"])
def test_what_is_not_given_is_asked_for(home, what):
    given = [one for pair in zip(KARL[1::2], KARL[2::2], strict=True) if pair[0] != what for one in pair]

    done = forebygg("create-admin", *given, home=home, **ENGLISH)

    assert done.returncode == 1
    assert {"--email": "E-mail address", "--name": "Name"}[what] in done.stdout


def test_the_demo_prints_a_login_for_every_role_and_nobody_real_comes_among_them(tmp_path):
    demo = forebygg("demo", "--no-serve", home=tmp_path)
    real = forebygg(*KARL, home=tmp_path, **ENGLISH)

    assert len(re.findall(r"^  \S.* \S+@granvik\.example$", demo.stdout, re.MULTILINE)) == 11
    assert re.search(r"^Juni Mårdh är inbjuden till ärendet till och med \d", demo.stdout, re.MULTILINE)
    assert re.search(r"Lösenordet är detsamma för alla: \w{6}-\w{6}-\w{6}$", demo.stdout, re.MULTILINE)
    assert real.returncode == 1
    assert "everybody is invented" in real.stderr


def test_nobody_is_invented_among_real_people(tmp_path):
    forebygg("municipality", "add", "Granviks kommun", home=tmp_path)
    forebygg(*KARL, home=tmp_path)

    demo = forebygg("demo", "--no-serve", home=tmp_path, **ENGLISH)

    assert demo.returncode == 0
    assert "nobody was invented" in demo.stdout
