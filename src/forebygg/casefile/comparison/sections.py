"""Which section of a later edition is which of the earlier: renumbered, renamed, moved ones too."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from forebygg.casefile.comparison.likeness import content_of, stems_of
from forebygg.casefile.facts import Section
from forebygg.language.wording import letters, wording

# A stem that more sections share tells none of them apart.
_COMMON: Final = 6
_NEAREST: Final = 6


class _Profile:
    """What a section is known by; its stems are counted only where title and sentences do not settle it."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.title = letters(section.title)
        self.keys: Counter[str] = Counter()
        for sentence in section.sentences:
            self.keys[wording(sentence.text)] += len(sentence.text)

    @cached_property
    def title_stems(self) -> Counter[str]:
        return stems_of(self.section.title)

    @cached_property
    def stems(self) -> Counter[str]:
        return Counter(stem for sentence in self.section.sentences for stem in content_of(sentence.text))


def aligned(earlier: Sequence[Section], later: Sequence[Section]) -> dict[int, int]:
    """Indexes of the earlier edition's sections → indexes of the later's, each used once."""
    first, second = [_Profile(one) for one in earlier], [_Profile(one) for one in later]
    titles = Counter(profile.title for profile in first), Counter(profile.title for profile in second)
    found = _plainly(first, second, titles)
    taken = set(found.values())
    scored: list[tuple[float, int, int, int]] = []
    for i, j in _candidates(
        {i: one for i, one in enumerate(first) if i not in found},
        {j: one for j, one in enumerate(second) if j not in taken},
    ):
        alone = titles[0][first[i].title] == titles[1][second[j].title] == 1
        score = _score(first[i], second[j], same_number=_same_number(earlier[i], later[j]), alone=alone)
        if score:
            scored.append((-score, abs(i - j), i, j))
    for _, _, i, j in sorted(scored):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _plainly(
    first: Sequence[_Profile], second: Sequence[_Profile], titles: tuple[Counter[str], Counter[str]]
) -> dict[int, int]:
    """Sections that alone bear their title in both editions and share a sentence: most, as a rule."""
    by_title = {profile.title: j for j, profile in enumerate(second)}
    return {
        i: j
        for i, profile in enumerate(first)
        if profile.title
        and titles[0][profile.title] == titles[1][profile.title] == 1
        and not profile.keys.keys().isdisjoint(second[j := by_title[profile.title]].keys)
    }


def _same_number(one: Section, other: Section) -> bool:
    return bool(one.number) and one.number == other.number


def _score(one: _Profile, other: _Profile, *, same_number: bool, alone: bool) -> float:
    """0 where they are not the same section."""
    text = _share(one.stems, other.stems)
    equal = _share(one.keys, other.keys)
    same_title = bool(one.title) and one.title == other.title
    title = 1.0 if same_title else 0.8 * _share(one.title_stems, other.title_stems)
    empty = not one.stems and not other.stems
    accepted = (
        (same_title and (alone or same_number or text >= 0.1 or empty))
        or max(text, equal) >= 0.4
        or (same_number and (text >= 0.2 or title >= 0.5))
        or (title >= 0.5 and text >= 0.2)
        or (not one.title and not other.title and (text >= 0.2 or alone))
    )
    return text + equal + title + 0.3 * same_number if accepted else 0.0


def _share(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _candidates(first: Mapping[int, _Profile], second: Mapping[int, _Profile]) -> Iterator[tuple[int, int]]:
    """Pairs with a title, a number, a sentence or rare words in common."""
    marks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for j, profile in second.items():
        for mark in _marks(profile):
            marks[mark].append(j)
    for i, profile in first.items():
        shared: Counter[int] = Counter()
        certain: list[int] = []
        for mark in _marks(profile):
            others = marks.get(mark, [])
            if mark[0] in {"title", "number"}:
                certain.extend(others[:_COMMON])
            if len(others) <= _COMMON:
                shared.update(others)
        yield from ((i, j) for j in {*certain, *(j for j, _ in shared.most_common(_NEAREST))})


def _marks(profile: _Profile) -> Iterator[tuple[str, str]]:
    yield "title", profile.title
    if profile.section.number:
        yield "number", profile.section.number
    yield from (("sentence", key) for key in profile.keys)
    yield from (("stem", one) for one in profile.stems)


def displaced(alignment: dict[int, int]) -> set[int]:
    """The earlier sections that stand elsewhere among the others than they did: as few as explain it."""
    pairs = sorted(alignment.items())
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1], ends[place : place + 1] = [j], [at]
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(pairs[at][0])
        at = before[at]
    return set(alignment) - kept
