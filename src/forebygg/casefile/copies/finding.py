"""Which papers are copies of which, found without comparing every paper with every other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from forebygg.casefile.copies.reading import Reading
from forebygg.language.alignment import agreement
from forebygg.language.wording import letters

# Contract: two papers that agree in at least 97 % of their words, in order, are copies.
AGREE: Final = 0.97
# So many of a sketch's 48 hashes meet at least where papers are copies.
_SHARED: Final = 6
# A hash that so many papers have is boilerplate ("Protokollet är justerat") and tells no paper from another.
_COMMON: Final = 24
# Two papers are compared as they are: a sketch chooses among many.
_FEW: Final = 2
_SIZES_ALIKE: Final = 0.9
_TITLES_ALIKE: Final = 0.85


def find_copies(readings: Sequence[Reading]) -> dict[str, str]:
    """Copy → the first paper that it is a copy of, by their ids.

    Only papers of one kind and date are compared, and of those only the ones whose sketches meet; the
    time grows with the number of papers, not with the number of pairs.
    """
    found: dict[str, str] = {}
    alike: defaultdict[tuple[object, object], list[Reading]] = defaultdict(list)
    for reading in readings:
        alike[reading.document.kind, reading.document.date].append(reading)
    for group in alike.values():
        found.update(_copies(_of_a_size(group)))
    return found


def _of_a_size(group: Sequence[Reading]) -> list[Reading]:
    """Those that have another about as long, in the order given: only these can be copies."""
    if len(group) < 2:
        return []
    sizes = sorted(reading.size for reading in group)
    near = {size for pair in pairwise(sizes) if pair[0] >= _SIZES_ALIKE * pair[1] for size in pair}
    return [reading for reading in group if reading.size in near]


def _copies(group: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    originals: defaultdict[int, list[Reading]] = defaultdict(list)
    alike: dict[tuple[str | None, tuple[str, ...]], Reading] = {}
    few = len(group) <= _FEW
    for reading in group:
        as_printed = reading.document.title, reading.texts
        original = alike.get(as_printed)
        if original is None:
            others = [*alike.values()] if few else _candidates(reading, originals)
            original = next((other for other in others if _is_copy(reading, other)), None)
        if original:
            yield reading.document.id, original.document.id
            continue
        alike[as_printed] = reading
        for hashed in () if few else reading.sketch:
            if len(originals[hashed]) <= _COMMON:
                originals[hashed].append(reading)


def _candidates(reading: Reading, originals: dict[int, list[Reading]]) -> list[Reading]:
    """The papers that share most of the sketch, the likeliest first."""
    shared: Counter[str] = Counter()
    by_id: dict[str, Reading] = {}
    for hashed in reading.sketch:
        others = originals.get(hashed, ())
        if len(others) > _COMMON:
            continue
        for other in others:
            shared[other.document.id] += 1
            by_id[other.document.id] = other
    least = min(_SHARED, max(1, len(reading.sketch) // 4))
    return [by_id[name] for name, count in shared.most_common(3) if count >= least]


def _is_copy(one: Reading, other: Reading) -> bool:
    return (
        titles_alike(one.document.title, other.document.title)
        and min(len(one.words), len(other.words)) >= AGREE * max(len(one.words), len(other.words))
        and agreement(other.words, one.words, one.gaps_from(other)) >= AGREE
    )


def titles_alike(one: str | None, other: str | None) -> bool:
    """The same title, a letter or two misread ("våldsbejakanae") included."""
    first, second = letters(one or ""), letters(other or "")
    if first == second:
        return True
    if not first or not second or "".join(filter(str.isdigit, first)) != "".join(filter(str.isdigit, second)):
        return False
    return SequenceMatcher(None, first[:200], second[:200], autojunk=False).ratio() >= _TITLES_ALIKE
