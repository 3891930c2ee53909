import datetime as dt
from dataclasses import replace

import pytest

from forebygg.casefile.comparison.matter import Matter
from forebygg.casefile.facts import Plan
from tests.casefile.comparison.told import item

PLAN = Plan(
    document="d1", date=dt.date(2024, 1, 1), title="Handlingsplan mot våldsbejakande extremism 2024–2027"
)


def about(title, number=None):
    return replace(item(), title=title, registry_number=number)


@pytest.mark.parametrize(
    "title",
    [
        "Handlingsplan mot våldsbejakande extremism",
        "Antagande av handlingsplan mot våldsbejakande extremism för Granviks kommun",
        "Revidering av plan mot våldsbejakande extremism",
    ],
)
def test_an_item_with_the_plans_title_is_of_its_matter(title):
    assert Matter([PLAN]).holds(about(title))


@pytest.mark.parametrize(
    "title", ["Handlingsplan mot narkotika", "Val av ersättare", "Ny förskola i Ekbacken"]
)
def test_an_item_with_another_title_is_of_another_matter(title):
    assert not Matter([PLAN]).holds(about(title, "KS 2024/00001"))


def test_the_plans_registry_number_makes_an_item_of_its_matter():
    named, numbered = (
        about("Handlingsplan mot våldsbejakande extremism", "KS 2024/00412"),
        about("Remiss", "KS-2024/00412"),
    )

    assert Matter([PLAN], [named]).holds(numbered)


def test_an_item_without_title_and_number_may_be_of_any_matter():
    assert Matter([PLAN]).holds(about(None))
