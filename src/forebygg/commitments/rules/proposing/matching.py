"""Which of the municipality's own boards and units a plan means by its words.

A plan says "kultur- och fritidsnämnden", the register "Kultur- och fritidsnämnd"; a plan says "skolan", the
register lists eleven. Only one that the words single out is given: nothing is guessed.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from forebygg.language.wording import plain

_WORD: Final = re.compile(r"\w+(?:[:/]\w+)*-?")
_SHORT: Final = {
    "ks": "kommunstyrelse",
    "kf": "kommunfullmäktige",
    "brå": "brottsförebyggandråd",
    "bun": "barn utbildningsnämnd",
    "kfn": "kultur fritidsnämnd",
    "hr": "hravdelning",
}
_NOTHING: Final = frozenset(
    "och samt för den det de lokala lokalt vårt vår våra kommunens stadens kommunala kommunal varje "
    "respektive alla samtliga berörd berörda ansvarig ansvariga i inom på av mot med kommun stad ab".split()
)
# Many are meant, so none of them is.
_MANY: Final = frozenset(
    "varje respektive alla samtliga berörd berörda ansvarig ansvariga vardera övriga".split()
)
# The last part of a compound, in its forms: it says what the thing is, what stands before it which one.
_HEADS: Final = re.compile(
    r"(?P<which>.*?)(?P<head>nämnd|styrelse|förvaltning|kontor|sektor|enhet|avdelning|bolag|skola|"
    r"skol(?=or|an)|gymnasi|"
    r"bibliotek|tjänst|hälsa|råd|verksamhet|gård|grupp|team|kansli|mottagning|central|utskott|fullmäktige)"
    r"(?:en|n|et|t|e|um|ar|arna|erna|or|orna|an|na|ns|ens|ets|s)?"
)
# By itself such a word singles nobody out, even where the register has one only.
_COMMON: Final = frozenset(
    "nämnd styrelse förvaltning kontor sektor enhet avdelning bolag skola skol råd verksamhet gård "
    "grupp team".split()
)


def matched(words: str, names: Sequence[tuple[int, str, str]]) -> int | None:
    """As `forebygg.commitments.rules.proposing.match` says."""
    wanted = _parts(words)
    if not wanted or _MANY & {word.casefold() for word in _WORD.findall(words)}:
        return None
    parts = [(key, _parts(name)) for key, name, _ in names]
    for alike in (_same, _within):
        found = {key for key, name in parts if name and alike(wanted, name)}
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


def _same(wanted: frozenset[str], name: frozenset[str]) -> bool:
    return wanted == name


def _within(wanted: frozenset[str], name: frozenset[str]) -> bool:
    """All the words of the one are in the other, and they are more than "the board"."""
    short, long = sorted((wanted, name), key=len)
    return short <= long and not short <= _COMMON


@lru_cache(maxsize=8192)
def _parts(name: str) -> frozenset[str]:
    """The words that tell names apart, in their base form: "Kulturnämnden" is {"kultur", "nämnd"}."""
    found: set[str] = set()
    for word in _WORD.findall(plain(name)[:200]):
        low = word.casefold().rstrip("-")
        for part in _SHORT.get(low, low).split():
            if part in _NOTHING:
                continue
            head = _HEADS.fullmatch(part) if len(part) < 60 else None
            parts = (head["which"], head["head"]) if head else (part,)
            found.update(_base(one) for one in parts if one)
    return frozenset(found)


def _base(word: str) -> str:
    """Without the s that binds the halves of a compound or makes a genitive."""
    word = "skola" if word == "skol" else word.rstrip("-")
    return word.removesuffix("s") if len(word) > 3 else word
