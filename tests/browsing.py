"""A visitor without a screen: fetches pages, and holds each to what every page promises."""

import re
from collections import Counter
from itertools import pairwise
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.test import Client
from django.utils.translation import get_language, override

PRODUCT = " – Förebygg"
STATIC = re.compile(r"^/static/|^data:image/")


class Browser:
    """Looks at the work pages as whoever the client has logged in; `public` looks through the other door."""

    def __init__(self, client=None, prefix=""):
        self.client = client or Client()
        self.prefix = prefix

    @property
    def public(self):
        return Browser(self.client, "/public")

    def get(self, url, **headers):
        """The bare answer, for what is no page."""
        with override(get_language()):  # the language of a visit is left behind there
            answer = self.client.get(self.prefix + url, **headers)
        if answer.streaming:  # a file is fetched to its end, which closes it
            answer.streaming_content = [answer.getvalue()]
        return answer

    def post(self, url, data):
        """The bare answer to posting *data*."""
        with override(get_language()):
            return self.client.post(self.prefix + url, data)

    def page(self, url, status=200, data=None):
        """The page at *url*, or the answer to posting *data* there, found sound."""
        address = self.prefix + url
        answer = self.get(url) if data is None else self.post(url, data)
        if status == 200 and answer.status_code in {301, 302} and data is not None:
            answer = Browser(self.client).get(answer["Location"])
        assert answer.status_code == status, f"{address}: {answer.status_code} {answer.get('Location', '')}"
        page = BeautifulSoup(answer.content, "html.parser")
        faults = list(faults_of(page, "en" if "/en/" in f"/{urlsplit(address).path}" else "sv"))
        assert not faults, f"{address}: " + "; ".join(faults)
        return page


def words(element):
    """The text of an element as one reads it."""
    return " ".join(element.get_text(" ").split())


def faults_of(page, language):
    """Everything in the page that no page may have."""
    yield from _of_the_heading(page, language)
    yield from _of_the_markup(page)
    yield from _of_the_links(page)
    yield from _of_the_form(page)


def _of_the_heading(page, language):
    if page.html["lang"] != language:
        yield f"the language is said to be {page.html['lang']}"
    headings = page.select("h1")
    if len(headings) != 1:
        yield f"{len(headings)} headings of the first level"
    elif words(page.title) != words(headings[0]) + PRODUCT:
        yield f"the title is {words(page.title)!r} and the heading {words(headings[0])!r}"
    if page.title.select("*"):
        yield f"markup in the title: {page.title}"
    levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4, h5, h6")]
    for higher, lower in pairwise([0, *levels]):
        if lower > higher + 1:
            yield f"a heading of level {lower} follows one of level {higher}"


def _of_the_markup(page):
    elements = page.select("*")
    if page.select("style, script:not([src]), [style]") or any(
        name.startswith("on") for element in elements for name in element.attrs
    ):
        yield "style or script stands in the page itself"
    for element in page.select("link[href], script[src], img[src]"):
        address = element.get("href") or element["src"]
        if not STATIC.match(address):
            yield f"{address} is fetched from elsewhere"
    if leftover := re.search(r"\{[%{#].*?[%}#]\}|%\(\w+\)s", page.get_text()):
        yield f"{leftover[0]} was not rendered"


def _of_the_links(page):
    ids = [element["id"] for element in page.select("[id]")]
    for repeated in (name for name, times in Counter(ids).items() if times > 1):
        yield f"the id {repeated} stands more than once"
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls"):
        for element in page.select(f"[{attribute}]"):
            for name in set(element[attribute].split()) - set(ids):
                yield f"{attribute} names {name}, which is not there"
    for link in page.select("a[href^='#']"):
        if link["href"][1:] not in ids:
            yield f"{link['href']} leads nowhere"
    for link in page.select("a:not([href]), a[href=''], a[href*='None']"):
        yield f"a link without an address: {link}"


def _of_the_form(page):
    for field in page.select("input:not([type=hidden]), select, textarea"):
        labels = page.select(f"label[for='{field.get('id')}']") or field.find_parents("label")
        if not (labels or field.get("aria-label") or field.get("aria-labelledby")):
            yield f"{field.get('name')} has no label"
    for button in page.select("button"):
        if not words(button):
            yield "a button without words"
    for table in page.select("table"):
        if not table.caption or not table.select("th[scope]"):
            yield "a table without caption or heads"
