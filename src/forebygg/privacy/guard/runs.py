"""Words in a row that may be one name: the candidates, before it is asked what stands around them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from forebygg.privacy.guard.context import acting, is_called, joined, near, owning
from forebygg.privacy.guard.known import NAMES, Known, is_body, is_swedish_name, known, may_be_listed
from forebygg.privacy.guard.lists import words as word_list
from forebygg.privacy.guard.words import Word


class Run(NamedTuple):
    """Words in a row that may be one name: positions `first` to `last`, and what each may be."""

    first: int
    last: int
    kinds: tuple[Known | None, ...]
    """None for an initial or a particle ("von")."""

    @property
    def told(self) -> tuple[Known, ...]:
        return tuple(kind for kind in self.kinds if kind)


def known_word(word: Word) -> Known:
    """What the lists know of the word as it is written."""
    return known(word.text, word.key)


def capital_runs(words: Sequence[Word]) -> Iterator[Run]:
    reached = 0
    for index, word in enumerate(words):
        if not word.capital or index < reached or _opens_plainly(words, index):
            continue
        if _may_begin(word) or is_called(words, index):
            run = _run_from(words, index)
            yield run
            reached = run.last + 1


def _opens_plainly(words: Sequence[Word], index: int) -> bool:
    """A capital for the sentence's sake, on no list, and with no person's act after: most of them are such.

    Asked first, since asking the dictionary of such a word takes longer than all else.
    """
    word = words[index]
    if not word.opens or len(word.text) == 1 or may_be_listed(word.key):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if after and (after.capital or joined(words, index + 1)):
        return False
    return not acting(words, index, surely=True) and not owning(words, index)


def _may_begin(word: Word) -> bool:
    return word.capital and (len(word.text) == 1 or known_word(word) in NAMES)


def _run_from(words: Sequence[Word], first: int) -> Run:
    """The run that begins here; a particle or an initial belongs to it only between or after names."""
    last, kinds = first, [_kind_in_run(words[first])]
    index = first + 1
    while index < len(words) and _continues(words[index - 1], words[index]):
        word = words[index]
        if word.key in word_list("names", "particles") and not word.capital:
            if index + 1 == len(words) or not words[index + 1].capital or not near(words[index + 1]):
                break
            kinds.append(None)
        elif _may_begin(word) or _has_particle(word) or _is_surname_of(words[index - 1], word, kinds):
            kinds.append(_kind_in_run(word))
            last = index
        else:
            break
        index += 1
    return Run(first, last, tuple(kinds[: last - first + 1]))


def _has_particle(word: Word) -> bool:
    """ "al-Sayed", "el-Khatib": a surname that begins in small letters."""
    particle, hyphen, name = word.text.partition("-")
    return bool(hyphen) and particle in word_list("names", "particles") and name[:1].isupper()


def _is_surname_of(before: Word, word: Word, kinds: list[Known | None]) -> bool:
    """Whatever stands after a first name is a surname ("Isak Stål"), unless it is a body or abbreviated."""
    told = [kind for kind in kinds if kind]
    if not word.capital or not told or told[-1] not in {Known.FIRST, Known.BOTH}:
        return False
    if before.key.endswith("s") and before.key.split("-")[-1] not in word_list("names", "ending_in_s"):
        return False
    return not is_body(word.key) and not (word.text.isupper() and len(word.text) > 1)


def _kind_in_run(word: Word) -> Known | None:
    return None if len(word.text) == 1 else known_word(word)


def _continues(before: Word, word: Word) -> bool:
    """Whether the two may be one name: side by side, over the end of a line, or after an initial."""
    if len(before.text) == 1 and word.gap in {".", ". "}:
        return True
    if word.gap in {"\n", "\r\n"}:
        return known_word(before) is Known.FIRST and known_word(word) in _SURNAMES
    return near(word) and not word.opens


_SURNAMES: Final = frozenset({Known.SURNAME, Known.ENDING, Known.RARE, Known.BOTH_LAST, Known.UNKNOWN})


def small_runs(words: Sequence[Word]) -> Iterator[Run]:
    """Names as staff type them: "ahmed", "emil b", "linda vägrade"."""
    reached = 0
    for index, word in enumerate(words):
        if index < reached or word.capital or not may_be_listed(word.key):
            continue
        if run := _small_run_from(words, index):
            yield run
            reached = run.last + 1


def _small_run_from(words: Sequence[Word], first: int) -> Run | None:
    word = words[first]
    if len(word.key) < 2 or (kind := _known_small(word)) is None:
        return None
    if first + 1 < len(words) and not words[first + 1].gap:
        return None
    last, kinds = first, [kind]
    while kind is Known.FIRST and last + 1 < len(words) and (more := _small_more(words[last + 1])):
        kinds.append(more)
        last += 1
    return Run(first, last, tuple(kinds))


@lru_cache(maxsize=16_384)
def _is_small_talk(key: str) -> bool:
    return any(key in word_list(table, "words") for table in ("small", "slang", "english"))


def _known_small(word: Word) -> Known | None:
    if _is_small_talk(word.key):
        return None
    found = known(word.key.capitalize(), word.key)
    if len(word.key) < 3 and found is not Known.BOTH:
        return None
    if found is Known.FIRST and not is_swedish_name(word.key) and _may_be_misspelt(word.key):
        return Known.RARE
    return found if found in {Known.FIRST, Known.BOTH, Known.SURNAME, Known.RARE} else None


def _may_be_misspelt(key: str) -> bool:
    """ "ine" for "inte", "äve" for "även": a name of the world in small letters, but likelier a slip."""
    return len(key) < 4 or not key.isascii()


def _small_more(word: Word) -> Known | None:
    """A surname or an initial after a first name in small letters."""
    if not near(word) or word.opens:
        return None
    if word.capital:
        return Known.RARE if known_word(word) in NAMES else None
    if len(word.text) == 1:
        return Known.RARE if word.key not in {"i", "å", "o", "e", "ä"} else None
    wanted = NAMES if word.text.isupper() else _MORE
    found = known(word.key.capitalize(), word.key) if word.text.isupper() else _known_small(word)
    return found if found in wanted else None


_MORE: Final = frozenset({Known.FIRST, Known.SURNAME, Known.RARE})
