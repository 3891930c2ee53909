"""What a row may begin, going by its own words alone; where it stands decides whether it does.

Most rows of a file say nothing and many are repeated (the lists of who voted), so each text is asked once.
"""

import re
from collections.abc import Sequence
from itertools import compress, count
from typing import Final, Literal

from forebygg.casefile.cutting import headings, letterheads, title_pages, voices

Sign = Literal["item", "cover", "notice", "letter", "labels", "contents", "voice", "mail", "title"]

_LONGEST: Final = 160
_CUE: Final = re.compile(
    r"(?P<cover>beslutande(?=[\s:]|$)|(?:sammanträdes|mötes)?(?:plats|datum|tid|dag)(?=[\s:,]|$)|protokoll\s+fört\s+vid\s)"
    r"|(?P<notice>(?:anslag|bevis|tillkännagivande|närvarolista|närvaroförteckning|deltagarlista|underskrifter)(?:sbevis)?(?!\w))"
    r"|(?P<labels>(?:handläggare|handläggande|diarienummer|diarienr|dnr|vår\s)(?![\w]))"
    r"|(?P<contents>innehåll(?:sförteckning)?:?$)"
    r"|(?P<mail>från:|skickat:|from:)",
    re.IGNORECASE,
)
_CUE_FIRST: Final = frozenset("BbSsMmPpDdTtAaNnUuHhVvIiFf")
# How the words begin that open a paper; a row that begins otherwise can only be a title.
_OPENINGS: Final = frozenset(
    "sam möt pla dat tid dag ans bev til när del und han dia dnr vår inn frå ski fro tjä pro pm ord skr utl "
    "bes utr ytt rem sva mot int med mis föl inb cir bre gem sär res ant ers rös åte änd yrk".split()
)


def signs(texts: Sequence[str]) -> list[tuple[int, Sign]]:
    """The rows that may begin something, with what."""
    known = {text: sign for text in dict.fromkeys(texts) if (sign := _sign(text))}
    rows = compress(count(), map(known.__contains__, texts))
    return [(row, known[texts[row]]) for row in rows]


def _sign(text: str) -> Sign | None:
    if ("§" in text or text[0] == "$") and headings.may_head(text):
        return "item"
    if len(text) > _LONGEST:
        return None
    sign: Sign | None = None
    if text[:3].casefold().strip() in _OPENINGS:
        sign = _of_opening(text)
    elif ("\t" in text or "  " in text) and letterheads.title_in(text):
        sign = "letter"
    elif text[-3:] in voices.NOISY_ENDS and voices.is_noisy(text):
        sign = "voice"
    if sign or text[-1] in title_pages.NO_TITLE_ENDS or not text[0].isupper():
        return sign
    return "title" if title_pages.may_title(text) else None


def _of_opening(text: str) -> Sign | None:
    if text[0] in _CUE_FIRST and (match := _CUE.match(text)):
        return match.lastgroup  # type: ignore[return-value]
    if letterheads.title_in(text):
        return "letter"
    return "voice" if voices.heading_in(text) else None
