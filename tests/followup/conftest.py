import datetime as dt
from uuid import uuid4

import pytest

from forebygg.accounts.models import User
from forebygg.audit.models import Entry
from forebygg.commitments.models import Commitment, Share, State
from forebygg.commitments.services.answering import Given, answer
from forebygg.followup.models import Conclusion, Helped, Round
from forebygg.followup.services.closing import close
from forebygg.followup.services.planning import Terms, open_round, plan_round
from forebygg.followup.services.reviewing import Concluded, begin_review, conclude
from forebygg.organisation.models import Role
from forebygg.organisation.services.posts import appoint
from forebygg.plans.models import Plan

SPRING = Terms(
    name="Våren 2025",
    starts_on=dt.date(2025, 1, 1),
    ends_on=dt.date(2025, 6, 30),
    answers_by=dt.date(2025, 7, 15),
)
AUTUMN = Terms(
    name="Hösten 2025",
    starts_on=dt.date(2025, 7, 1),
    ends_on=dt.date(2025, 12, 31),
    answers_by=dt.date(2026, 1, 15),
)


@pytest.fixture
def plan(granvik):
    return Plan.objects.select_related("municipality").get(municipality=granvik)


@pytest.fixture
def promised(granvik, plan, schools, social_board):
    """Three commitments: one of the school and the social board, one of each alone. By number."""
    found = {}
    for number, units in {1: [schools, social_board], 2: [schools], 3: [social_board]}.items():
        found[number] = Commitment.objects.create(
            municipality=granvik, number=number, plan=plan, what=f"Löfte {number}.", accountable=social_board
        )
        for unit in units:
            Share.objects.create(municipality=granvik, commitment=found[number], unit=unit)
    return found


@pytest.fixture
def say(granvik, schools, social_board, person):
    """A unit answers: `say(schools, 1, State.DONE, dt.date(2025, 3, 1))`."""
    user = User.objects.create(email="mira.lund@granvik.example", name="Mira Lund")
    for board in (schools.authority, social_board):
        appoint(user, Role.ANSWERER, within=granvik, unit=board, by=person)

    def said(unit, number, state, on=dt.date(2025, 3, 1)):
        given = Given(
            commitment=number, key=uuid4(), state=State(state), evidence="Protokoll.", because="Det dröjer."
        )
        return answer(unit, [given], on=on, by=user)[0]

    return said


@pytest.fixture
def spring(plan, promised, adopted, person):
    """A round for the spring, open for answers."""
    return open_round(plan_round(plan, SPRING, by=person), by=person)


@pytest.fixture
def closed(clerk):
    """Review and close a round, each point ended in the same."""

    def made(of, conclusion=Conclusion.CONTINUE, helped=Helped.UNKNOWN):
        begin_review(of, met_on=dt.date(2025, 9, 1), by=clerk)
        numbers = Commitment.objects.of(of.municipality).standing().values_list("number", flat=True)
        told = [concluded(number, conclusion, helped=helped) for number in sorted(numbers)]
        conclude(of, told, by=clerk)
        return close(of, by=clerk)

    return made


def concluded(number, conclusion=Conclusion.CONTINUE, *, version=0, helped=Helped.UNKNOWN):
    how = "" if helped == Helped.UNKNOWN else "Enkät"
    return Concluded(
        commitment=number,
        version=version,
        conclusion=conclusion,
        words="Det går framåt.",
        helped=helped,
        method=how,
        source=how,
    )


@pytest.fixture
def events():
    """What has happened to rounds, in order."""

    def told():
        of = Entry.objects.filter(about_type="followup.round").order_by("number")
        return [event.removeprefix("followup.") for event in of.values_list("event", flat=True)]

    return told


@pytest.fixture
def autumn(plan, person):
    """Make the next round and open it."""

    def made():
        return open_round(plan_round(plan, AUTUMN, by=person), by=person)

    return made


@pytest.fixture
def anew():
    """The round as the database has it."""
    return lambda of: Round.objects.select_related("municipality", "plan", "previous").get(pk=of.pk)
