"""Which of several readings is taken: what another copy, the next edition or the language supports."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.casefile.copies.differences import (
    Difference,
    Support,
    Word,
    lines_at,
    mended,
    places,
    reading,
    words_of,
)
from forebygg.casefile.copies.finding import Reading, find_copies, titles_alike
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
    for name, one in by_id.items():
        if name in copy_of:
            continue
        papers[name] = one.paper
        if name in copies:
            found, papers[name] = _settled(one, copies[name], _next_edition(one, readings, copy_of))
            differences.extend(found)
    return Settled(copy_of=copy_of, papers=papers, differences=tuple(differences))


def _next_edition(one: Reading, readings: Sequence[Reading], copy_of: Mapping[str, str]) -> Reading | None:
    """The paper of the same kind and title that is dated next."""
    document = one.document
    if document.kind != "plan" or not document.date:
        return None
    later = [
        other
        for other in readings
        if other.document.kind == "plan"
        and other.document.id not in copy_of
        and other.document.date
        and other.document.date > document.date
        and titles_alike(other.document.title, document.title)
    ]
    return min(later, key=lambda other: (other.document.date, other.document.id), default=None)


def _settled(
    first: Reading, copies: Sequence[Reading], edition: Reading | None
) -> tuple[list[Difference], Paper]:
    if all(copy.words == first.words for copy in copies):
        return [], first.paper
    texts = [words_of(one.paper) for one in (first, *copies)]
    names = [one.document.id for one in (first, *copies)]
    support = f" {' '.join(word.text for word in words_of(edition.paper))} " if edition else ""
    found: list[Difference] = []
    corrections: dict[int, str] = {}
    for start, end, others in _together(texts):
        if _is_layout(texts, (start, end), others):
            continue
        difference = _difference(names, texts, (start, end), others, support)
        found.append(difference)
        if difference.taken is not None and difference.taken != difference.readings[0]:
            corrections.update(_corrections(texts[0], (start, end), difference.taken))
    return found, mended(first.paper, texts[0], corrections) if corrections else first.paper


def _together(texts: Sequence[Sequence[Word]]) -> Iterator[tuple[int, int, dict[int, tuple[int, int]]]]:
    """Each place of the first copy that any other reads otherwise, with those copies' places."""
    at: defaultdict[tuple[int, int], dict[int, tuple[int, int]]] = defaultdict(dict)
    for number, other in enumerate(texts[1:], start=1):
        for place in places(texts[0], other):
            at[place.first][number] = place.other
    for (start, end), others in sorted(at.items()):
        yield start, end, others


def _is_layout(
    texts: Sequence[Sequence[Word]], own: tuple[int, int], others: Mapping[int, tuple[int, int]]
) -> bool:
    """Whole lines that only one copy has, such as a logotype: not a reading of the same words."""
    if own[0] != own[1]:
        return all(start == end for start, end in others.values()) and _fills_lines(texts[0], own)
    return all(_fills_lines(texts[number], place) for number, place in others.items())


def _fills_lines(words: Sequence[Word], place: tuple[int, int]) -> bool:
    start, end = place
    opens = start == 0 or words[start - 1].line != words[start].line
    closes = end == len(words) or words[end].line != words[end - 1].line
    return opens and closes and end - start <= 6


def _difference(
    names: Sequence[str],
    texts: Sequence[Sequence[Word]],
    own: tuple[int, int],
    others: Mapping[int, tuple[int, int]],
    support: str,
) -> Difference:
    ours = reading(texts[0], own)
    before = reading(texts[0], (max(0, own[0] - _CONTEXT), own[0]))
    after = reading(texts[0], (own[1], own[1] + _CONTEXT))
    readings = {0: ours} | {number: reading(texts[number], place) for number, place in others.items()}
    taken, by = _taken(
        Counter(readings.get(number, ours) for number in range(len(texts))), before, after, support
    )
    return Difference(
        documents=tuple(names[number] for number in readings),
        lines=tuple(lines_at(texts[n], others[n] if n else own) for n in readings),
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


def _corrections(words: Sequence[Word], place: tuple[int, int], taken: str) -> dict[int, str]:
    """The new text of each word in the place: all in the first, nothing in the rest."""
    start, end = place
    if start == end:
        if not start:
            return {}
        return {start - 1: f"{words[start - 1].text} {taken}"}
    return {start: taken} | dict.fromkeys(range(start + 1, end), "")
