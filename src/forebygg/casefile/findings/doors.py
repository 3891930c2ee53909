"""Where the papers send someone who is worried; two papers must not send the same worry to different doors."""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from forebygg.casefile.evidence import Evidence, Quote
from forebygg.casefile.facts import Finding

# A worry about a person, not an emergency: 112 is the right door for that in every paper.
WORRY: Final = re.compile(
    r"\b(?:oro|orolig\w*|oroas|misst[aä]nk\w+|misstanke|farhåg\w+|befara\w*|upptäck\w* tecken)\b",
    re.IGNORECASE,
)
ACUTE: Final = re.compile(
    r"\b(?:akut\w*|112|nödläge|pågående brott|fara för liv|överhängande)\b", re.IGNORECASE
)
SENDS: Final = re.compile(
    r"\b(?:kontakta[sr]?|tas? kontakt|vänd(?:a|er|as)?|hänvisa[sr]?|anmäl(?:a|er|s|as|an)?|orosanmäl\w*|ring(?:a|er|s)?|"
    r"informera[sr]?|underrätta[sr]?|meddela[sr]?|lämna[sr]?|rapportera[sr]?)\b",
    re.IGNORECASE,
)
DOORS: Final = {
    "socialtjänsten": re.compile(r"\bsocialtjänst\w*|\bsocialnämnd\w*|\bsocial\s?jour\w*|\bsocialförvaltning\w*|\bbarn- och ungdomsenhet\w*|\bmottagningsenhet\w*", re.IGNORECASE),
    "polisen": re.compile(r"\bpolis(?:en|ens|myndigheten\w*)?\b|\b114\s?14\b", re.IGNORECASE),
    "Säkerhetspolisen": re.compile(r"\bsäkerhetspolis\w*|\bsäpo\b", re.IGNORECASE),
    "rektor": re.compile(r"\brektor\w*", re.IGNORECASE),
    "säkerhetssamordnaren": re.compile(r"\bsäkerhets(?:samordnar|chef|strateg)\w*|\bbrottsförebygg(?:are|aren|arsamordnar\w*)\b|\btrygghetssamordnar\w*", re.IGNORECASE),
    "närmaste chef": re.compile(r"\b(?:närmaste|ansvarig) chef\w*", re.IGNORECASE),
}  # fmt: skip


class Routing(NamedTuple):
    """A sentence that sends a worry somewhere."""

    quote: Quote
    doors: frozenset[str]


def contradictory_doors(evidence: Evidence) -> Iterator[Finding]:
    """Two papers that send the same worry to different doors; each pair of doors is raised once.

    A worried reader must meet one answer. Of the plan, the latest edition counts.
    """
    latest = evidence.latest
    superseded = {plan.document for plan in evidence.plans} - {latest.document if latest else None}
    routings = [
        routing
        for document in evidence.documents
        if document.id not in superseded
        for routing in _routings(evidence, document.id)
    ]
    raised: set[frozenset[str]] = set()
    for one, other in combinations(routings, 2):
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
            places=tuple(evidence.place(r.quote.document, r.quote.lines) for r in (one, other)),
        )


def _routings(evidence: Evidence, document: str) -> Iterator[Routing]:
    for quote in evidence.quotes(document):
        if not WORRY.search(quote.text) or not SENDS.search(quote.text):
            continue
        if not ACUTE.search(quote.text) and (doors := doors_in(quote.text)):
            yield Routing(quote, doors)


def doors_in(text: str) -> frozenset[str]:
    """The doors a sentence names."""
    return frozenset(door for door, words in DOORS.items() if words.search(text))


def _named(routing: Routing) -> str:
    return ", ".join(door for door in DOORS if door in routing.doors)
