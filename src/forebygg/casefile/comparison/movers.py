"""Who moved a change: motions linked to the sentences that they asked for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.comparison.substance import substance
from forebygg.casefile.facts import Change, Item, Mover, Plan
from forebygg.language.stems import akin
from forebygg.language.wording import letters

_CLAUSE: Final = re.compile(r"(?:[,;]\s*|\s+)(?:och\s+|samt\s+|dels\s+)?att\s+|\n+|;\s+")
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
    "divided": re.compile(r"dela(?:s|r)?\b|eget\s+avsnitt", re.IGNORECASE),
}


def moved(changes: Sequence[Change], items: Sequence[Item], plans: Sequence[Plan]) -> list[Change]:
    """The changes, each with those whose motion between the two editions asked for it."""
    dates = {plan.document: plan.date for plan in plans}
    found: list[Change] = []
    for change in changes:
        earlier, later = dates.get(change.from_document), dates.get(change.to_document)
        movers: dict[Mover, None] = {}
        for item in items:
            if item.date and ((earlier and item.date < earlier) or (later and item.date > later)):
                continue
            for motion in item.motions:
                if asks_for(motion.text, change):
                    who = Mover(
                        name=motion.name, party=motion.party, body=item.body, paragraph=item.paragraph
                    )
                    movers[who] = None
        found.append(replace(change, moved_by=tuple(movers)) if movers else change)
    return found


def asks_for(text: str, change: Change) -> bool:
    """Whether a motion or a decision, in one of its clauses, asks for the change."""
    return any(_clause_asks(clause, change) for clause in _CLAUSE.split(text) if clause.strip())


def _clause_asks(clause: str, change: Change) -> bool:
    title = change.after if change.after is not None else change.before
    if change.kind in _ACTS:
        return (
            bool(_ACTS[change.kind].search(clause))
            and bool(title)
            and letters(title or "") in letters(clause)
        )
    gave = substance(change)
    words = gave.removed_words if change.kind == "removed" else gave.added_words
    asked = [one for one in content_of(clause) if one not in _ANY and not one.isdecimal()]
    wanted = [one for one in words if one not in _ANY]
    hits = sum(any(akin(one, word) for word in wanted) for one in asked)
    if not hits:
        return False
    return 2 * hits >= len(asked) or (hits >= 3 and 5 * hits >= 3 * len(wanted))
