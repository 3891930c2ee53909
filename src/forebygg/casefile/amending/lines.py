"""Corrections of lines of text: reading noise mended before anything is read of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from forebygg.casefile.amending.correction import Correction

# What would do harm to another line if its own is gone.
_OF_THE_LINE: Final = frozenset({"line", "heading"})


class Lines:
    """The lines of a text as they were extracted, and where those of them stand that corrections speak of."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def find(self, one: Correction) -> Correction | None:
        """The correction where its line stands now: the nearest that reads as it did, if its own does not.

        Where no line does, a fact may still be found by its own words; a line or a heading may not.
        """
        there = self._lines[one.line - 1].strip() if one.line <= len(self._lines) else None
        printed = one.printed.strip()
        if there == printed if printed else there is not None:
            return one
        if printed and (same := self._reading.get(printed)):
            return replace(one, line=min(same, key=lambda number: (abs(number - one.line), number)))
        return None if one.kind in _OF_THE_LINE else one

    @cached_property
    def _reading(self) -> dict[str, list[int]]:
        """What stands on the lines → their numbers."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(self._lines, start=1):
            found[line.strip()].append(number)
        return found


def rewritten(lines: Sequence[str], corrections: Iterable[Correction]) -> tuple[str, ...]:
    """The lines as they should read; one that opens a page still does."""
    found = [*lines]
    for one in corrections:
        opens = "\f" if found[one.line - 1].startswith("\f") else ""
        found[one.line - 1] = opens + (one.values()["text"] or "")
    return tuple(found)
