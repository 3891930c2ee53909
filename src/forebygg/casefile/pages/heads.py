"""Running heads: the lines at the top of each page that name the body, the meeting and the page."""

import datetime as dt
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

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
    body_in,
)
from forebygg.casefile.paper import RunningHead
from forebygg.core.dates import first_date

Found = Sequence[tuple[int, Kind]]
Block = list[tuple[int, Kind]]
_NAMES = BODY | LOGOTYPE
_TITLES = PROTOCOL | EXTRACT
_LOOK_BACK = 3
_PARAGRAPH = re.compile(r"(?:\w{2,30}\s)?§\s?\d{1,4}(?!\s?[,\d–-])")


def running_heads(
    lines: Sequence[str], found: Found, feeds: Sequence[int], furniture: set[int]
) -> list[RunningHead]:
    """The running heads in order; their lines are added to *furniture*."""
    opened = set(feeds)
    again = Counter(lines[index] for index, kind in found if kind & PROTOCOL and kind & _NAMES)
    every = list(_blocks(lines, found))
    paged = Counter(
        lines[index]
        for block in every
        if any(kind & PAGE for _, kind in block)
        for index, kind in block
        if kind == BODY
    )
    blocks = [block for block in every if _is_head(block, opened) or _comes_back(lines, block, again, paged)]
    usual = Counter(lines[index] for block in blocks for index, kind in block if kind == BODY)
    common = usual.most_common(1)[0][0] if usual else ""
    names = dict(found)
    _page_tops(names, feeds, furniture)
    if common:
        furniture |= _after_page_numbers(lines, found, common)
    read = [head for block in blocks if (head := _read(lines, block, common, names, furniture)) is not None]
    heads = {block[0][0] for block in blocks}
    extracts = [head for block in every if block[0][0] not in heads and (head := _of_extract(lines, block))]
    return sorted([*read, *extracts], key=lambda head: head.line) if extracts else read


def _of_extract(lines: Sequence[str], block: Block) -> RunningHead | None:
    """What stands over an extract's paragraph: "Protokollsutdrag", the body and the date; it is text."""
    if not any(kind & _TITLES for _, kind in block) or not any(kind & BODY for _, kind in block):
        return None
    last = block[-1][0]
    after = next((line for line in lines[last + 1 : last + 4] if line), "")
    if not _PARAGRAPH.match(after) or not (len(block) > 1 or block[0][1] & DATE):
        return None
    first = next(place for place, (_, kind) in enumerate(block) if kind & _TITLES)
    if first and not block[first - 1][1] & DATE and lines[block[first][0] - 1]:
        first -= 1
    told = [lines[index] for index, kind in block[first:]]
    body = next((body for line in told if (body := _body(line))), None)
    dated = _dated(" ".join(told))
    return RunningHead(body=body, date=dated.isoformat() if dated else None, line=block[first][0] + 1)


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
        kinds |= kind
    if any(kind & PAGE and kind & _NAMES for _, kind in block):
        return True
    turns = kinds & (PAGE | FOOT) or any(index in opened for index, _ in block)
    if kinds & DATE_LABEL:
        return bool(turns or kinds & (PROTOCOL | BODY))
    return bool(kinds & PROTOCOL and turns)


def _comes_back(lines: Sequence[str], block: Block, again: Counter[str], paged: Counter[str]) -> bool:
    """A body beside the page's number on several pages, or one line of body and protocol on many."""
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
    anchor = next(
        (place for place, (_, kind) in enumerate(block) if kind & (PROTOCOL | DATE_LABEL)), len(block) - 1
    )
    named = _body_of(lines, block, anchor, common)
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
    if not any(LABELLED.match(lines[index]) for index in head):
        furniture.update(head)
    body = next((_body(lines[index]) for index in head if names.get(index, 0) & BODY), None)
    dated = _dated(" ".join(lines[index] for index in head if names.get(index, 0) & (DATE | DATE_LABEL)))
    if body is None and dated is None:
        return None
    return RunningHead(body=body, date=dated.isoformat() if dated else None, line=head[0] + 1)


def _body_of(lines: Sequence[str], block: Block, anchor: int, common: str) -> int | None:
    """Which line of the block names the meeting body; the others are addressees that a page turn met."""
    if any(kind & BODY and kind != BODY for _, kind in block):
        return None
    candidates = [
        place
        for place, (index, kind) in enumerate(block)
        if kind == BODY and not _is_addressee(lines, index, common)
    ]
    return min(
        candidates, key=lambda place: (lines[block[place][0]] != common, abs(place - anchor)), default=None
    )


def _is_addressee(lines: Sequence[str], index: int, common: str) -> bool:
    if not index:
        return False
    if lines[index - 1]:
        return lines[index - 1].casefold().endswith((" till", "till:")) or lines[index] != common
    return False


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
    before = next((lines[place] for place in range(index - 1, max(index - 6, -1), -1) if lines[place]), "")
    return not before.casefold().endswith((" till", "till:"))


@lru_cache(maxsize=256)
def _body(line: str) -> str | None:
    return body_in(line)


@lru_cache(maxsize=256)
def _dated(text: str) -> dt.date | None:
    return first_date(text)
