"""Changes told otherwise than in the past: "Revideringen innebär att …", and tables of changes."""

import re
from collections.abc import Sequence
from typing import Final

from forebygg.casefile.comparison.verbs import EDITS

CELL: Final = re.compile(r"\t+|\s{3,}")
# One of these stands in every sentence that tells what a revision means.
_MEANING: Final = ("innebär", "innefattar", "omfattar", "består", "avser")
_MEANS: Final = re.compile(
    r"(?:revidering|ändring|förändring|justering|uppdatering|bearbetning|omarbetning)(?:en|arna|ar)?"
    rf"(?:\s+av\s+[^,.;]{{1,60}}?)?\s+(?:{'|'.join(_MEANING)})(?!\w)[^,.;]{{0,40}}?(?<!\w)att\s+",
    re.IGNORECASE,
)
_CUT: Final = re.compile(r",?\s+(?:och|samt)\s+(?:dels\s+)?att\s+|,\s+(?:dels\s+)?att\s+")
# What is done to a text, in the present and as something done.
_DONE: Final = {
    "utgår": "utgått", "stryks": "strukits", "tas bort": "tagits bort", "läggs till": "lagts till",
    "tillförs": "tillförts", "ersätts": "ersatts", "kompletteras": "kompletterats", "införs": "införts",
    "förs in": "förts in", "flyttas": "flyttats", "förtydligas": "förtydligats", "byter namn": "bytt namn",
    "ändras": "ändrats", "delas": "delats", "slås samman": "slagits samman", "utökas": "utökats",
    "byts ut": "bytts ut", "justeras": "justerats", "uppdateras": "uppdaterats", "tillkommer": "tillkommit",
    "utvecklas": "utvecklats", "preciseras": "preciserats", "inarbetas": "inarbetats",
    "får rubriken": "fått rubriken", "får namnet": "fått namnet", "byter rubrik": "bytt rubrik",
}  # fmt: skip
_PRESENT: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_DONE)})(?!\w)", re.IGNORECASE)
_PLACES: Final = re.compile(r"(?:avsnitt|kapitel|rubrik|punkt|del|sida|stycke)\b", re.IGNORECASE)
_TELLS: Final = re.compile(
    rf"{EDITS.pattern}|(?:ny|nuvarande|tidigare)\s+(?:lydelse|text|skrivning)", re.IGNORECASE
)


def means(paragraph: str) -> bool:
    """Cheap: whether a sentence in the paragraph may tell what a revision means."""
    return any(word in paragraph for word in _MEANING)


def meant(sentence: str) -> list[str]:
    """The clauses of a sentence that tells what a revision means, each as something done; else none."""
    match = _MEANS.search(sentence) if means(sentence) else None
    if not match:
        return []
    clauses = _CUT.split(sentence[match.end() :].rstrip(". "))
    return [as_done(clause) for clause in clauses]


def as_done(text: str) -> str:
    """What a decision or a list does to the text ("utgår"), as something done ("har utgått")."""
    return _PRESENT.sub(lambda verb: f"har {_DONE[verb.group().casefold()]}", text)


def is_table_head(cells: Sequence[str]) -> bool:
    """Whether the row heads a table of changes: a place in the text, and what was changed there."""
    return len(cells) > 1 and bool(_PLACES.match(cells[0])) and any(map(_TELLS.search, cells[1:]))
