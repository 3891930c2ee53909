import datetime as dt

import pytest

from forebygg.accounts.models import User
from forebygg.commitments.models import Commitment, Share
from forebygg.organisation.models import Post, Role
from forebygg.organisation.services.posts import appoint

# A Wednesday; the Monday before it is the 9th.
TODAY = dt.date(2026, 3, 11)
NOW = dt.datetime(2026, 3, 11, 8, tzinfo=dt.UTC)


@pytest.fixture
def someone(granvik, person):
    """Somebody with a post: `someone(Role.MEMBER)`; the same name is the same person."""

    def made(role, unit=None, name="Mira Lund", within=granvik):
        email = f"{name.casefold().replace(' ', '.')}@granvik.example"
        user, _ = User.objects.get_or_create(email=email, defaults={"name": name})
        appoint(user, role, within=within, unit=unit, by=person)
        return user

    return made


@pytest.fixture
def coordinator(someone):
    return someone(Role.COORDINATOR, name="Alva Birk")


@pytest.fixture
def answerer(someone, schools):
    """Who answers for Granviksskolan."""
    return someone(Role.ANSWERER, schools, name="Cajsa Forsgren")


@pytest.fixture
def promised(granvik):
    """A commitment: `promised(on, owner=…, units=…)`, by its number."""

    def made(on=None, *, owner=None, units=(), what="Lära ut källkritik.", rhythm=""):
        number = Commitment.objects.filter(municipality=granvik).count() + 1
        commitment = Commitment.objects.create(
            municipality=granvik, number=number, what=what, due_on=on, owner=owner, rhythm=rhythm
        )
        for unit in units:
            Share.objects.create(municipality=granvik, commitment=commitment, unit=unit)
        return commitment

    return made


@pytest.fixture
def post_of():
    """The one post that somebody holds."""
    return lambda user: Post.objects.get(holdings__user=user, holdings__ended_at=None)
