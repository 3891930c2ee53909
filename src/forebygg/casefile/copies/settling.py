"""Which of several readings is taken: what another copy, the next edition or the language supports."""

import datetime as dt
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from forebygg.casefile.copies.differences import Difference, Support, fills_lines, mended, places
from forebygg.casefile.copies.finding import find_copies, titles_alike
from forebygg.casefile.copies.reading import Reading
from forebygg.casefile.paper import Paper
from forebygg.language.wording import letters
from forebygg.language.words import is_word

# Words on each side by which the place is found again in another edition.
_CONTEXT: Final = 2


@dataclass(frozen=True, kw_only=True)
class Settled:
    """`copy_of` names each copy's first; `papers` are all papers but copies, with the readings taken."""

    copy_of: Mapping[str, str]
    papers: Mapping[str, Paper]
    differences: tuple[Difference, ...]


def settle(readings: Sequence[Reading]) -> Settled:
    """Find the copies among the papers, and settle where they read differently."""
    copy_of = find_copies(readings)
    by_id = {one.document.id: one for one in readings}
    copies: defaultdict[str, list[Reading]] = defaultdict(list)
    for copy, first in copy_of.items():
        copies[first].append(by_id[copy])
    papers: dict[str, Paper] = {}
    differences: list[Difference] = []
    editions = _editions(readings, copy_of)
    for name, one in by_id.items():
        if name in copy_of:
            continue
        papers[name] = one.paper
        if name in copies:
            found, papers[name] = _settled(one, copies[name], _next_edition(one, editions))
            differences.extend(found)
    return Settled(copy_of=copy_of, papers=papers, differences=tuple(differences))


def _editions(readings: Sequence[Reading], copy_of: Mapping[str, str]) -> list[tuple[dt.date, str, Reading]]:
    """The dated editions, each once, in order."""
    return sorted(
        (one.document.date, one.document.id, one)
        for one in readings
        if one.document.kind == "plan" and one.document.date and one.document.id not in copy_of
    )


def _next_edition(one: Reading, editions: Sequence[tuple[dt.date, str, Reading]]) -> Reading | None:
    """The edition of the same title that is dated next."""
    document = one.document
    if document.kind != "plan" or not document.date:
        return None
    start = bisect_right(editions, document.date, key=lambda edition: edition[0])
    later = (other for _, _, other in islice(editions, start, None))
    return next((other for other in later if titles_alike(other.document.title, document.title)), None)


def _settled(
    first: Reading, copies: Sequence[Reading], edition: Reading | None
) -> tuple[list[Difference], Paper]:
    if all(copy.texts == first.texts or copy.words == first.words for copy in copies):
        return [], first.paper
    readings = [first, *copies]
    support = f" {' '.join(edition.words)} " if edition else ""
    found: list[Difference] = []
    corrections: dict[int, str] = {}
    for own, others in _together(readings):
        if _is_layout(readings, own, others):
            continue
        difference = _difference(readings, own, others, support)
        found.append(difference)
        if difference.taken is not None and difference.taken != difference.readings[0]:
            corrections.update(_corrections(first, own, difference.taken))
    return found, mended(first, corrections) if corrections else first.paper


def _together(readings: Sequence[Reading]) -> Iterator[tuple[tuple[int, int], dict[int, tuple[int, int]]]]:
    """Each place of the first copy that any other reads otherwise, with those copies' places."""
    at: defaultdict[tuple[int, int], dict[int, tuple[int, int]]] = defaultdict(dict)
    for number, other in enumerate(readings[1:], start=1):
        for place in places(readings[0], other):
            at[place.first][number] = place.other
    yield from sorted(at.items(), key=lambda entry: entry[0])


def _is_layout(
    readings: Sequence[Reading], own: tuple[int, int], others: Mapping[int, tuple[int, int]]
) -> bool:
    """Whole lines that only one copy has, such as a logotype: not a reading of the same words."""
    if own[0] != own[1]:
        return all(start == end for start, end in others.values()) and fills_lines(readings[0], own)
    return all(fills_lines(readings[number], place) for number, place in others.items())


def _difference(
    copies: Sequence[Reading], own: tuple[int, int], others: Mapping[int, tuple[int, int]], support: str
) -> Difference:
    first = copies[0]
    ours = first.text(own)
    before = first.text((max(0, own[0] - _CONTEXT), own[0]))
    after = first.text((own[1], own[1] + _CONTEXT))
    places_by_copy = {0: own} | dict(others)
    readings = {number: copies[number].text(place) for number, place in places_by_copy.items()}
    counted = Counter(readings.get(number, ours) for number in range(len(copies)))
    taken, by = _taken(counted, before, after, support)
    return Difference(
        documents=tuple(copies[number].document.id for number in readings),
        lines=tuple(copies[number].lines(place) for number, place in places_by_copy.items()),
        readings=tuple(readings.values()),
        taken=taken,
        by=by,
        before=before,
        after=after,
    )


def _taken(
    readings: Counter[str], before: str, after: str, support: str
) -> tuple[str, Support] | tuple[None, None]:
    """The reading most copies have, else the one in the next edition, else the only Swedish one."""
    (most, count), *rest = readings.most_common()
    if rest and count > rest[0][1]:
        return most, "copy"
    supported = [one for one in readings if f" {' '.join(filter(None, (before, one, after)))} " in support]
    if support and len(supported) == 1:
        return supported[0], "edition"
    swedish = [one for one in readings if _is_swedish(one)]
    if len(swedish) == 1 and all(readings):
        return swedish[0], "language"
    return None, None


def _is_swedish(text: str) -> bool:
    words = text.split()
    return bool(words) and all(is_word(word) for word in words if letters(word) and not word.isdecimal())


def _corrections(first: Reading, place: tuple[int, int], taken: str) -> dict[int, str]:
    """The new text of each word in the place: all in the first, nothing in the rest."""
    start, end = place
    if start == end:
        return {start - 1: f"{first.words[start - 1]} {taken}"} if start else {}
    return {start: taken} | dict.fromkeys(range(start + 1, end), "")
