import datetime as dt

import pytest
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.commitments.models import Commitment, Share
from forebygg.commitments.services.deciding import Decision, decide
from forebygg.commitments.services.proposing import Proposal, propose, propose_whole
from forebygg.organisation.models import Post, Role
from forebygg.organisation.services.posts import appoint


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def coordinator(granvik):
    """The post that follows plans up."""
    return Post.objects.get_or_create(municipality=granvik, role=Role.COORDINATOR, unit=None)[0]


@pytest.fixture
def promised(granvik, schools, coordinator):
    """Granviksskolan with one action on each level but one, and one that nobody owns and that has no day."""
    told = [
        ("Ha en rutin för oro.", "general", {"owner": coordinator, "rhythm": "year"}),
        ("Samtala i grupp.", "group", {"due_on": dt.date(2027, 5, 1), "evidence": "Antal samtal"}),
        ("Utse en kontakt.", "", {}),
    ]
    for number, (what, level, more) in enumerate(told, start=1):
        commitment = Commitment.objects.create(
            municipality=granvik, number=number, what=what, level=level, accountable=schools.authority, **more
        )
        Share.objects.create(municipality=granvik, commitment=commitment, unit=schools)
    return schools


@pytest.fixture
def proposal(coordinator, today):
    """What a coordinator says when plans are proposed."""
    return Proposal(edition=None, review_by=coordinator, review_on=today + dt.timedelta(days=300))


@pytest.fixture
def decision(today):
    return Decision(on=today, paragraph="41", body="Utbildningsnämnden")


@pytest.fixture
def proposed(promised, proposal, granvik, person):
    [plan] = propose([promised], proposal, within=granvik, by=person)
    return plan


@pytest.fixture
def decided(proposed, decision, granvik, person):
    [plan] = decide([proposed], decision, within=granvik, by=person)
    return plan


@pytest.fixture
def whole(decided, proposal, granvik, person):
    """The municipality's, proposed when its only unit had decided its own."""
    return propose_whole(proposal, within=granvik, by=person)


@pytest.fixture
def holder(granvik, person):
    """Makes somebody who holds one post."""

    def made(role, unit=None):
        user = User.objects.create(email=f"{role}@granvik.example", name="Alva Birk", is_invented=True)
        appoint(user, role, within=granvik, unit=unit, by=person)
        return user

    return made
