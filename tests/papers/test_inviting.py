import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forebygg.accounts.models import User
from forebygg.audit.models import Entry
from forebygg.decisions.models import Item
from forebygg.decisions.selectors.cases import case_rows, cases
from forebygg.decisions.selectors.folder import open_folder
from forebygg.organisation.models import Holding, Role
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.services.posts import appoint, relieve
from forebygg.papers.errors import ImpossibleLastDay, InvitedAlready, NotAGuest
from forebygg.papers.models import Case, Invitation, Paper, may_see
from forebygg.papers.selectors import guests_of, possible_guests
from forebygg.papers.services.inviting import end_invitation, end_those_run_out, invite
from forebygg.papers.services.releasing import release
from forebygg.papers.services.secrecy import keep
from forebygg.papers.tasks import end_invitations
from forebygg.plans.models import Edition, Plan

DAY = dt.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def soon(today):
    """A last day, past any midnight that a test may meet."""
    return today + 10 * DAY


@pytest.fixture
def guest(granvik, person):
    user = User.objects.create(email="gun.asp@granvik.example", name="Gun Asp")
    return appoint(user, Role.GUEST, within=granvik, by=person)


@pytest.fixture
def colleague(granvik, person):
    """Somebody with a post: `colleague(Role.REGISTRAR, unit)`."""

    def made(role, unit=None):
        user = User.objects.create(email=f"{role}@granvik.example", name="Alva Birk")
        appoint(user, role, within=granvik, unit=unit, by=person)
        return user

    return made


def looks(holding):
    return Viewer.of(holding.user, holding.municipality)


def seen(case, viewer):
    """The papers that both ways of choosing them agree on."""
    chosen = {paper.number for paper in Paper.objects.filter(case=case).visible_to(viewer)}
    assert chosen == {paper.number for paper in case.papers.all() if may_see(paper, viewer)}
    return chosen


def told(case):
    return [entry.event for entry in Entry.objects.of(case.municipality).order_by("number")]


def test_a_guest_sees_the_papers_of_their_case_and_what_follows_from_none_but_all(
    granvik_case, guest, person, soon
):
    assert not Case.objects.visible_to(looks(guest)).exists()

    invite(granvik_case, guest, last_day=soon, by=person)

    viewer = looks(guest)
    assert seen(granvik_case, viewer) == {paper.number for paper in granvik_case.papers.all()}
    assert Case.objects.visible_to(viewer).get() == granvik_case
    assert Item.objects.visible_to(viewer).count() == Item.objects.count()
    assert Edition.objects.visible_to(viewer).count() == Edition.objects.count()
    assert Plan.objects.visible_to(viewer).exists()
    assert not open_folder(granvik_case, viewer).is_whole
    assert told(granvik_case)[-1] == "papers.guest_invited"


def test_of_the_other_cases_a_guest_sees_what_the_public_does(granvik, granvik_case, guest, person, soon):
    other = Case.objects.create(municipality=granvik, number=77)
    invite(other, guest, last_day=soon, by=person)

    assert seen(granvik_case, looks(guest)) == set()
    release(granvik_case, {2}, by=person)
    assert seen(granvik_case, looks(guest)) == {2}


def test_an_invitation_ends_by_its_day_without_anybody_doing_anything(
    granvik_case, guest, person, today, soon
):
    invitation = invite(granvik_case, guest, last_day=soon, by=person)

    Invitation.objects.filter(pk=invitation.pk).update(last_day=today - DAY)

    assert seen(granvik_case, looks(guest)) == set()


def test_the_clock_notes_once_which_invitations_have_run_out(granvik_case, guest, person, soon):
    invite(granvik_case, guest, last_day=soon, by=person)

    end_invitations.call("", soon.isoformat())
    assert told(granvik_case)[-1] == "papers.guest_invited"
    for _again in range(2):
        end_invitations.call("", (soon + DAY).isoformat())

    assert told(granvik_case).count("papers.invitation_ran_out") == 1
    assert Invitation.objects.get().ended_at
    assert Entry.objects.of(granvik_case.municipality).latest("number").by.system == "clock"


def test_an_invitation_ends_by_hand_once(granvik_case, guest, person, soon):
    invitation = invite(granvik_case, guest, last_day=soon, by=person)

    for _again in range(2):
        end_invitation(invitation, by=person)

    assert seen(granvik_case, looks(guest)) == set()
    assert told(granvik_case).count("papers.invitation_ended") == 1


def test_a_guest_who_is_guest_anew_is_invited_anew(granvik, granvik_case, guest, person, today, soon):
    invite(granvik_case, guest, last_day=soon, by=person)

    relieve(guest, by=person)
    again = appoint(guest.user, Role.GUEST, within=granvik, by=person)

    assert seen(granvik_case, looks(again)) == set()
    assert guests_of(granvik_case, today) == []
    assert end_those_run_out(today, by=person) == 1


def test_who_has_an_invitation_gets_no_other_until_it_is_over(granvik_case, guest, person, today, soon):
    first = invite(granvik_case, guest, last_day=soon, by=person)

    with pytest.raises(InvitedAlready, match="Gun Asp"):
        invite(granvik_case, guest, last_day=soon + DAY, by=person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(
            municipality=first.municipality, case=first.case, guest=guest, last_day=soon, invited_by=person
        )

    Invitation.objects.filter(pk=first.pk).update(last_day=today - DAY)
    invite(granvik_case, guest, last_day=soon + DAY, by=person)
    assert told(granvik_case)[-2:] == ["papers.invitation_ran_out", "papers.guest_invited"]


@pytest.mark.parametrize("days", [-1, 400])
def test_an_invitation_lasts_at_most_a_year(granvik_case, guest, person, days, today):
    with pytest.raises(ImpossibleLastDay):
        invite(granvik_case, guest, last_day=today + days * DAY, by=person)


def test_only_guests_are_invited(granvik_case, colleague, person, today, soon):
    auditor = Holding.objects.get(user=colleague(Role.AUDITOR))

    with pytest.raises(NotAGuest, match="Alva Birk"):
        invite(granvik_case, auditor, last_day=soon, by=person)
    assert not possible_guests(granvik_case, today).exists()


@pytest.mark.parametrize(
    "role", set(Role) - {Role.COORDINATOR, Role.REGISTRAR} - {Role.ANSWERER, Role.SECRETARY}
)
def test_others_than_coordinators_and_registrars_invite_nobody(
    granvik_case, guest, colleague, person, role, soon
):
    invitation = invite(granvik_case, guest, last_day=soon, by=person)
    other = colleague(role)

    with pytest.raises(PermissionDenied):
        invite(granvik_case, guest, last_day=soon, by=other)
    with pytest.raises(PermissionDenied):
        end_invitation(invitation, by=other)


def test_what_an_authority_keeps_a_guest_sees_only_by_its_own_invitation(
    granvik_case, guest, colleague, social_board, schools, soon
):
    secretary = colleague(Role.SECRETARY, social_board)
    keep(granvik_case, {2, 3}, within=social_board, by=secretary)
    Paper.objects.filter(number=4).update(kept_by=schools.authority)
    others = {paper.number for paper in granvik_case.papers.all()} - {2, 3, 4}
    registrar = colleague(Role.REGISTRAR, social_board)

    first = invite(granvik_case, guest, last_day=soon, by=registrar)
    assert seen(granvik_case, looks(guest)) == others

    end_invitation(first, by=registrar)
    invite(granvik_case, guest, last_day=soon, authority=social_board, by=registrar)
    assert seen(granvik_case, looks(guest)) == others | {2, 3}
    assert told(granvik_case)[-1] == "papers.guest_invited_by_authority"


def test_nobody_shows_a_guest_what_another_authority_keeps(
    granvik_case, guest, colleague, social_board, schools, soon
):
    for inviter in (colleague(Role.COORDINATOR), colleague(Role.REGISTRAR, schools.authority)):
        with pytest.raises(PermissionDenied):
            invite(granvik_case, guest, last_day=soon, authority=social_board, by=inviter)

    assert not Invitation.objects.exists()


def test_what_comes_to_be_kept_a_guest_sees_no_longer(granvik_case, guest, social_board, person, soon):
    invite(granvik_case, guest, last_day=soon, by=person)

    keep(granvik_case, {2}, within=social_board, by=person)

    assert 2 not in seen(granvik_case, looks(guest))


def test_a_guest_at_the_neighbours_is_the_public_here(granvik_case, other_municipality, guest, person, soon):
    invite(granvik_case, guest, last_day=soon, by=person)
    appoint(guest.user, Role.GUEST, within=other_municipality, by=person)

    assert not Viewer.of(guest.user, other_municipality).invited
    relieve(guest, by=person)
    assert not looks(guest).invited


def test_a_hundred_invitations_cost_no_more_queries_than_one(granvik, granvik_case, guest, person, soon):
    invite(granvik_case, guest, last_day=soon, by=person)

    def queries():
        with CaptureQueriesContext(connection) as made:
            viewer = looks(guest)
            case_rows(list(cases(granvik, viewer)), viewer)
            open_folder(granvik_case, viewer)
        return len(made)

    before = queries()
    for number in range(100, 110):
        other = Case.objects.create(municipality=granvik, number=number)
        invite(other, guest, last_day=soon, by=person)

    assert queries() == before


def test_words_point_no_guest_to_released_papers(granvik, granvik_case, guest, social_board, colleague, soon):
    """Nor a colleague from whom something is kept: what is lacking may lie in what they do not see."""
    granvik_case.papers.exclude(kind="plan").update(kept_by=social_board)
    coordinator = colleague(Role.COORDINATOR)
    invite(granvik_case, guest, last_day=soon, by=coordinator)

    for viewer in (Viewer.of(coordinator, granvik), looks(guest)):
        [row] = case_rows(list(cases(granvik, viewer)), viewer)
        assert "bland de handlingar som du får se" in row.progress.words
