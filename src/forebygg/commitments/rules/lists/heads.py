"""Which column of a list is which, by the words at its head. Only proposed: a person chooses."""

import hashlib
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final


class Column(StrEnum):
    """What a column can tell of a measure."""

    WHAT = "what"
    MARK = "mark"
    """The list's own number or sign for the measure, by which it is known again."""
    ACCOUNTABLE = "accountable"
    OWNER = "owner"
    UNITS = "units"
    DUE = "due_on"
    RHYTHM = "rhythm"
    LEVEL = "level"
    GOALS = "goals"
    EVIDENCE = "evidence"
    COUNTERPARTS = "counterparts"
    HOURS = "hours"
    MONEY = "money"
    STATUS = "status"


HEAD_WITHIN: Final = 20
_LONGEST_HEAD: Final = 60
_SAMPLE: Final = 40

# What a head says, the most telling first: "ansvarig nämnd" is a board, "ansvarig" alone an owner.
_WORDS: Final = (
    (Column.MARK, "^(?:nr|nummer|id|löp(?:nr|nummer)|#|(?:åtgärds|aktivitets)(?:nr|nummer|id)|no|number)$"),
    (Column.WHAT, r"^(?:åtgärd|aktivitet|insats|åtagande|uppdrag|uppgift)(?:er|ar|en|et|n|s)?\b"),
    (Column.WHAT, r"^vad(?: (?:ska|skall|gör|göra)\b.*)?$"),
    (Column.WHAT, r"^(?:measure|activity|action|task|commitment|what)s?\b"),
    (Column.RHYTHM, "hur ofta|frekvens|återkom|intervall|periodicitet|how often|rhythm|frequency|interval"),
    (Column.LEVEL, r"(?<!\w)(?:preventions|insats)?nivå|\blevels?\b"),
    (Column.STATUS, r"status|\bläget?\b|\bprogress\b|\bstate\b"),
    (Column.HOURS, "timm|arbetstid|tidsåtgång|hours"),
    (Column.MONEY, r"kostnad|budget|kronor|^kr$|\btkr\b|medel|finansier|cost|money|funding"),
    (Column.COUNTERPARTS, "samverk|samarbet|medverk|motpart|partner|extern|deltagare|counterpart|together"),
    (Column.EVIDENCE, r"uppfölj|följs?(?: \w+)? upp|indikator|mått|mäts|mäta|bevis|underlag|visar|resultat"),
    (Column.EVIDENCE, "utvärder|follow|evidence|indicator|outcome|measured"),
    (Column.ACCOUNTABLE, "nämnd|styrelse|bolag|förvaltning|huvudman|accountable|board|committee|authority"),
    (Column.OWNER, r"ansvar|ägare|\bvem\b|\bvilka?\b|funktion|\broll\b|owner|responsible|\bwho\b"),
    (Column.UNITS, r"enhet|verksamhet|skol(?:a|or)\b|arbetsplats|berör|unit|school|workplace"),
    (Column.GOALS, r"\b\w*mål(?:et|en|sättning|sättningar|område)?\b|syfte|goal|objective|aim"),
    (Column.DUE, r"\btid|klar|\bnär\b|datum|deadline|senast|slut|genomför|färdig"),
    (Column.DUE, r"\bdue\b|\bwhen\b|\bdate\b|finish|complet"),
    (Column.WHAT, "åtgärd|aktivitet|insats|åtagande|beskrivning|description|measure|activit|action"),
)
_TELLING: Final = tuple((column, re.compile(pattern)) for column, pattern in _WORDS)


def find_head(rows: Sequence[Sequence[str]]) -> int:
    """The place, from 0, of the row that most looks like heads, among the first; titles stand above it."""
    known = [_known(cells) if _may_head(cells) else 0 for cells in rows[:HEAD_WITHIN]]
    if best := max(known, default=0):
        return known.index(best)
    several = (place for place, cells in enumerate(rows[:HEAD_WITHIN]) if sum(map(bool, cells)) > 1)
    return next(several, 0)


def propose(heads: Sequence[str], body: Sequence[Sequence[str]] = ()) -> list[Column | None]:
    """What each column is; none is proposed twice. Where no head names a measure, the longest texts do."""
    found: list[Column | None] = [None] * len(heads)
    told = [_telling(word(head)) for head in heads]
    for rank in range(len(_TELLING)):
        for place, columns in enumerate(told):
            column = columns.get(rank)
            if column and found[place] is None and column not in found:
                found[place] = column
    if heads and Column.WHAT not in found and (wordiest := _wordiest(found, body)) is not None:
        found[wordiest] = Column.WHAT
    return found


def word(head: str) -> str:
    """A head without capitals, signs and what stands in parentheses."""
    return " ".join(re.sub(r"\([^)]*\)|[:*?.!]", " ", head.casefold()).split())


def key(heads: Sequence[str]) -> str:
    """By which the same heads are known again: a checksum of their words, in their places."""
    return hashlib.sha256("\n".join(map(word, heads)).encode()).hexdigest()


def _telling(head: str) -> dict[int, Column]:
    """What the head may be: the first pattern that it fits, by its rank; empty when it fits none."""
    for rank, (column, pattern) in enumerate(_TELLING):
        if head and pattern.search(head):
            return {rank: column}
    return {}


def _known(cells: Sequence[str]) -> int:
    """How many things the row's cells name; a row that names no measure is worth less than one that does."""
    named = {column for cell in cells for column in _telling(word(cell)).values()}
    return len(named) + 2 * (Column.WHAT in named) if len(named) > 1 or Column.WHAT in named else 0


def _may_head(cells: Sequence[str]) -> bool:
    """Heads are short, and there are at least two of them, or the list has one column."""
    told = [cell for cell in cells if cell]
    return bool(told) and all(len(cell) <= _LONGEST_HEAD for cell in told) and len({*told}) > 1


def _wordiest(found: Sequence[Column | None], body: Sequence[Sequence[str]]) -> int | None:
    lengths = [
        (sum(len(cells[place]) for cells in body[:_SAMPLE] if place < len(cells)), -place)
        for place, column in enumerate(found)
        if column is None
    ]
    length, place = max(lengths, default=(0, 0))
    return -place if length else None
