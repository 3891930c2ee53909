"""Granvik's papers as files, whole or one by one, under the names that the answer sheet gives them."""

import json
from functools import cache
from importlib import resources
from pathlib import Path

from forebygg.casefile import read_texts
from forebygg.papers.receiving import Received

SHEET = json.loads(Path(__file__).parent.joinpath("data/granvik_expected.json").read_text(encoding="utf-8"))
KEYS = [document["key"] for document in SHEET["documents"]]
EDITIONS = ("plan-1", "plan-2", "plan-3")


@cache
def whole():
    """All papers in one file, as the package ships them."""
    path = resources.files("forebygg.casefile") / "examples/granvik/granvik.txt"
    return Received("granvik.txt", path.read_bytes())


@cache
def _read():
    text = whole().read()
    return text.lines, read_texts([text]).documents


def paper(key):
    """One paper in a file of its own."""
    lines, documents = _read()
    first, last = documents[KEYS.index(key)].lines
    return Received(f"{key}.txt", "\n".join(lines[first - 1 : last]).encode())


def papers(*keys):
    """Several, in that order; all when none is named."""
    return [paper(key) for key in keys or KEYS]
