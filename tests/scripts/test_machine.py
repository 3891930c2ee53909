import ast
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import machine

PYTHON = "Python 3.11 or later is needed, and this is 3.9.2."


@pytest.fixture
def debian(monkeypatch):
    """A Debian machine with nothing installed, and an ordinary user at it."""
    monkeypatch.setattr(machine.sys, "platform", "linux")
    monkeypatch.setattr(machine.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(
        machine.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None
    )
    monkeypatch.setattr(machine.ctypes.util, "find_library", lambda _: None)


@pytest.fixture
def macos(debian, monkeypatch):
    monkeypatch.setattr(machine.sys, "platform", "darwin")


def without(*missing):
    return lambda name: name not in missing


def test_a_machine_with_python_and_venv_has_what_is_needed():
    assert machine.needed() == []


def test_an_old_python_is_told_what_to_install_on_debian(debian):
    assert machine.needed((3, 9, 2))[0] == f"{PYTHON} Get it: sudo apt-get install python3 python3-venv"


def test_an_old_python_is_told_what_to_install_on_macos(macos):
    assert machine.needed((3, 9, 2))[0] == f"{PYTHON} Get it: brew install python"


def test_an_old_python_is_told_how_to_name_another(debian):
    assert machine.needed((3, 9, 2))[1].endswith("make setup PYTHON=python3.12")


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 4), (4, 0, 0)])
def test_a_new_python_will_do(version):
    assert machine.needed(version) == []


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_missing_venv_is_told_what_to_install(debian, monkeypatch, module):
    monkeypatch.setattr(machine, "_has_module", without(module))

    assert machine.needed() == ["Python's venv is missing. Get it: sudo apt-get install python3-venv"]


def test_root_is_not_told_to_use_sudo(debian, monkeypatch):
    monkeypatch.setattr(machine.os, "geteuid", lambda: 0)
    monkeypatch.setattr(machine, "_has_module", without("ensurepip"))

    assert machine.needed() == ["Python's venv is missing. Get it: apt-get install python3-venv"]


def test_another_linux_is_told_the_name_in_debian(debian, monkeypatch):
    monkeypatch.setattr(machine.shutil, "which", lambda _: None)
    monkeypatch.setattr(machine, "_has_module", without("ensurepip"))

    assert machine.needed() == ["Python's venv is missing. Get it: install what Debian calls python3-venv"]


def test_a_bare_machine_is_told_what_ocr_and_pdf_need(debian):
    lines = machine.useful()

    assert [line.partition(",")[0] for line in lines] == ["ocrmypdf", "Pango"]
    assert "sudo apt-get install ocrmypdf tesseract-ocr-swe" in lines[0]


def test_a_bare_machine_is_told_what_the_tests_need(debian):
    assert machine.tested() == [
        "Chromium, in which make test opens the pages: sudo apt-get install chromium fonts-dejavu-core"
    ]


def test_tesseract_without_swedish_is_named(debian, monkeypatch):
    monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}")
    listing = subprocess.CompletedProcess([], 0, stdout=b"List of available languages (1):\neng\n")
    monkeypatch.setattr(machine.subprocess, "run", lambda *_, **__: listing)

    assert machine.useful()[0].endswith("sudo apt-get install tesseract-ocr-swe")


def test_a_machine_with_everything_is_told_nothing(debian, monkeypatch):
    monkeypatch.setattr(machine.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(machine.ctypes.util, "find_library", lambda _: "libpango-1.0.so.0")
    listing = subprocess.CompletedProcess([], 0, stdout=b"eng\nswe\n")
    monkeypatch.setattr(machine.subprocess, "run", lambda *_, **__: listing)

    assert machine.useful() == machine.tested() == []


def test_what_is_missing_stops_the_setup(monkeypatch, capsys):
    monkeypatch.setattr(machine, "_has_module", without("ensurepip"))

    assert machine.main([]) == 1
    assert "Python's venv is missing." in capsys.readouterr().err


def test_what_is_only_useful_does_not_stop_the_setup(debian, capsys):
    assert machine.main([]) == 0
    told = capsys.readouterr().out
    assert "Not found, and only the tests need it: Chromium" in told
    assert "Not found, and you can do without it: Pango" in told


def test_a_task_that_needs_none_of_it_is_told_nothing(debian, capsys):
    assert machine.main(["--needed"]) == 0
    assert capsys.readouterr() == ("", "")


def test_the_check_runs_with_the_standard_library_alone():
    command = [sys.executable, "-S", "-I", machine.__file__, "--needed"]

    assert subprocess.run(command, check=False).returncode == 0


def test_the_check_can_be_parsed_by_old_pythons():
    source = Path(machine.__file__).read_text(encoding="utf-8")

    assert ast.parse(source, feature_version=(3, 7))
