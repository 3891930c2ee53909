import pytest

from forebygg.decisions.errors import CaseKeptChanging
from forebygg.decisions.models import Item, Meeting, Motion
from forebygg.decisions.selectors.lines import lines_of
from forebygg.decisions.views import correcting
from tests.browsing import words


@pytest.fixture
def item(granvik_case):
    """The council's decision, with five movers on two lines."""
    return Item.objects.select_related("paper").get(case=granvik_case, paragraph=41)


@pytest.fixture
def address(item):
    return f"/granvik/cases/1/papers/{item.paper.number}/correct/"


def links(page):
    return {words(link): link["href"] for link in page.select("main .rows a:not(.lines)")}


def value_of(field):
    """What a browser sends for a field that nobody has touched."""
    if field.name == "textarea":
        return field.text.removeprefix("\n")
    if field.name == "select":
        chosen = field.select_one("option[selected]") or field.select_one("option")
        return chosen["value"]
    return field.get("value", "")


def test_everything_that_was_read_from_the_paper_can_be_chosen(browser, item, address):
    page = browser.page(address)

    chosen = links(page)
    assert f"§ 41 {item.title}" in chosen
    assert any(name.startswith("Maj-Lis Ekenstam (S): bifall") for name in chosen)
    assert "13–6" in chosen


def test_the_form_shows_what_was_read_beside_the_original(browser, address, item):
    motion = item.motions.first()
    page = browser.page(f"{address}fact/?kind=motion&line={motion.line}&which=0")

    assert page.select_one("[name=name]")["value"] == motion.name
    assert motion.text in page.select_one("textarea[name=text]").text
    assert motion.name in words(page.select_one(f"#L{motion.line}"))


def test_a_corrected_motion_is_told_as_such(browser, address, item):
    motion = item.motions.first()
    typed = {"name": "Maj-Lis Ekenstam", "party": "GRP", "text": motion.text}

    page = browser.page(f"{address}fact/?kind=motion&line={motion.line}&which=0", data=typed)

    motion.refresh_from_db()
    assert motion.party == "GRP"
    assert "GRP" in words(page.select_one("tbody tr"))


def test_only_what_was_typed_otherwise_is_kept(browser, address, item, granvik_case):
    motion = item.motions.first()
    typed = {"name": motion.name, "party": "GRP", "text": motion.text}

    browser.page(f"{address}fact/?kind=motion&line={motion.line}&which=0", data=typed)

    assert [one.field for one in granvik_case.corrections.all()] == ["party"]


def test_nothing_typed_otherwise_keeps_nothing(browser, address, item, granvik_case):
    motion = item.motions.first()
    typed = {"name": motion.name, "party": motion.party, "text": motion.text}

    browser.page(f"{address}fact/?kind=motion&line={motion.line}&which=0", data=typed)

    assert not granvik_case.corrections.exists()


def test_lines_that_a_browser_ended_in_its_own_way_are_no_corrections(browser, address, item, granvik_case):
    url = f"{address}fact/?kind=item&line={item.first_line}&which=0"
    fields = browser.page(url).select("main form [name]:not([type=hidden])")
    typed = {field["name"]: value_of(field).replace("\n", "\r\n") for field in fields}

    browser.page(url, data=typed | {"title": "Handlingsplan"})

    assert "\r\n" in typed["description"]
    assert [one.field for one in granvik_case.corrections.all()] == ["title"]


def test_what_cannot_be_read_is_said_and_what_was_typed_comes_back(browser, granvik_case):
    meeting = Meeting.objects.select_related("paper").get(case=granvik_case, body="Kommunfullmäktige")
    url = (
        f"/granvik/cases/1/papers/{meeting.paper.number}/correct/fact/"
        f"?kind=meeting&line={meeting.first_line}&which=0"
    )

    page = browser.page(url, status=422, data={"body": "Kommunfullmäktige", "approved_on": "2025-02-30"})

    field = page.select_one("[name=approved_on]")
    assert field["value"] == "2025-02-30"
    assert field["aria-invalid"] == "true"
    assert not granvik_case.corrections.exists()


def test_a_missed_motion_can_be_added_at_its_line(browser, address, item):
    typed = {"name": "Disa Granlöv", "party": "V", "text": "att planen även gäller bolagen."}

    browser.page(f"{address}fact/?add=motion&line=23", data=typed)

    assert Motion.objects.filter(item=item, name="Disa Granlöv").exists()


def test_what_the_paper_does_not_say_can_be_taken_away(browser, address, item):
    motion = item.motions.first()

    browser.page(f"{address}fact/?kind=motion&line={motion.line}&which=0", data={"remove": "1"})

    assert not item.motions.filter(name=motion.name).exists()


def test_a_line_can_be_typed_as_it_should_read(browser, address, item):
    [printed] = lines_of([item.paper]).of(item.paper, 21, 21)

    page = browser.page(
        f"{address}fact/?kind=line&line=21", data={"text": printed.replace("Ekenstam", "Ekenstamm")}
    )

    assert item.motions.filter(name="Maj-Lis Ekenstamm").exists()
    assert "Ekenstamm" in words(page)


def test_a_line_that_nobody_touched_is_no_correction_however_it_was_spaced(browser, address, granvik_case):
    original = granvik_case.originals.get()
    lines = original.text.split("\n")
    lines[20] = f"\f  {lines[20]}   "
    original.text = "\n".join(lines)
    original.save()

    page = browser.page(f"{address}fact/?kind=line&line=21")
    browser.page(f"{address}fact/?kind=line&line=21", data={"text": page.select_one("[name=text]")["value"]})

    assert not granvik_case.corrections.exists()


def test_what_was_typed_comes_back_when_the_case_keeps_changing(browser, address, granvik_case, monkeypatch):
    def never(*_, **__):
        raise CaseKeptChanging

    monkeypatch.setattr(correcting, "apply", never)

    page = browser.page(f"{address}fact/?kind=line&line=21", status=422, data={"text": "Så här ska det stå"})

    assert page.select_one("[name=text]")["value"] == "Så här ska det stå"


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?line=21",
        "?kind=motion&line=1&which=0",
        "?kind=motion&line=21&which=9",
        "?kind=nonsense&line=21",
        "?kind=line&line=9999",
        "?kind=line&line=-1",
        f"?kind=line&line={'9' * 5000}",
        f"?kind=motion&line=21&which={'9' * 5000}",
        "?add=meeting&line=21",
        "?add=motion&line=x",
    ],
)
def test_what_is_not_there_cannot_be_corrected(browser, address, query):
    browser.page(f"{address}fact/{query}", status=404)


def test_a_correction_can_be_withdrawn_from_the_list(browser, address, item, granvik_case):
    motion = item.motions.first()
    party = motion.party
    typed = {"name": motion.name, "party": "GRP", "text": motion.text}
    page = browser.page(f"{address}fact/?kind=motion&line={motion.line}&which=0", data=typed)

    button = page.select_one("button[name=withdraw]")
    page = browser.page("/granvik/cases/1/corrections/", data={"withdraw": button["value"]})

    motion.refresh_from_db()
    assert motion.party == party
    assert page.select_one(".nothing")


@pytest.mark.parametrize(
    "page", ["papers/1/correct/", "papers/1/correct/fact/?kind=line&line=3", "corrections/"]
)
def test_the_public_has_no_such_page(browser, granvik_released, page):
    browser.public.page(f"/granvik/cases/1/{page}", status=404)


def test_the_public_cannot_correct_by_posting_either(browser, granvik_released):
    browser.public.page(
        "/granvik/cases/1/papers/1/correct/fact/?kind=line&line=3", status=404, data={"text": "x"}
    )

    assert not granvik_released.corrections.exists()
