"""docs/handbok explains every mark that a page can show, in the words of the page."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from forebygg.law.board import Kept
from forebygg.law.natures import Nature

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/handbok/marken.md").read_text(encoding="utf-8").casefold()
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for app in ("web", "decisions", "plans", "indicators", "commitments", "followup")
    for path in sorted((ROOT / "src/forebygg" / app).rglob("*.py"))
)
MARKS = {*re.findall(r"\bMark\(_\(\"([^\"]+)\"\)", CODE)} | {one.label for one in (*Nature, *Kept)}


def test_the_marks_of_the_code_are_found():
    assert {"declared", "not declared", "adopted", "In time", "May be appealed", "running"} <= MARKS


@pytest.mark.parametrize("words", sorted(MARKS))
def test_the_handbook_says_what_a_mark_means(words):
    with translation.override("sv"):
        assert translation.gettext(words).casefold() in PAGE
