"""Where the papers send someone who is worried; two of them must not send the same worry to two doors."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from forebygg.casefile.evidence import Evidence, Quote
from forebygg.casefile.facts import Finding

# A worry about a person.
_WORRIES: Final = ("oro", "misst", "farhåg", "befara", "upptäck", "radikaliser")  # looked for first
WORRY: Final = re.compile(
    r"\b(?:oron?|orolig\w*|oroa[rs]|misst[aä]nk\w+|farhåg\w+|befara\w*|upptäck\w* tecken|radikaliser\w+)\b",
    re.IGNORECASE,
)
# An emergency or a crime: other worries, with doors of their own.
ACUTE: Final = re.compile(
    r"\b(?:akut\w*|112|nödläge|fara för liv|överhängande|(?:pågående|om|begått|planera\w*) (?:\w+ )?brott\w*|"
    r"brottsmisstank\w*|polisanmäl\w*)\b",
    re.IGNORECASE,
)
SENDS: Final = re.compile(
    r"\b(?:kontakta[sr]?|ta[rs]? kontakt|vänd(?:a|er|as)?|hänvisa[sr]?|anmäl(?:a|er|s|as|an)?|orosanmäl\w*|"
    r"ring(?:a|er|s)?|informera[sr]?|underrätta[sr]?|meddela[sr]?|lämna[sr]?|rapportera[sr]?)\b",
    re.IGNORECASE,
)
# What comes after the door: what happens behind it, or why.
_BEYOND: Final = re.compile(
    r"[,–]\s+(?:som|vilke[nt]|vilka|där|varvid|och|men|medan|innan|efter|för att|så att|eftersom)\b"
    r"|;|\b(?:innan|så att)\b",
    re.IGNORECASE,
)
_DOORS: Final = {
    "socialtjänsten": (
        r"social(?:tjänst|nämnd|\s?jour|förvaltning|kontor)\w*|(?:barn- och ungdoms|mottagnings)enhet\w*"
    ),
    "polisen": r"polis(?:ens?|myndigheten\w*)?|114\s?14",
    "Säkerhetspolisen": r"säkerhetspolis\w*|säpo",
    "rektor": r"rektor\w*",
    "säkerhetssamordnaren": (
        r"(?:säkerhets|trygghets)(?:samordnar|chef|strateg)\w*|brottsförebygg(?:are|aren|arsamordnar\w*)"
    ),
    "närmaste chef": r"(?:närmaste|ansvarig) chef\w*",
}
DOORS: Final = {door: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for door, words in _DOORS.items()}


class Routing(NamedTuple):
    """A sentence that sends a worry somewhere."""

    quote: Quote
    doors: frozenset[str]


def contradictory_doors(evidence: Evidence) -> Iterator[Finding]:
    """Two papers that send the same worry to different doors; each pair of doors is raised once.

    A worried reader must meet one answer. Of the plan, the latest edition counts. The older paper comes
    first.
    """
    if not evidence.is_case:
        return
    raised: set[frozenset[str]] = set()
    for one, other in combinations(_routings(evidence), 2):
        pair = one.doors | other.doors
        if one.quote.document == other.quote.document or one.doors & other.doors or pair in raised:
            continue
        raised.add(pair)
        yield Finding(
            code="contradictory_doors",
            values={
                "first_door": _named(one),
                "first": one.quote.text,
                "second_door": _named(other),
                "second": other.quote.text,
            },
            document=one.quote.document,
            places=tuple(evidence.place(each.quote.document, each.quote.lines) for each in (one, other)),
        )


def _routings(evidence: Evidence) -> list[Routing]:
    """Where each paper sends a worry, the older paper first; once a paper and set of doors."""
    latest = evidence.latest
    papers = [
        document
        for document in evidence.documents
        if not document.copy_of
        and document.kind not in {"minutes", "minutes_cover"}
        and (document.kind != "plan" or (latest and document.id == latest.document))
    ]
    papers.sort(key=lambda document: document.date or dt.date.max)
    found: dict[tuple[str, frozenset[str]], Routing] = {}
    for document in papers:
        for quote in evidence.quotes(document.id):
            folded = quote.text.casefold()
            if (
                any(map(folded.__contains__, _WORRIES))
                and WORRY.search(quote.text)
                and not ACUTE.search(quote.text)
                and (doors := first_doors(quote.text))
            ):
                found.setdefault((document.id, doors), Routing(quote, doors))
    return list(found.values())


def first_doors(text: str) -> frozenset[str]:
    """The doors that the sentence sends to, not those that lie behind them; none if it sends nowhere."""
    sends = SENDS.search(text)
    if not sends:
        return frozenset()
    beyond = _BEYOND.search(text, sends.end())
    sent = text[: beyond.start()] if beyond else text
    return frozenset(door for door, words in DOORS.items() if words.search(sent))


def _named(routing: Routing) -> str:
    return ", ".join(door for door in DOORS if door in routing.doors)
