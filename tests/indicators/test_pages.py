from forebygg.indicators.models import Indicator, Outcome
from tests.browsing import words

PLACE = "/granvik/indicators/"
FIGURE = {"name": "Utbildade", "unit": "procent", "direction": "up", "period": "year", "by_sex": "on"}


def outcome(**more):
    told = {"starts_on": "2025-01-01", "sex": "all", "value": "12,5", "heads": "40", "source": "Enkäten"}
    return told | more


def test_an_indicator_is_added_measured_and_corrected(browser, granvik):
    browser.page(f"{PLACE}new/", data=FIGURE)
    page = browser.page(f"{PLACE}1/outcome/", data=outcome())
    assert "12,5" in words(page.table)

    link = page.select_one("tbody a")["href"]
    assert browser.page(link).select_one("input[name=value]")["value"] == "12,5"
    browser.page(f"{PLACE}1/outcome/", data=outcome(value="1 013"))

    assert [one.value for one in Outcome.objects.order_by("pk")] == [12.5, 1013]
    assert Indicator.objects.get().by_sex


def test_small_numbers_are_neither_on_the_page_nor_in_the_form(browser, granvik):
    browser.page(f"{PLACE}new/", data=FIGURE)
    for sex, heads, value in (("all", "43", "50"), ("women", "40", "48"), ("men", "3", "77")):
        page = browser.page(f"{PLACE}1/outcome/", data=outcome(sex=sex, heads=heads, value=value))

    told = words(page.table)
    assert "50" in told
    assert not {"48", "77", "40", "3"} & {*told.split()}
    form = browser.page(page.select("tbody a")[2]["href"])
    assert not form.select_one("input[name=value]").get("value")


def test_a_baseline_without_its_day_is_told_at_the_form(browser, granvik):
    page = browser.page(f"{PLACE}new/", status=422, data=FIGURE | {"baseline": "40"})

    assert page.select_one("input[name=baseline]")["value"] == "40"


def test_the_list_takes_as_many_queries_however_many(browser, granvik, goal, django_assert_num_queries):
    one = Indicator.objects.get()
    Indicator.objects.bulk_create(
        Indicator(
            municipality=granvik, number=at, name="x", unit="st", direction=one.direction, period="year"
        )
        for at in range(2, 40)
    )

    with django_assert_num_queries(6):
        browser.get(PLACE)
