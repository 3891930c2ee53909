"""Lists of people set side by side: how two lists are told from one table.

Minutes often print those who decide to the left and their substitutes to the right. Nothing on the page
tells these columns from a table whose rows belong together ("Justerare: Anna Alm"), except what they
say: both hold people, under the headings of an attendance list, and no row says that the one to the
right stands in for the one to the left.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

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


class Sides(NamedTuple):
    """The cells of one row on both sides of a gutter; `near` when no gap parts it from the row above."""

    left: Sequence[str]
    right: Sequence[str]
    near: bool = True


def rosters(rows: Sequence[Sides]) -> Iterator[tuple[int, int]]:
    """The stretches of rows, first and end, whose two sides are lists to be read one after the other."""
    start = 0
    while start < len(rows):
        end = _end(rows, start)
        if end > start + 1 and _are_two_lists(rows[start:end]):
            yield start, end
        start = max(end, start + 1)


def _end(rows: Sequence[Sides], start: int) -> int:
    """Where the lists that begin in row *start* end; *start* itself when none begin there."""
    opening = rows[start].right
    if not opening or not (is_heading(opening[0]) or is_person(opening[0])):
        return start
    last_right = start
    for index in range(start + 1, len(rows)):
        left, right, _ = row = rows[index]
        if _opens_label(left) or not _continues(row):
            break
        if right:
            last_right = index
        elif any(map(is_heading, left)) and not any(later.right for later in rows[index + 1 : index + 4]):
            break
    else:
        index = len(rows)
    return index if last_right > start else start + 1


def _opens_label(left: Sequence[str]) -> bool:
    """A label and its value to the left: another field of the page begins."""
    return len(left) > 1 and left[0][:1].isalpha() and not is_person(left[0])


def _continues(row: Sides) -> bool:
    if any(is_person(cell) or is_heading(cell) for cell in (*row.left, *row.right)):
        return True
    return len(row.left) <= 1 and len(row.right) <= 1 and row.near


def _are_two_lists(rows: Sequence[Sides]) -> bool:
    left = [row.left for row in rows if row.left]
    right = [row.right for row in rows if row.right]
    if not left or not right or any(_REPLACES.match(row[0]) for row in right):
        return False
    left_people, right_people = _share_of_people(left), _share_of_people(right)
    if len(left[0]) > 1 and is_heading(left[0][0]) and is_person(left[0][1]):
        return left_people >= 0.7 and right_people >= 0.8
    if _is_headed(left) and _is_headed(right):
        return len(right) > 1 and min(left_people, right_people) >= 0.5
    return min(len(left), len(right)) >= 3 and left_people >= 0.7 and right_people >= 0.8


def _is_headed(rows: Sequence[Sequence[str]]) -> bool:
    return any(is_heading(cell) for row in rows[:2] for cell in row)


def _share_of_people(rows: Sequence[Sequence[str]]) -> float:
    """Of the rows that are no headings, how many name a person; a label may stand before the name."""
    others = [row for row in rows if not all(map(is_heading, row))]
    return sum(any(map(is_person, row)) for row in others) / len(others) if others else 0.0
