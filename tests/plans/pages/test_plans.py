from tests.browsing import words

PLANS = "/granvik/plans/"


def test_each_plan_is_listed_with_what_it_is_and_its_editions(browser, plan, adopted):
    page = browser.page(PLANS)

    (section,) = page.select("section.plan")
    assert section.select_one("h2 a")["href"] == "/granvik/plans/1/"
    assert "Kommunfullmäktige § 41" in words(section)
    assert len(section.select(".rail .stop")) == 3


def test_without_plans_it_says_how_one_comes_here(browser, other_municipality):
    page = browser.page("/hedvik/plans/")

    assert page.select_one('.nothing a[href="/hedvik/plans/new/"]')


def test_the_public_is_told_that_none_is_released(browser, plan):
    page = browser.public.page(PLANS)

    assert page.select_one(".nothing")
    assert not page.select('a[href*="/plans/new/"]')


def test_the_public_sees_released_plans(browser, granvik_released):
    page = browser.public.page(PLANS)

    assert page.select_one("section.plan h2 a")["href"] == "/public/granvik/plans/1/"


def test_the_list_is_made_in_a_fixed_number_of_queries(browser, plan, person, django_assert_num_queries):
    with django_assert_num_queries(9):
        browser.get(PLANS)
