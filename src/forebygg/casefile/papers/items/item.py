"""One item of the minutes: everything from its "§" to the next."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Final

from forebygg.casefile.facts import Item, Motion, Statement
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.ballots import read_votes
from forebygg.casefile.papers.items.decisions import Entry, read_entries
from forebygg.casefile.papers.items.entries import listed
from forebygg.casefile.papers.items.headings import Part, Section, sections
from forebygg.casefile.papers.items.motions import read_motions
from forebygg.casefile.papers.items.movers import Known
from forebygg.casefile.papers.items.opening import read_opening
from forebygg.casefile.papers.items.outcomes import outcome_of
from forebygg.casefile.papers.items.remarks import (
    approves_at_once,
    noted_in_passing,
    read_conflicts,
    read_reservations,
    read_statements,
)
from forebygg.casefile.papers.items.unheaded import with_unheaded
from forebygg.casefile.papers.items.whose import meeting_body, settle
from forebygg.casefile.people import persons
from forebygg.casefile.prose import measure

_RULES: Final = "_-–—=*. "
_TOUCHED: Final = frozenset(_RULES + "aA")
_PARTED_ATT: Final = re.compile(r"[Aa]tt(?:\t|\s{2,})")
_LISTS: Final = frozenset({Part.EARLIER, Part.PAPERS, Part.ATTACHMENTS, Part.SENT_TO})
_LISTED: Final = _LISTS - {Part.EARLIER}
# Where a motion is told of, though no heading says so; the first three only tell it again where one does.
_TELLING: Final = (Part.ORDER, Part.INFORMATION, Part.BALLOT, Part.OPENING)
_VOTING: Final = (Part.OPENING, Part.ORDER, Part.BALLOT, Part.MOTIONS)
_REMARKING: Final = frozenset({Part.DECISION, Part.ORDER, Part.MOTIONS, Part.BALLOT})


def read_item(
    document: str, file: str, lines: Sequence[Line], *, body: str | None = None, date: date | None = None
) -> tuple[Item, list[Line]]:
    """The item that these lines hold, and the lines in it that no rule understood.

    Body and date come from the meeting whose paragraphs hold the item; without a body the headings
    ("Kommunstyrelsens beslut") may name it.
    """
    kept = [_plain(line) if line.text[:1] in _TOUCHED else line for line in lines if not line.furniture]
    opening = read_opening(kept)
    parts = with_unheaded(sections(opening.rest))
    # "Kommunstyrelsen § 33" names the body, "KS § 33" only hints at it.
    printed = opening.body if opening.body and len(opening.body) > 6 else None
    # An extract's own head says which body it was; headings within quote other bodies too.
    body = body or (printed if opening.date else None) or meeting_body(parts) or printed
    settle(parts, body)
    reading = _Reading(parts, measure(kept))
    acts = [entry for part in reading.parts(Part.DECISION, Part.PROPOSAL) for entry in _entries(part)]
    decided = [entry for entry in acts if entry.act == "decision"]
    proposed = [entry for entry in acts if entry.act == "proposal"]
    written = [line.number for line in kept if line.text] or [line.number for line in lines] or [0]
    item = Item(
        document=document,
        file=file,
        body=body,
        date=date or opening.date,
        paragraph=opening.paragraph or 0,
        title=opening.title,
        registry_number=opening.registry_number,
        description=reading.text(Part.OPENING, Part.DESCRIPTION),
        decision=tuple(entry.printed for entry in decided),
        proposal=tuple(entry.printed for entry in proposed),
        motions=tuple(reading.motions()),
        order=reading.text(Part.ORDER),
        votes=tuple(read_votes(reading.parts(*_VOTING))),
        outcome=outcome_of([entry.text for entry in decided], [entry.text for entry in proposed]),
        immediate=any(approves_at_once(part) for part in parts if part.heading.part not in _LISTS),
        conflicts=tuple(reading.conflicts()),
        reservations=tuple(reading.reservations()),
        statements=tuple(reading.statements()),
        attachments=tuple(reading.entries(Part.PAPERS, Part.ATTACHMENTS)),
        papers=tuple(reading.entries(Part.PAPERS)),
        earlier=reading.text(Part.EARLIER),
        information=reading.text(Part.INFORMATION),
        sent_to=tuple(reading.entries(Part.SENT_TO)),
        lines=(lines[0].number if lines else 0, written[-1]),
    )
    if opening.paragraph is None:
        reading.unread.extend([line for line in kept if line.text][:1])
    return item, reading.unread


def _plain(line: Line) -> Line:
    """The line, its "att" one space from the clause; a blank one for the rule drawn below some items."""
    if _PARTED_ATT.match(line.text):
        return line._replace(text=f"{line.text[:3]} {line.text[3:].lstrip()}")
    return line if line.text.strip(_RULES) else Line(line.number, "")


def _entries(section: Section) -> Iterable[Entry]:
    return read_entries(section.lines, "decision" if section.heading.part is Part.DECISION else "proposal")


class _Reading:
    """One pass over an item's sections, gathering what no rule understood."""

    def __init__(self, parts: Sequence[Section], width: int) -> None:
        self.all = parts
        self.width = width
        self.unread: list[Line] = []

    def parts(self, *kinds: Part) -> list[Section]:
        return [part for part in self.all if part.heading.part in kinds]

    def text(self, *kinds: Part) -> str | None:
        return "\n\n".join(part.text for part in self.parts(*kinds) if part.text) or None

    def entries(self, *kinds: Part) -> list[str]:
        return [entry for part, entries in self._lists if part in kinds for entry in entries]

    @cached_property
    def _lists(self) -> list[tuple[Part, list[str]]]:
        return [
            (part.heading.part, listed(part.lines, self.width))
            for part in self.all
            if part.heading.part in _LISTED
        ]

    def motions(self) -> list[Motion]:
        known = Known([part.text for part in self.all if part.heading.part not in _LISTS])
        found: list[Motion] = []
        headed = self.parts(Part.MOTIONS)
        for part in headed:
            motions, unread = read_motions(part.passages, known, headed=True)
            found.extend(motions)
            self.unread.extend(unread)
        for part in self.parts(*(_TELLING[:3] if headed else _TELLING)):
            if "yrka" not in part.folded:
                continue
            # What is told again of someone who has moved already is no new motion.
            movers = {motion.name for motion in found}
            motions, _ = read_motions(part.passages, known, headed=False)
            found.extend(motion for motion in motions if motion.name not in movers)
        return found

    def conflicts(self) -> list[str]:
        names: dict[str, None] = {}
        for part in self.all:
            if part.heading.part in _LISTS:
                continue
            found, spoke = read_conflicts(part)
            names |= dict.fromkeys(found)
            if part.heading.part is Part.CONFLICT and not spoke:
                here = [person.name for person in persons(part.text)]
                names |= dict.fromkeys(here)
                if not here:
                    self.unread.extend(line for line in part.lines if line.text)
        return list(names)

    def reservations(self) -> list[str]:
        return [
            text
            for part in self.all
            if (headed := part.heading.part is Part.RESERVATION)
            or part.heading.part is Part.OPENING
            or part.heading.part in _REMARKING
            for text in read_reservations(part, headed=headed)
        ]

    def statements(self) -> list[Statement]:
        found: list[Statement] = []
        for part in self.all:
            if part.heading.part is Part.STATEMENT:
                found.extend(read_statements(part, part.heading.kind or "yttrande"))
            elif part.heading.part is Part.ABSTENTION:
                found.extend(read_statements(part, "protokollsanteckning"))
            elif part.heading.part is Part.RESERVATION or part.heading.part in _REMARKING:
                found.extend(noted_in_passing(part))
        return found
