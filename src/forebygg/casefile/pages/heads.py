"""Running heads: the lines at the top of each page that name the body, the meeting and the page."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from forebygg.casefile.pages.extracts import Block, Found, of_extract, told
from forebygg.casefile.pages.vocabulary import (
    BODY,
    DATE,
    DATE_LABEL,
    EXTRACT,
    FOOT,
    LABELLED,
    LOGOTYPE,
    NUMBERED,
    PAGE,
    PROTOCOL,
    RULE,
    Kind,
)
from forebygg.casefile.paper import RunningHead

_NAMES = BODY | LOGOTYPE
_LOOK_BACK = 3
_ADDRESSES = re.compile(
    r"\btill:?$|^(?:sändlista|expedieras|delges|kopia|remissinstanser|protokollsutdrag|mottagare)\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    r".*s\s+(?:sammanträdes)?protokoll|(?:sammanträdes)?protokoll\s+(?:från|för)", re.IGNORECASE
)


def running_heads(
    lines: Sequence[str], found: Found, feeds: Sequence[int], furniture: set[int]
) -> list[RunningHead]:
    """The running heads in order; their lines are added to *furniture*."""
    opened = set(feeds)
    again = Counter(lines[index] for index, kind in found if _may_come_back(lines[index], kind))
    every = list(_blocks(lines, found))
    paged = Counter(
        lines[index]
        for block in every
        if any(kind & PAGE for _, kind in block)
        for index, kind in block
        if kind == BODY
    )
    blocks = [block for block in every if _is_head(block, opened) or _comes_back(lines, block, again, paged)]
    usual = Counter(
        lines[block[place][0]] for block in blocks if (place := _body_of(lines, block, "")) is not None
    )
    common = usual.most_common(1)[0][0] if usual else ""
    names = dict(found)
    _page_tops(names, feeds, furniture)
    if common:
        furniture |= _after_page_numbers(lines, found, common)
    read = [head for block in blocks if (head := _read(lines, block, common, names, furniture)) is not None]
    heads = {block[0][0] for block in blocks}
    extracts = [head for block in every if block[0][0] not in heads and (head := of_extract(lines, block))]
    return sorted([*read, *extracts], key=lambda head: head.line) if extracts else read


def _after_page_numbers(lines: Sequence[str], found: Found, common: str) -> set[int]:
    """The usual body's name under a page number, when the rest of its head has been lost in extraction."""
    marked = set()
    for (before, kind), (index, _) in itertools.pairwise(found):
        if kind == PAGE and lines[index] == common and not any(lines[before + 1 : index]):
            marked.add(index)
    return marked


def _blocks(lines: Sequence[str], found: Found) -> Iterator[Block]:
    block: Block = []
    for index, kind in found:
        if kind & NUMBERED:
            continue
        if block and any(lines[block[-1][0] + 1 : index]):
            yield block
            block = []
        block.append((index, kind))
    if block:
        yield block


def _is_head(block: Block, opened: set[int]) -> bool:
    """A head names protocol or meeting date where a page turns, or the body beside the page number."""
    kinds = 0
    for _, kind in block:
        if kind & PAGE and kind & _NAMES:
            return True
        kinds |= kind
    turns = kinds & (PAGE | FOOT) or (opened and any(index in opened for index, _ in block))
    if kinds & DATE_LABEL:
        return bool(turns or kinds & (PROTOCOL | BODY))
    return bool(kinds & PROTOCOL and turns)


def _may_come_back(line: str, kind: Kind) -> bool:
    """Whether one line alone could be a head; items list "Kommunstyrelsens protokoll 2024-03-12"."""
    if not (kind & PROTOCOL and kind & BODY):
        return False
    return bool(kind & LOGOTYPE) or not (kind & DATE or _CITED.match(line))


def _comes_back(lines: Sequence[str], block: Block, again: Counter[str], paged: Counter[str]) -> bool:
    """A body beside the page's number on several pages, or one line of body and protocol on many."""
    if not again and not paged:
        return False
    on_page = any(kind & PAGE for _, kind in block)
    return any(again[lines[index]] >= 3 or (on_page and paged[lines[index]] >= 2) for index, _ in block)


def _page_tops(kinds: dict[int, Kind], feeds: Sequence[int], furniture: set[int]) -> None:
    """The unbroken rows that open a page and hold its number, or the place's name alone."""
    for feed in feeds:
        index = feed
        top = 0
        while kinds.get(index, 0) & ~(FOOT | RULE | NUMBERED):
            top |= kinds[index]
            index += 1
        if top & PAGE or top == LOGOTYPE:
            furniture.update(range(feed, index))


def _read(
    lines: Sequence[str],
    block: Block,
    common: str,
    names: dict[int, Kind],
    furniture: set[int],
) -> RunningHead | None:
    anchor = _anchor(block)
    named = _body_of(lines, block, common)
    head: list[int] = []
    for place, (index, kind) in enumerate(block):
        if kind & (FOOT | RULE) or kind == EXTRACT:
            continue
        if not kind & ~_NAMES and place != named and not (kind == LOGOTYPE and abs(place - anchor) < 3):
            continue
        if kind == DATE and place < anchor and index and lines[index - 1]:
            continue
        head.append(index)
    if named is None and not any(kind & BODY for _, kind in block):
        head[:0] = _set_apart(lines, block[0][0], common, names)
    if not any(names.get(index, 0) & BODY and LABELLED.match(lines[index]) for index in head):
        furniture.update(head)
    return told(lines, [(index, names.get(index, 0)) for index in head])


def _anchor(block: Block) -> int:
    """The row of the head that names the protocol or labels the date; the rest stands around it."""
    for place, (_, kind) in enumerate(block):
        if kind & (PROTOCOL | DATE_LABEL):
            return place
    return len(block) - 1


def _body_of(lines: Sequence[str], block: Block, common: str) -> int | None:
    """Which line of the block names the meeting body; the others are addressees that a page turn met."""
    bodies: list[int] = []
    for place, (_, kind) in enumerate(block):
        if kind == BODY:
            bodies.append(place)
        elif kind & BODY:
            return None
    candidates = [place for place in bodies if not _is_addressee(lines, block, place, common)]
    if len(candidates) < 2:  # as in most heads
        return candidates[0] if candidates else None
    anchor = _anchor(block)
    page = max((place for place in range(anchor) if block[place][1] & PAGE), default=0)
    return min(
        candidates, key=lambda place: (place < page, lines[block[place][0]] != common, abs(place - anchor))
    )


def _is_addressee(lines: Sequence[str], block: Block, place: int, common: str) -> bool:
    """Whether the body stands in a list: right under a row that is not of the head."""
    index = block[place][0]
    if not index or not lines[index - 1]:
        return False
    above = block[place - 1] if place and block[place - 1][0] == index - 1 else None
    if above and not above[1] & (EXTRACT | BODY):
        return False
    return lines[index - 1].casefold().endswith((" till", "till:")) or lines[index] != common


def _set_apart(lines: Sequence[str], first: int, common: str, names: dict[int, Kind]) -> list[int]:
    """The body's name when the extraction has put a heading between it and the rest of its head."""
    seen = 0
    for index in range(first - 1, max(first - 12, -1), -1):
        line = lines[index]
        if not line:
            continue
        if names.get(index) == BODY and stands_alone(lines, index) and (line == common or seen == 1):
            return [index]
        seen += 1
        if len(line) > 80 or seen > _LOOK_BACK:
            break
    return []


def stands_alone(lines: Sequence[str], index: int, furniture: AbstractSet[int] = frozenset()) -> bool:
    """Nothing but blank lines and furniture around it, and no list of addressees that it could belong to."""
    for neighbour in (index - 1, index + 1):
        if 0 <= neighbour < len(lines) and lines[neighbour] and neighbour not in furniture:
            return False
    for above in range(index - 1, max(index - 16, -1), -1):
        line = lines[above]
        if _ADDRESSES.search(line):
            return False
        if len(line) > 50 or line.endswith((".", ",")):
            break
    return True
