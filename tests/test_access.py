"""Who may open what: the whole policy, one line an address."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone
from django.utils.translation import override

from forebygg.accounts.models import User
from forebygg.commitments.models import Commitment, Share
from forebygg.commitments.services.links import send_link
from forebygg.commitments.services.proposing import Proposal, propose
from forebygg.decisions.models import Item, Meeting
from forebygg.followup.services.planning import Terms, plan_round
from forebygg.organisation.models import Holding, Post, Role
from forebygg.organisation.rules import IN_A_UNIT
from forebygg.organisation.services.posts import appoint
from forebygg.papers.services.inviting import invite
from forebygg.plans.models import Plan
from forebygg.reminders.links import stop_path
from forebygg.reminders.models import Occasion
from forebygg.reminders.models.occasions import OccasionKind
from forebygg.reminders.services.feeds import make_feed
from tests.accounts.routes import TABLE as LOGINS
from tests.browsing import Browser

# Who has logged in without a post that reads: they see what the public sees.
OUTSIDE = (Role.GUEST, Role.ADMINISTRATOR)
CLERKS = {Role.COORDINATOR, Role.REGISTRAR}
PUBLISHERS = {Role.EDITOR, Role.REGISTRAR}
ALL = set(Role) - {*OUTSIDE}
SEEING = ALL | {Role.ADMINISTRATOR}
ORGANISING = {Role.COORDINATOR, Role.ADMINISTRATOR}
# What the public gets of Granvik's case as it was imported, then with every paper released (guests and
# administrators are the public here); and whom it opens for, released or not. Colleagues of theirs get 403.
TABLE = {
    #                          public released open for
    "site:front":              (302, 302, {}),
    "site:robots":             (200, 200, {}),
    "site:icon":               (301, 301, {}),
    "site:accessibility":      (200, 200, {}),
    "site:home":               (200, 200, ALL),
    "decisions:cases":         (200, 200, ALL),
    "decisions:case":          (404, 200, ALL),
    "decisions:case-json":     (404, 200, ALL),
    "decisions:meeting":       (404, 200, ALL),
    "decisions:item":          (404, 200, ALL),
    "decisions:items":         (200, 200, ALL),
    "decisions:dates":         (404, 200, ALL),
    "decisions:findings":      (404, 404, ALL),
    "decisions:paper":         (404, 200, ALL),
    "decisions:original":      (404, 200, ALL),
    "decisions:correct-choose": (404, 404, CLERKS),
    "decisions:correct":       (404, 404, CLERKS),
    "decisions:corrections":   (404, 404, CLERKS),
    "decisions:release":       (404, 404, PUBLISHERS),
    "decisions:keep":          (404, 404, {Role.SECRETARY}),
    "decisions:guests":        (404, 404, CLERKS),
    "decisions:end-invitation": (404, 404, CLERKS),
    "decisions:start-plan":    (404, 404, CLERKS),
    "commitments:commitments": (404, 404, ALL),
    "commitments:commitments-json": (404, 404, ALL),
    "commitments:commitment":  (404, 404, ALL),
    "commitments:follow":      (404, 404, ALL),
    "commitments:settle":      (404, 404, ALL),
    "commitments:toothless":   (404, 404, ALL),
    "commitments:settle-one":  (404, 404, {Role.COORDINATOR}),
    "commitments:make":        (404, 404, {Role.COORDINATOR}),
    "commitments:read-list":   (404, 404, {Role.COORDINATOR}),
    "commitments:light":       (404, 404, SEEING),
    "commitments:change":      (404, 404, {Role.COORDINATOR}),
    "commitments:assign":      (404, 404, {Role.COORDINATOR}),
    "commitments:units":       (404, 404, {Role.COORDINATOR}),
    "commitments:end":         (404, 404, {Role.COORDINATOR}),
    "commitments:matrix":      (404, 404, ALL),
    "commitments:cells-xlsx":  (404, 404, ALL),
    "commitments:cells-csv":   (404, 404, ALL),
    "commitments:sheet":       (404, 404, {Role.COORDINATOR}),
    "commitments:send-link":   (404, 404, {Role.COORDINATOR}),
    "commitments:answer-by-link": (200, 200, {}),  # whoever has the link
    "commitments:answers":     (404, 404, ALL),
    "commitments:share":       (404, 404, ALL),
    "commitments:action-plan": (404, 404, ALL),
    "commitments:action-plan-json": (404, 404, ALL),
    "commitments:propose-action-plan": (404, 404, {Role.COORDINATOR}),
    "commitments:decide-action-plan": (404, 404, {Role.SECRETARY, Role.REGISTRAR}),
    "commitments:action-plans": (404, 404, ALL),
    "commitments:decided-action-plan": (404, 404, ALL),
    "commitments:decided-action-plan-json": (404, 404, ALL),
    "commitments:withdraw-action-plan": (404, 404, {Role.COORDINATOR}),
    "commitments:follow-up-action-plan": (404, 404, {Role.COORDINATOR, Role.SECRETARY}),
    "commitments:whole-plan":  (404, 404, ALL),
    "commitments:whole-plan-json": (404, 404, ALL),
    "commitments:whole-plan-document": (404, 404, ALL),
    "commitments:propose-whole-plan": (404, 404, {Role.COORDINATOR}),
    "commitments:decide-whole-plan": (404, 404, {Role.REGISTRAR}),
    "followup:rounds":       (404, 404, ALL),
    "followup:round":        (404, 404, ALL),
    "followup:round-json":   (404, 404, ALL),
    "followup:review-round": (404, 404, ALL),
    "followup:round-goals":  (404, 404, ALL),
    "followup:compare-rounds": (404, 404, ALL),
    "followup:plan-round":   (404, 404, {Role.COORDINATOR}),
    "followup:change-round": (404, 404, {Role.COORDINATOR}),
    "followup:open-round":   (404, 404, {Role.COORDINATOR}),
    "followup:begin-review": (404, 404, {Role.COORDINATOR, Role.MEMBER}),
    "followup:close-round":  (404, 404, {Role.COORDINATOR}),
    "followup:note-round":   (404, 404, {Role.COORDINATOR}),
    "organisation:audit":      (404, 404, {Role.AUDITOR, Role.COORDINATOR, Role.ADMINISTRATOR}),
    "organisation:people":     (404, 404, {Role.ADMINISTRATOR}),
    "organisation:leave":      (404, 404, {Role.ADMINISTRATOR}),
    "organisation:withdraw":   (404, 404, {Role.ADMINISTRATOR}),
    "organisation:forget":     (404, 404, {Role.ADMINISTRATOR}),
    "organisation:recover":    (404, 404, {Role.ADMINISTRATOR}),
    "organisation:end":        (404, 404, {Role.ADMINISTRATOR}),
    "organisation:units":      (404, 404, SEEING),
    "organisation:unit":       (404, 404, SEEING),
    "organisation:scope":      (404, 404, SEEING),
    "organisation:open-unit":  (404, 404, ORGANISING),
    "organisation:import":     (404, 404, ORGANISING),
    "organisation:rename":     (404, 404, ORGANISING),
    "organisation:move":       (404, 404, ORGANISING),
    "organisation:close-down": (404, 404, ORGANISING),
    "organisation:count":      (404, 404, {Role.COORDINATOR, Role.ANSWERER}),
    "reminders:reminders":     (404, 404, SEEING),
    "reminders:stop":          (200, 200, {}),  # whoever has the link
    "reminders:calendar":      (404, 404, SEEING),
    "reminders:feed":          (200, 200, {}),  # whoever has the address
    "reminders:one":           (404, 404, ALL),
    "reminders:year":          (404, 404, ALL),
    "reminders:add":           (404, 404, {Role.COORDINATOR}),
    "reminders:days":          (404, 404, {Role.COORDINATOR}),
    "reminders:change":        (404, 404, {Role.COORDINATOR}),
    "reminders:remove":        (404, 404, {Role.COORDINATOR}),
    "indicators:indicators":  (404, 404, ALL),
    "indicators:indicator":   (404, 404, ALL),
    "indicators:add":         (404, 404, {Role.COORDINATOR}),
    "indicators:change":      (404, 404, {Role.COORDINATOR}),
    "indicators:outcome":     (404, 404, {Role.COORDINATOR}),
    "plans:plans":             (200, 200, ALL),
    "plans:plan":              (404, 200, ALL),
    "plans:edition":           (404, 200, ALL),
    "plans:edition-json":      (404, 200, ALL),
    "plans:edition-pdf":       (404, 200, ALL),
    "plans:edition-docx":      (404, 200, ALL),
    "plans:adopt":             (404, 404, {Role.REGISTRAR}),
    "plans:goals":             (404, 404, ALL),
    "plans:add-goal":          (404, 404, {Role.COORDINATOR}),
    "plans:propose-goals":     (404, 404, {Role.COORDINATOR}),
    "plans:change-goal":       (404, 404, {Role.COORDINATOR}),
    "plans:end-goal":          (404, 404, {Role.COORDINATOR}),
    "plans:choose":            (404, 302, ALL),
    "plans:compare":           (404, 200, ALL),
    "plans:compare-json":      (404, 200, ALL),
    "plans:compare-pdf":       (404, 200, ALL),
    "plans:compare-docx":      (404, 200, ALL),
    "plans:sentence":          (404, 200, ALL),
}  # fmt: skip
# What an address needs besides its parts.
QUERIES = {"decisions:correct": "?kind=item&line=177&which=0", "plans:choose": "?from=1&to=2"}
NO_MUNICIPALITY = {"site:front", "site:robots", "site:icon", "site:accessibility"}
SOON = timezone.localdate() + dt.timedelta(days=30)


def routes(resolver=None, space=""):
    """Every named address and the parts it is made of."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", tuple(pattern.pattern.converters)
        else:
            name = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from routes(pattern, name)


PARTS = dict(routes())


@pytest.fixture
def address(granvik, granvik_case, schools, goal, person):
    """Where each route leads in Granvik, or in another municipality with Granvik's numbers."""
    promise = Commitment.objects.create(municipality=granvik, number=1, what="Ha en rutin.")
    Share.objects.create(municipality=granvik, commitment=promise, unit=schools)
    spring = Terms(name="Våren", starts_on=SOON, ends_on=SOON, answers_by=SOON)
    for plan in [Plan.objects.get(municipality=granvik)] * 2:
        plan_round(plan, spring, by=person)
    tokens = []
    send_link(schools, lambda _link, token: tokens.append(token), by=person)
    by = Post.objects.get_or_create(municipality=granvik, role=Role.AUDITOR, unit=None)[0]
    [proposed] = propose(
        [schools], Proposal(edition=None, review_by=by, review_on=SOON), within=granvik, by=person
    )
    guest = User.objects.create(email="gun.asp@granvik.example", name="Gun Asp")
    appoint(guest, Role.MEMBER, within=granvik, by=person)
    _feed, secret = make_feed("sv", within=granvik, by=guest)
    year = timezone.localdate().year
    Occasion.objects.create(
        municipality=granvik, number=1, kind=OccasionKind.BUDGET, title="Budget", year=year, month=5
    )
    holding = appoint(guest, Role.GUEST, within=granvik, by=person)
    parts = {
        "user": guest.pk,
        "holding": holding.pk,
        "invitation": invite(granvik_case, holding, last_day=SOON, by=person).pk,
        "case": granvik_case.number,
        "meeting": Meeting.objects.get(case=granvik_case, first_paragraph=44).pk,
        "item": Item.objects.get(case=granvik_case, paragraph=52).pk,
        "paper": 3,
        "unit": schools.number,
        "commitment": promise.number,
        "action_plan": proposed.number,
        "token": tokens[0],
        "signature": stop_path(guest, granvik).split("/")[-2],
        "secret": secret,
        "occasion": 1,
        "key": f"occasion-1-{year}",
        "original": granvik_case.originals.get().pk,
        "number": 1,
        "against": 2,
        "goal": goal.number,
        "edition": 1,
        "earlier": 1,
        "later": 2,
        "sentence": 1,
    }

    def of(name, municipality="granvik"):
        own = {part: parts[part] for part in PARTS[name] if part in parts}
        if name not in NO_MUNICIPALITY:
            own["municipality"] = municipality
        with override("sv"):
            return reverse(name, kwargs=own) + QUERIES.get(name, "")

    return of


def test_every_address_is_in_the_table():
    assert sorted(PARTS) == sorted([*TABLE, *LOGINS])


@pytest.fixture
def colleague(granvik, schools, person):
    """Somebody with one post, who has logged in."""

    def made(role, within=granvik):
        user = User.objects.create(email=f"{role}@{within.slug}.example", name="Alva Birk")
        unit = schools.authority if role in IN_A_UNIT and within == granvik else None
        appoint(user, role, within=within, unit=unit, by=person)
        client = Client()
        client.force_login(user)
        return Browser(client)

    return made


@pytest.mark.parametrize("name", TABLE)
def test_the_public_opens_what_is_released(name, browser, address, granvik_case, person):
    before, after, _open_for = TABLE[name]
    url = address(name)

    assert browser.public.get(url).status_code == before
    granvik_case.papers.update(released_at="2026-01-01T00:00Z", released_by=person)
    assert browser.public.get(url).status_code == after


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_what_is_its_own(role, colleague, address):
    browser = colleague(role)

    answers = {name: browser.get(address(name)).status_code for name in TABLE}

    for name, answered in answers.items():
        before, after, open_for = TABLE[name]
        if role in open_for:
            assert answered == (before if before in {200, 302} else after if after != 404 else 200), name
        elif role in OUTSIDE:
            assert answered == before, name
        else:
            assert answered == (403 if open_for else before), name


def test_a_guest_opens_of_the_case_they_are_invited_to_what_the_public_would(
    colleague, address, granvik_case, person
):
    browser = colleague(Role.GUEST)
    holding = Holding.objects.get(user__email="guest@granvik.example")
    invite(granvik_case, holding, last_day=SOON, by=person)

    for name, (_before, released, _open_for) in TABLE.items():
        assert browser.get(address(name)).status_code == released, name


def test_a_colleague_of_the_neighbours_is_the_public_here(colleague, address, other_municipality):
    browser = colleague(Role.COORDINATOR, other_municipality)

    for name in TABLE.keys() - NO_MUNICIPALITY:
        assert browser.get(address(name)).status_code == TABLE[name][0], name


def test_what_an_authority_keeps_is_there_for_its_own_and_for_no_others(
    colleague, address, granvik_case, schools, social_board
):
    own = colleague(Role.ANSWERER)
    urls = {name: address(name) for name in TABLE if "case" in PARTS[name] or "edition" in PARTS[name]}

    granvik_case.papers.update(kept_by=social_board)
    assert {name: own.get(url).status_code for name, url in urls.items()} == dict.fromkeys(urls, 404) | {
        name: 403 for name in urls if TABLE[name][2] in (CLERKS, PUBLISHERS)
    }
    granvik_case.papers.update(kept_by=schools.authority)
    assert own.get(urls["decisions:case"]).status_code == 200
    assert own.get(urls["decisions:paper"]).status_code == 200


@pytest.mark.parametrize("name", [name for name in TABLE if PARTS[name] and name != "site:home"])
def test_what_is_granviks_is_not_there_for_its_neighbour(name, browser, address, other_municipality):
    assert browser.get(address(name, "hedvik")).status_code == 404


@pytest.mark.parametrize("name", [name for name in TABLE if name not in NO_MUNICIPALITY])
def test_an_unknown_municipality_is_not_there(name, browser, address):
    assert browser.get(address(name, "ingenstans")).status_code == 404
