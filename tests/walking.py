"""Walks a site by its links, as a visitor with time on their hands."""

from collections import Counter, deque
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from django.utils.translation import override

# What ends a walk, beside files in a form that their names tell: other files, and the front, which leads back
# to the home.
ENDS = {"front", "robots", "icon", "original", "one", "feed"}
FILES = ("-csv", "-docx", "-json", "-pdf", "-xlsx")


def is_no_page(name):
    """Whether a walk goes no further than to what is so named.

    Pages of one's account neither: who has logged in longer ago is asked to do so once more.
    """
    return name in ENDS or name.endswith(FILES) or name.startswith(("account_", "mfa_"))


def walk(browser, start, *, each=2):
    """Every kind of page that links lead to, as (name, address, page); at most *each* of a kind.

    A page that a link leads to and that is not sound, or not there, fails.
    """
    language = "/en" if start.startswith("/en/") else ""
    waiting, known, seen = deque([start]), {start}, Counter()
    while waiting:
        address = waiting.popleft()
        name = name_of(address, language)
        if is_no_page(name) or seen[name] >= each:
            continue
        seen[name] += 1
        page = browser.page(address)
        yield name, address, page
        for link in page.select("a[href]"):
            if link.get("hreflang") or link.find_parent("footer"):
                continue
            found = urlsplit(urljoin(browser.prefix + address, link["href"]))
            assert not found.netloc, f"{address} leads to {link['href']}"
            assert found.path.startswith(browser.prefix), f"{address} leads out of its door: {link['href']}"
            target = found.path.removeprefix(browser.prefix) + (found.query and f"?{found.query}")
            if target not in known:
                known.add(target)
                waiting.append(target)


def name_of(address, language):
    """The name of the view that answers there."""
    with override("en" if language else "sv"):
        try:
            return resolve(urlsplit(address).path).url_name
        except Resolver404 as nowhere:
            message = f"A link leads to {address}, where there is nothing."
            raise AssertionError(message) from nowhere
