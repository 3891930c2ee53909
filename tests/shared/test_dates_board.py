"""The dates board of the shared case. Its papers are from 2016, and so is the law."""

import pytest

from bench.papers import SHARED
from forebygg.decisions.services import import_papers
from forebygg.papers.receiving import Received
from tests.browsing import words

BOARD, COMMITTEE, ADVISORY = (
    "Kommunstyrelsen",
    "Kommunledningsutskottet",
    "Beredningen för medborgardialog och mångfald",
)


@pytest.fixture
def rows(browser, other_municipality, person):
    files = [Received(path.name, path.read_bytes()) for path in sorted((SHARED / "casefile").glob("*.txt"))]
    case = import_papers(other_municipality, files, by=person).case
    page = browser.page(f"/en/hedvik/cases/{case.number}/dates/")
    return {
        words(row.a): [words(cell) for cell in row.select("td")] for row in page.select("tbody.board > tr")
    }


def test_the_boards_notice_runs_three_weeks_from_the_day_it_was_put_up(rows):
    _natures, approved, posted, last_day, removed = rows[BOARD]

    assert approved == "14 November 2016 In time"
    assert posted == "15 November 2016 In time"
    assert last_day == "6 December 2016 ended"
    assert removed == "7 December 2016 In time"


@pytest.mark.parametrize(("body", "paragraph"), [(ADVISORY, 28), (COMMITTEE, 133), (BOARD, 171)])
def test_each_paragraph_of_the_case_only_prepares_the_councils_decision(rows, body, paragraph):
    assert rows[body][0] == f"§ {paragraph} Preparatory: cannot be appealed"


def test_rules_that_nobody_has_read_in_the_statute_say_so(browser, rows):
    page = browser.page("/en/hedvik/cases/1/dates/")

    assert [words(row.select_one("th .mark")) for row in page.select("tbody.board > tr")] == [
        "rules not checked against the statute"
    ] * 3
    assert "Not checked against the statute." in words(page.select_one("details.law summary"))
