import json
import subprocess
import sys

import pytest

from forebygg.casefile.contract import schema
from tests.cli.commands import GRANVIK, environment, forebygg

ITEM = (
    "§ 7\n\nDnr KS 2024/00007\n\nVal av ombud\n\nKommunstyrelsens beslut\n\nTill ombud utses Asta Ek (S).\n"
)


@pytest.fixture
def item(tmp_path):
    path = tmp_path / "item.txt"
    path.write_text(ITEM, encoding="utf-8")
    return path


def test_several_files_are_one_case_and_give_one_object(item, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(ITEM.replace("§ 7", "§ 9"), encoding="utf-8")

    done = forebygg("casefile", "read", item, other, "--format", "json")

    case = json.loads(done.stdout)
    assert done.returncode == 0
    assert [(document["file"], document["id"]) for document in case["documents"]] == [
        (str(item), "d1"),
        (str(other), "d2"),
    ]


def test_a_folder_gives_one_object_a_line_in_natural_order(tmp_path):
    for number in (10, 2, 1):
        (tmp_path / f"§ {number}.txt").write_text(ITEM.replace("§ 7", f"§ {number}"), encoding="utf-8")

    done = forebygg("casefile", "read", tmp_path, "--format", "json")

    cases = [json.loads(line) for line in done.stdout.splitlines()]
    assert [case["items"][0]["paragraph"] for case in cases] == [1, 2, 10]


def test_a_folder_is_one_case_when_asked(tmp_path):
    for number in (1, 2, 3):
        (tmp_path / f"{number}.txt").write_text(ITEM.replace("§ 7", f"§ {number}"), encoding="utf-8")

    done = forebygg("casefile", "read", tmp_path, "--format", "json", "--together")

    assert [item["paragraph"] for item in json.loads(done.stdout)["items"]] == [1, 2, 3]


def test_nothing_but_json_is_written_to_standard_output(item):
    done = forebygg("casefile", "read", item)

    assert set(schema()["required"]) <= json.loads(done.stdout).keys()
    assert len(done.stdout.splitlines()) == 1


def test_lines_not_understood_are_complained_of_with_file_and_line(tmp_path):
    path = tmp_path / "cover.txt"
    path.write_text(GRANVIK.read_text(encoding="utf-8") + "\n\nqx zz\n", encoding="utf-8")

    done = forebygg("casefile", "read", path, "--format", "json")

    unread = json.loads(done.stdout)["unread"]
    assert unread
    for line in unread:
        assert f"{path}:{line['line']}: kunde inte tolkas: {line['text']}" in done.stderr


def test_an_old_encoding_is_told_on_standard_error(tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes(ITEM.replace("ombud", "åhörare").encode("cp1252"))

    done = forebygg("casefile", "read", path)

    assert json.loads(done.stdout)["items"][0]["title"] == "Val av åhörare"
    assert done.stderr.startswith(f"{path}:1: ")
    assert "1252" in done.stderr or "8859" in done.stderr


def test_the_text_is_printed_with_the_line_numbers_that_facts_point_at(item):
    done = forebygg("casefile", "read", item, "--format", "text")

    assert [line.split() for line in done.stdout.splitlines()[:3]] == [
        ["1", "§", "7"],
        ["2"],
        ["3", "Dnr", "KS", "2024/00007"],
    ]


def test_the_summary_tells_how_far_the_case_has_come():
    done = forebygg("casefile", "read", GRANVIK, "--format", "summary")

    assert "Beslutat: Kommunfullmäktige § 41, 31 mars 2025." in done.stdout
    assert done.stderr == ""


def test_the_summary_is_english_for_those_who_read_english():
    done = forebygg("casefile", "read", GRANVIK, "--format", "summary", "--language", "en")

    assert "Decided: Kommunfullmäktige § 41, 31 March 2025." in done.stdout


def test_a_missing_file_is_one_line_that_says_what_to_do_and_status_1(tmp_path):
    done = forebygg("casefile", "read", tmp_path / "gone.txt")

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == f"{tmp_path / 'gone.txt'}: Filen finns inte. Kontrollera namnet och mappen.\n"


def test_the_machines_language_is_used_for_errors(tmp_path):
    done = forebygg("casefile", "read", tmp_path / "gone.txt", LANG="en_GB.UTF-8")

    assert done.stderr == f"{tmp_path / 'gone.txt'}: There is no such file. Check the name and the folder.\n"


def test_half_a_case_is_not_printed_when_a_file_of_it_cannot_be_read(item, tmp_path):
    done = forebygg("casefile", "read", item, tmp_path / "gone.txt", "--format", "json")

    assert done.returncode == 1
    assert done.stdout == ""


def test_the_other_cases_of_a_folder_are_printed_when_one_file_cannot_be_read(item):
    (item.parent / "bad.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n")

    done = forebygg("casefile", "read", item.parent, "--format", "json")

    assert done.returncode == 1
    assert [json.loads(line)["items"][0]["paragraph"] for line in done.stdout.splitlines()] == [7]
    assert done.stderr.startswith(f"{item.parent / 'bad.pdf'}: ")


def test_an_empty_folder_is_told_and_status_1(tmp_path):
    done = forebygg("casefile", "read", tmp_path)

    assert done.returncode == 1
    assert str(tmp_path) in done.stderr


@pytest.mark.parametrize(
    "wrong", [[], ["--format", "xml", "a.txt"], ["--jobs", "0", "a.txt"], ["--nonsense"]]
)
def test_wrong_usage_is_status_2(wrong):
    done = forebygg("casefile", "read", *wrong)

    assert done.returncode == 2
    assert done.stdout == ""


def test_every_core_reads_the_same_as_one(tmp_path):
    for number in range(1, 8):
        (tmp_path / f"{number}.txt").write_text(ITEM.replace("§ 7", f"§ {number}"), encoding="utf-8")

    one = forebygg("casefile", "read", tmp_path, "--format", "json", "--jobs", "1")
    many = forebygg("casefile", "read", tmp_path, "--format", "json", "--jobs", "4")

    assert one.stdout == many.stdout


def test_a_reader_that_goes_away_is_no_error_of_ours(tmp_path):
    for number in range(1, 60):
        (tmp_path / f"{number}.txt").write_text(ITEM.replace("§ 7", f"§ {number}") * 20, encoding="utf-8")
    command = [sys.executable, "-m", "forebygg", "casefile", "read", str(tmp_path), "--format", "json"]
    with subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as reading:
        reading.stdout.readline()
        reading.stdout.close()
        complaints = reading.stderr.read()

    assert b"Traceback" not in complaints
