"""Running text: lines joined over line ends and page breaks, and cut into sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from forebygg.casefile.paper import Line, paragraphs

BULLET: Final = re.compile(r"(?:[-–—•●▪◦*·o]\s+|\(?(?:\d{1,2}|[a-zåäö])[.)]\s+)")
POINT: Final = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+(?P<text>\S.*)")
_ENDS: Final = (".", "!", "?", ":", ";", "”", '"', "…")
# Abbreviations after which a capital does not begin a new sentence. Source: Svenska skrivregler, § 7.
_ABBREVIATED: Final = frozenset(
    "bl.a bl ca d.v.s dvs dr e.d ev ex f.d f.n fr.o.m fr.om forts fig g.m i.o.m ang avd kap kl kr m.a.o m.fl mfl m.m mm "
    "max min mom nr nuv o.d o.dyl obs osv o.s.v p.g.a pga prof resp s sid s.k s.a.s st str t.ex tex t.o.m tom "
    "t.v tel tr u.a u.å vol vd äv ö art bil inkl exkl enl jfr kungl Dnr dnr ung adj".split()
)
_BREAK: Final = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+(?=[\"”’»(–-]?\s*[A-ZÅÄÖÉÜ0-9§])")
_HYPHENATED: Final = re.compile(r"[a-zåäöé]-$")
_KEEPS_HYPHEN: Final = ("och ", "eller ", "samt ", "respektive ", "som ", "till ")


def flowed(lines: Iterable[Line]) -> str:
    """The lines as one running text, words divided at a line end made whole again.

    "brotts-" + "förebyggande" becomes one word, while "demokrati-" + "och" keeps its hyphen.
    """
    text = ""
    for line in lines:
        if not line.text:
            continue
        if not text:
            text = line.text
        elif text[-1] == "-" and text[-2:-1].isalpha() and not line.text.startswith(_KEEPS_HYPHEN):
            whole = line.text[0].islower() and _HYPHENATED.search(text)
            text = (text[:-1] if whole else text) + line.text
        else:
            text = f"{text} {line.text}"
    return text


def flowing(lines: Sequence[Line]) -> list[list[Line]]:
    """Paragraphs as the writer meant them: a page break inside a sentence does not part it.

    A group that starts in lower case continues one that has not ended; a list point is its own group.
    """
    groups: list[list[Line]] = []
    for group in paragraphs(lines):
        for block in _points(group):
            last = groups[-1][-1].text if groups else ""
            if (
                last
                and not last.endswith(_ENDS)
                and block[0].text[0].islower()
                and not BULLET.match(block[0].text)
            ):
                groups[-1].extend(block)
            else:
                groups.append(block)
    return groups


def _points(group: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in group:
        if block and BULLET.match(line.text):
            yield block
            block = []
        block.append(line)
    yield block


def sentences(text: str) -> list[str]:
    """The text's sentences, in order, nothing lost; Swedish abbreviations do not end one."""
    found: list[str] = []
    start = 0
    for match in _BREAK.finditer(text):
        if _is_abbreviation(text, match.start(), start):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def _is_abbreviation(text: str, end: int, start: int) -> bool:
    if text[end - 1] != ".":
        return False
    word = text[max(start, end - 24) : end - 1].rpartition(" ")[2].lstrip("(\"”'")
    return word in _ABBREVIATED or word.casefold() in _ABBREVIATED or (len(word) == 1 and word.isupper())
