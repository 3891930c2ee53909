"""All pages hang together: every link leads to a sound page, and every page has a link that leads there."""

import datetime as dt

import pytest
from django.contrib.auth.hashers import make_password
from django.urls import get_resolver
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.commitments.services.deciding import Decision, decide
from forebygg.commitments.services.proposing import Proposal, propose, propose_whole
from forebygg.organisation.models import Post, Role
from forebygg.organisation.services.posts import appoint, relieve
from forebygg.papers.services.inviting import invite
from forebygg.reminders.rules.days import When
from forebygg.reminders.services.year import Planned, add
from tests.walking import is_no_page, walk

# The footer of every page leads to the one, which a walk leaves out; a form, and an e-mail, to the others.
NOT_LINKED = {"accessibility", "choose", "answer-by-link", "stop"}


def names(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from names(pattern.url_patterns)
        else:
            yield pattern.name


@pytest.fixture
def at_a_board(clerk, granvik, schools, person):
    """The clerk says too what a board keeps."""
    return appoint(clerk, Role.SECRETARY, within=granvik, unit=schools.authority, by=person)


@pytest.fixture
def colleagues(granvik, granvik_case, person):
    """A guest of the case, who has not come yet; and somebody who has left."""
    gun = User.objects.create(email="gun.asp@granvik.example", name="Gun Asp", password=make_password(None))
    ture = User.objects.create(email="ture.ask@granvik.example", name="Ture Ask")
    guest = appoint(gun, Role.GUEST, within=granvik, by=person)
    invite(granvik_case, guest, last_day=timezone.localdate(), by=person)
    relieve(appoint(ture, Role.MEMBER, within=granvik, by=person), by=person)


@pytest.fixture
def action_plans(promise, clerk, granvik, schools, person):
    """The school has decided one, and proposed the next; the municipality's own is proposed."""
    day = timezone.localdate()
    by = Post.objects.get(holdings__user=clerk, role=Role.COORDINATOR)
    proposal = Proposal(edition=None, review_by=by, review_on=day + dt.timedelta(days=300))
    proposed = propose([schools], proposal, within=granvik, by=person)
    decide(proposed, Decision(on=day, paragraph="41", body="Utbildningsnämnden"), within=granvik, by=person)
    propose_whole(proposal, within=granvik, by=person)
    propose([schools], proposal, within=granvik, by=person)


@pytest.fixture
def occasion(granvik, person):
    """Something in every year."""
    met = Planned(kind="council", title="Rådet möts", when=When(2026, 3), is_yearly=True)
    return add(met, within=granvik, by=person)


@pytest.mark.usefixtures("goal", "rounds", "granvik_released", "at_a_board", "colleagues")
@pytest.mark.usefixtures("action_plans", "occasion")
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_staff_reaches_every_page_and_each_is_sound(browser, prefix):
    reached = {name for name, _address, _page in walk(browser, f"{prefix}/granvik/", each=3)}

    wanted = {name for name in names(get_resolver().url_patterns) if not is_no_page(name)}
    assert wanted - reached == NOT_LINKED - reached


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_public_walks_among_what_is_released_and_meets_no_closed_door(browser, granvik_released, prefix):
    reached = {name for name, _address, _page in walk(browser.public, f"{prefix}/granvik/")}

    assert {"home", "cases", "case", "meeting", "item", "paper", "plan", "compare"} <= reached
    assert not reached & {"findings", "correct", "corrections", "release", "start-plan"}


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_public_meets_no_closed_door_when_little_is_released(browser, granvik_case, person, prefix):
    released = granvik_case.papers.filter(kind="minutes_item").order_by("number").first()
    released.released_by, released.released_at = person, granvik_case.created_at
    released.save(update_fields=["released_by", "released_at"])

    reached = {name for name, _address, _page in walk(browser.public, f"{prefix}/granvik/")}

    assert {"home", "cases", "case", "paper"} <= reached
