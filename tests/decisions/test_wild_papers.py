"""Whatever a file holds, it is stored on both databases and reads back as it was read."""

import datetime as dt

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forebygg.casefile.errors import SourceError
from forebygg.decisions.services import import_papers
from forebygg.papers.receiving import Received
from forebygg.papers.selectors import texts
from tests.granvik import KEYS, paper

# One import takes a tenth of a second or more.
FEW = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WILD = st.text(st.characters(codec=None), max_size=60)
NUMBERS = st.integers(0, 10**25).map(str)


@st.composite
def spoiled(draw):
    """A paper of Granvik's with wild text and numbers where its own words and numbers stood."""
    lines = paper(draw(st.sampled_from(KEYS))).data.decode().split("\n")
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(lines) - 1))
        words = lines[place].split(" ")
        at = draw(st.integers(0, len(words) - 1))
        words[at] = draw(st.one_of(WILD, NUMBERS))
        lines[place] = " ".join(words)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


@pytest.fixture
def stored(other_municipality, person):
    def stored(*files):
        """Import, look whether all reads back, and forget it."""
        with transaction.atomic():
            try:
                case = import_papers(other_municipality, files, by=person).case
            except SourceError:
                return
            for text, file in zip(texts(case), files, strict=True):
                assert text.lines == file.read().lines
            transaction.set_rollback(True)

    return stored


@FEW
@given(data=spoiled())
def test_a_paper_with_anything_in_it_is_stored(stored, data):
    stored(Received("papper.txt", data))


@FEW
@given(data=st.binary(max_size=400), name=WILD)
def test_any_bytes_under_any_name_are_stored_or_refused(stored, data, name):
    stored(Received(name, data))


@pytest.mark.parametrize(
    "written",
    [
        "\0",
        "\ud800",
        "\ufffe",
        "§ " + "9" * 30,
        "Ja " * 3000,
        "x" * 40_000,
    ],
    ids=["nul", "half a character", "no character", "a large number", "many words", "a long word"],
)
@pytest.mark.parametrize("key", ["kf-41", "kf-cover", "plan-3", "memo", "dissent"])
def test_what_a_database_would_refuse_is_stored_wherever_it_stands(stored, key, written):
    lines = paper(key).data.decode().split("\n")
    for place in range(0, len(lines), 7):
        lines[place] += f" {written}"

    stored(Received("papper.txt", "\n".join(lines).encode("utf-8", "surrogatepass")))


def test_the_earliest_and_the_latest_day_are_stored(stored):
    days = [dt.date.min, dt.date.max]
    text = paper("kf-cover").data.decode()

    for day in days:
        stored(Received("papper.txt", text.replace("2025-03-31", day.isoformat()).encode()))
