from tests.browsing import words

ADDRESS = "/granvik/cases/1/release/"


def ticked(page):
    return [int(box["value"]) for box in page.select("input[name=papers][checked]")]


def test_no_paper_of_an_import_is_ticked(browser, granvik_case):
    page = browser.page(ADDRESS)

    assert len(page.select("input[name=papers]")) == 18
    assert ticked(page) == []


def test_the_ticked_papers_are_shown_and_no_others(browser, granvik_case):
    browser.page(ADDRESS, data={"papers": [1, 2]})
    browser.page(ADDRESS, data={"papers": [2, 3]})

    assert [paper.number for paper in granvik_case.papers.released()] == [2, 3]
    assert ticked(browser.page(ADDRESS)) == [2, 3]


def test_one_is_told_what_was_done(browser, granvik_case):
    page = browser.page(ADDRESS, data={"papers": [1, 2]})

    assert "2" in words(page.select_one("[role=status], .ds-alert"))


def test_a_paper_that_is_not_there_is_refused_and_the_ticks_come_back(browser, granvik_case):
    page = browser.page(ADDRESS, status=422, data={"papers": [1, 99]})

    assert ticked(page) == [1]
    assert not granvik_case.papers.released().exists()


def test_the_public_cannot_release(browser, granvik_released):
    browser.public.page(ADDRESS, status=404)
    browser.public.page(ADDRESS, status=404, data={"papers": [1]})

    assert granvik_released.papers.released().count() == 18


def test_papers_of_another_municipality_are_not_there(browser, granvik_case, other_municipality):
    browser.page("/hedvik/cases/1/release/", status=404)
