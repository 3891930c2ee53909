"""A case is read again while commitments hang on its plan's sentences."""

import pytest

from forebygg.commitments.models import Commitment, Ground
from forebygg.plans.models import Edition, Sentence
from forebygg.plans.services.settling import _forget


@pytest.fixture
def lost(granvik):
    """A sentence that stands in no edition any more."""
    edition = Edition.objects.of(granvik).select_related("plan", "paper__case").first()
    return edition.paper.case, Sentence.objects.create(municipality=granvik, plan=edition.plan, number=900)


def test_a_sentence_that_stands_nowhere_is_forgotten(lost):
    case, sentence = lost

    _forget(case)

    assert not Sentence.objects.filter(pk=sentence.pk).exists()


def test_a_sentence_that_carries_a_commitment_is_kept(granvik, lost):
    case, sentence = lost
    promise = Commitment.objects.create(municipality=granvik, number=1, what="Ring 112.")
    Ground.objects.create(municipality=granvik, commitment=promise, kind="sentence", sentence=sentence)

    _forget(case)

    assert Sentence.objects.filter(pk=sentence.pk).exists()
