import re
from importlib.resources import files
from itertools import count
from textwrap import wrap

import pytest

from forebygg.casefile.cutting import cut
from forebygg.casefile.pages import mark
from forebygg.casefile.paper import Text

CASE = files("forebygg").joinpath("casefile/examples/granvik/granvik.txt").read_text("utf-8")
LAYOUTS = {
    "blank lines collapsed": lambda text: re.sub(r"\n\s*\n+", "\n\n", text).split("\n"),
    "no blank lines": lambda text: [line for line in text.split("\n") if line.strip()],
    "a blank line after every line": lambda text: [part for line in text.split("\n") for part in (line, "")],
    "long lines wrapped": lambda text: [
        part for line in text.split("\n") for part in (wrap(line, 90) if len(line) > 95 else [line])
    ],
    "no signature feet": lambda text: [
        line for line in text.split("\n") if not line.startswith(("Justerandes", "Utdrags"))
    ],
    "indented": lambda text: [f"    {line}" for line in text.split("\n")],
    "spaces for tabs": lambda text: text.replace("\t", "      ").split("\n"),
    "another municipality, year and registry": lambda text: (
        re.sub(r"202(\d)-", r"201\1-", text)
        .replace("Granvik", "Nyköpingsnäs")
        .replace("granvik", "nyköpingsnäs")
        .replace("KS 2024/00412", "2014.0412-KS")
        .split("\n")
    ),
}


def beginnings(lines):
    marked = mark(Text(file="akt.txt", form="text", lines=tuple(lines)))
    return [(paper.kind, paper.lines[0].text) for paper in cut("akt.txt", marked.lines, map(str, count()))]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_example_is_cut_alike_in_any_layout(layout):
    laid = beginnings(LAYOUTS[layout](CASE))
    plain = beginnings(CASE.split("\n"))

    assert [kind for kind, _ in laid] == [kind for kind, _ in plain]


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if "another" not in layout])
def test_every_paper_begins_with_the_same_words_in_any_layout(layout):
    def words(papers):
        return [" ".join(first.split())[:20] for _, first in papers]

    assert words(beginnings(LAYOUTS[layout](CASE))) == words(beginnings(CASE.split("\n")))
