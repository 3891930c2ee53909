"""Somebody names a person where nobody is to be named, and is helped: with scripts and without."""

from dataclasses import dataclass

import pytest

from forebygg.plans.models import Plan
from tests.browser.parts import TOLD


@dataclass(frozen=True)
class Said:
    """What the page says in one language."""

    kind: str
    reason: str
    channel: str
    rewrite: str
    rewritten: str
    agree: str


SWEDISH = Said(
    "(namn på en person)",
    "Det ser ut som om någon nämns vid namn",
    "socialtjänstens eget formulär",
    "Byt ut de markerade orden",
    "inget är sparat än",
    "Jag har kontrollerat",
)
ENGLISH = Said(
    "(name of a person)",
    "It looks as if this names someone",
    "the social services' own notification form",
    "Replace the marked words",
    "nothing is saved yet",
    "I have checked",
)
CALM = "Personalen vill ha mer handledning."


@pytest.fixture
def _parts(settings):
    settings.ROOT_URLCONF = "tests.browser.parts"


@pytest.mark.usefixtures("_parts", "granvik")
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize(("prefix", "said"), [("", SWEDISH), ("/en", ENGLISH)], ids=["swedish", "english"])
def test_what_names_someone_is_marked_explained_rewritten_and_saved(served, look, prefix, said, scripts):
    page = look(width=390, scripts=scripts)
    page.goto(f"{served}{prefix}/granvik/needs/")
    page.get_by_role("textbox", name="Rubrik").fill("Mer stöd")
    page.get_by_role("textbox", name="Vad har hänt?").fill(TOLD)

    page.get_by_role("button", name="Spara").click()

    marked = page.get_by_role("group", name="Vad har hänt?")
    assert marked.locator("mark").all_inner_texts() == ["Ahmed", "070-174 06 05"]
    assert said.kind in marked.inner_text()
    assert said.reason in marked.inner_text()
    assert said.channel in marked.inner_text()
    assert page.get_by_role("textbox", name="Vad har hänt?").input_value() == TOLD
    assert page.get_by_role("checkbox").count() == 0  # refused: nobody may say that it is right

    page.get_by_role("button", name=said.rewrite).click()

    text = page.get_by_role("textbox", name="Vad har hänt?").input_value()
    assert "Ahmed" not in text
    assert "Personalen kände sig ensam" in text
    assert said.rewritten in page.get_by_role("alert").inner_text()

    page.get_by_role("button", name="Spara").click()

    assert "Mer stöd" in page.get_by_text("Sparat").locator("xpath=../..").inner_text()
    assert page.get_by_role("alert").count() == 0


@pytest.mark.usefixtures("_parts", "granvik")
@pytest.mark.parametrize(("prefix", "said"), [("", SWEDISH), ("/en", ENGLISH)], ids=["swedish", "english"])
def test_what_is_only_warned_of_may_be_kept_by_keyboard_alone(served, look, prefix, said):
    page = look()
    page.goto(f"{served}{prefix}/granvik/needs/")
    page.get_by_role("textbox", name="Rubrik").fill("Samtal med killen i 8B")
    page.keyboard.press("Enter")

    page.get_by_role("alert").get_by_role("link").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "id_title"
    page.keyboard.press("Tab")  # past the button that rewrites
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.get_by_role("checkbox", name=said.agree).is_checked()
    page.get_by_role("textbox", name="Rubrik").press("Enter")

    assert "Samtal med killen i 8B" in page.get_by_text("Sparat").locator("xpath=../..").inner_text()


@pytest.mark.usefixtures("_parts", "granvik")
@pytest.mark.parametrize(
    ("width", "scheme", "prefix"),
    [(1280, "light", ""), (390, "dark", "/en"), (390, "light", ""), (1280, "dark", "/en")],
)
def test_the_marks_can_be_read_by_everyone(served, look, assert_clean, width, scheme, prefix):
    page = look(width=width, scheme=scheme)
    page.goto(f"{served}{prefix}/granvik/needs/")
    page.get_by_role("textbox", name="Rubrik").fill("Samtal med killen i 8B")
    page.get_by_role("textbox", name="Vad behövs?").fill(TOLD)
    page.get_by_role("textbox", name="Vad har hänt?").fill(TOLD)

    page.get_by_role("button", name="Spara").click()

    assert page.locator(".seen").count() == 3
    assert_clean(page)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_plan_is_not_named_after_a_person_unseen(served, look, browser, granvik, scripts):
    page = look(browser.client, scripts=scripts)
    page.goto(f"{served}/granvik/plans/new/")
    page.get_by_label("Planens text").fill("Insatser\n\n1 Inledning\n\nSkolan ska anmäla oro.")
    page.get_by_role("button", name="Se avsnitten").click()
    page.get_by_role("textbox", name="Vad planen heter").fill("Insatser för Kevin Berg i 8B")

    page.get_by_role("button", name="Starta planen").click()

    assert "Kevin" in page.locator(".seen mark").first.inner_text()
    page.get_by_role("button", name=SWEDISH.rewrite).click()
    title = page.get_by_role("textbox", name="Vad planen heter").input_value()
    assert "Kevin" not in title
    page.get_by_role("button", name="Starta planen").click()
    assert page.get_by_role("heading", level=1).inner_text() == title
    assert Plan.objects.filter(municipality=granvik, title=title).exists()
