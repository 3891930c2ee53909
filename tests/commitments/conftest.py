import pytest

from forebygg.commitments.services.settling import confirm
from forebygg.commitments.services.terms import Terms
from forebygg.plans.models import Edition, Wording


@pytest.fixture
def editions(granvik):
    """The three editions of Granvik's plan, the oldest first."""
    return list(Edition.objects.of(granvik).select_related("plan", "municipality", "paper").order_by("date"))


@pytest.fixture
def edition(editions):
    """The newest."""
    return editions[-1]


@pytest.fixture
def wordings(edition):
    """Its sentences in their order."""
    return list(Wording.objects.filter(edition=edition).select_related("sentence").order_by("position"))


@pytest.fixture
def terms(schools):
    """What a commitment may say: `terms("Lära ut källkritik.")`."""

    def made(what="Lära ut källkritik.", **more):
        return Terms(what=what, accountable=schools.authority, **more)

    return made


@pytest.fixture
def commitment(edition, wordings, terms, person):
    """One that stands on the edition's first sentence."""
    [made] = confirm(edition, {wordings[0].sentence.number: [terms()]}, by=person)
    return made
