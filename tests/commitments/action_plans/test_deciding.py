import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from forebygg.audit.models import Entry
from forebygg.commitments.errors import (
    CannotBeWithdrawn,
    LaterInForce,
    NothingChosenToDecide,
    NothingToPropose,
    NotInForce,
    NotProposed,
    ReviewedThatDay,
    ReviewTooLate,
)
from forebygg.commitments.models import ActionPlan, ActionPlanReview, Commitment
from forebygg.commitments.selectors.action_plans import frozen, unit_page
from forebygg.commitments.services.deciding import Decision, decide, withdraw
from forebygg.commitments.services.proposing import Proposal, checksum, propose, propose_whole
from forebygg.commitments.services.reviewing import Reviewed, review
from forebygg.organisation.errors import FutureDay
from forebygg.organisation.models import Role
from forebygg.plans.errors import UnreadableParagraph

THEN = ActionPlanReview.Then.GOES_ON


def in_force(unit):
    return ActionPlan.objects.in_force().get(unit=unit)


def test_what_the_board_decides_is_what_was_proposed(proposed, decision, granvik, person):
    Commitment.objects.filter(number=1).update(what="Något helt annat.")

    [plan] = decide([proposed], decision, within=granvik, by=person)

    assert next(one.what for one in frozen(plan).actions) == "Ha en rutin för oro."
    assert plan.checksum == checksum(plan.content)
    assert (plan.status, plan.paragraph, plan.decided_at) == (
        "decided",
        "§ 41",
        "Utbildningsnämnden §\u00a041",
    )


def test_a_later_decision_supersedes_the_one_before(decided, promised, proposal, decision, granvik, person):
    [newer] = propose([promised], proposal, within=granvik, by=person)
    decide([newer], decision, within=granvik, by=person)

    decided.refresh_from_db()
    assert decided.status == "superseded"
    assert in_force(promised) == newer
    assert newer.number == decided.number + 1


def test_a_new_proposal_takes_the_place_of_the_one_that_waits(proposed, promised, proposal, granvik, person):
    [newer] = propose([promised], proposal, within=granvik, by=person)

    assert ActionPlan.objects.proposed().get() == newer
    with pytest.raises(NotProposed):
        decide(
            [proposed],
            Decision(on=dt.date(2026, 1, 7), paragraph="1", body="Nämnden"),
            within=granvik,
            by=person,
        )


def test_a_withdrawn_decision_lets_the_one_before_hold_again(
    decided, promised, proposal, decision, granvik, person
):
    [wrong] = propose([promised], proposal, within=granvik, by=person)
    decide([wrong], decision, within=granvik, by=person)

    withdraw(wrong, "Fel paragraf.", by=person)

    assert in_force(promised) == decided
    with pytest.raises(CannotBeWithdrawn):
        withdraw(wrong, "En gång till.", by=person)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FutureDay, {"on": dt.date(2999, 1, 1)}),
        (UnreadableParagraph, {"paragraph": "beslutet"}),
        (ReviewTooLate, {"review_on": dt.date(2999, 1, 1)}),
        (ReviewTooLate, {"review_on": dt.date(2020, 1, 1)}),
    ],
)
def test_what_cannot_have_been_decided_is_told(proposed, decision, granvik, person, error, told):
    with pytest.raises(error):
        decide([proposed], Decision(**vars(decision) | told), within=granvik, by=person)

    proposed.refresh_from_db()
    assert proposed.status == "proposed"


def test_an_earlier_decision_does_not_supersede_a_later(decided, promised, proposal, granvik, person):
    [newer] = propose([promised], proposal, within=granvik, by=person)
    earlier = Decision(on=decided.decided_on - dt.timedelta(days=1), paragraph="7", body="Nämnden")

    with pytest.raises(LaterInForce, match="Granviksskolan"):
        decide([newer], earlier, within=granvik, by=person)


def test_nothing_is_proposed_for_whoever_has_promised_nothing(schools, proposal, granvik, person):
    with pytest.raises(NothingToPropose, match="Granviksskolan"):
        propose([schools], proposal, within=granvik, by=person)
    with pytest.raises(NothingToPropose):
        propose_whole(proposal, within=granvik, by=person)
    with pytest.raises(NothingChosenToDecide):
        propose([], proposal, within=granvik, by=person)


def test_a_follow_up_lies_within_two_years(promised, coordinator, granvik, person, today):
    late = Proposal(edition=None, review_by=coordinator, review_on=today + dt.timedelta(days=732))

    with pytest.raises(ReviewTooLate):
        propose([promised], late, within=granvik, by=person)


def test_the_database_lets_one_plan_of_a_unit_be_in_force(decided):
    second = ActionPlan.objects.get(pk=decided.pk)
    second.pk, second.number = None, decided.number + 1

    with pytest.raises(IntegrityError), transaction.atomic():
        second.save(force_insert=True)


@pytest.mark.parametrize("told", [{"decided_on": None}, {"paragraph": ""}, {"status": "proposed"}])
def test_the_database_keeps_a_decision_whole(decided, told):
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionPlan.objects.filter(pk=decided.pk).update(**told)


@pytest.mark.parametrize(
    ("role", "own", "may"),
    [
        (Role.REGISTRAR, False, True),
        (Role.SECRETARY, True, True),
        (Role.COORDINATOR, False, False),
        (Role.ANSWERER, True, False),
    ],
)
def test_who_keeps_the_minutes_records_the_decision(proposed, decision, holder, role, own, may):
    somebody = holder(role, proposed.unit.authority if own else None)

    if may:
        assert decide([proposed], decision, within=proposed.municipality, by=somebody)
    else:
        with pytest.raises(PermissionDenied):
            decide([proposed], decision, within=proposed.municipality, by=somebody)


def test_a_secretary_records_nothing_for_another_board(proposed, decision, holder, granvik, social_board):
    with pytest.raises(PermissionDenied):
        decide([proposed], decision, within=granvik, by=holder(Role.SECRETARY, social_board))


def test_only_the_registrar_records_what_is_decided_for_all(whole, decision, holder, granvik, schools):
    with pytest.raises(PermissionDenied):
        decide([whole], decision, within=granvik, by=holder(Role.SECRETARY, schools.authority))

    assert decide([whole], decision, within=granvik, by=holder(Role.REGISTRAR))


def test_a_follow_up_sets_the_next(decided, promised, person, today):
    told = Reviewed(on=today, words="Halva vägen.", then=THEN, next_on=today + dt.timedelta(days=365))

    review(decided, told, by=person)

    page = unit_page(promised, today=today)
    assert page.standing.in_force.review_on == told.next_on
    assert [one.words for one in page.reviews] == ["Halva vägen."]
    with pytest.raises(ReviewedThatDay):
        review(decided, told, by=person)


def test_what_is_not_in_force_is_not_followed_up(proposed, person, today):
    told = Reviewed(on=today, words="Hm.", then=THEN, next_on=today + dt.timedelta(days=9))

    with pytest.raises(NotInForce):
        review(proposed, told, by=person)


def test_each_act_is_in_the_trail_without_its_words(decided, person):
    withdraw(decided, "Fel paragraf.", by=person)

    names = {
        entry.event: entry for entry in Entry.objects.filter(event__startswith="commitments.action_plan")
    }
    assert names["commitments.action_plans_proposed"].data["checksums"] == [decided.checksum]
    assert names["commitments.action_plans_decided"].data["plans"] == [decided.pk]
    assert "Fel paragraf" not in str(names["commitments.action_plan_withdrawn"].data)
