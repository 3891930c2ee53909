import pytest
from django.test import Client

from forebygg.accounts.models import User
from forebygg.commitments.models import Commitment, Share
from forebygg.organisation.models import Role
from forebygg.organisation.services.posts import appoint
from tests.browsing import Browser


@pytest.fixture
def promised(granvik, schools):
    """Granviksskolan, concerned by three commitments that nobody has answered for."""
    for number, what in enumerate(("Ha en rutin för oro.", "Utbilda personal.", "Utse en kontakt."), start=1):
        commitment = Commitment.objects.create(
            municipality=granvik, number=number, what=what, accountable=schools.authority
        )
        Share.objects.create(municipality=granvik, commitment=commitment, unit=schools)
    return schools


@pytest.fixture
def answerer(granvik, promised, person):
    """Who answers for Granviksskolan; invented, so that no second factor is asked for."""
    user = User.objects.create(email="mira.lund@granvik.example", name="Mira Lund", is_invented=True)
    appoint(user, Role.ANSWERER, within=granvik, unit=promised, by=person)
    return user


@pytest.fixture
def own(answerer):
    """The same person, who has logged in."""
    client = Client()
    client.force_login(answerer)
    return Browser(client)
