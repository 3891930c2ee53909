"""The municipality's login service, a process of its own, is a way in for those who have been invited."""

import logging
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from environs import Env

from forebygg.accounts.models import User
from forebygg.accounts.services import erase_person
from forebygg.config.elsewhere import login_service
from tests.accounts.login_service import LoginService
from tests.accounts.test_logging_in import add_app, code_of, elsewhere, log_in
from tests.browsing import words

HERE, BACK = "/account/login/elsewhere/", "/account/login/elsewhere/back/"
CODE = "/account/login/second-factor/"
ADDRESS = "alva.birk@granvik.example"
MFA = {"email": ADDRESS, "email_verified": True, "amr": ["pwd", "mfa"]}


@pytest.fixture(scope="module")
def running():
    with LoginService() as service:
        yield service


@pytest.fixture
def service(running, settings):
    settings.OIDC_ISSUER, settings.OIDC_NAME = running.issuer, "Granviks inloggning"
    settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = "forebygg", "a secret"
    return running


@pytest.fixture
def alva(db):
    """Somebody who has been invited, and has chosen no password."""
    alva = User(name="Alva Birk", email=ADDRESS)
    alva.set_unusable_password()
    alva.save()
    return alva


@pytest.fixture
def away(db):
    return elsewhere()


def come(browser, service, sub, address=HERE, status=None):
    """Log in there and come back: what is answered, or with a status the page."""
    back = service.let_in(browser.get(address)["Location"], sub).removeprefix("http://testserver")
    return browser.page(back, status=status) if status else browser.get(back)


def is_in(browser):
    return "_auth_user_id" in browser.client.session


def test_whoever_was_invited_comes_in_and_to_the_page_that_they_wanted(away, alva, service, granvik):
    service.knows("1", **MFA)
    login = away.page("/account/login/?next=/granvik/plans/")
    link = login.find("a", string="Logga in med Granviks inloggning")["href"]

    answer = come(away, service, "1", link)

    assert answer["Location"] == "/granvik/plans/"
    away.page("/granvik/")
    assert "Granviks inloggning" in mail.outbox[0].body
    assert mail.outbox[0].to == [ADDRESS]


def test_nothing_but_who_it_is_is_kept_of_the_answer(away, alva, service):
    service.knows("1", **MFA, name="Alva B.", picture="http://localhost/alva.jpg")

    come(away, service, "1")

    kept = SocialAccount.objects.get()
    assert (kept.provider, kept.uid, kept.user) == (service.issuer, "1", alva)
    assert kept.extra_data == {"several_factors": True}
    assert not SocialToken.objects.exists()
    alva.refresh_from_db()
    assert (alva.name, alva.has_usable_password()) == ("Alva Birk", False)


def test_the_service_is_told_who_asks_and_gets_a_challenge_that_only_we_can_answer(away, service):
    told = parse_qs(urlsplit(away.get(HERE)["Location"]).query)

    assert told["client_id"] == ["forebygg"]
    assert told["redirect_uri"] == [f"http://testserver{BACK}"]
    assert set(told["scope"][0].split()) == {"openid", "email"}
    assert told["code_challenge_method"] == ["S256"]


def test_whoever_has_come_before_is_known_whatever_the_address_is_now(alva, service):
    service.knows("1", **MFA)
    come(elsewhere(), service, "1")
    service.knows("1", **MFA | {"email": "alva.ek@granvik.example", "email_verified": False})
    later = elsewhere()

    come(later, service, "1")

    assert is_in(later)


def test_a_second_factor_is_asked_for_where_the_service_has_not_said_that_it_asked(away, alva, service):
    service.knows("1", email=ADDRESS, email_verified=True, amr=["pwd"])

    come(away, service, "1")

    assert away.get("/")["Location"] == "/account/second-factor/"
    secret, _codes = add_app(away)
    second = elsewhere()
    assert come(second, service, "1")["Location"] == CODE
    assert not is_in(second)
    second.post(CODE, {"code": code_of(secret)})
    assert is_in(second)


def test_no_second_factor_is_asked_for_where_the_service_has_said_that_it_asked(away, alva, service):
    alva.set_password("blå hästar äter moln")
    alva.save()
    first = elsewhere()
    log_in(first, alva)
    add_app(first)
    service.knows("1", **MFA)

    come(away, service, "1")

    assert is_in(away)
    away.page("/account/second-factor/")


@pytest.mark.parametrize("amr", [None, [], "mfa", ["MFA", "otp"], {"mfa": 1}])
def test_only_the_standards_own_word_says_so(away, alva, service, amr):
    service.knows("1", **MFA | {"amr": amr})

    come(away, service, "1")

    assert away.get("/")["Location"] == "/account/second-factor/"


@pytest.mark.parametrize("language", ["", "/en"])
def test_whoever_was_not_invited_is_told_whom_to_ask_and_nobody_is_made(away, alva, service, language):
    service.knows("2", email="bo.ask@granvik.example", email_verified=True)
    before = User.objects.count()

    answer = come(away, service, "2", f"{language}{HERE}")

    told = answer.content.decode()
    assert answer.status_code == 403
    assert "bo.ask@granvik.example" in told
    assert ("administratör" if not language else "administrator to invite you") in told
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)
    assert not is_in(away)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"email_verified": False},
        {"email_verified": "false"},
        {"email_verified": None},
        {"xms_edov": False},
        {"email_verified": False, "xms_edov": True},
    ],
)
def test_an_address_that_the_service_does_not_vouch_for_connects_with_nobody(away, alva, service, said):
    service.knows("1", email=ADDRESS, **said)

    page = come(away, service, "1", status=403)

    assert "går inte i god för din e-postadress" in words(page)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("said", [{"email_verified": "true"}, {"xms_edov": True}, {"xms_edov": "1"}])
def test_services_vouch_in_words_of_their_own(away, alva, service, said):
    service.knows("1", email=ADDRESS.upper(), **said)

    come(away, service, "1")

    assert is_in(away)


def test_whoever_gets_the_address_of_somebody_who_left_does_not_get_their_account(away, alva, service):
    service.knows("1", **MFA)
    come(elsewhere(), service, "1")
    service.knows("2", **MFA)

    page = come(away, service, "2", status=403)

    assert "hör till en annan inloggning" in words(page)
    assert not is_in(away)


def test_whoever_has_been_forgotten_is_nobody_to_the_service_either(away, alva, service):
    service.knows("1", **MFA)
    come(elsewhere(), service, "1")

    erase_person(alva)

    assert not SocialAccount.objects.exists()
    come(away, service, "1", status=403)


def test_whoever_changes_their_mind_is_back_at_the_login(away, service):
    back = service.refuse(away.get(HERE)["Location"]).removeprefix("http://testserver")

    assert away.get(back)["Location"] == "/account/login/"
    assert "Inloggningen avbröts" in words(away.page("/account/login/"))


def test_an_answer_that_nobody_asked_for_is_not_taken(away, alva, service):
    service.knows("1", **MFA)
    back = service.let_in(elsewhere().get(HERE)["Location"], "1").removeprefix("http://testserver")

    page = away.page(back, status=400)

    assert "Börja om" in words(page)
    assert not is_in(away)


def test_an_answer_is_taken_once(away, alva, service):
    service.knows("1", **MFA)
    back = service.let_in(away.get(HERE)["Location"], "1").removeprefix("http://testserver")
    away.get(back)

    assert away.get(back).status_code == 400


@pytest.mark.parametrize("issuer", ["http://localhost:1", "http://another@localhost:{port}"])
def test_a_service_that_is_silent_or_calls_itself_otherwise_is_told_of(
    away, service, settings, issuer, caplog
):
    settings.OIDC_ISSUER = issuer.format(port=urlsplit(service.issuer).port)

    with caplog.at_level(logging.WARNING):
        page = away.page(HERE, status=502)

    assert "Granviks inloggning svarade inte som den ska" in words(page)
    assert "The login service failed" in caplog.text


def test_without_a_service_nothing_tells_of_one(away):
    assert "elsewhere" not in str(away.page("/account/login/"))
    assert away.get(HERE).status_code == 404


def test_behind_the_public_door_there_is_none(away, service):
    assert away.public.get(HERE).status_code == 404


ALL = {
    "OIDC_ISSUER": "https://login.granvik.example",
    "OIDC_CLIENT_ID": "forebygg",
    "OIDC_CLIENT_SECRET": "a secret",
    "OIDC_NAME": "Granviks inloggning",
}


def told_by(monkeypatch, values):
    for name, value in values.items():
        monkeypatch.setenv(f"FOREBYGG_{name}", value)
    return login_service(Env(prefix="FOREBYGG_"))


def test_a_service_is_named_whole_or_not_at_all(monkeypatch):
    assert login_service(Env(prefix="FOREBYGG_")) == [""] * 4
    assert told_by(monkeypatch, ALL) == [*ALL.values()]


@pytest.mark.parametrize("missing", ALL)
def test_a_service_that_is_half_named_stops_the_start_and_says_what_is_missing(monkeypatch, missing):
    with pytest.raises(ImproperlyConfigured, match=f"missing: FOREBYGG_{missing}."):
        told_by(monkeypatch, {name: value for name, value in ALL.items() if name != missing})


@pytest.mark.parametrize("issuer", ["http://login.granvik.example", "login.granvik.example", "https://"])
def test_a_service_that_anybody_could_listen_to_stops_the_start(monkeypatch, issuer):
    with pytest.raises(ImproperlyConfigured, match="FOREBYGG_OIDC_ISSUER must begin with https://"):
        told_by(monkeypatch, ALL | {"OIDC_ISSUER": issuer})
