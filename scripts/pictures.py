"""Make the README's pictures from the product: Granvik's case as its pages show it, in both languages.

Every picture begins at one element of a page and ends where another begins, so that it follows the page when
the page changes. It needs Debian's Chromium, as the tests in a browser do.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from PIL import Image
from playwright.sync_api import Browser, Page, StorageState, sync_playwright

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
ADDRESS = re.compile(r"http://[\d.]+:\d+")
# Invented anew each time (forebygg.cli.administering).
PASSWORD = re.compile(r"\b[a-z]{6}-[a-z]{6}-[a-z]{6}\b")
COORDINATOR = "alva.birk@granvik.example"
LANGUAGES = {"sv": "", "en": "/en"}
# Readers of the README see some 800 points; twice that is sharp on any screen.
SHARPNESS = 2
COLOURS = 64
LARGEST = 200_000
# So much is shown above what a picture begins with, and left out above what it ends before.
ABOVE, BEFORE = 24, 40


@dataclass(frozen=True)
class Shown:
    """Where the demo answers, and the password of everybody invented for it."""

    address: str
    password: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What of which page: from the top of *since* to the top of *until*, both selectors."""

    name: str
    path: str
    since: str
    until: str
    width: int = 1060
    scheme: Literal["light", "dark"] = "light"


PICTURES = (
    Picture(name="case", path="/granvik/cases/1/", since="body", until="#editions"),
    Picture(name="plan", path="/granvik/plans/1/", since="[aria-labelledby=section-7]", until=".downloads"),
    Picture(
        name="compare",
        path="/granvik/plans/1/compare/2/3/?show=changes",
        since=".heading",
        until="article > section:last-of-type, .comparison > section:last-of-type",
    ),
    Picture(name="item", path="/granvik/cases/1/items/1/", since=".heading", until="main h2 >> nth=3"),
    Picture(
        name="settle",
        path="/granvik/plans/1/editions/3/commitments/",
        since=".heading",
        until="main h2 >> nth=4",
    ),
    Picture(name="matrix", path="/granvik/commitments/matrix/", since=".heading", until="footer", width=1180),
    Picture(name="round", path="/granvik/rounds/1/", since=".heading", until=".panel"),
    Picture(
        name="dates",
        path="/granvik/cases/1/dates/",
        since=".heading",
        until="main h2",
        width=1280,
        scheme="dark",
    ),
    Picture(name="thread", path="/granvik/plans/1/sentences/56/", since="body", until="footer", width=390),
)


def main() -> None:
    """Write docs/pictures/<name>.<language>.png."""
    if not CHROMIUM.exists():
        sys.exit("The pictures need Chromium: apt-get install chromium fonts-dejavu-core")
    FOLDER.mkdir(exist_ok=True)
    with demonstration() as shown, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        address, state = shown.address, logged_in(chromium, shown)
        for picture in PICTURES:
            for language, prefix in LANGUAGES.items():
                path = FOLDER / f"{picture.name}.{language}.png"
                path.write_bytes(small(taken(chromium, state, f"{address}{prefix}{picture.path}", picture)))
                print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")
        chromium.close()


@contextmanager
def demonstration() -> Iterator[Shown]:
    """The demo, served from a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "forebygg", "demo"]
        environment = os.environ | {"FOREBYGG_HOME": home}
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=environment, encoding="utf-8"
        ) as demo:
            try:
                yield answering(demo.stdout or io.StringIO())
            finally:
                demo.terminate()


def answering(told: IO[str]) -> Shown:
    """The address and the password in what the demo tells, when it has come so far."""
    password = ""
    for line in told:
        if match := PASSWORD.search(line):
            password = match[0]
        if match := ADDRESS.search(line):
            return Shown(match[0], password)
    sys.exit("The demo ended without answering.")


def logged_in(browser: Browser, shown: Shown) -> StorageState:
    """What the browser keeps of the coordinator's login."""
    page = browser.new_page()
    page.goto(f"{shown.address}/account/login/")
    page.locator("[name=login]").fill(COORDINATOR)
    page.locator("[name=password]").fill(shown.password)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url(lambda url: "login" not in url)
    state = page.context.storage_state()
    page.close()
    return state


def taken(browser: Browser, state: StorageState, url: str, picture: Picture) -> bytes:
    """The picture as Chromium takes it."""
    page = browser.new_page(
        storage_state=state,
        viewport={"width": picture.width, "height": 900},
        device_scale_factor=SHARPNESS,
        color_scheme=picture.scheme,
    )
    answer = page.goto(url)
    if answer is None or not answer.ok:
        sys.exit(f"{url} did not answer as it should")
    top = max(top_of(page, picture.since) - ABOVE, 0)
    height = top_of(page, picture.until) - BEFORE - top
    shot = page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": picture.width, "height": height})
    page.close()
    return shot


def top_of(page: Page, selector: str) -> float:
    """Where the first such element begins, in points from the top of the page."""
    box = page.locator(selector).first.bounding_box()
    if box is None:
        sys.exit(f"{page.url} shows no {selector}")
    return box["y"]


def small(png: bytes) -> bytes:
    """The same with few colours, which text has anyhow."""
    kept = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(kept, "PNG", optimize=True)
    if kept.tell() > LARGEST:
        sys.exit(f"A picture of {kept.tell()} bytes is too large: show less of the page.")
    return kept.getvalue()


if __name__ == "__main__":
    main()
