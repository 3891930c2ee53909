"""What a section's heading says of the sentences below it: their matter, their level, who answers."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final

from forebygg.commitments.rules.proposing.actors import mentions, rows
from forebygg.commitments.rules.proposing.facts import Actor, Level
from forebygg.commitments.rules.proposing.tokens import tokens


class Matter(StrEnum):
    """What a section is about."""

    ACTS = "acts"
    GOALS = "goals"
    WORDS = "words"
    BACKGROUND = "background"


_MATTERS: Final = (
    (
        Matter.WORDS,
        re.compile(
            r"(?<!\w)(?:ord|begrepp\w*|definition\w*|ordlista|terminologi|vad\s(?:är|menas|innebär|"
            r"betyder)|förklaring\w*)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        Matter.GOALS,
        re.compile(
            r"(?<!\w)(?:syfte\w*|mål|målen|målbild|målsättning\w*|(?:effekt|del|resultat|process|"
            r"inriktnings)mål\w*|vision\w*|"
            r"indikator\w*|(?:det\shär|detta)\svill\svi|vart\sska\svi|önskat\släge|ambition\w*)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        Matter.BACKGROUND,
        re.compile(
            r"(?<!\w)(?:bakgrund\w*|inledning\w*|förord|sammanfattning|nuläge\w*|lägesbild\w*|"
            r"omvärld\w*|lag(?:ar|stiftning\w*|en)?|"
            r"lagstöd|juridi\w+|rättsl\w+|styrande\sdokument|styrdokument|utgångspunkt\w*|"
            r"om\s(?:den\shär\s)?(?:handlings)?planen|"
            r"problembild\w*|källor|referenser|riskfaktorer|skyddsfaktorer|forskning\w*|nationell\w*|"
            r"avgränsning\w*|"
            r"om\s(?:dokumentet|programmet)|så\sser\sdet\sut)(?!\w)",
            re.IGNORECASE,
        ),
    ),
)
# Headings that name an act make the section one of acts, whatever else they name: "Uppföljning av mål".
_ACTING: Final = re.compile(
    r"(?<!\w)(?:åtgärd\w*|insats\w*|ansvar\w*|uppföljning\w*|aktivitet\w*|genomförande\w*|organisation\w*|"
    r"utveckling\sav|uppdrag\w*|arbetssätt|så\s(?:gör|arbetar|mäter)\svi|handlingsplan)(?!\w)",
    re.IGNORECASE,
)
_LEVELS: Final = (
    (
        Level.INDIVIDUAL,
        re.compile(
            r"individ(?!uell)|indiker|individuell|enskild|tertiär|(?<!\w)or(?:o|on|oar)(?!\w)|orolig|"
            r"orosanmäl|anhörig|närstående|"
            r"avhopp|avhoppar|lämna en extrem|den unge|för någon",
            re.IGNORECASE,
        ),
    ),
    (
        Level.GROUP,
        re.compile(
            r"selektiv|specifik|riskgrupp|(?<!mål)(?<!yrkes)(?<!arbets)(?<!personal)grupp(?:er|"
            r"nivå)?(?!\w)|sekundär|"
            r"risken är större|behöver mer stöd|utsatta (?:områden|miljöer)|riktade? (?:till|"
            r"mot) (?:grupper|vissa)|gruppnivå",
            re.IGNORECASE,
        ),
    ),
    (
        Level.GENERAL,
        re.compile(
            r"generell|universell|främjande|primär|för alla|(?:till|mot) (?:alla|"
            r"samtliga)\s(?:invånare|barn|unga|elever)|allmänförebygg",
            re.IGNORECASE,
        ),
    ),
)
# A sentence tells its own level only by the plain words for it.
_SAID: Final = (
    (
        Level.INDIVIDUAL,
        re.compile(r"individinriktad|indikerad\w* (?:insats|förebygg)|individnivå", re.IGNORECASE),
    ),
    (Level.GROUP, re.compile(r"selektiv\w* (?:insats|förebygg|nivå)|gruppnivå", re.IGNORECASE)),
    (
        Level.GENERAL,
        re.compile(
            r"generell\w* (?:insats|förebygg|nivå)|universell\w* (?:insats|förebygg|nivå)", re.IGNORECASE
        ),
    ),
)
_ANSWERS: Final = re.compile(
    r"(?:ansvar\w*|åtgärd\w*|uppdrag\w*|roll\w*|uppgift\w*|insats\w*|arbete\w*|verksamhet\w*|"
    r"åtagande\w*|skall?|och|för|[:–-])",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def matter(title: str) -> Matter:
    """What the heading says that the section is about."""
    if _ACTING.search(title):
        return Matter.ACTS
    return next((one for one, pattern in _MATTERS if pattern.search(title)), Matter.ACTS)


@lru_cache(maxsize=2048)
def level_of(title: str) -> Level | None:
    """The one level that the heading names; None when it names none, or several."""
    named = [one for one, pattern in _LEVELS if pattern.search(title)]
    return named[0] if len(named) == 1 else None


def said_level(text: str) -> Level | None:
    """The one level that the sentence's own words name."""
    named = [one for one, pattern in _SAID if pattern.search(text)]
    return named[0] if len(named) == 1 else None


@lru_cache(maxsize=2048)
def answering(title: str) -> tuple[Actor, ...]:
    """Those whom the heading makes answerable: "Socialnämnden", "Ansvar: Polisen", "Skolans ansvar"."""
    words = tokens(title)
    if len(words) > 12:
        return ()
    named = rows(words, mentions(title, words))
    if not named:
        return _owner(title)
    inside = {place for row in named for place in range(row.first, row.end)}
    rest = [word.low for place, word in enumerate(words) if place not in inside]
    if all(_ANSWERS.fullmatch(word) or not word.isalpha() for word in rest):
        return tuple(actor for row in named for actor in row.actors)
    return ()


def _owner(title: str) -> tuple[Actor, ...]:
    """ "Socialnämndens ansvar": who stands in the genitive."""
    words = tokens(title)
    bare = [
        word for word in words if word.is_word and not _ANSWERS.fullmatch(word.low) and not word.low.isdigit()
    ]
    if not bare or len(bare) == len(words) or not bare[-1].low.endswith("s"):
        return ()
    name = title[bare[0].start : bare[-1].end - 1]
    inner = tokens(name)
    named = rows(inner, mentions(name, inner))
    return named[0].actors if len(named) == 1 and not named[0].first and named[0].end == len(inner) else ()


def above(label: str, titles: Mapping[str, str]) -> list[str]:
    """The headings of the sections that a numbered section is part of, the nearest first."""
    found = []
    parts = label.strip(". ")[:40].split(".")
    for length in range(len(parts) - 1, 0, -1):
        title = titles.get(".".join(parts[:length]))
        if title:
            found.append(title)
    return found[:8]
