"""What a row may begin, going by its own words alone; where it stands decides whether it does.

Most rows of a file say nothing and many are repeated (the lists of who voted), so each text is asked once.
"""

import re
from collections.abc import Sequence
from itertools import compress, count
from typing import Final, Literal

from forebygg.casefile.cutting import headings, letterheads, title_pages, voices
from forebygg.language.wording import in_any_case

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
# How the words begin that open a paper; a row that begins otherwise can only be a title.
_CUES: Final = in_any_case(
    "bes sam möt pla dat tid dag pro ans bev til när del und han dia dnr vår inn frå ski fro".split()
)
_LETTERS: Final = in_any_case(
    [
        *"tjä pro ord skr utl bes utr ytt rem sva mot int med mis föl inb del cir bre".split(),
        "pm",
        "pm ",
        "pm\t",
    ]
)
_VOICES: Final = in_any_case(
    "gem skr sär res pro ant ers ytt rös mot int med rem sva til åte änd yrk".split()
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
    opening = text[:3]
    if opening in _CUES and (match := _CUE.match(text)):
        return match.lastgroup  # type: ignore[return-value]
    if (opening in _LETTERS or "\t" in text or "  " in text) and letterheads.title_in(text):
        return "letter"
    if (opening in _VOICES or text[-3:] in voices.NOISY_ENDS) and voices.heading_in(text):
        return "voice"
    # Asked here as well: most rows are no title by their first or last sign alone.
    short = text[0].isupper() and text[-1] not in title_pages.NO_TITLE_ENDS
    return "title" if short and title_pages.may_title(text) else None
