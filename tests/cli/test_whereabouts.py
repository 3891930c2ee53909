import pytest

from forebygg.accounts.models import Municipality
from forebygg.cli.whereabouts import (
    NoMunicipality,
    UnknownCase,
    UnknownMunicipality,
    WhichMunicipality,
    case_numbered,
    municipality_called,
)


def test_the_only_municipality_needs_no_name(granvik):
    assert municipality_called("") == municipality_called("granvik") == granvik


def test_of_several_municipalities_one_has_to_be_named(granvik, other_municipality):
    with pytest.raises(WhichMunicipality, match=r"--municipality: granvik, hedvik$"):
        municipality_called("")

    assert municipality_called("hedvik") == other_municipality


def test_a_municipality_that_is_not_here_is_told_with_those_that_are(granvik):
    with pytest.raises(UnknownMunicipality, match=r"“nowhere” here\. There is: granvik$"):
        municipality_called("nowhere")


@pytest.mark.django_db
def test_where_there_is_no_municipality_it_is_told_how_to_add_one(monkeypatch):
    monkeypatch.setattr(Municipality.objects, "order_by", lambda _: [])

    with pytest.raises(NoMunicipality, match="forebygg municipality add NAME"):
        municipality_called("")


def test_a_case_is_found_by_its_number(granvik_case):
    assert case_numbered(1, granvik_case.municipality) == granvik_case


def test_a_case_of_another_municipality_is_not_found(granvik_case, other_municipality):
    with pytest.raises(UnknownCase, match=r"^Hedviks kommun has no case 1\.$"):
        case_numbered(1, other_municipality)
