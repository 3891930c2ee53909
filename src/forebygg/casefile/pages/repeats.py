"""What comes back page after page: titles with page numbers, bare page numbers, heads of any wording."""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from forebygg.casefile.pages.extracts import Found
from forebygg.casefile.pages.vocabulary import NUMBERED, PAGE, numbered_title, page_of

_TIMES = 3
_LONGEST = 90
_TOP, _FOOT = 3, 2
_NUMBER = re.compile(r"\d{1,3}$")
# Points, appendices, and the headings of a list: covers of one form bring those back, page for page.
_TEXT = re.compile(
    r"§|[-–•]\s|Bilag|\(?[0-9a-z]{1,3}[.)]\s|(?:beslutande|närvarande|ledamöter|ersättare|tjänstgörande|övriga|frånvarande|"
    r"ej\s|utses|justera|paragraf|plats|tid\b|beslut\b)",
    re.IGNORECASE,
)


def repeated(
    lines: Sequence[str], found: Found, feeds: Sequence[int], furniture: set[int], *, headed: int = 0
) -> set[int]:
    """The lines that belong to the pages because they recur where pages turn.

    Where *headed* running heads have been read on most pages, nothing else is looked for: what recurs
    under a known head is the text's own, such as the names in a roll.
    """
    marked = _numbered_titles(lines, found) | _bare_numbers(lines, feeds)
    turns = sorted(
        {*feeds, *(index for index, kind in found if kind & PAGE and not kind & NUMBERED)} | marked
    )
    if len(turns) < _TIMES or 2 * headed > len(turns):
        return marked
    places: defaultdict[str, set[int]] = defaultdict(set)
    for turn in turns:
        for index in _around(lines, turn, furniture, marked):
            places[lines[index]].add(index)
    recurring = {line: indexes for line, indexes in places.items() if len(indexes) >= _TIMES}
    if recurring:
        total = Counter(filter(recurring.__contains__, lines))
        # The first page opens with no turn: its title may stand there once more.
        opening = {line for line in lines[: turns[0]] if line in recurring}
        for line, indexes in recurring.items():
            first, last = bisect(turns, min(indexes)), bisect(turns, max(indexes))
            apart = total[line] - (line in opening)
            if len(indexes) >= 0.8 * apart and len(indexes) >= 0.6 * (last - first + 1):
                marked |= indexes
    return marked


def _around(lines: Sequence[str], turn: int, furniture: set[int], marked: set[int]) -> Iterator[int]:
    seen = 0
    for index in range(turn, min(turn + 12, len(lines))):
        line = lines[index]
        if not line or index in furniture or index in marked:
            continue
        if line[0] == "§" or seen == _TOP:
            break
        seen += 1
        if _may_recur(line) and not (
            index and lines[index - 1] and index - 1 not in furniture and index != turn
        ):
            yield index
    seen = 0
    for index in range(turn - 1, max(turn - 8, -1), -1):
        line = lines[index]
        if not line or index in furniture or index in marked:
            continue
        seen += 1
        if seen > _FOOT:
            break
        if _may_recur(line) and index and not lines[index - 1]:
            before = next((lines[i] for i in range(index - 1, max(index - 5, -1), -1) if lines[i]), "")
            if not before.casefold().endswith(("till", ":")):
                yield index


def _may_recur(line: str) -> bool:
    return 3 < len(line) <= _LONGEST and line[-1] not in ".!?:;," and not _TEXT.match(line)


def _numbered_titles(lines: Sequence[str], found: Found) -> set[int]:
    """Lines that give a title with its page number, when the title comes back with another number.

    The first page's own is a letter's or a plan's title row and stays; what stood right under it there
    (unit, date, registry number) goes with it on the later pages.
    """
    titles: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for index, kind in found:
        if kind & NUMBERED and (page := page_of(lines[index])) and page[0] <= page[1]:
            titles[numbered_title(lines[index]), page[1]].append(index)
    marked: set[int] = set()
    for indexes in titles.values():
        if len({lines[index] for index in indexes}) < 2:
            continue
        under = {line for line in lines[indexes[0] + 1 : indexes[0] + 4] if line}
        for index in indexes:
            if (page_of(lines[index]) or (0, 0))[0] == 1 and "  " in lines[index].replace("\t", "  "):
                continue
            marked.add(index)
            below = index + 1
            while below < len(lines) and below < index + 4 and lines[below] in under:
                marked.add(below)
                below += 1
    return marked


def _bare_numbers(lines: Sequence[str], feeds: Sequence[int]) -> set[int]:
    """Lone numbers at the edge of pages that count with the pages."""
    offsets: defaultdict[int, set[int]] = defaultdict(set)
    for page, turn in enumerate([*feeds, len(lines)], start=2):
        first = next((i for i in range(turn, min(turn + 4, len(lines))) if lines[i]), None)
        last = next((i for i in range(turn - 1, max(turn - 5, -1), -1) if lines[i]), None)
        for index, current in ((first, page), (last, page - 1)):
            if index is not None and _NUMBER.match(lines[index]):
                offsets[int(lines[index]) - current].add(index)
    best = max(offsets.values(), key=len, default=set())
    return best if len(best) >= _TIMES else set()
