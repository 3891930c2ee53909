"""Which changes between editions the papers of the case declare, and in which words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from forebygg.casefile.comparison.matter import Matter
from forebygg.casefile.comparison.movers import asks_for
from forebygg.casefile.comparison.place import Places
from forebygg.casefile.comparison.substance import Substance, substance
from forebygg.casefile.comparison.telling import Declaration
from forebygg.casefile.facts import Change, Item, Plan
from forebygg.language.stems import akin
from forebygg.language.wording import letters

# A paper may be written some time before the edition that it goes with is dated.
_AHEAD: Final = dt.timedelta(days=30)
_SPECIFIC: Final = 3
_MEANT: Final = 2
_GENERAL: Final = 1


def declared(
    changes: Sequence[Change], said: Sequence[Declaration], plans: Sequence[Plan], items: Sequence[Item] = ()
) -> list[Change]:
    """The changes, each with the sentence that declares it, if any does.

    What names the change comes before what speaks of its section in general. A general declaration
    covers rewordings and new titles in its section, never an actor, a duty or a reference that came or
    went. `items` tell what "as the committee decided" means.
    """
    by_document = {plan.document: plan for plan in plans}
    places = Places(by_document)
    matter = Matter(plans, items)
    own = [item for item in items if matter.holds(item)]
    timely: dict[tuple[str, str], list[Declaration]] = {}
    found: list[Change] = []
    for change in changes:
        editions = change.from_document, change.to_document
        if editions not in timely:
            timely[editions] = [one for one in said if _in_time(one, change, by_document)]
        gave = substance(change)
        best, highest = None, 0
        for one in timely[editions]:
            rank = _rank(one, change, gave, places, own)
            if rank > highest:
                best, highest = one, rank
        found.append(
            replace(change, declared=True, declared_in=best.document, described_as=best.text)
            if best
            else change
        )
    return found


def concerns(one: Declaration, change: Change, plans: Sequence[Plan]) -> bool:
    """Whether the declaration, told in time, speaks of the section where the change stands, by its name."""
    by_document = {plan.document: plan for plan in plans}
    if not one.names_section or not _in_time(one, change, by_document):
        return False
    places = Places(by_document)
    return places.within(one, change) or (
        one.act == "divided" and places.split_off(one.section, one.numbers, change)
    )


def _in_time(one: Declaration, change: Change, plans: Mapping[str, Plan]) -> bool:
    """Told after the earlier edition, and not long before the later one."""
    earlier, later = plans.get(change.from_document), plans.get(change.to_document)
    if not one.date or not earlier or not later or not earlier.date or not later.date:
        return True
    return earlier.date < one.date and later.date - _AHEAD <= one.date


def _rank(one: Declaration, change: Change, gave: Substance, places: Places, items: Sequence[Item]) -> int:
    """How surely the declaration means the change; 0 where it does not."""
    if one.act == "divided":
        return _SPECIFIC * places.split_off(one.section, one.numbers, change)
    if not places.within(one, change):
        return _SPECIFIC * _is_passed(one, change)
    if one.act in {"renamed", "moved", "joined"}:
        return _SPECIFIC * _is_of_title(one, change, places)
    counted = one.act in {"removed", "replaced"} and places.is_counted(one.text, change)
    if counted or not one.is_general:
        new = one.is_new and change.kind in {"added", "moved"}
        return _SPECIFIC * (counted or new or _names(one, change, gave))
    if one.by_decision and change.kind in {"added", "reworded"} and _decided(one, change, places, items):
        return _MEANT
    covered = change.kind == "renamed" or (change.kind == "reworded" and gave.is_empty)
    return _GENERAL * (covered and one.act != "removed")


def _is_passed(one: Declaration, change: Change) -> bool:
    """That A was moved before B tells that B comes after A."""
    title = letters(change.after or "")
    return one.act == change.kind == "moved" and bool(title) and title in letters(one.text)


def _is_of_title(one: Declaration, change: Change, places: Places) -> bool:
    if one.act == "joined":
        return change.kind in {"moved", "renamed"} or places.is_title_gone(change)
    return change.kind == one.act and (one.names_section or bool(one.words))


def _names(one: Declaration, change: Change, gave: Substance) -> bool:
    """Half of what the declaration says came or went did so in the change, or it tells half of the change."""
    if change.kind in {"moved", "renamed"}:
        return False
    came, went = gave.added_words, gave.removed_words
    words = {"added": came, "removed": went, "replaced": came + went}.get(one.act, ())
    hits = sum(any(akin(named, word) for word in words) for named in one.words)
    return hits > 0 and (2 * hits >= len(one.words) or 2 * hits >= len(words))


def _decided(one: Declaration, change: Change, places: Places, items: Sequence[Item]) -> bool:
    """Whether a decision or a motion before the declaration asked for the change."""
    for item in items:
        if item.date and one.date and item.date > one.date:
            continue
        asked = [*item.decision, *(motion.text for motion in item.motions)]
        if any(asks_for(text, change, places) for text in asked):
            return True
    return False
