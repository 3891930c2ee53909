"""One item of the minutes: everything from its "§" to the next."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from forebygg.casefile.facts import Item, Motion, Statement, Vote
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.ballots import read_votes
from forebygg.casefile.papers.items.decisions import Act, Entry, read_entries
from forebygg.casefile.papers.items.entries import listed
from forebygg.casefile.papers.items.headings import Part
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
    tells_of_records,
)
from forebygg.casefile.papers.items.sections import Section, sections
from forebygg.casefile.papers.items.unheaded import with_unheaded
from forebygg.casefile.papers.items.whose import meeting_body, settle
from forebygg.casefile.people import persons
from forebygg.casefile.prose import measure

_RULES: Final = "_-–—=*. "
_TOUCHED: Final = frozenset(_RULES + "aA")
_PARTED_ATT: Final = re.compile(r"(?:[Aa]tt(?:\t\s*|\s{2,})|[aA] t t\s+)")
_LISTS: Final = frozenset({Part.EARLIER, Part.PAPERS, Part.ATTACHMENTS, Part.SENT_TO})
_LISTED: Final = _LISTS - {Part.EARLIER}
# Where a motion is told of, though no heading says so; the first three only tell it again where one does.
_TELLING: Final = (Part.ORDER, Part.INFORMATION, Part.BALLOT, Part.OPENING)
_VOTING: Final = (Part.OPENING, Part.ORDER, Part.BALLOT, Part.MOTIONS)
_REMARKING: Final = frozenset({Part.DECISION, Part.ORDER, Part.MOTIONS, Part.BALLOT})


def read_item(
    document: str,
    file: str,
    lines: Sequence[Line],
    *,
    body: str | None = None,
    meeting: str | None = None,
    date: date | None = None,
) -> tuple[Item, list[Line]]:
    """The item that these lines hold, and the lines in it that no rule understood.

    Body and date come from the meeting whose paragraphs hold the item; without a body the headings
    ("Kommunstyrelsens beslut") may name it. In whole minutes the item is that of the body whose `meeting`
    it is, whatever its headings name.
    """
    kept = [_plain(line) if line.text[:1] in _TOUCHED else line for line in lines if not line.furniture]
    opening = read_opening(kept)
    parts = with_unheaded(sections(opening.rest))
    # "Kommunstyrelsen § 33" names the body, "KS § 33" only hints at it.
    printed = opening.body if opening.body and len(opening.body) > 6 else None
    # An extract's own head says which body it was; headings within quote other bodies too.
    body = body or (printed if opening.date else None) or meeting_body(parts) or printed
    settle(parts, body)
    reading = _Reading(parts, kept)
    decided: list[Entry] = []
    proposed: list[Entry] = []
    for part in reading.parts(Part.DECISION, Part.PROPOSAL):
        act: Act = "decision" if part.heading.part is Part.DECISION else "proposal"
        for entry in read_entries(part.lines, act):
            (decided if entry.act == "decision" else proposed).append(entry)
    entries = reading.lists()
    item = Item(
        document=document,
        file=file,
        body=meeting or body,
        date=date or opening.date,
        paragraph=opening.paragraph or 0,
        title=opening.title,
        registry_number=opening.registry_number,
        description=reading.text(Part.OPENING, Part.DESCRIPTION),
        decision=tuple([entry.printed for entry in decided]),
        proposal=tuple([entry.printed for entry in proposed]),
        motions=tuple(reading.motions()),
        order=reading.text(Part.ORDER),
        votes=tuple(reading.votes()),
        outcome=outcome_of([entry.text for entry in decided], [entry.text for entry in proposed]),
        immediate=approves_at_once(reading.told, reading.said),
        conflicts=tuple(reading.conflicts()),
        reservations=tuple(reading.reservations()),
        statements=tuple(reading.statements()),
        attachments=tuple([entry for kind, entry in entries if kind is not Part.SENT_TO]),
        papers=tuple([entry for kind, entry in entries if kind is Part.PAPERS]),
        earlier=reading.text(Part.EARLIER),
        information=reading.text(Part.INFORMATION),
        sent_to=tuple([entry for kind, entry in entries if kind is Part.SENT_TO]),
        lines=(lines[0].number, _last_written(kept) or lines[-1].number) if lines else (0, 0),
    )
    if opening.paragraph is None:
        reading.unread.extend([line for line in kept if line.text][:1])
    return item, reading.unread


def _plain(line: Line) -> Line:
    """The line, its "att" one space from the clause; a blank one for the rule drawn below some items."""
    if parted := _PARTED_ATT.match(line.text):
        return line._replace(text=f"{line.text[0]}tt {line.text[parted.end() :]}")
    return line if line.text.strip(_RULES) else Line(line.number, "")


def _last_written(lines: Sequence[Line]) -> int:
    return next((line.number for line in reversed(lines) if line.text), 0)


class _Reading:
    """One pass over an item's sections, gathering what no rule understood.

    `told` are the sections that tell something themselves, `said` all that they say, without capitals: most
    items hold no motion, vote or reservation, and a word that is looked for once tells so.
    """

    def __init__(self, parts: Sequence[Section], lines: Sequence[Line]) -> None:
        self.all = parts
        self.lines = lines
        self.unread: list[Line] = []
        self.kinds = {part.heading.part for part in parts}
        self.told = [part for part in parts if part.heading.part not in _LISTS]
        self.said = "\n".join([part.folded for part in self.told])

    def parts(self, *kinds: Part) -> list[Section]:
        """The sections of these kinds, in the order of the item."""
        return [part for part in self.all if part.heading.part in kinds]

    def text(self, *kinds: Part) -> str | None:
        if self.kinds.isdisjoint(kinds):
            return None
        return "\n\n".join(filter(None, [part.text for part in self.parts(*kinds)])) or None

    def lists(self) -> list[tuple[Part, str]]:
        """The entries of every list, each with what kind of list it stands in."""
        parts = [part for part in self.all if part.heading.part in _LISTED]
        width = measure(self.lines) if parts else 0
        return [(part.heading.part, entry) for part in parts for entry in listed(part.lines, width)]

    def motions(self) -> list[Motion]:
        headed = self.parts(Part.MOTIONS)
        if not headed and "yrka" not in self.said:
            return []
        known = Known(self.told)
        found: list[Motion] = []
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

    def votes(self) -> list[Vote]:
        told = "nej" in self.said or "röst" in self.said
        return read_votes(self.parts(*_VOTING)) if told else []

    def conflicts(self) -> list[str]:
        if Part.CONFLICT not in self.kinds and "jäv" not in self.said:
            return []
        names: dict[str, None] = {}
        for part in self.told:
            found, spoke = read_conflicts(part)
            names |= dict.fromkeys(found)
            if part.heading.part is Part.CONFLICT and not spoke:
                here = [person.name for person in persons(part.text)]
                names |= dict.fromkeys(here)
                if not here:
                    self.unread.extend(line for line in part.lines if line.text)
        return list(names)

    def reservations(self) -> list[str]:
        if Part.RESERVATION not in self.kinds and "reserv" not in self.said:
            return []
        return [
            text
            for part in self.told
            if (headed := part.heading.part is Part.RESERVATION)
            or part.heading.part is Part.OPENING
            or part.heading.part in _REMARKING
            for text in read_reservations(part, headed=headed)
        ]

    def statements(self) -> list[Statement]:
        found: list[Statement] = []
        recorded = tells_of_records(self.said)
        for part in self.told:
            kind = part.heading.part
            if kind is Part.STATEMENT:
                found.extend(read_statements(part, part.heading.kind or "yttrande"))
            elif kind is Part.ABSTENTION:
                found.extend(read_statements(part, "protokollsanteckning"))
            elif recorded and (kind is Part.RESERVATION or kind in _REMARKING):
                found.extend(noted_in_passing(part))
        return found
