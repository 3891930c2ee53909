import pytest

from forebygg.casefile.sentences import FINDINGS
from forebygg.decisions.models import Finding
from forebygg.decisions.selectors.findings import KINDS
from tests.browsing import words

ADDRESS = "/en/granvik/cases/1/findings/"


def rows(page, group):
    return {words(row.p): row for row in page.select(f"#{group} li[id^=finding]")}


def test_every_kind_of_finding_has_one_group():
    codes = [code for kind in KINDS.values() for code in kind.codes]

    assert sorted(codes) == sorted(FINDINGS)


def test_all_findings_are_told_and_numbered_as_they_stand(browser, granvik_case):
    numbers = [int(row["value"]) for row in browser.page(ADDRESS).select("li[id^=finding]")]

    assert numbers == list(range(1, Finding.objects.filter(case=granvik_case).count() + 1))


def test_a_finding_says_its_days_in_words_and_shows_the_law(browser, granvik_case):
    found = rows(browser.page(ADDRESS), "days")

    [late] = (row for text, row in found.items() if text.startswith("The minutes were approved"))
    assert words(late.p) == (
        "The minutes were approved on 20 March 2025, 15 days after the meeting on 5 March 2025. "
        "At most 14 days are allowed (kommunallagen (2017:725))."
    )
    assert "the Local Government Act (2017:725), ch. 5 s. 69" in words(late.details)


def test_the_lines_that_show_it_are_linked_paper_by_paper(browser, granvik_case):
    found = rows(browser.page(ADDRESS), "lacking")

    [missing] = (row for text, row in found.items() if "Barnrättsprövning" in text)
    [line] = missing.select("a.lines")
    assert words(missing.select_one(".quiet")).startswith("Extract of minutes 5 March 2025 :")
    assert line["href"].endswith("/papers/3/#L241")


def test_changes_that_nobody_declares_lead_to_the_comparison(browser, granvik_case):
    links = [
        row.select_one("a[href*=compare]")["href"] for row in rows(browser.page(ADDRESS), "text").values()
    ]

    assert [link.rsplit("/plans/1/", 1)[1] for link in links] == [
        "compare/1/2/",
        *["compare/2/3/"] * 3,
    ]


def test_a_doubt_is_said_with_the_finding(browser, granvik_case):
    [first, *_] = rows(browser.page(ADDRESS), "text")

    assert first.endswith("At least one of them may be reading noise.")


def test_nothing_to_look_into_is_good_and_says_so(browser, granvik_case):
    Finding.objects.all().delete()

    page = browser.page(ADDRESS)

    assert "That is how it should be." in words(page.select_one(".nothing"))


def test_findings_are_for_staff(browser, granvik_released):
    browser.public.page(ADDRESS, status=404)


def test_findings_of_another_municipality_are_not_there(browser, granvik_case, other_municipality):
    browser.page("/hedvik/cases/1/findings/", status=404)


@pytest.mark.parametrize("times", [1, 10])
def test_it_takes_as_many_queries_however_many_findings(
    browser, granvik_case, person, django_assert_max_num_queries, times
):
    finding = Finding.objects.filter(case=granvik_case, code="approval_late").get()
    for number in range(10 * times):
        finding.pk, finding.position = None, 1000 + number
        finding.save(force_insert=True)

    with django_assert_max_num_queries(11):
        browser.get(ADDRESS)
