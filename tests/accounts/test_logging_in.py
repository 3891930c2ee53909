"""Logging in, out and in again, by password and a one-time code, without scripts."""

import re
import time
from io import StringIO
from unittest.mock import Mock

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.apps import apps
from django.contrib.auth.hashers import identify_hasher
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.test import Client

from forebygg.accounts.models import User
from forebygg.accounts.sealing import opened
from tests.browsing import Browser, words

LOGIN = "/account/login/"
PASSWORD = "blå hästar äter moln"


@pytest.fixture
def alva(db):
    """Somebody with a password and nothing else."""
    alva = User(name="Alva Birk", email="alva.birk@granvik.example")
    alva.set_password(PASSWORD)
    alva.save()
    alva.emailaddress_set.create(email=alva.email, primary=True, verified=True)
    return alva


@pytest.fixture
def away(db):
    """A browser on another machine."""
    return elsewhere()


def elsewhere(address="203.0.113.9"):
    return Browser(Client(REMOTE_ADDR=address))


def log_in(browser, user, password=PASSWORD, **more):
    return browser.post(LOGIN, {"login": user.email, "password": password, **more})


def code_of(secret):
    """What the app shows now; it holds for half a minute more, should the half minute end on the way."""
    _before, now, _after = totp.yield_hotp_counters_from_time()
    return totp.format_hotp_value(totp.hotp_value(secret, now))


def test_a_password_is_kept_as_argon2_makes_it(alva):
    assert identify_hasher(alva.password).algorithm == "argon2"


@pytest.mark.parametrize("url", ["/account/login/", "/en/account/login/"])
def test_the_login_is_a_sound_page_in_both_languages(away, url):
    page = away.page(url)

    assert page.select("input[name=login][autocomplete=username], input[name=password]")


def test_whoever_is_asked_to_log_in_comes_to_the_page_that_they_wanted(away, alva, granvik):
    alva.is_invented = True
    alva.save()
    answer = away.get("/granvik/cases/1/findings/")
    assert answer["Location"] == f"{LOGIN}?next=/granvik/cases/1/findings/"

    answer = away.post(answer["Location"], {"login": alva.email, "password": PASSWORD})

    assert answer["Location"] == "/granvik/cases/1/findings/"


def test_nobody_is_led_to_another_site_by_logging_in(away, alva):
    answer = log_in(away, alva, next="https://granvik.example.net/")

    assert answer["Location"] == "/"


def test_what_is_not_the_publics_is_not_there_behind_the_public_door(away, granvik):
    assert away.public.get("/granvik/cases/1/findings/").status_code == 404
    assert away.public.get(LOGIN).status_code == 404


@pytest.mark.parametrize("who", ["alva.birk@granvik.example", "ingen.alls@granvik.example"])
def test_a_wrong_login_is_told_alike_whoever_it_is(away, alva, who):
    page = away.page(LOGIN, status=422, data={"login": who, "password": "fel lösenord här"})

    assert "E-postadressen eller lösenordet stämmer inte" in words(page)


def test_five_wrong_passwords_close_the_account_for_a_while_from_everywhere(alva, db):
    for number in range(5):
        answer = log_in(elsewhere(f"203.0.113.{number}"), alva, "fel lösenord här")
        assert answer.status_code == 422

    page = elsewhere("198.51.100.1").page(LOGIN, status=422, data={"login": alva.email, "password": PASSWORD})

    assert "För många försök" in words(page)


def test_a_machine_that_asks_too_often_is_told_to_wait(alva, db):
    answers = [elsewhere().post(LOGIN, {"login": f"{n}@granvik.example", "password": "x"}) for n in range(21)]

    assert "För många försök" in answers[-1].content.decode()


def test_the_key_of_a_session_is_another_after_the_login(away, alva):
    away.get(LOGIN)
    away.client.session.save()
    before = away.client.session.session_key

    log_in(away, alva)

    assert away.client.session.session_key != before


def test_a_session_ends_with_the_browser_and_cannot_be_read_by_scripts(away, alva):
    cookie = log_in(away, alva).cookies["sessionid"]

    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_a_login_ends_with_the_working_day(away, alva):
    log_in(away, alva)
    session = away.client.session
    session["account_authentication_methods"][0]["at"] -= 8 * 60 * 60 + 1
    session.save()

    assert away.get("/account/second-factor/")["Location"] == f"{LOGIN}?next=/account/second-factor/"


def test_a_login_ends_when_nothing_is_done_for_an_hour(away, alva, granvik):
    alva.is_invented = True
    alva.save()
    log_in(away, alva)
    clock(away, "account_authentication_methods", minutes=59)
    away.page("/granvik/")

    clock(away, "seen_at", minutes=59)
    away.page("/granvik/")
    clock(away, "seen_at", minutes=61)

    assert away.get("/granvik/")["Location"] == f"{LOGIN}?next=/granvik/"
    assert "Inget gjordes på en timme" in words(away.page(LOGIN))


def clock(browser, name, *, minutes):
    """Let what the session notes have been so long ago."""
    session = browser.client.session
    if name == "seen_at":
        session[name] = time.time() - 60 * minutes
    else:
        session[name][0]["at"] -= 60 * minutes
    session.save()


def test_logging_out_takes_a_button(away, alva):
    log_in(away, alva)

    assert away.page("/account/logout/").select_one("main form[method=post]")
    away.post("/account/logout/", {})

    assert "_auth_user_id" not in away.client.session


def test_a_closed_account_lets_nobody_in(away, alva):
    alva.is_active = False
    alva.save()

    log_in(away, alva)

    assert "_auth_user_id" not in away.client.session


def test_there_is_nowhere_to_sign_up(away):
    for address in ("signup", "email", "password/set", "social/signup", "2fa/trust"):
        assert away.get(f"/account/{address}/").status_code == 404


def test_a_forgotten_password_is_answered_alike_whoever_asks(away, alva):
    for who in (alva.email, "ingen.alls@granvik.example"):
        page = away.page("/account/password/forgotten/", data={"email": who})
        assert "Titta i din e-post" in words(page)

    theirs, nobodys = mail.outbox
    assert "/account/password/new/" in theirs.body
    assert "/account/password/new/" not in nobodys.body


@pytest.mark.parametrize("who", ["alva.birk@granvik.example", "ingen.alls@granvik.example"])
def test_an_e_mail_server_that_does_not_answer_is_told_alike_whoever_asks(away, alva, monkeypatch, who):
    monkeypatch.setattr(mail.EmailMessage, "send", Mock(side_effect=ConnectionRefusedError()))

    page = away.page("/account/password/forgotten/", status=422, data={"email": who})

    assert "E-postservern svarar inte" in words(page.select_one("#error-summary"))
    assert page.select_one("[name=email]")["value"] == who


def test_a_password_is_changed_though_no_e_mail_can_tell_of_it(away, alva, monkeypatch):
    log_in(away, alva)
    monkeypatch.setattr(mail.EmailMessage, "send", Mock(side_effect=ConnectionRefusedError()))
    new = {"password1": "gröna hästar äter snö", "password2": "gröna hästar äter snö"}

    away.post("/account/password/change/", new | {"oldpassword": PASSWORD})

    alva.refresh_from_db()
    assert alva.check_password("gröna hästar äter snö")


def test_a_new_password_is_chosen_once_with_the_link(away, alva):
    away.post("/account/password/forgotten/", {"email": alva.email})
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]
    form = away.get(link)["Location"]
    away.page(form)

    away.page(form, data={"password1": "gröna hästar äter snö", "password2": "gröna hästar äter snö"})

    assert mail.outbox[-1].subject == "Ditt lösenord i Förebygg har ändrats"
    assert log_in(away, alva, "gröna hästar äter snö").status_code == 302
    assert "Länken går inte längre att använda" in words(elsewhere().page(link))


def test_a_new_password_ends_every_login_elsewhere(alva, db):
    first, second = elsewhere(), elsewhere()
    log_in(first, alva)
    log_in(second, alva)
    first.post("/account/password/forgotten/", {"email": alva.email})
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]
    new = {"password1": "gröna hästar äter snö", "password2": "gröna hästar äter snö"}

    first.post(first.get(link)["Location"], new)

    assert second.get("/account/password/change/")["Location"].startswith(LOGIN)


def test_a_short_password_is_refused(away, alva):
    away.post("/account/password/forgotten/", {"email": alva.email})
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]
    form = away.get(link)["Location"]

    page = away.page(form, status=422, data={"password1": "kort", "password2": "kort"})

    assert "12" in words(page.select_one("#error-summary"))


def test_a_password_is_changed_by_who_knows_it(away, alva):
    log_in(away, alva)
    new = {"password1": "gröna hästar äter snö", "password2": "gröna hästar äter snö"}

    away.page("/account/password/change/", status=422, data=new | {"oldpassword": "fel"})
    away.post("/account/password/change/", new | {"oldpassword": PASSWORD})

    alva.refresh_from_db()
    assert alva.check_password("gröna hästar äter snö")


# -- the second factor -----------------------------------------------------------------------------------


def add_app(browser):
    """Add an app for codes; its secret."""
    page = browser.page("/account/second-factor/app/")
    secret = page.select_one("dl.facts code").get_text()
    codes = browser.page("/account/second-factor/app/", data={"code": code_of(secret)})
    return secret, [words(code) for code in codes.select("ol.codes li")]


def test_a_password_alone_leads_to_the_choice_of_a_second_factor(away, alva, granvik):
    log_in(away, alva)

    for address in ("/", "/granvik/", "/granvik/cases/"):
        assert away.get(address)["Location"] == "/account/second-factor/"
    away.page("/accessibility/")


def test_whoever_has_chosen_a_second_factor_goes_on(away, alva, granvik):
    log_in(away, alva)

    _secret, codes = add_app(away)

    assert len(codes) == 10
    away.page("/granvik/")


def test_the_picture_with_the_key_is_one_that_the_policy_lets_through(away, alva):
    log_in(away, alva)

    page = away.page("/account/second-factor/app/")

    assert page.select_one("main img")["src"].startswith("data:image/svg+xml;base64,")


def test_the_next_login_asks_for_a_code(alva, granvik):
    first, second = elsewhere(), elsewhere()
    log_in(first, alva)
    _secret, codes = add_app(first)

    assert log_in(second, alva)["Location"] == "/account/login/second-factor/"
    assert second.get("/account/second-factor/").status_code == 302
    page = second.page("/account/login/second-factor/", status=422, data={"code": "000000"})
    assert "Koden stämmer inte" in words(page)
    second.post("/account/login/second-factor/", {"code": codes[0]})

    second.page("/granvik/")


def test_a_recovery_code_is_used_once(alva, granvik):
    first, second, third = elsewhere(), elsewhere(), elsewhere()
    log_in(first, alva)
    _secret, codes = add_app(first)
    for browser in (second, third):
        log_in(browser, alva)
        browser.post("/account/login/second-factor/", {"code": codes[0]})

    assert "_auth_user_id" in second.client.session
    assert "_auth_user_id" not in third.client.session


def test_a_copy_of_the_database_holds_no_secret_of_a_second_factor(away, alva):
    log_in(away, alva)
    begun = away.page("/account/second-factor/app/").select_one("dl.facts code").get_text()
    assert begun not in everything_kept()

    secret, codes = add_app(away)

    kept = everything_kept()
    assert not [text for text in (secret, *codes) if text in kept]
    assert opened(alva.authenticator_set.get(type="totp").data["secret"]) == secret


def everything_kept():
    """Every row of every table, and what the sessions hold."""
    rows = [str([*model._base_manager.values_list()]) for model in apps.get_models()]
    return " ".join([*rows, *(str(session.get_decoded()) for session in Session.objects.all())])


def test_an_app_that_was_mistyped_is_tried_again_with_the_same_key(away, alva):
    log_in(away, alva)
    secret = away.page("/account/second-factor/app/").select_one("dl.facts code").get_text()

    page = away.page("/account/second-factor/app/", status=422, data={"code": "000000"})

    assert page.select_one("dl.facts code").get_text() == secret
    away.page("/account/second-factor/app/", data={"code": code_of(secret)})


def test_a_new_secret_key_takes_the_one_before_along_until_all_is_sealed_anew(alva, settings, db):
    first = elsewhere()
    log_in(first, alva)
    secret, codes = add_app(first)
    before, settings.SECRET_KEY = settings.SECRET_KEY, "another secret key"
    settings.SECRET_KEY_FALLBACKS = [before]
    second = elsewhere()
    log_in(second, alva)
    second.post("/account/login/second-factor/", {"code": codes[0]})
    assert "_auth_user_id" in second.client.session

    call_command("seal_anew", stdout=(said := StringIO()))
    settings.SECRET_KEY_FALLBACKS = []

    assert said.getvalue() == "2\n"
    third = elsewhere()
    log_in(third, alva)
    third.post("/account/login/second-factor/", {"code": code_of(secret)})
    assert "_auth_user_id" in third.client.session


def test_a_second_factor_that_no_key_opens_is_told_of(alva, settings, db):
    first, second = elsewhere(), elsewhere()
    log_in(first, alva)
    add_app(first)
    settings.SECRET_KEY = "another secret key"
    log_in(second, alva)

    page = second.page("/account/login/second-factor/", status=400, data={"code": "000000"})

    assert "Be kommunens administratör" in words(page)


def test_the_last_second_factor_cannot_be_taken_away(away, alva):
    log_in(away, alva)
    add_app(away)

    page = away.page("/account/second-factor/app/remove/")

    assert "Du behöver minst en andra faktor" in words(page)
    assert away.post("/account/second-factor/app/remove/", {}).status_code == 422
    assert alva.authenticator_set.filter(type="totp").exists()


def test_what_protects_the_account_asks_for_the_password_again_after_a_while(away, alva):
    log_in(away, alva)
    add_app(away)
    session = away.client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 20 * 60
    session.save()

    for address in ("app/remove", "passkey", "recovery-codes/new"):
        assert away.get(f"/account/second-factor/{address}/")["Location"].startswith("/account/again/")


def test_an_invented_person_needs_no_second_factor(away, alva, granvik):
    alva.is_invented = True
    alva.save()
    log_in(away, alva)

    away.page("/granvik/")
