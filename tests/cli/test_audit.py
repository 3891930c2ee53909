import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.cli.commands import forebygg


@pytest.fixture
def own(home, tmp_path):
    """An installation to tamper with: a copy of the others'."""
    return shutil.copytree(home, tmp_path / "own")


@pytest.fixture
def heads(own, tmp_path):
    """What was kept elsewhere before anybody tampered."""
    path = tmp_path / "heads.jsonl"
    assert forebygg("audit", "head", "--out", path, home=own).returncode == 0
    return path


def tampered(home, *statements):
    with closing(sqlite3.connect(home / "forebygg.sqlite3")) as base, base:
        for statement in statements:
            base.execute(statement)


def verify(home, *arguments, language="en"):
    return forebygg("audit", "verify", *arguments, "--language", language, home=home)


def test_a_whole_trail_is_said_to_be_whole(own, heads):
    done = verify(own, "--head", heads)

    assert done.returncode == 0
    assert "the trail is whole" in done.stdout
    assert "Heads that were kept agree: 1" in done.stdout
    assert "The database refuses to change entries." in done.stdout


def test_what_cannot_be_proved_without_a_head_is_said(own):
    assert "No head that was kept elsewhere was given" in verify(own).stdout


@pytest.mark.parametrize(
    ("language", "told"), [("en", "THE TRAIL IS NOT WHOLE"), ("sv", "LOGGEN ÄR INTE HEL")]
)
def test_a_changed_entry_and_missing_triggers_are_told_in_the_readers_language(own, language, told):
    tampered(own, "DROP TRIGGER audit_entry_no_update", "UPDATE audit_entry SET about_id = 77")

    done = verify(own, language=language)

    assert done.returncode == 3
    assert told in done.stdout
    assert "audit_entry_no_update" in done.stdout


def test_a_trail_that_was_emptied_with_its_head_is_told_by_the_one_kept_elsewhere(own, heads):
    tampered(own, "DROP TRIGGER audit_entry_no_delete", "DELETE FROM audit_entry", "DELETE FROM audit_head")

    done = verify(own, "--head", heads)

    assert done.returncode == 3
    assert "entries were cut away" in done.stdout


def test_a_head_is_one_line_that_can_be_copied_by_hand(own, heads):
    [kept] = map(json.loads, heads.read_text(encoding="utf-8").splitlines())

    typed = kept | {"hash": " ".join([kept["hash"][:32].upper(), kept["hash"][32:]])}
    heads.write_text(json.dumps(typed), encoding="utf-8")

    assert verify(own, "--head", heads).returncode == 0


@pytest.mark.parametrize(
    "text", ["nothing", "{}", '{"municipality": "granvik", "number": 0, "hash": "x"}', "[1]"]
)
def test_what_is_no_head_is_refused_with_its_line(own, heads, text):
    heads.write_text(f"\n{text}\n", encoding="utf-8")

    done = verify(own, "--head", heads)

    assert done.returncode == 1
    assert done.stderr.startswith("heads.jsonl, line 2: this is no head")


def test_a_head_of_another_municipality_is_refused(own, heads):
    heads.write_text(heads.read_text(encoding="utf-8").replace("granvik", "hedvik"), encoding="utf-8")

    done = verify(own, "--head", heads)

    assert done.returncode == 1
    assert "hedvik" in done.stderr


def test_a_file_that_is_not_there_is_told(own, tmp_path):
    done = verify(own, "--head", tmp_path / "none.jsonl")

    assert done.returncode == 1
    assert "cannot be read" in done.stderr
