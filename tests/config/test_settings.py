import re
from pathlib import Path

import pytest
from django.core.management import call_command

from forebygg.config.settings import KNOWN
from tests.cli.commands import forebygg

PAGE = Path(__file__).parents[2] / "docs/howto/run.md"


def test_the_operators_page_names_every_variable():
    named = re.findall(r"^\| `FOREBYGG_(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(named) == sorted(KNOWN)


def test_django_has_nothing_to_say_about_the_deployment(tmp_path):
    done = forebygg("manage", "check", "--deploy", "--fail-level", "WARNING", home=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_a_secret_may_lie_in_a_file(tmp_path):
    (tmp_path / "secret").write_text("from a file\n", encoding="utf-8")
    code = "from django.conf import settings; print(repr(settings.SECRET_KEY))"

    done = forebygg(
        "manage",
        "shell",
        "--no-imports",
        "-c",
        code,
        home=tmp_path,
        FOREBYGG_SECRET_KEY_FILE=tmp_path / "secret",
    )

    assert done.stdout == "'from a file'\n"
