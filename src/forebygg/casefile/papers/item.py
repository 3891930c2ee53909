"""One item of the minutes: everything from its "§" to the next."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from forebygg.casefile.facts import Item, Motion, Statement
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.ballots import read_votes
from forebygg.casefile.papers.decisions import Entry, read_entries
from forebygg.casefile.papers.entries import listed
from forebygg.casefile.papers.headings import Part, Section, sections
from forebygg.casefile.papers.motions import read_motions
from forebygg.casefile.papers.movers import Known
from forebygg.casefile.papers.opening import read_opening
from forebygg.casefile.papers.outcomes import outcome_of
from forebygg.casefile.papers.remarks import (
    IMMEDIATE,
    noted_in_passing,
    read_conflicts,
    read_reservations,
    read_statements,
)
from forebygg.casefile.papers.unheaded import with_unheaded
from forebygg.casefile.people import Person, persons
from forebygg.casefile.prose import flowed, measure, text_of

_CHAIR: Final = re.compile(r"(?<!vice )[Oo]rdföranden ?")
_RANKS: Final = {
    "utskott": 1,
    "presidi": 1,
    "fullmäktige": 4,
    "styrelse": 3,
    "direktion": 3,
    "nämnd": 2,
    "beredning": 2,
}
_GENERIC: Final = re.compile(r"(?:nämnd|utskott|styrelse|fullmäktige|beredning|råd)(?:en|et)?", re.IGNORECASE)


def read_item(
    document: str, file: str, lines: Sequence[Line], *, body: str | None = None, date: date | None = None
) -> tuple[Item, list[Line]]:
    """The item that these lines hold, and the lines in it that no rule understood.

    Body and date come from the meeting whose paragraphs hold the item; without a body the headings
    ("Kommunstyrelsens beslut") may name it.
    """
    kept = [line for line in lines if not line.furniture]
    opening = read_opening(kept)
    parts = with_unheaded(sections(opening.rest))
    body = body or _body(parts) or _full_name(opening.body)
    reading = _Reading(parts, body, measure(kept))
    decision, proposal = reading.acts()
    texts = [line for line in kept if line.text]
    item = Item(
        document=document,
        file=file,
        body=body,
        date=date,
        paragraph=opening.paragraph or 0,
        title=opening.title,
        registry_number=opening.registry_number,
        description=reading.text(Part.OPENING, Part.DESCRIPTION),
        decision=tuple(entry.text for entry in decision),
        proposal=tuple(entry.text for entry in proposal),
        motions=tuple(reading.motions()),
        order=reading.text(Part.ORDER),
        votes=tuple(
            read_votes(
                [part.lines for part in reading.parts(Part.OPENING, Part.ORDER, Part.BALLOT, Part.MOTIONS)]
            )
        ),
        outcome=outcome_of([entry.text for entry in decision], [entry.text for entry in proposal]),
        immediate=reading.immediate(),
        conflicts=tuple(reading.conflicts()),
        reservations=tuple(reading.reservations()),
        statements=tuple(reading.statements()),
        attachments=tuple(reading.entries(Part.PAPERS, Part.ATTACHMENTS)),
        papers=tuple(reading.entries(Part.PAPERS)),
        earlier=reading.text(Part.EARLIER),
        information=reading.text(Part.INFORMATION),
        sent_to=tuple(reading.entries(Part.SENT_TO)),
        lines=(
            lines[0].number if lines else 0,
            texts[-1].number if texts else (lines[-1].number if lines else 0),
        ),
    )
    if opening.paragraph is None:
        reading.unread.extend(texts[:1])
    return item, reading.unread


def _body(parts: Sequence[Section]) -> str | None:
    """The body whose decision or proposal the headings name.

    Minutes quote what the bodies below proposed before: of several, the highest one is meeting.
    """
    named = [
        name
        for part in parts
        if part.heading.part in {Part.DECISION, Part.PROPOSAL}
        and (name := part.heading.body)
        and len(name) > 5
        and not _GENERIC.fullmatch(name)
    ]
    return max(named, key=_rank, default=None)


def _rank(body: str) -> int:
    folded = body.casefold()
    return next((rank for word, rank in _RANKS.items() if word in folded), 0)


def _full_name(printed: str | None) -> str | None:
    """The body before the number: "Kommunstyrelsen § 33" names it, "KS § 33" only hints at it."""
    return printed if printed and len(printed) > 6 else None


class _Reading:
    """One pass over an item's sections, gathering what no rule understood."""

    def __init__(self, parts: Sequence[Section], body: str | None, width: int) -> None:
        self.all = parts
        self.body = body
        self.width = width
        self.unread: list[Line] = []

    def parts(self, *kinds: Part) -> list[Section]:
        return [part for part in self.all if part.heading.part in kinds]

    def text(self, *kinds: Part) -> str | None:
        texts = [text for part in self.parts(*kinds) if (text := text_of(part.lines))]
        return "\n\n".join(texts) or None

    def entries(self, *kinds: Part) -> list[str]:
        return [entry for part in self.parts(*kinds) for entry in listed(part.lines, self.width)]

    def acts(self) -> tuple[list[Entry], list[Entry]]:
        """What this body decides and what it proposes; what others proposed before it is neither."""
        decides = any(self._is_own(part) for part in self.parts(Part.DECISION))
        found: list[Entry] = []
        for part in self.parts(Part.DECISION, Part.PROPOSAL):
            if not self._is_own(part) or (
                part.heading.part is Part.PROPOSAL and part.heading.body is None and decides
            ):
                continue
            found.extend(
                read_entries(part.lines, "decision" if part.heading.part is Part.DECISION else "proposal")
            )
        return [one for one in found if one.act == "decision"], [
            one for one in found if one.act == "proposal"
        ]

    def _is_own(self, part: Section) -> bool:
        name = part.heading.body
        if name is None or self.body is None:
            return True
        name, body = name.casefold(), self.body.casefold()
        if name == body or body.endswith(name) or body.startswith(name):
            return True
        if _GENERIC.fullmatch(name):
            return name.removesuffix("en").removesuffix("et") in body
        if len(name) <= 5:
            return name[0] == body[0]
        return not (
            name.endswith(
                (
                    "fullmäktige",
                    "styrelsen",
                    "nämnden",
                    "utskott",
                    "utskottet",
                    "kontoret",
                    "förvaltningen",
                    "avdelningen",
                )
            )
        )

    def motions(self) -> list[Motion]:
        known = self._known()
        found: list[Motion] = []
        headed = self.parts(Part.MOTIONS)
        for part in headed:
            motions, unread = read_motions(part.lines, known, headed=True)
            found.extend(motions)
            self.unread.extend(unread)
        told: tuple[Part, ...] = (Part.ORDER, Part.INFORMATION, Part.BALLOT)
        for part in self.parts(*told) if headed else self.parts(*told, Part.OPENING):
            # What is told again of someone who has moved already is no new motion.
            movers = {motion.name for motion in found}
            motions, _ = read_motions(part.lines, known, headed=False)
            found.extend(motion for motion in motions if motion.name not in movers)
        return found

    def _known(self) -> Known:
        parties: dict[str, str | None] = {}
        chair: Person | None = None
        for part in self.all:
            for line in part.lines:
                if "(" not in line.text:
                    continue
                for person in persons(line.text):
                    parties.setdefault(person.name, person.party)
                    if chair is None and _CHAIR.search(
                        line.text[max(0, person.start - 30) : person.start + 14]
                    ):
                        chair = person
        return Known(parties, chair)

    def immediate(self) -> bool:
        apart = {Part.EARLIER, Part.PAPERS, Part.ATTACHMENTS, Part.MOTIONS, Part.DESCRIPTION}
        return any(
            IMMEDIATE.search(f"{part.line.text} {flowed(part.lines)}")
            for part in self.all
            if part.heading.part not in apart
        )

    def conflicts(self) -> list[str]:
        names: list[str] = []
        for part in self.all:
            if part.heading.part in {Part.EARLIER, Part.PAPERS, Part.ATTACHMENTS, Part.SENT_TO}:
                continue
            found, spoke = read_conflicts(part.lines)
            names.extend(name for name in found if name not in names)
            if part.heading.part is Part.CONFLICT and not spoke:
                here = [person.name for line in part.lines for person in persons(line.text)]
                names.extend(name for name in here if name not in names)
                if not here:
                    self.unread.extend(line for line in part.lines if line.text)
        return names

    def reservations(self) -> list[str]:
        found: list[str] = []
        for part in self.all:
            headed = part.heading.part is Part.RESERVATION
            if headed or part.heading.part in {
                Part.OPENING,
                Part.DECISION,
                Part.ORDER,
                Part.BALLOT,
                Part.MOTIONS,
            }:
                found.extend(read_reservations(part.lines, headed=headed))
        return found

    def statements(self) -> list[Statement]:
        found: list[Statement] = []
        for part in self.all:
            if part.heading.part is Part.STATEMENT:
                found.extend(read_statements(part.lines, part.heading.kind or "yttrande"))
            elif part.heading.part is Part.ABSTENTION:
                found.extend(read_statements(part.lines, "protokollsanteckning"))
            elif part.heading.part in {
                Part.DECISION,
                Part.ORDER,
                Part.MOTIONS,
                Part.RESERVATION,
                Part.BALLOT,
            }:
                found.extend(noted_in_passing(part.lines))
        return found
