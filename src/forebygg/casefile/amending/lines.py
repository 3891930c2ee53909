"""Corrections of lines of text: reading noise mended before anything is read of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from forebygg.casefile.amending.correction import Correction

# What hits another line when its own is gone would do harm there.
_OF_THE_LINE = frozenset({"line", "heading"})


def relocated(one: Correction, lines: Sequence[str]) -> Correction | None:
    """The correction where its line stands now: the nearest that reads as it did, if its own does not.

    Where no line does, a fact may still be found by its own words; a line or a heading may not.
    """
    printed = one.printed.strip()
    there = lines[one.line - 1].strip() if one.line <= len(lines) else None
    if not printed or there == printed:
        return one if there is not None or one.kind not in _OF_THE_LINE else None
    same = [number for number, line in enumerate(lines, start=1) if line.strip() == printed]
    if same:
        return replace(one, line=min(same, key=lambda number: (abs(number - one.line), number)))
    return None if one.kind in _OF_THE_LINE else one


def rewritten(lines: Sequence[str], corrections: Iterable[Correction]) -> tuple[str, ...]:
    """The lines as they should read; one that opens a page still does."""
    found = [*lines]
    for one in corrections:
        opens = "\f" if found[one.line - 1].startswith("\f") else ""
        found[one.line - 1] = opens + (one.values()["text"] or "")
    return tuple(found)
