import subprocess
import sys

import pytest

from tests.cli.commands import environment, forebygg


@pytest.mark.parametrize("arguments", [["--help"], ["serve", "--help"], ["casefile", "import", "--help"]])
def test_help_does_without_django_and_without_the_reader(arguments):
    """They take a second to begin, and help should answer at once."""
    code = (
        "import sys; from forebygg.cli import app\n"
        "try: app.main()\n"
        "finally: sys.exit(len({'django', 'forebygg.casefile'} & {*sys.modules}))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment(), capture_output=True, check=False
    )

    assert done.returncode == 0


READING = {
    f"forebygg.casefile.{stage}"
    for stage in (
        "reading",
        "gathering",
        "placing",
        "cutting",
        "pages",
        "copies",
        "evidence",
        "findings.rules",
    )
}


@pytest.mark.parametrize(
    ("begun", "without"),
    [
        ("pass", {*READING, "forebygg.casefile.comparison", "snowballstemmer", "holidays"}),
        (
            "import forebygg.config.wsgi, forebygg.config.urls",
            {
                *READING,
                "forebygg.casefile.papers.items",
                "forebygg.casefile.comparison.declarations",
                "forebygg.commitments.rules.proposing.proposing",
                "forebygg.privacy.suppression.suppressing",
                "openpyxl",
                "snowballstemmer",
            },
        ),
    ],
)
def test_what_serves_and_waits_begins_without_the_reader(tmp_path, begun, without):
    """The reader takes longer to load than Django, and is needed only where papers are read."""
    code = f"import sys, django; django.setup(); {begun}; print(*sys.modules)"
    settings = {"DJANGO_SETTINGS_MODULE": "forebygg.config.settings"}

    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment(tmp_path, **settings),
        capture_output=True,
        text=True,
        check=True,
    )

    assert "forebygg.decisions.models" in done.stdout.split()
    assert without & {*done.stdout.split()} == set()


def test_a_setting_that_cannot_be_read_is_told_in_one_line(tmp_path):
    done = forebygg("municipality", "list", home=tmp_path, FOREBYGG_DEBUG="kanske", LANG="en_GB.UTF-8")

    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "FOREBYGG_DEBUG" in done.stderr


def test_a_setting_that_nobody_knows_is_told_by_its_name(tmp_path):
    done = forebygg("municipality", "list", home=tmp_path, FOREBYGG_HOSTNAMES="a", LANG="en_GB.UTF-8")

    assert done.returncode == 1
    assert done.stderr == "A setting is wrong: No such setting: FOREBYGG_HOSTNAMES.\n"


def test_a_home_that_cannot_be_written_is_told_in_one_line(tmp_path):
    (tmp_path / "file").touch()

    done = forebygg("municipality", "list", home=tmp_path / "file", LANG="en_GB.UTF-8")

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert str(tmp_path / "file") in done.stderr


def test_manage_runs_djangos_own_commands(tmp_path):
    done = forebygg("manage", "check", home=tmp_path)

    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n")


def test_manage_leaves_help_to_django(tmp_path):
    done = forebygg("manage", "clock", "--help", home=tmp_path)

    assert done.returncode == 0
    assert "--once" in done.stdout


def test_manage_gives_the_status_of_the_command(tmp_path):
    done = forebygg("manage", "nonsense", home=tmp_path)

    assert done.returncode == 1
    assert "nonsense" in done.stderr
