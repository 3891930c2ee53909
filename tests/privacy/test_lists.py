import hashlib
import re
import tomllib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "src/forebygg/privacy/data"
PAGE = (FOLDER / "README.md").read_text(encoding="utf-8")
LISTS = sorted(FOLDER.glob("*.txt"))
TABLES = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))


def test_the_lists_are_those_that_their_page_names():
    named = dict(re.findall(r"\| `([\w.]+)` \| `([0-9a-f]{64})` \|", PAGE))

    assert named == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in [*LISTS, FOLDER / "words.toml"]
    }


def test_each_licence_lies_beside_the_lists():
    named = set(re.findall(r"`(LICENSE-\w+)`", PAGE))

    assert named == {path.name for path in FOLDER.glob("LICENSE-*")}
    assert all("Permission is hereby granted" in (FOLDER / name).read_text("utf-8") for name in named)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_is_sorted_has_no_doubles_and_only_small_letters(path):
    names = path.read_text(encoding="utf-8").splitlines()

    assert names == sorted(set(names))
    assert all(re.fullmatch(r"[a-zåäö]+", name) for name in names)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_the_words_of_a_table_are_in_small_letters(table):
    assert all(words == words.lower() for words in TABLES[table].values())
