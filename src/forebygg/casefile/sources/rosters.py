"""Lists of people set side by side: how two lists are told from one table.

Minutes often print those who decide to the left and their substitutes to the right. Nothing on the page
tells these columns from a table whose rows belong together ("Justerare: Anna Alm"), except what they
say: both hold people, under the headings of an attendance list, and no row says that the one to the
right stands in for the one to the left.
"""

import re
from collections.abc import Sequence
from typing import Final

_HEADING_WORDS: Final = frozenset(
    "adjungerade anmälda avvikande beslutande deltagande deltagare ej ersättande ersättare frånvarande "
    "förhinder förtroendevalda icke-tjänstgörande icke inkallade inte insynsplats insynsplatser kallade "
    "ledamot ledamöter med medarbetare men närvarande närvarorätt och ordinarie politiker representanter "
    "röstande samt sekreterare tjänstemän tjänstepersoner tjänsteperson tjg tjänstgörande under utan "
    "yttranderätt övrig övriga även sammanträdet vid".split()
)
_HEADS: Final = _HEADING_WORDS - frozenset(
    "anmälda avvikande ej förhinder icke inkallade inte kallade med medarbetare men och ordinarie röstande "
    "samt sekreterare tjg under utan övrig även sammanträdet vid yttranderätt närvarorätt".split()
)
"""At least one of these stands in a heading; the other words only keep them company."""

_NAME: Final = (
    r"[A-ZÅÄÖÉÜ][\w’'.\-]*(?:[ \t]+(?:af|al|av|da|de|den|der|di|du|el|la|van|von|[A-ZÅÄÖÉÜ][\w’'.\-]*)){0,5}"
)
_WITH_PARTY: Final = re.compile(rf"(?:\d+[.)]?\s+)?{_NAME},?[ \t]+\([A-Za-zÅÄÖåäö]{{1,5}}\)")
_PLAIN_NAME: Final = re.compile(
    rf"(?:\d+[.)]?\s+)?(?=\S+[ \t]+[A-ZÅÄÖÉÜavd]){_NAME}(?:,.*|[ \t]+(?:§|kl\b|\d).*|\(.*)?"
)
_REPLACES: Final = re.compile(
    r"(?:tj(?:änst)?g(?:örande|ör|\.)?\s+)?(?:ers(?:ättare|\.)?\s+)?(?:för|ersätter|i\s?stället för|istf)\b",
    re.IGNORECASE,
)
_LONGEST_CELL: Final = 120


def is_heading(cell: str) -> bool:
    """Whether the cell heads a list in an attendance list: "Ej tjänstgörande ersättare:"."""
    if len(cell) > _LONGEST_CELL or not cell[:1].isalpha():
        return False
    words = re.findall(r"[\w\-]+", cell.casefold())
    return len(words) <= 6 and _HEADING_WORDS.issuperset(words) and not _HEADS.isdisjoint(words)


def is_person(cell: str) -> bool:
    """Whether the cell begins with a name, as such lists print names."""
    cell = cell[:_LONGEST_CELL].strip()
    return bool(_WITH_PARTY.match(cell) or _PLAIN_NAME.fullmatch(cell)) and not is_heading(cell)


def are_two_lists(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> bool:
    """Whether columns of cells, one inner sequence a row, are lists of people to read one after another."""
    left, right = [row for row in left if row], [row for row in right if row]
    if not left or len(right) < 2 or any(_REPLACES.match(row[0]) for row in right):
        return False
    headed = any(is_heading(row[0]) for row in right[:2]) and any(
        is_heading(cell) for row in left[:2] for cell in row
    )
    left_people = _share_of_people(left)
    right_people = _share_of_people(right)
    if headed:
        return left_people >= 0.5 and right_people >= 0.5
    return min(len(left), len(right)) >= 3 and left_people >= 0.7 and right_people >= 0.8


def _share_of_people(rows: Sequence[Sequence[str]]) -> float:
    """Of the rows that are no headings, how many name a person; a label may stand before the name."""
    others = [row for row in rows if not all(map(is_heading, row))]
    return sum(any(map(is_person, row)) for row in others) / len(others) if others else 0.0
