"""Ways to reach one person: telephone, e-mail, names on social networks."""

import re
from collections.abc import Iterator
from typing import Final

from forebygg.privacy.guard.marks import Kind, Mark, mark
from forebygg.privacy.guard.words import Prose

# Figures that may be parted by a space, a hyphen, brackets or the like, from 0 or from a country's plus.
_PHONE: Final = re.compile(
    r"(?<![\w+.,/:§-])(?:\+|\(?(?=0))\d(?:[ \xa0\u2009\u202f()/.–‐‑-]{0,3}\d){6,15}(?![\w-])"
)
_DATE: Final = re.compile(r"(?:\d{4}[-/.]\d\d[-/.]\d\d|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d))\b")
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_NETWORKS: Final = "snapchat|snap|insta|instagram|tiktok|discord|kik|telegram|signal|steam|xbox|psn"
# A form, and the sign that a text must hold for it to be worth looking.
_HANDLES: Final = {
    "@": re.compile(r"(?<![\w.@/])(?P<handle>@[\w.]{2,40})"),
    "#": re.compile(r"(?<![\w.])(?P<handle>[\w.]{2,32}#\d{4})(?!\w)"),
    "u/": re.compile(r"(?<!\w)(?P<handle>u/[\w-]{3,30})"),
    ".com/": re.compile(
        r"(?<!\w)(?P<handle>(?:instagram|facebook|tiktok|twitter|x|snapchat|youtube|twitch)\.com/@?[\w./-]{2,60})"
    ),
    ":": re.compile(
        rf"(?i)(?<!\w)(?:{_NETWORKS}|gamertag|användarnamn|nick|konto|kontonamn)\s?:\s?(?P<handle>[\w.@-]{{3,40}})"
    ),
}
_CALLED: Final = re.compile(
    r"(?i)\b(?:heter|kallar\ssig|kallas|användaren)\s(?P<handle>(?=[\w.]*[^\W\d])(?=[\w.]*[\d_])[\w.]{4,32})"
)
# "kontot på tiktok är anna.k", "hans snap heter anna_k": with a sign in it, so no ordinary word; no capital,
# which is rather the next sentence's.
_KEPT: Final = re.compile(
    rf"(?i)\b(?:{_NETWORKS}|konto|kontot|kontonamnet|nick|användarnamnet)\b[^.!?\n]{{0,30}}?\s(?:är|heter)\s"
    r"(?P<handle>(?!www\.)(?-i:(?=[a-zåäö0-9_.]*[._\d]+[a-zåäö0-9_])[a-zåäö][a-zåäö0-9_.]{3,31}))(?!\w)"
)
_CALLERS: Final = frozenset("heter kallar kallas användaren".split())
_KEEPERS: Final = frozenset(
    [*_NETWORKS.split("|"), "konto", "kontot", "kontonamnet", "nick", "användarnamnet"]
)
_TO_ALL: Final = frozenset("@alla @all @channel @here @everyone @kanal @gruppen @team".split())
_LEAST, _MOST = 8, 13


def phones(prose: Prose) -> Iterator[Mark]:
    """Numbers of eight digits or more from 0 or +, which 112, 114 14, 1177, dates and amounts are not."""
    for found in _PHONE.finditer(prose.text):
        number = found.group()
        digits = re.sub(r"\D", "", number)
        if _LEAST <= len(digits) <= _MOST and not _DATE.match(number):
            yield mark(Kind.PHONE, *found.span())


def emails(prose: Prose) -> Iterator[Mark]:
    """Addresses of e-mail."""
    for found in _EMAIL.finditer(prose.text) if "@" in prose.text else ():
        yield mark(Kind.EMAIL, *found.span())


def handles(prose: Prose) -> Iterator[Mark]:
    """ "@name", "name#1234", "u/name", an address of a profile, and "snap: name"."""
    keys = {word.key for word in prose.words}
    forms = [form for sign, form in _HANDLES.items() if sign in prose.text]
    forms += [
        form for opening, form in ((_CALLERS, _CALLED), (_KEEPERS, _KEPT)) if not opening.isdisjoint(keys)
    ]
    for form in forms:
        for found in form.finditer(prose.text):
            name = found["handle"].rstrip(".")
            if name.casefold() not in _TO_ALL:
                yield mark(Kind.HANDLE, found.start("handle"), found.start("handle") + len(name))
