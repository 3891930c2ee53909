"""What a row may begin, going by its own words alone; where it stands decides whether it does.

Most rows of a file say nothing and many are repeated (the lists of who voted), so each text is asked once.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from forebygg.casefile.cutting import letterheads, title_pages, voices
from forebygg.casefile.cutting.headings import may_head

Sign = Literal["item", "cover", "notice", "letter", "labels", "contents", "voice", "mail", "title"]

_LONGEST: Final = 160
_CUE: Final = re.compile(
    r"(?P<cover>(?:sammanträdes|mötes)?(?:plats|datum|tid|dag)(?=[\s:,]|$))"
    r"|(?P<notice>(?:anslag|bevis|tillkännagivande|närvarolista|närvaroförteckning|deltagarlista|underskrifter)(?:sbevis)?(?!\w))"
    r"|(?P<labels>(?:handläggare|handläggande|diarienummer|diarienr|dnr|vår\s)(?![\w]))"
    r"|(?P<contents>innehåll(?:sförteckning)?:?$)"
    r"|(?P<mail>från:|skickat:|from:)",
    re.IGNORECASE,
)
_FIRST_LETTERS: Final = frozenset("smpdtanubhvifSMPDTANUBHVIF")


def signs(texts: Sequence[str]) -> Iterator[tuple[int, Sign]]:
    """The rows that may begin something, with what."""
    known: dict[str, Sign | None] = {text: _sign(text) for text in dict.fromkeys(texts)}
    for row, sign in enumerate(map(known.__getitem__, texts)):
        if sign:
            yield row, sign


def _sign(text: str) -> Sign | None:
    if may_head(text):
        return "item"
    if len(text) > _LONGEST:
        return None
    if text[0] in _FIRST_LETTERS and (match := _CUE.match(text)):
        return match.lastgroup  # type: ignore[return-value]
    if letterheads.title_in(text):
        return "letter"
    if voices.heading_in(text):
        return "voice"
    return "title" if title_pages.may_title(text) else None
