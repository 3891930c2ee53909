"""A misreading is corrected beside the original, by keyboard and without scripts, and stays corrected."""

import re

import pytest

from forebygg.decisions.models import Item
from forebygg.decisions.services import import_papers
from forebygg.papers.receiving import Received


@pytest.mark.parametrize(
    ("prefix", "correct", "made", "by_hand"),
    [
        ("", "Rätta läsningen", "Rättelsen är gjord", "Rättelser för hand"),
        ("/en", "Correct the reading", "The correction is made", "Corrections by hand"),
    ],
    ids=["swedish", "english"],
)
def test_a_misreading_is_corrected_and_kept(  # noqa: PLR0913, PLR0917 - the words of a language
    served, look, browser, granvik_case, person, prefix, correct, made, by_hand
):
    item = Item.objects.select_related("paper").get(case=granvik_case, paragraph=41)
    window = look(browser.client, width=390, scripts=False)
    window.goto(f"{served}{prefix}/granvik/cases/1/papers/{item.paper.number}/")

    window.get_by_role("link", name=correct).click()
    window.get_by_role("link", name=re.compile("Maj-Lis Ekenstam")).first.click()
    window.locator("[name=party]").fill("GRP")
    window.keyboard.press("Enter")

    assert made in window.get_by_role("status").inner_text()
    assert "GRP" in window.get_by_role("main").inner_text()

    data = bytes(granvik_case.originals.get().content.data)
    import_papers(granvik_case.municipality, [Received("granvik.txt", data)], by=person)
    window.goto(f"{served}{prefix}/granvik/cases/1/items/{item.pk}/")

    assert "GRP" in window.get_by_role("main").inner_text()
    window.goto(f"{served}{prefix}/granvik/cases/1/")
    window.get_by_role("link", name=by_hand).click()
    assert "GRP" in window.get_by_role("main").inner_text()
