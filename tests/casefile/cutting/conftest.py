from itertools import count
from textwrap import dedent

import pytest

from forebygg.casefile.cutting import cut
from forebygg.casefile.pages import mark
from forebygg.casefile.paper import Text


@pytest.fixture
def papers():
    """The papers of a text as cut."""

    def cut_text(text):
        lines = tuple(dedent(text).strip("\n").split("\n"))
        marked = mark(Text(file="akt.txt", form="text", lines=lines))
        return cut("akt.txt", marked.lines, (f"d{number}" for number in count(1)))

    return cut_text


@pytest.fixture
def kinds(papers):
    """What the papers of a text are, each with the first words of its first row."""

    def kinds_of(text):
        return [paper.kind for paper in papers(text)]

    return kinds_of
