"""An opinion, a party, a faith or a movement tied to one person (regeringsformen 2:3, GDPR art. 9)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from forebygg.privacy.guard.lists import ends
from forebygg.privacy.guard.lists import words as word_list
from forebygg.privacy.guard.marks import Kind, Mark, mark
from forebygg.privacy.guard.words import Word

_IS: Final = frozenset("är var blivit blev bli kallar_sig sig som en ett".split())
_OWNERS: Final = frozenset("min din vår er hans hennes deras".split())
_BETWEEN: Final = 4
_REACH: Final = 40


def beliefs(words: Sequence[Word], people: Sequence[Mark]) -> Iterator[Mark]:
    """An adherent's word or turn, said of one person who is named, pointed at or spoken of before it."""
    for index, word in enumerate(words):
        if not _may_tell(word.key):
            continue
        end = _turn(words, index) or (word.end if _adherent(words, index) else None)
        if end is not None and _speaks_of_one(words, index, people):
            yield mark(Kind.BELIEF, word.start, end)


@lru_cache(maxsize=16_384)
def _may_tell(key: str) -> bool:
    return key in _openings() or _is_adherent(key)


def _is_adherent(key: str) -> bool:
    return key in word_list("belief", "adherents") or key.endswith(ends("belief", "adherent_ends"))


def _speaks_of_one(words: Sequence[Word], index: int, people: Sequence[Mark]) -> bool:
    """Whether a mark or a pronoun of one person stands before in the sentence."""
    first = index
    while first and not words[first].opens and index - first < _REACH:
        first -= 1
        if _is_one_person(words[first].key) or _is_owned(words, first):
            return True
    place = bisect_left(people, words[first].start, key=lambda mark: mark.start)
    return place < len(people) and people[place].start < words[index].start


def _is_one_person(key: str) -> bool:
    """ "hon", "killen", "läraren"; "en elev" may be anyone."""
    if key in word_list("belief", "pronouns"):
        return True
    return key.endswith(("n", "t")) and key in word_list("person", "young", "kin", "grown", "titles")


def _is_owned(words: Sequence[Word], index: int) -> bool:
    """ "vår vaktmästare", "hans bror": one person, whom the reader can find."""
    owner = index and words[index - 1].key in _OWNERS
    return bool(owner) and words[index].key in word_list("person", "kin", "grown", "titles")


def _adherent(words: Sequence[Word], index: int) -> bool:
    """ "är salafist", "har blivit en hängiven nazist": the word, and "är" or the like shortly before."""
    if not _is_adherent(words[index].key):
        return False
    before = [word.key for word in words[max(0, index - _BETWEEN) : index]]
    return not _IS.isdisjoint(before)


@cache
def _openings() -> frozenset[str]:
    """The first words of the turns: "röstar", "medlem"."""
    return frozenset(turn.split()[0] for turn in word_list("belief", "turns"))


def _turn(words: Sequence[Word], index: int) -> int | None:
    """Where "röstar på SD" ends; None when no turn begins here, or what follows is a harmless club."""
    if words[index].key not in _openings():
        return None
    for length in (2, 3):
        turn = " ".join(word.key for word in words[index : index + length])
        if turn in word_list("belief", "turns"):
            after = words[index + length : index + length + 3]
            if after and after[0].key.endswith(ends("belief", "harmless_ends")):
                return None
            return _object_end(after, words[index + length - 1].end)
    return None


def _object_end(after: Sequence[Word], end: int) -> int:
    """The turn with its object: one word, or as many capital words as follow."""
    for number, word in enumerate(after):
        if number and not word.capital:
            break
        end = word.end
        if not word.capital:
            break
    return end
