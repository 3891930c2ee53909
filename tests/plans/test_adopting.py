import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from forebygg.audit.models import Entry
from forebygg.organisation.errors import FutureDay
from forebygg.organisation.models import Role
from forebygg.organisation.services.posts import appoint
from forebygg.plans.errors import AlreadyAdopted, AnotherThatDay, NothingToWithdraw, UnreadableParagraph
from forebygg.plans.models import Adoption, Edition, Plan
from forebygg.plans.rules import printed_paragraph
from forebygg.plans.selectors.adoptions import in_force, in_force_editions
from forebygg.plans.services.adopting import Decided, adopt, follow, withdraw

DAY = dt.date(2025, 3, 31)


@pytest.fixture
def plan(granvik):
    return Plan.objects.select_related("municipality").get(municipality=granvik)


@pytest.fixture
def editions(plan):
    return list(plan.editions.select_related("municipality").order_by("date"))


def decided(on=DAY, paragraph="§ 41"):
    return Decided(on=on, paragraph=paragraph)


def test_what_the_papers_say_adopts_nothing_by_itself(plan):
    assert in_force(plan) is None


def test_the_latest_decision_is_in_force_whichever_was_recorded_last(plan, editions, person):
    adopt(editions[2], decided(), by=person)
    adopt(editions[1], decided(on=dt.date(2025, 2, 24)), by=person)

    assert in_force(plan) == editions[2]
    assert in_force_editions(plan.municipality) == {plan.pk: editions[2]}


def test_a_withdrawn_decision_lets_the_one_before_it_be_in_force(plan, editions, person):
    adopt(editions[1], decided(on=dt.date(2025, 2, 24)), by=person)
    wrong = adopt(editions[2], decided(), by=person)

    withdraw(wrong, "Det var kommunstyrelsen som beslutade.", by=person)

    assert in_force(plan) == editions[1]
    assert adopt(editions[2], decided(), by=person)
    with pytest.raises(NothingToWithdraw):
        withdraw(wrong, "En gång till.", by=person)


@pytest.mark.parametrize(
    ("number", "error", "how"),
    [
        (2, AlreadyAdopted, {"on": dt.date(2025, 4, 28)}),
        (1, AnotherThatDay, {}),
        (1, FutureDay, {"on": dt.date(2999, 1, 1)}),
        (1, UnreadableParagraph, {"paragraph": "beslutet"}),
    ],
)
def test_what_cannot_be_is_told(editions, adopted, person, number, error, how):
    with pytest.raises(error):
        adopt(editions[number], decided(**how), by=person)

    assert Adoption.objects.count() == 1


@pytest.mark.parametrize("number", [1, 2])
def test_of_two_registrars_at_once_the_database_lets_one_win(editions, adopted, person, number):
    second = Adoption(
        municipality=adopted.municipality,
        plan=adopted.plan,
        edition=editions[number],
        decided_on=DAY,
        paragraph="§ 42",
        recorded_by=person,
        recorded_at=timezone.now(),
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EDITOR])
def test_only_the_registrar_records_it(granvik, editions, person, django_user_model, role):
    somebody = django_user_model.objects.create(email="alva.birk@granvik.example", name="Alva Birk")
    appoint(somebody, role, within=granvik, by=person)

    with pytest.raises(PermissionDenied):
        adopt(editions[2], decided(), by=somebody)


def test_each_act_is_in_the_trail_without_its_words(editions, adopted, person):
    withdraw(adopted, "Fel paragraf.", by=person)

    recorded, withdrawn = Entry.objects.order_by("-number")[:2][::-1]
    assert recorded.data == {
        "plan": 1,
        "edition": editions[2].number,
        "decided_on": "2025-03-31",
        "adoption": adopted.pk,
    }
    assert withdrawn.event == "plans.adoption_withdrawn"
    assert "Fel paragraf" not in str(withdrawn.data)


def test_a_decision_stays_when_its_edition_is_read_no_more(plan, adopted):
    Edition.objects.filter(pk=adopted.edition_id).delete()

    adopted.refresh_from_db()
    assert adopted.edition is None
    assert in_force(plan) is None


def test_a_decision_goes_with_its_edition_to_another_plan_unless_the_day_is_taken(
    plan, adopted, editions, person
):
    other = Plan.objects.create(municipality=plan.municipality, number=9)
    follow([editions[2]], other)
    adopted.refresh_from_db()
    assert adopted.plan == other

    adopt(editions[1], decided(), by=person)
    follow([editions[2]], plan)
    adopted.refresh_from_db()
    assert (adopted.plan, adopted.edition) == (other, None)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("41", "§ 41"),
        (" §  41 ", "§ 41"),
        ("KF § 41/25", "KF § 41/25"),
        ("12a", "§ 12a"),
        ("§", None),
        ("", None),
    ],
)
def test_a_paragraph_is_written_as_minutes_print_it(typed, printed):
    assert printed_paragraph(typed) == printed
