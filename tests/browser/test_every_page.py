"""Each kind of page, as people with other eyes, other screens and other keys meet it."""

import pytest

from tests.browser.conftest import faults_in
from tests.walking import walk

WAYS = [
    ("", "", 1280, "light"),
    ("", "", 390, "dark"),
    ("", "/en", 1280, "dark"),
    ("", "/en", 390, "light"),
    ("/public", "", 390, "light"),
    ("/public", "/en", 1280, "dark"),
]


@pytest.mark.usefixtures("goal", "promise")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: "-".join(map(str, filter(None, way))))
def test_every_page_can_be_used_by_everyone(served, look, browser, granvik_released, way):
    door, language, width, scheme = way
    visitor = browser.public if door else browser
    addresses = [address for _name, address, _page in walk(visitor, f"{language}/granvik/", each=1)]
    window = look(browser.client, width=width, scheme=scheme)

    faults = []
    for address in [*addresses, f"{language}/accessibility/", f"{language}/granvik/nothing/here/"]:
        window.goto(f"{served}{door}{address}")
        faults += faults_in(window)

    assert faults == []


def test_every_page_stands_without_scripts(served, look, browser, granvik_released, promise):
    window = look(browser.client, width=390, scripts=False)

    for _name, address, page in walk(browser, "/granvik/", each=1):
        window.goto(f"{served}{address}")
        assert window.get_by_role("heading", level=1).is_visible(), address
        assert window.title() == page.title.get_text(), address
