"""The pages that a walk by links does not come to, as people with other eyes and other screens meet them."""

from importlib import resources

import pytest
from django.test import Client

from forebygg.accounts.models import User
from forebygg.organisation.models import Role
from forebygg.organisation.rules import IN_A_UNIT
from forebygg.organisation.services.posts import appoint
from tests.browser.conftest import faults_in
from tests.database import engage_everywhere
from tests.test_access import address  # noqa: F401 - a fixture

UNLINKED = (
    "commitments:follow",
    "commitments:answer-by-link",
    "commitments:follow-up-action-plan",
    "commitments:decide-whole-plan",
    "decisions:keep",
    "followup:compare-rounds",
    "followup:begin-review",
    "followup:close-round",
    "followup:note-round",
    "organisation:withdraw",
    "organisation:forget",
    "organisation:recover",
    "organisation:import",
)
GRANVIK = resources.files("forebygg.organisation") / "examples" / "granvik.csv"
# The page is the same in every window: it is fetched once a language, and looked at in two ways.
WAYS = {"": ((1280, "light"), (390, "dark")), "/en": ((1280, "dark"), (390, "light"))}


@pytest.fixture
def everybody(granvik, schools, person):
    """Somebody with every post that there is, as in a small municipality."""
    user = User.objects.create(email="bo.vik@granvik.example", name="Bo Vik")
    engage_everywhere(user, granvik)
    for role in sorted(IN_A_UNIT - {Role.GUEST}):
        appoint(user, role, within=granvik, unit=schools.authority, by=person)
    client = Client()
    client.force_login(user)
    return client


def faults_of(window, language):
    """What is wrong with the page that the window shows, in either way of looking at it."""
    for width, scheme in WAYS[language]:
        window.set_viewport_size({"width": width, "height": 900})
        window.emulate_media(color_scheme=scheme)
        yield from faults_in(window)


@pytest.mark.parametrize("language", WAYS)
def test_what_an_import_would_do_can_be_seen_by_everyone(served, look, everybody, language):
    window = look(everybody)
    window.goto(f"{served}{language}/granvik/organisation/import/")
    window.locator("input[type=file]").set_input_files(GRANVIK)
    window.click("main form button")

    assert window.get_by_text("Granviksskolan").first.is_visible()
    assert [*faults_of(window, language)] == []


@pytest.mark.parametrize("language", WAYS)
def test_what_no_link_leads_to_can_be_used_by_everyone(served, look, everybody, address, language):  # noqa: F811
    window = look(everybody)

    faults = []
    for name in UNLINKED:
        answer = window.goto(f"{served}{language}{address(name)}")
        assert answer.status == 200, name
        faults += faults_of(window, language)

    assert faults == []
