"""Items written as running text: what each paragraph is, when no heading says it."""

import re
from collections.abc import Sequence
from typing import Final

from forebygg.casefile.paper import Line
from forebygg.casefile.papers.headings import Heading, Part, Section
from forebygg.casefile.prose import BULLETS

_BODY: Final = (
    r"(?:[A-ZÅÄÖ][\wåäö-]*\s+){0,3}?(?:[A-ZÅÄÖ][\wåäö-]*)?(?:[Ff]ullmäktige|[Ss]tyrelsen?|[Nn]ämnden|[Uu]tskottet|[Bb]eredningen|"
    r"[Rr]ådet|[Dd]irektionen|[Kk]ommittén|[Pp]residiet)(?:\s+(?:för|mot|i)\s+[\wåäö, -]{3,60}?)?"
)
_DECIDES: Final = re.compile(
    rf"{_BODY}\s+(?:har\s+)?(?:beslutar|beslutade|beslöt|föreslår|föreslog|hemställer|godkänner|antar|noterar|antecknar|tackar|"
    r"lägger|tar\s+del)\b|Beslutas?\s+att\b|(?:Ärendet|Frågan)\s+(?:bordläggs|återremitteras|utgår)\b"
)
_ORDERS: Final = re.compile(
    r"(?:Efter\s+avslutad\s+överläggning\s+|Härefter\s+|Därefter\s+)?(?:[Tt]jänstgörande\s+)?[Oo]rdföranden?\b[^.]{0,60}?"
    r"\b(?:ställer|finner|konstaterar|frågar|föreslår\s+följande\s+propositionsordning)\b"
    r"|(?:Omröstning|Votering)\s+(?:begärs|verkställs|genomförs)|Följande\s+(?:voterings|omröstnings|propositions)\w*\s+godkänns"
)
_RESERVES: Final = re.compile(r"[^.]{0,300}\breservera(?:r|de)\s+sig\b")
_APPROVED: Final = re.compile(
    r"(?:Denna\s+)?[Pp]aragraf\w*\b[^.]{0,60}\bomedelbart|(?:Ärendet|Beslutet|Punkten)\b[^.]{0,60}\bomedelbart\s+juster"
)
_CONFLICT: Final = re.compile(r"[^.]{0,200}\bjäv\b")
_MOVES: Final = re.compile(
    r"(?![^.]{0,200}\b(?:motion|medborgarförslag|skrivelse))[^.]{0,200}\byrka(?:r|de)\b"
)
_SAYS: Final = (
    (Part.DECISION, _DECIDES),
    (Part.ORDER, _ORDERS),
    (Part.RESERVATION, _RESERVES),
    (Part.IMMEDIATE, _APPROVED),
    (Part.MOTIONS, _MOVES),
    (Part.CONFLICT, _CONFLICT),
)
_LIST: Final = re.compile(rf"(?:[{BULLETS}]|\(?\d{{1,2}}[.)]\s|[Aa]tt\s)")


def sorted_out(opening: Section, *, decided: bool) -> list[Section]:
    """The opening divided by what its paragraphs say; the rest stays description.

    Where a heading tells of the decision (`decided`), no paragraph is taken for one.
    """
    found: list[Section] = []
    open_list = False
    for passage in opening.passages:
        text, group = passage.text, passage.lines
        part = _part(text, decided=decided)
        if open_list and _LIST.match(text):
            part = Part.DECISION
        open_list = part is Part.DECISION and (open_list or not text.endswith("."))
        if found and found[-1].heading.part is part:
            found[-1].lines.extend([Line(group[0].number, ""), *group])
        else:
            found.append(Section(Heading(part), Line(0, ""), list(group)))
    return found


def _part(text: str, *, decided: bool) -> Part:
    for part, pattern in _SAYS:
        if pattern.match(text) and not (decided and part is Part.DECISION):
            return part
    return Part.OPENING


def with_unheaded(parts: Sequence[Section]) -> list[Section]:
    """The item's sections, its unheaded beginning sorted out."""
    if not parts or parts[0].heading.part is not Part.OPENING:
        return list(parts)
    decided = any(part.heading.part in {Part.DECISION, Part.PROPOSAL} for part in parts)
    return [*sorted_out(parts[0], decided=decided), *parts[1:]]
