import datetime as dt

import pytest

from forebygg.audit.models import Entry
from forebygg.commitments.errors import CommitmentEnded, NotFollowing, SameOwnerTwice
from forebygg.commitments.models import Ground, Share
from forebygg.commitments.services.changing import Cited, assign, change, end, make
from forebygg.commitments.services.concerning import concern
from forebygg.commitments.services.following import keep
from forebygg.organisation.models import Post

TODAY = dt.date(2025, 10, 2)


@pytest.fixture
def post(granvik, schools):
    return Post.objects.create(municipality=granvik, role="answerer", unit=schools)


def trail():
    return [*Entry.objects.filter(event__startswith="commitments.").values_list("event", flat=True)]


def test_a_commitment_may_stand_on_what_is_no_sentence(granvik, terms, person):
    on = Cited(Ground.Kind.RECOMMENDATION, "Granskning av planen, 2025-05-06")
    made = make(terms(), on, within=granvik, by=person)

    assert made.grounds.get().cited == "Granskning av planen, 2025-05-06"
    assert made.plan is None


def test_only_what_differs_is_a_change(commitment, terms, person):
    change(commitment, terms(), by=person)
    change(commitment, terms(rhythm="year"), by=person)

    commitment.refresh_from_db()
    assert commitment.rhythm == "year"
    assert trail() == ["commitments.confirmed", "commitments.changed"]


def test_an_owner_is_a_post_and_not_its_own_deputy(commitment, post, person):
    assign(commitment, post, None, by=person)
    with pytest.raises(SameOwnerTwice):
        assign(commitment, post, post, by=person)

    commitment.refresh_from_db()
    assert (commitment.owner, commitment.deputy) == (post, None)


def test_a_unit_keeps_what_it_answered_when_it_is_no_longer_concerned(
    commitment, schools, social_board, person
):
    concern(commitment, [schools, social_board], by=person)
    Share.objects.filter(unit=schools).update(state="done", answered_on=TODAY)

    concern(commitment, [social_board], by=person)
    assert [share.unit for share in Share.objects.current()] == [social_board]

    concern(commitment, [schools], by=person)
    assert [share.state for share in Share.objects.current()] == ["done"]


def test_what_has_ended_is_not_changed(commitment, terms, person):
    end(commitment, "Uppdraget är slutfört.", on=TODAY, by=person)

    with pytest.raises(CommitmentEnded):
        change(commitment, terms("Något annat."), by=person)


def test_a_new_wording_is_decided_on_once(editions, commitment, person):
    Ground.objects.update(as_worded="Så stod det förut.", edition=editions[0])

    keep(commitment, editions[-1], what="Så gör vi nu.", by=person)
    commitment.refresh_from_db()
    assert commitment.what == "Så gör vi nu."
    with pytest.raises(NotFollowing):
        keep(commitment, editions[-1], by=person)
