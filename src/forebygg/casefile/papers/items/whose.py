"""Whose decision or proposal a heading announces: the meeting body's own, or one that it quotes."""

import re
from collections.abc import Sequence
from typing import Final

from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.headings import Part
from forebygg.casefile.papers.items.sections import Section

# Which body is highest. Source: kommunallagen (2017:725) ch. 3.
_RANKS: Final = (
    ("utskott", 1),
    ("presidi", 1),
    ("fullmäktige", 4),
    ("styrelse", 3),
    ("direktion", 3),
    ("nämnd", 2),
    ("beredning", 2),
)
_GENERIC: Final = re.compile(r"(?:nämnd|utskott|styrelse|fullmäktige|beredning|råd)(?:en|et)?")
_ACTS: Final = frozenset(
    {Part.DECISION, Part.PROPOSAL, Part.MOTIONS, Part.ORDER, Part.BALLOT, Part.RESERVATION, Part.STATEMENT}
)
# Bodies and offices; any other word before "beslut" is taken for the meeting body's own name.
_KNOWN_ENDS: Final = (
    "fullmäktige", "styrelsen", "nämnden", "utskott", "utskottet", "presidiet", "beredningen", "rådet",
)  # fmt: skip
# Those who propose but do not meet.
_OFFICES: Final = (
    "förvaltning", "kontor", "avdelning", "ordförande", "direktör", "chef", "kansli", "sekretariat", "enhet",
)  # fmt: skip
_ABBREVIATED: Final = 5  # letters at most: KS, KSAU, KF


def meeting_body(parts: Sequence[Section]) -> str | None:
    """The body whose decision or proposal the headings name.

    Minutes quote what the bodies below proposed before: of several, the highest one is meeting.
    """
    named = [
        name
        for part in parts
        if part.heading.part in {Part.DECISION, Part.PROPOSAL}
        and (name := part.heading.body)
        and len(name) > _ABBREVIATED
        and not _GENERIC.fullmatch(name.casefold())
        and not _is_office(name)
    ]
    return max(named, key=_rank, default=None)


def _rank(body: str) -> int:
    folded = body.casefold()
    return next((rank for word, rank in _RANKS if word in folded), 0)


def _is_office(body: str) -> bool:
    folded = body.casefold()
    return any(word in folded for word in _OFFICES)


def is_own(section: Section, body: str | None) -> bool:
    """Whether the section holds the act of the body that meets; "KS" and "nämnden" speak of it too."""
    if section.heading.body is None:
        return True
    if body is None:
        return not _is_office(section.heading.body)
    name, body = section.heading.body.casefold(), body.casefold()
    if _GENERIC.fullmatch(name):
        return name.removesuffix("en").removesuffix("et") in body
    if len(name) <= _ABBREVIATED:
        return name[0] == body[0] and name.endswith("au") == ("utskott" in body)
    bare = name.removesuffix("et").removesuffix("en")  # arbetsutskottet, Kommunstyrelsens arbetsutskott
    return (
        body.endswith((name, bare))
        or body.startswith(name)
        or not (name.endswith(_KNOWN_ENDS) or _is_office(name))
    )


def settle(parts: Sequence[Section], body: str | None) -> None:
    """Tell what the body itself did from what the paper quotes of others: that becomes earlier treatment.

    "Förslag till beslut" without a name is what was laid before the body, unless nothing else is decided.
    """
    decided = any(
        part.heading.part is Part.DECISION and is_own(part, body) and any(line.text for line in part.lines)
        for part in parts
    )
    for part in parts:
        heading = part.heading
        if heading.part is Part.EARLIER and heading.body and body and is_own(part, body):
            # "Kommunfullmäktiges behandling" in the council's own minutes tells of this meeting.
            part.heading = heading._replace(part=Part.INFORMATION)
            continue
        laid_before = heading.part is Part.PROPOSAL and heading.body is None and decided
        if heading.part in _ACTS and (laid_before or not is_own(part, body)):
            part.heading = heading._replace(part=Part.EARLIER)
            part.lines.insert(0, part.line)
            part.lines.insert(1, Line(part.line.number, ""))
