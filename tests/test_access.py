"""Who may open what: the whole policy, one line an address."""

import pytest
from django.urls import URLPattern, get_resolver, reverse
from django.utils.translation import override

from forebygg.decisions.models import Item, Meeting

# Granvik's case as it was imported, to the public; the same with every paper released; and to staff.
TABLE = {
    #                          public released staff
    "site:front":              (302, 302, 302),
    "site:robots":             (200, 200, 200),
    "site:icon":               (301, 301, 301),
    "site:accessibility":      (200, 200, 200),
    "site:home":               (200, 200, 200),
    "decisions:cases":         (200, 200, 200),
    "decisions:case":          (404, 200, 200),
    "decisions:case-json":     (404, 200, 200),
    "decisions:meeting":       (404, 200, 200),
    "decisions:item":          (404, 200, 200),
    "decisions:items":         (200, 200, 200),
    "decisions:dates":         (404, 200, 200),
    "decisions:findings":      (404, 404, 200),
    "decisions:paper":         (404, 200, 200),
    "decisions:original":      (404, 200, 200),
    "decisions:correct-choose": (404, 404, 200),
    "decisions:correct":       (404, 404, 200),
    "decisions:corrections":   (404, 404, 200),
    "decisions:release":       (404, 404, 200),
    "decisions:start-plan":    (404, 404, 200),
    "plans:plans":             (200, 200, 200),
    "plans:plan":              (404, 200, 200),
    "plans:edition":           (404, 200, 200),
    "plans:edition-json":      (404, 200, 200),
    "plans:choose":            (404, 302, 302),
    "plans:compare":           (404, 200, 200),
    "plans:compare-json":      (404, 200, 200),
    "plans:sentence":          (404, 200, 200),
}  # fmt: skip
# What an address needs besides its parts.
QUERIES = {"decisions:correct": "?kind=item&line=177&which=0", "plans:choose": "?from=1&to=2"}
NO_MUNICIPALITY = {"site:front", "site:robots", "site:icon", "site:accessibility"}


def routes(resolver=None, space=""):
    """Every named address and the parts it is made of."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", tuple(pattern.pattern.converters)
        else:
            name = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from routes(pattern, name)


PARTS = dict(routes())


@pytest.fixture
def address(granvik_case):
    """Where each route leads in Granvik, or in another municipality with Granvik's numbers."""
    parts = {
        "case": granvik_case.number,
        "meeting": Meeting.objects.get(case=granvik_case, first_paragraph=44).pk,
        "item": Item.objects.get(case=granvik_case, paragraph=52).pk,
        "paper": 3,
        "original": granvik_case.originals.get().pk,
        "number": 1,
        "edition": 1,
        "earlier": 1,
        "later": 2,
        "sentence": 1,
    }

    def of(name, municipality="granvik"):
        own = {part: parts[part] for part in PARTS[name] if part in parts}
        if name not in NO_MUNICIPALITY:
            own["municipality"] = municipality
        with override("sv"):
            return reverse(name, kwargs=own) + QUERIES.get(name, "")

    return of


def test_every_address_is_in_the_table():
    assert sorted(PARTS) == sorted(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_the_public_opens_what_is_released_and_staff_all_that_is_theirs(
    name, browser, address, granvik_case, person
):
    before, after, staff = TABLE[name]
    url = address(name)

    assert browser.public.get(url).status_code == before
    assert browser.get(url).status_code == staff
    granvik_case.papers.update(released_at="2026-01-01T00:00Z", released_by=person)
    assert browser.public.get(url).status_code == after


@pytest.mark.parametrize("name", [name for name in TABLE if PARTS[name] and name != "site:home"])
def test_what_is_granviks_is_not_there_for_its_neighbour(name, browser, address, other_municipality):
    assert browser.get(address(name, "hedvik")).status_code == 404


@pytest.mark.parametrize("name", [name for name in TABLE if name not in NO_MUNICIPALITY])
def test_an_unknown_municipality_is_not_there(name, browser, address):
    assert browser.get(address(name, "ingenstans")).status_code == 404
