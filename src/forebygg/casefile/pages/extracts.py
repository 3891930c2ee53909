"""What the rows of a head tell, and the head and attestation that stand around an extract."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from forebygg.casefile.pages.vocabulary import BODY, DATE, DATE_LABEL, EXTRACT, FOOT, PROTOCOL, Kind, body_in
from forebygg.casefile.paper import RunningHead
from forebygg.casefile.people import NAME
from forebygg.core.dates import first_date

Found = Sequence[tuple[int, Kind]]
Block = list[tuple[int, Kind]]

_ATTESTS: Final = re.compile(r"(?:rätt\s+utdrag|utdraget\s+bestyrk)", re.IGNORECASE)
_NAME: Final = re.compile(NAME)
_TITLES: Final = PROTOCOL | EXTRACT
_PARAGRAPH: Final = re.compile(r"(?:\w{2,30}\s)?§\s?\d{1,4}(?!\s?[,\d–-])")


def told(lines: Sequence[str], head: Block) -> RunningHead | None:
    """Body and date as the head's rows give them; None if they give neither."""
    body = next((_body(lines[index]) for index, kind in head if kind & BODY), None)
    dated = _dated(" ".join(lines[index] for index, kind in head if kind & (DATE | DATE_LABEL)))
    if body is None and dated is None:
        return None
    return RunningHead(body=body, date=dated.isoformat() if dated else None, line=head[0][0] + 1)


@lru_cache(maxsize=256)
def _body(line: str) -> str | None:
    return body_in(line)


@lru_cache(maxsize=256)
def _dated(text: str) -> dt.date | None:
    return first_date(text)


def of_extract(lines: Sequence[str], block: Block) -> RunningHead | None:
    """What stands over an extract's paragraph: "Protokollsutdrag", the body and the date; it is text."""
    if not any(kind & _TITLES for _, kind in block) or not any(kind & BODY for _, kind in block):
        return None
    last = block[-1][0]
    after = next((line for line in lines[last + 1 : last + 4] if line), "")
    if not _PARAGRAPH.match(after) or not (len(block) > 1 or block[0][1] & DATE):
        return None
    first = next(place for place, (_, kind) in enumerate(block) if kind & _TITLES)
    if first and not block[first - 1][1] & DATE and lines[block[first][0] - 1]:
        first -= 1
    return told(lines, block[first:])


def attested_by(lines: Sequence[str], found: Found) -> set[int]:
    """The name under "Rätt utdraget intygar": who attests an extract is of the page, not of the text."""
    marked = set()
    for index, kind in found:
        if kind == FOOT and _ATTESTS.match(lines[index]):
            below = next((at for at in range(index + 1, min(index + 4, len(lines))) if lines[at]), None)
            if below is not None and _NAME.fullmatch(lines[below]):
                marked.add(below)
    return marked
