"""Who moved a change: motions linked to the sentences that they asked for."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.comparison.matter import Matter
from forebygg.casefile.comparison.place import Places
from forebygg.casefile.comparison.substance import substance
from forebygg.casefile.facts import Change, Item, Mover, Plan
from forebygg.language.stems import akin
from forebygg.language.wording import letters, wording

_CLAUSE: Final = re.compile(r"(?:[,;]\s*|\s+)(?:och\s+|samt\s+|dels\s+)?att\s+|\n+|;\s+")
_QUOTED: Final = re.compile(r"[\"”“»](?P<words>[^\"”“»«]{3,600})[\"”“«]")
# What motions say of any matter: no word of it tells one change from another.
_ANY: Final = frozenset(
    content_of(
        "bifall avslag återremiss förslag förslaget beslut yrkande ärende ärendet planen handlingsplan "
        "handlingsplanen avsnitt avsnittet rubrik rubriken kapitel punkt mening meningen text kompletteras "
        "komplettera läggas lägga tillägg ändras ändring strykas införas föras till in ut följande lydelse "
        "kommunstyrelsen kommunfullmäktige nämnden utskottet kommunen ska bör behandling behandlingen inför "
        "förvaltningen förvaltningens utskottets styrelsens gemensamt våldsbejakande extremism enligt"
    )
)
_ACTS: Final = {
    "moved": re.compile(r"flytta|placera|sist|först|slås\s+(?:samman|ihop)", re.IGNORECASE),
    "renamed": re.compile(r"namn|rubrik|titel|heta|döp", re.IGNORECASE),
}
_DIVIDES: Final = re.compile(r"(?<!\w)(?:dela(?:s|r)?|bryts?\s+ut|lyfts?\s+ut)(?!\w)", re.IGNORECASE)


def moved(changes: Sequence[Change], items: Sequence[Item], plans: Sequence[Plan]) -> list[Change]:
    """The changes, each with those whose motion between the two editions asked for it."""
    by_document = {plan.document: plan for plan in plans}
    places = Places(by_document)
    matter = Matter(plans, items)
    own = [item for item in items if item.motions and matter.holds(item)]
    timely: dict[tuple[str, str], list[Item]] = {}
    found: list[Change] = []
    for change in changes:
        editions = change.from_document, change.to_document
        if editions not in timely:
            earlier, later = (by_document.get(name) for name in editions)
            timely[editions] = [item for item in own if _between(item.date, earlier, later)]
        movers = {
            Mover(name=motion.name, party=motion.party, body=item.body, paragraph=item.paragraph): None
            for item in timely[editions]
            for motion in item.motions
            if asks_for(motion.text, change, places)
        }
        found.append(replace(change, moved_by=tuple(movers)) if movers else change)
    return found


def _between(date: dt.date | None, earlier: Plan | None, later: Plan | None) -> bool:
    first = earlier.date if earlier else None
    last = later.date if later else None
    return date is None or ((first is None or first <= date) and (last is None or date <= last))


def asks_for(text: str, change: Change, places: Places) -> bool:
    """Whether a motion or a decision, in one of its clauses, asks for the change."""
    if _gives_wording(text, change) or places.is_counted(text, change):
        return True
    return any(_clause_asks(clause, change, places) for clause in _CLAUSE.split(text) if clause.strip())


def _gives_wording(text: str, change: Change) -> bool:
    """Whether the text quotes words that came or went in the change: 'orden "fyra gånger" byts ut'."""
    quoted = [f" {wording(match['words']).casefold()} " for match in _QUOTED.finditer(text)]
    if not quoted:
        return False
    before, after = (f" {wording(told or '').casefold()} " for told in (change.before, change.after))
    return any((words in before) != (words in after) for words in quoted)


def _clause_asks(clause: str, change: Change, places: Places) -> bool:
    if _DIVIDES.search(clause) and places.split_off(clause, (), change):
        return True
    title = letters(change.after or change.before or "")
    if change.kind in _ACTS:
        return bool(title and _ACTS[change.kind].search(clause)) and title in letters(clause)
    gave = substance(change)
    words = gave.removed_words if change.kind == "removed" else gave.added_words
    asked = _asked(clause)
    wanted = [one for one in words if one not in _ANY]
    hits = sum(any(akin(one, word) for word in wanted) for one in asked)
    # Half of what the clause asks for, or most of what the change gave, which the motion may quote.
    return hits > 0 and (2 * hits >= len(asked) or (hits >= 3 and 5 * hits >= 3 * len(wanted)))


@lru_cache(maxsize=4096)
def _asked(clause: str) -> tuple[str, ...]:
    """What the clause asks for, in stems; each clause is held against every change."""
    return tuple(one for one in content_of(clause) if one not in _ANY and not one.isdecimal())
