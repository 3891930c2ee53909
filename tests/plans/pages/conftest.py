import pytest

from forebygg.plans.models import Plan


@pytest.fixture
def plan(granvik):
    """Granvik's plan in its three editions."""
    return Plan.objects.get(municipality=granvik)


@pytest.fixture
def editions(plan):
    """Of 8 November 2024, 20 February 2025 and 12 March 2025."""
    return list(plan.editions.order_by("date"))


@pytest.fixture
def numbers(editions):
    """The numbers by which addresses name the editions, the oldest first."""
    return [edition.number for edition in editions]
