"""No row of one municipality is ever part of another's."""

import pytest
from django.apps import apps
from django.db.models import F, ForeignKey, UniqueConstraint

from forebygg.accounts.models import Municipality, User
from forebygg.decisions.services import import_papers
from tests.granvik import papers

OURS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("forebygg.") and model not in {Municipality, User}
]
OF_ONE = [model for model in OURS if any(field.name == "municipality" for field in model._meta.fields)]
# What the whole installation has, and nobody in particular.
OF_ALL = {"reminders.Once", "reminders.Job", "reminders.UniqueJob"}


def keys(model):
    """The foreign keys of the model to rows that belong to a municipality."""
    return [
        field
        for field in model._meta.fields
        if isinstance(field, ForeignKey) and field.related_model in OF_ONE
    ]


def test_every_table_but_those_of_the_installation_belongs_to_a_municipality():
    assert {model._meta.label for model in OURS if model not in OF_ONE} <= OF_ALL


@pytest.mark.parametrize("model", OF_ONE, ids=lambda model: model._meta.label)
def test_what_is_unique_is_unique_within_a_municipality(model):
    """A constraint names the municipality, or a row that is itself of one and no other."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            assert {"municipality", *(key.name for key in keys(model))} & {*constraint.fields}


@pytest.fixture
def neighbours(granvik, other_municipality, person):
    """The same papers in two municipalities, some twice."""
    import_papers(other_municipality, papers(), by=person)
    later = papers("plan-3")
    import_papers(other_municipality, later, by=person)


@pytest.mark.parametrize("model", [model for model in OF_ONE if keys(model)], ids=lambda m: m._meta.label)
def test_no_row_points_at_another_municipalitys(neighbours, model):
    for key in keys(model):
        theirs = model._base_manager.exclude(**{key.name: None}).exclude(
            **{f"{key.name}__municipality": F("municipality")}
        )
        assert not theirs.exists(), key


@pytest.mark.parametrize("model", OF_ONE, ids=lambda model: model._meta.label)
def test_a_selection_begins_with_the_municipality(model):
    assert model._meta.label == "audit.Head" or hasattr(model._default_manager, "of")
