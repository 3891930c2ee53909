import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing

import psutil
import pytest

from forebygg.cli.serve import has_browser
from tests.cli.commands import alive, environment, forebygg, serving

ENGLISH = {"LANG": "en_GB.UTF-8"}


@pytest.fixture
def served(home):
    with serving(home, **ENGLISH) as served:
        yield served


@pytest.fixture(scope="module")
def standing(made, tmp_path_factory):
    """One that stays up, for tests that only look."""
    home = shutil.copytree(made, tmp_path_factory.mktemp("served") / "home")
    with serving(home, **ENGLISH) as served:
        served.all_children()
        yield served


def test_the_first_page_stands_and_its_address_is_told(standing):
    page = standing.get("/granvik/")

    standing.wait_until(standing.said)
    assert page.status == 200
    assert "Granviks kommun" in page.text.decode()
    assert standing.said().startswith(
        f"Förebygg answers at http://127.0.0.1:{standing.port}/ (Ctrl-C ends it).\n"
    )


def test_stylesheets_are_compressed_and_kept_by_browsers(standing):
    [address, *_] = re.findall(r'rel="stylesheet" href="([^"]+)"', standing.get("/granvik/").text.decode())

    sheet = standing.get(address, **{"Accept-Encoding": "gzip"})

    assert re.search(r"\.[0-9a-f]{12}\.css$", address)
    assert sheet.status == 200
    assert sheet.headers["Content-Encoding"] == "gzip"
    assert "immutable" in sheet.headers["Cache-Control"]


def test_it_is_only_this_machine_that_is_served(standing):
    assert standing.get("/", Host="forebygg.example").status == 400


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "forebygg.example"])
def test_another_host_is_refused_with_the_reason(tmp_path, host):
    done = forebygg("serve", "--host", host, home=tmp_path, **ENGLISH)

    assert done.returncode == 2
    assert done.stderr.startswith("Only this machine can be served")
    assert host in done.stderr


def test_a_port_that_is_taken_is_told_with_what_to_do(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        done = forebygg("serve", "--port", port, home=tmp_path, **ENGLISH)

    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} is used by another program.")
    assert "forebygg serve --port" in done.stderr


def test_a_database_that_cannot_be_used_is_told_once_and_ends_it(tmp_path):
    (tmp_path / "forebygg.sqlite3").write_text("Protokoll " * 1000, encoding="utf-8")

    done = forebygg("serve", home=tmp_path, **ENGLISH)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "The database cannot be used: file is not a database\n"


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_with_all_that_it_started(served, sign):
    served.all_children()
    started = served.descendants()

    seconds = served.end(sign)

    assert served.process.returncode == 0
    assert seconds < 5
    assert [pid for pid in started if alive(pid)] == []
    assert len(served.said().splitlines()) == 1


def test_all_ends_when_the_parent_is_killed(served):
    served.all_children()
    started = served.descendants()

    served.end(signal.SIGKILL)

    served.wait_until(lambda: not any(map(alive, started)), seconds=60)
    assert not served.answers()


def test_a_child_that_dies_is_started_again_and_that_is_told(served):
    before = served.all_children()

    os.kill(before["worker"], signal.SIGKILL)

    served.wait_until(lambda: served.children().get("worker", before["worker"]) != before["worker"])
    assert "The worker ended (SIGKILL) and is started again in 0.5 s." in served.said()
    assert served.all_children()["server"] == before["server"]


def test_a_server_that_dies_leaves_nobody_at_its_port(served):
    server = served.all_children()["server"]
    started = served.descendants()

    os.kill(server, signal.SIGKILL)

    served.wait_until(lambda: served.children().get("server", server) != server)
    served.wait_until(served.answers)
    assert len(served.descendants()) == len(started)


def test_the_clock_and_the_worker_do_their_work(standing):
    done = {("keep_audit_head", "SUCCESSFUL"), ("end_invitations", "SUCCESSFUL"), ("prune", "SUCCESSFUL")}
    with closing(sqlite3.connect(standing.home / "forebygg.sqlite3")) as connection:
        question = "SELECT task_path, status FROM django_tasks_database_dbtaskresult"

        def jobs():
            return {(path.rpartition(".")[2], status) for path, status in connection.execute(question)}

        standing.wait_until(lambda: jobs() >= done)

    standing.wait_until((standing.home / "audit" / "granvik.jsonl").exists)


def test_no_process_weighs_two_hundred_megabytes(standing):
    standing.all_children()
    standing.get("/granvik/cases/1/")

    assert max(psutil.Process(pid).memory_info().rss for pid in standing.descendants()) < 200_000_000


@pytest.mark.parametrize(
    ("environment", "platform", "opened"),
    [({"DISPLAY": ":0"}, "linux", True), ({}, "darwin", True), ({"TERM": "xterm"}, "linux", False)],
)
def test_a_browser_is_opened_only_where_there_is_a_desktop(environment, platform, opened):
    assert has_browser(environment, platform) is opened


def test_another_wsgi_server_serves_it_too(home):
    """The application by itself, checked against the standard that gunicorn and others follow."""
    code = (
        "from wsgiref.util import setup_testing_defaults\n"
        "from wsgiref.validate import validator\n"
        "from forebygg.config.wsgi import application\n"
        "asked = {'SCRIPT_NAME': '', 'PATH_INFO': '/granvik/', 'REMOTE_ADDR': '127.0.0.1'}\n"
        "setup_testing_defaults(asked)\n"
        "def start(status, headers, error=None):\n"
        "    print(status)\n"
        "    return print\n"
        "answer = validator(application)(asked, start)\n"
        "print(b''.join(answer).decode())\n"
        "answer.close()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(home), capture_output=True, text=True, check=True
    )

    assert done.stdout.startswith("200 OK\n")
    assert "Granviks kommun" in done.stdout
