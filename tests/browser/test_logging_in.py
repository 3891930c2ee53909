"""Logging in as people do it: with a code, with a passkey, with a password that was forgotten."""

import re

import pytest
from django.contrib.auth.hashers import make_password
from django.core import mail
from django.utils.translation import override

from forebygg.accounts.links import password_link, welcome_link
from forebygg.accounts.models import User
from tests.accounts.login_service import LoginService
from tests.accounts.test_logging_in import PASSWORD, alva, code_of  # noqa: F401 - alva is a fixture

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}

WAYS = [("", 1280, "dark"), ("", 390, "light"), ("/en", 1280, "light"), ("/en", 390, "dark")]


@pytest.fixture
def home(served):
    """The server by its name: passkeys belong to a name and never to a number."""
    return served.replace("127.0.0.1", "localhost")


def log_in(window, home, user, language=""):
    window.goto(f"{home}{language}/account/login/")
    window.fill("[name=login]", user.email)
    window.fill("[name=password]", PASSWORD)
    window.click("main form >> nth=0 >> button")


def add_app(window, home):
    """Add an app for codes; the key that it holds."""
    window.goto(f"{home}/account/second-factor/app/")
    secret = window.inner_text("dl.facts code")
    window.fill("[name=code]", code_of(secret))
    window.click("main form button")
    return secret


def test_one_logs_in_with_a_code_and_without_scripts(home, look, alva, granvik):  # noqa: F811
    first, later = look(scripts=False), look(scripts=False, width=390)
    log_in(first, home, alva)
    assert "Välj en andra faktor först" in first.inner_text("main")
    add_app(first, home)
    codes = first.locator("ol.codes li").all_inner_texts()

    log_in(later, home, alva)
    later.fill("[name=code]", codes[3])
    later.click("main form >> nth=0 >> button")

    assert later.get_by_text("Alva Birk").is_visible()
    assert "/granvik/" in later.url


def test_one_logs_in_with_a_passkey_alone(home, look, alva, granvik):  # noqa: F811
    window = look()
    keys = window.context.new_cdp_session(window)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    log_in(window, home, alva)
    window.goto(f"{home}/account/second-factor/passkey/")
    window.click("main form button")
    window.wait_for_url("**/recovery-codes/")
    window.goto(f"{home}/account/logout/")
    window.click("main form button")

    window.goto(f"{home}/account/login/")
    window.get_by_role("button", name="Logga in med en inloggningsnyckel").click()
    window.wait_for_url("**/granvik/")

    assert window.get_by_text("Alva Birk").is_visible()


def test_a_passkey_is_a_second_factor_after_the_password(home, look, alva, granvik):  # noqa: F811
    window = look()
    keys = window.context.new_cdp_session(window)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    log_in(window, home, alva)
    window.goto(f"{home}/account/second-factor/passkey/")
    window.uncheck("[name=passwordless]")
    window.click("main form button")
    window.wait_for_url("**/recovery-codes/")
    window.goto(f"{home}/account/logout/")
    window.click("main form button")

    log_in(window, home, alva)
    window.get_by_role("button", name="Använd en inloggningsnyckel").click()
    window.wait_for_url("**/granvik/")

    assert window.get_by_text("Alva Birk").is_visible()


def test_an_interrupted_passkey_is_told_and_can_be_tried_again(home, look, db):
    window = look()
    keys = window.context.new_cdp_session(window)
    keys.send("WebAuthn.enable")  # and no key is there
    window.goto(f"{home}/account/login/")
    window.evaluate("() => { navigator.credentials.get = async () => { throw new Error('no') } }")

    window.get_by_role("button", name="Logga in med en inloggningsnyckel").click()

    window.get_by_text("Det gick inte, eller så avbröts det").wait_for()


def test_one_logs_in_with_the_municipalitys_own_service(home, look, alva, granvik, settings):  # noqa: F811
    settings.OIDC_NAME, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = "Inlogg", "forebygg", "x"
    with LoginService() as service:
        settings.OIDC_ISSUER = service.issuer
        service.knows("1", email=alva.email, email_verified=True, amr=["mfa"])
        window = look(scripts=False)
        window.context.route(re.compile("^https:"), lambda route: route.fulfill(body=""))  # its stylesheet
        window.goto(f"{home}/account/login/?next=/granvik/plans/")
        window.click("text=Logga in med Inlogg")
        window.fill("[name=sub]", "1")

        window.get_by_role("button", name="Authorize").click()
        window.wait_for_url("**/granvik/plans/")

        assert window.get_by_text("Alva Birk").is_visible()


def test_a_forgotten_password_is_chosen_anew(home, look, alva, granvik):  # noqa: F811
    window = look(scripts=False)
    window.goto(f"{home}/account/login/")
    window.click("text=Jag har glömt mitt lösenord")
    window.fill("[name=email]", alva.email)
    window.click("main form button")

    window.goto(re.search(r"http://\S+/password/new/\S+", mail.outbox[0].body)[0])
    window.fill("[name=password1]", "gröna hästar äter snö")
    window.fill("[name=password2]", "gröna hästar äter snö")
    window.click("main form button")

    alva.refresh_from_db()
    assert alva.check_password("gröna hästar äter snö")


@pytest.mark.parametrize("way", WAYS)
def test_the_pages_of_logging_in_can_be_used_by_everyone(
    home, look, assert_clean, alva, granvik, way  # noqa: F811
):  # fmt: skip
    language, width, scheme = way
    window = look(width=width, scheme=scheme)
    siv = User.objects.create(email="siv.alm@granvik.example", name="Siv Alm", password=make_password(None))
    with override("en" if language else "sv"):
        mailed = welcome_link(siv), password_link(alva)
    for link in mailed:
        window.goto(f"{home}{link}")
        assert window.locator("[name=password1]").is_visible()
        assert_clean(window)
    for page in ("login", "password/forgotten", "password/forgotten/sent", "closed"):
        window.goto(f"{home}{language}/account/{page}/")
        assert_clean(window)
    log_in(window, home, alva, language)
    assert_clean(window)
    add_app(window, home)
    for page in ("", "app/remove/", "passkey/", "recovery-codes/", "recovery-codes/new/"):
        window.goto(f"{home}{language}/account/second-factor/{page}")
        assert_clean(window)
    for page in ("again", "again/code", "password/change", "logout"):
        window.goto(f"{home}{language}/account/{page}/")
        assert_clean(window)
    window.click("main form button")
    log_in(window, home, alva, language)
    assert_clean(window)
