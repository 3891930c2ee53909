"""Every part that pages are made from, seen wide and narrow, light and dark, in both languages."""

import pytest


@pytest.fixture(autouse=True)
def _address_book(settings):
    settings.ROOT_URLCONF = "tests.browser.parts"


@pytest.mark.parametrize(
    ("width", "scheme", "prefix"),
    [(1280, "light", ""), (390, "dark", "/en"), (1280, "dark", "/public"), (390, "light", "/public/en")],
)
def test_the_parts_can_be_used_by_everyone(served, look, assert_clean, width, scheme, prefix):
    page = look(width=width, scheme=scheme)

    page.goto(f"{served}{prefix}/granvik/parts/")

    assert_clean(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_the_parts_need_no_scripts(served, look, width):
    page = look(width=width, scripts=False)

    page.goto(f"{served}/granvik/parts/")

    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("table").first.is_visible()


def test_the_first_key_leads_past_the_navigation(served, look):
    page = look()
    page.goto(f"{served}/granvik/parts/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_dark_follows_the_system(served, look):
    backgrounds = []
    for scheme in ("light", "dark"):
        page = look(scheme=scheme)
        page.goto(f"{served}/granvik/parts/")
        backgrounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert backgrounds[0] == "rgb(255, 255, 255)"
    assert backgrounds[1] != backgrounds[0]


def test_lines_of_text_are_about_seventy_characters(served, look):
    page = look()
    page.goto(f"{served}/granvik/parts/")

    width = page.locator("main .flow > p").first.evaluate(
        "p => p.getBoundingClientRect().width / (parseFloat(getComputedStyle(p).fontSize) / 2)"
    )

    assert 65 <= width <= 85


def test_the_line_that_a_link_leads_to_is_lit(served, look):
    page = look()
    page.goto(f"{served}/granvik/parts/#L45")

    colours = [
        page.locator(f"#L{number}").evaluate("line => getComputedStyle(line).backgroundColor")
        for number in (44, 45)
    ]

    assert colours[0] != colours[1]


def test_errors_lead_to_their_fields(served, look):
    page = look()
    page.goto(f"{served}/granvik/parts/")

    page.get_by_role("alert").get_by_role("link").first.click()

    assert page.evaluate("document.activeElement.id") == "id_on"


def test_on_paper_only_the_text_is_left(served, look):
    page = look()
    page.goto(f"{served}/granvik/parts/")

    page.emulate_media(media="print")

    assert page.get_by_role("heading", level=1).is_visible()
    assert not page.locator(".foot").is_visible()
    assert not page.locator(".masthead nav").is_visible()
