import re
import sqlite3
import subprocess
from types import SimpleNamespace

import pytest

from forebygg.cli import database
from tests.cli.commands import COMMAND, environment, forebygg

FAILING = {
    "settings.py": "from forebygg.config.settings import *\nINSTALLED_APPS = [*INSTALLED_APPS, 'failing']\n",
    "failing/__init__.py": "",
    "failing/migrations/__init__.py": "",
    "failing/migrations/0001_initial.py": (
        "from django.db import migrations\n"
        "class Migration(migrations.Migration):\n"
        "    operations = [migrations.RunSQL('CREATE TABLE half (id integer)')]\n"
    ),
    "failing/migrations/0002_fails.py": (
        "from django.db import migrations\n"
        "class Migration(migrations.Migration):\n"
        "    dependencies = [('failing', '0001_initial')]\n"
        "    operations = [migrations.RunSQL('SELECT * FROM nowhere')]\n"
    ),
}


def tables(home):
    with sqlite3.connect(home / "forebygg.sqlite3") as connection:
        return sorted(connection.execute("SELECT name, sql FROM sqlite_master"))


def test_a_new_database_is_made_by_the_first_command_that_needs_it(tmp_path):
    done = forebygg("municipality", "list", home=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "audit_entry" in [name for name, _ in tables(tmp_path)]


def made_of(home):
    """All that a database holds before anybody has used it, in whatever order its columns were added."""
    with sqlite3.connect(home / "forebygg.sqlite3") as connection:
        made = {name: sorted(re.split(r",\s+|\s+\(|\)$", sql or "")) for name, sql in tables(home)}
        rows = {
            table: sorted(connection.execute(f"SELECT {columns} FROM {table}"))
            for table, columns in (
                ("django_migrations", "app, name"),
                ("django_content_type", "app_label, model"),
                ("auth_permission", "codename, name"),
            )
        }
        others = [name for name, sql in tables(home) if (sql or "").startswith("CREATE TABLE")]
        counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone() for name in others}
    return made, rows, {name: count for name, count in counts.items() if name != "sqlite_sequence"}


def test_a_new_database_is_what_all_migrations_would_have_made_it(tmp_path):
    at_once, step_by_step = tmp_path / "new", tmp_path / "walked"
    for home, command in ((at_once, ["migrate"]), (step_by_step, ["manage", "migrate", "--verbosity=0"])):
        home.mkdir()
        assert forebygg(*command, home=home).returncode == 0

    assert made_of(at_once) == made_of(step_by_step)


def test_migrating_says_whether_there_was_anything_to_do(tmp_path):
    first = forebygg("migrate", home=tmp_path, LANG="en_GB.UTF-8")
    second = forebygg("migrate", home=tmp_path, LANG="en_GB.UTF-8")

    assert first.stdout == "The database is up to date now.\n"
    assert second.stdout == "The database was up to date.\n"


def test_a_migration_that_fails_leaves_the_database_as_it_was(home, tmp_path):
    for name, content in FAILING.items():
        path = tmp_path / "later" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    later = {"PYTHONPATH": str(tmp_path / "later"), "DJANGO_SETTINGS_MODULE": "settings"}
    before = tables(home)

    done = forebygg("migrate", home=home, LANG="en_GB.UTF-8", **later)

    assert done.returncode == 1
    assert done.stderr == (
        "The database could not be brought up to date, and stands as it was: no such table: nowhere\n"
    )
    assert tables(home) == before
    assert forebygg("municipality", "list", home=home).stdout == "granvik\tGranviks kommun\n"


def test_two_that_migrate_at_once_do_not_collide(tmp_path):
    both = [
        subprocess.Popen([*COMMAND, "migrate"], env=environment(tmp_path), stderr=subprocess.PIPE)
        for _ in range(2)
    ]

    assert [process.communicate(timeout=120)[1] for process in both] == [b"", b""]
    assert [process.returncode for process in both] == [0, 0]


def test_a_database_of_a_later_version_is_left_alone(home):
    with sqlite3.connect(home / "forebygg.sqlite3") as connection:
        connection.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('plans', '0099_later', '2027-01-01')"
        )

    done = forebygg("migrate", home=home, LANG="en_GB.UTF-8")

    assert done.returncode == 1
    assert "a later version of Förebygg (plans.0099_later)" in done.stderr


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path):
    (tmp_path / "forebygg.sqlite3").write_text("Protokoll " * 1000, encoding="utf-8")

    done = forebygg("migrate", home=tmp_path, LANG="en_GB.UTF-8")

    assert done.returncode == 1
    assert done.stderr == "The database cannot be used: file is not a database\n"


def test_a_server_that_does_not_answer_is_told_in_one_line(tmp_path):
    nowhere = "postgres://nobody@127.0.0.1:1/nothing?connect_timeout=2"

    done = forebygg("migrate", home=tmp_path, FOREBYGG_DATABASE_URL=nowhere, LANG="en_GB.UTF-8")

    assert done.returncode == 1
    assert done.stderr.startswith("The database cannot be used: ")
    assert len(done.stderr.splitlines()) == 1


class Plan:
    """One migration to apply, in a database that has had others."""

    def __init__(self, _):
        graph = SimpleNamespace(leaf_nodes=list)
        applied = {("plans", "0001_initial"): None}
        self.loader = SimpleNamespace(graph=graph, applied_migrations=applied, disk_migrations=applied)

    def migration_plan(self, _):
        return [("plans", "0002_later")]


def test_a_server_is_not_brought_up_to_date_unasked(monkeypatch):
    """Other programs may still run the earlier version."""
    monkeypatch.setattr(database, "is_up_to_date", lambda: False)
    monkeypatch.setattr(database, "MigrationExecutor", Plan)
    monkeypatch.setattr(database, "connection", SimpleNamespace(vendor="postgresql"))

    with pytest.raises(database.Behind):
        database.prepare(agreed=False)
