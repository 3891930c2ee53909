import re
import sqlite3

import pytest

from forebygg.cli.amending import Wrong, correct_reading
from forebygg.core.errors import CodedError
from tests.cli.commands import GRANVIK, forebygg

ENGLISH = {"LANG": "en_GB.UTF-8"}
LINES = GRANVIK.read_text(encoding="utf-8").splitlines()


def asked(home, question):
    with sqlite3.connect(home / "forebygg.sqlite3") as connection:
        return connection.execute(question).fetchall()


def test_papers_are_shown_to_the_public_and_closed_again(home):
    shown = forebygg("casefile", "release", 1, 2, 3, home=home, **ENGLISH)
    again = forebygg("casefile", "release", 1, 2, home=home, **ENGLISH)
    closed = forebygg("casefile", "release", 1, 3, "--back", home=home, **ENGLISH)

    assert shown.stdout == "Shown to the public now: 2, 3\n"
    assert again.stdout == "They were so already.\n"
    assert closed.stdout == "Closed to the public now: 3\n"
    assert asked(home, "SELECT number FROM papers_paper WHERE released_at IS NOT NULL") == [(2,)]


def test_all_papers_of_a_case_are_shown_when_none_is_named(home):
    forebygg("casefile", "release", 1, home=home)

    assert asked(home, "SELECT count(*) FROM papers_paper WHERE released_at IS NULL") == [(0,)]


def test_a_paper_that_is_not_there_is_told_and_nothing_is_shown(home):
    done = forebygg("casefile", "release", 1, 2, 999, home=home, **ENGLISH)

    assert done.returncode == 1
    assert done.stderr.startswith("The case has no paper 999. It has: 1, 2, 3")
    assert asked(home, "SELECT count(*) FROM papers_paper WHERE released_at IS NOT NULL") == [(0,)]


@pytest.fixture
def motion(home):
    """The line of a motion, and who moved it."""
    [(line, name)] = asked(home, "SELECT line, name FROM decisions_motion ORDER BY id LIMIT 1")
    return line, name


def test_what_was_misread_is_corrected_and_stays_so(home, motion):
    line, name = motion

    done = forebygg(
        "casefile", "correct", 1, "granvik.txt", line, "motion", "party", "XY", home=home, **ENGLISH
    )
    forebygg("casefile", "import", GRANVIK, home=home)

    assert (done.returncode, done.stdout) == (0, "Corrected; case 1 has been read again.\n")
    assert ("XY",) in asked(home, f"SELECT party FROM decisions_motion WHERE name = '{name}'")


def test_a_fact_that_is_none_is_taken_away(home, motion):
    [(before,)] = asked(home, "SELECT count(*) FROM decisions_motion")

    forebygg("casefile", "correct", 1, "granvik.txt", motion[0], "motion", home=home)

    assert asked(home, "SELECT count(*) FROM decisions_motion") == [(before - 1,)]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("gone.txt", 1, "line", "text", "a"), "The case has no file “gone.txt”. It has: granvik.txt"),
        (("granvik.txt", 99999, "line", "text", "a"), f"no line 99999; its last is {len(LINES)}."),
        (
            ("granvik.txt", 2, "motion", "party", "S"),
            "“motion” was read from granvik.txt, line 2. Near it: 1 ",
        ),
        (("granvik.txt", 1, "nonsense", "party", "S"), "“nonsense” cannot be corrected."),
        (("granvik.txt", 1, "document", "colour", "red"), "“document” has no field “colour”."),
        (("granvik.txt", 1, "document", "date", "maj"), "maj"),
    ],
)
def test_a_correction_that_fits_nothing_says_what_there_is_to_correct(granvik_case, wrong, told):
    original, line, kind, field, value = wrong

    with pytest.raises(CodedError, match=re.escape(told)):
        correct_reading(
            granvik_case, Wrong(original=original, line=line, kind=kind, field=field, value=value)
        )

    assert not granvik_case.corrections.exists()


def test_a_refusal_is_told_in_one_line(home):
    done = forebygg("casefile", "correct", 1, "gone.txt", 1, "line", "text", "a", home=home, **ENGLISH)

    assert done.returncode == 1
    assert done.stderr == "The case has no file “gone.txt”. It has: granvik.txt\n"
