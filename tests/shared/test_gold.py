"""The gold sheet stands where it says, in the papers it says, and was drawn as its README says."""

import random
import re
from pathlib import Path

import pytest

from bench.papers import SHARED
from bench.sheet import FIELDS, read_sheet

HEADING = re.compile(r"§ ?(\d+) Ärendenummer")


@pytest.fixture(scope="module")
def readings():
    return read_sheet(SHARED / "minutes")


def headings():
    for path in sorted((SHARED / "minutes").glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
            if match := HEADING.match(line):
                yield path.name, number, int(match[1])


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for entry in value:
            yield from texts(entry)
    elif isinstance(value, dict):
        for entry in value.values():
            yield from texts(entry)


def test_the_sixty_items_are_the_ones_the_seed_draws(readings):
    drawn = random.Random(20261122).sample(list(headings()), 60)
    assert sorted(drawn) == sorted((entry.file, entry.line, entry.paragraph) for entry in readings)


def test_every_item_has_every_field(readings):
    assert [set(entry.values) for entry in readings] == [set(FIELDS)] * 60


def test_no_text_is_cut_inside_a_word_or_empty(readings):
    lines = {path.name: path.read_text("utf-8") for path in (SHARED / "minutes").glob("*.txt")}
    for entry in readings:
        folded = " " + " ".join(lines[entry.file].split()) + " "
        for text in texts(entry.values):
            assert text == text.strip() != ""
            if len(text) < 40 and text not in {"decided", "noted", "tabled", "protokollsanteckning"}:
                assert re.search(rf"(?<!\w){re.escape(text)}(?!\w)", folded)


def test_a_person_has_one_name_and_a_party_of_letters(readings):
    for motion in (motion for entry in readings for motion in entry.values["motions"]):
        assert re.fullmatch(r"[A-ZÅÄÖ][^\d(),.]+", motion["name"])
        assert re.fullmatch(r"[A-ZÅÄÖ]{1,3}", motion["party"])


def test_the_sheet_itself_holds_no_names():
    sheet = (Path(__file__).parents[2] / "bench" / "gold" / "items.json").read_text("utf-8")
    words = set(re.findall(r'"([^"]+)"', sheet))
    plain = {
        "decided",
        "noted",
        "tabled",
        "protokollsanteckning",
        "files",
        "items",
        "file",
        "line",
        "paragraph",
    }
    plain |= {*FIELDS, "name", "party", "text", "kind", "yes", "no", "abstain", "absent"}
    assert all(re.fullmatch(r"[0-9a-f]{64}|\d{4}-\d\d-\d\d|[\w-]+\.txt", word) for word in words - plain)
