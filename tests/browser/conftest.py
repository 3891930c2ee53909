"""Pages in a real browser: Debian's Chromium, with axe to say what a person with a disability would meet.

The server runs in a thread and shares the test's connection to the database, where Granvik's case is
imported: what a test does there, by itself or by clicking, is undone when it ends.
"""

import os
import threading
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = (
    "The tests in a browser were left out: there is no Chromium here. Install it with\n"
    "  apt-get install -y --no-install-recommends chromium fonts-dejavu-core"
)
AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# Everything axe knows, but for what it only asks a person to look at.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

# In CI a browser is demanded, and its absence fails; at home the rest is tried and this is said.
collect_ignore_glob = [] if CHROMIUM.exists() or "CI" in os.environ else ["test_*.py"]


def pytest_terminal_summary(terminalreporter):
    if collect_ignore_glob:
        terminalreporter.write_line(MISSING)


@pytest.fixture(scope="module")
def chromium():
    """A browser for no longer than it is needed: its loop and its variable are no business of other tests."""
    if not CHROMIUM.exists():
        pytest.fail(MISSING)
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright keeps a loop running in this thread, which Django takes for asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served(chromium, django_db_setup, django_db_blocker):
    """The address of the server, which shares the connection that holds in Playwright's loop."""
    with django_db_blocker.unblock():
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()


@pytest.fixture
def look(chromium, served, db):
    """Opens a window: `look(width=390, scheme="dark", scripts=False)` gives Playwright's page.

    With a test client before them it is the window of whoever that has logged in.
    Afterwards nothing may have been complained of in any window's console.
    """
    contexts, complaints = [], []

    def opened(client=None, *, width=1280, scheme="light", scripts=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
            locale="sv-SE",
            reduced_motion="reduce",
        )
        contexts.append(context)
        for name, kept in client.cookies.items() if client else ():
            context.add_cookies([{"name": name, "value": kept.value, "url": served}])
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    finish_requests()
    # Chromium mentions a refusal's status; axe styles what it tries, which our policy stops.
    told = [text for text in complaints if "status of 4" not in text and "inline style" not in text]
    assert told == []


def finish_requests():
    """Wait for the server's threads: a late one would use the database while the next test does."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=30)
            assert not thread.is_alive(), f"{thread.name} never ended"


@pytest.fixture
def assert_clean():
    """Axe finds nothing wrong with any of the pages, and none is wider than its window."""

    def clean(*pages):
        assert [fault for page in pages for fault in faults_in(page)] == []

    return clean


def faults_in(page):
    """What axe finds, and whether the page is wider than its window."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    for one in found:
        for node in one["nodes"]:
            yield f"{page.url}: {one['id']}: {one['help']}: {node['html'][:200]}"
    wide, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    if wide > window:
        yield f"{page.url} is {wide} wide in a window of {window}"
