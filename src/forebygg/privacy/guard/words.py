"""A text cut into words that know where they stand, and how the guard compares words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final, NamedTuple

# Letters, joined inside a word by a hyphen, an apostrophe or (in "S:t", "bup:s") a colon.
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐‑’'´:][^\W\d_]+)*|\d+")
_OPENING: Final = frozenset(".!?:•…\n\r\t;")
_AROUND: Final = " \"'”’»«„“([–-*\xa0"
_KEPT: Final = frozenset("åäö")
_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "ö", "æ": "ä", "\u0131": "i", "đ": "d", "ð": "d", "ß": "ss", "þ": "th", "ə": "e"}
)
_SWEDISH: Final = str.maketrans("åäö", "aao")


@lru_cache(maxsize=16_384)
def folded(word: str) -> str:
    """The word in lower case without foreign accents: "Wiśniewska" as "wisniewska"; å, ä and ö stay."""
    lower = word.casefold()
    if lower.isascii():
        return lower
    letters: list[str] = []
    for letter in unicodedata.normalize("NFC", lower):
        if letter in _KEPT:
            letters.append(letter)
        else:
            letters.extend(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return "".join(letters).translate(_LETTERS)


def plain(key: str) -> str:
    """Without å, ä and ö too, as the lists of the world's names are written."""
    return key.translate(_SWEDISH)


class Word(NamedTuple):
    """A word or a number: `key` is its folded form, `capital` whether it has a capital that tells anything.

    A tuple, since a text has many and they are made anew for each.
    """

    text: str
    start: int
    end: int
    key: str
    capital: bool
    opens: bool
    """Whether it opens a sentence, a line or a list's point."""
    gap: str
    """What stands between the word before and this one."""

    @property
    def number(self) -> bool:
        return self.key[0].isdigit()


_made: Final = partial(tuple.__new__, Word)  # at a third of the price of a call with seven values


@dataclass(frozen=True, slots=True)
class Prose:
    """A text and its words: what every rule is given."""

    text: str
    words: list[Word]
    numbers: list[int]
    """Where among the words the numbers stand."""


def prose(text: str) -> Prose:
    """The text with its words."""
    words = cut(text)
    return Prose(text, words, [index for index, word in enumerate(words) if word.number])


def cut(text: str) -> list[Word]:
    """The words of *text* in order; capitals count for nothing where a whole sentence is written in them."""
    words: list[Word] = []
    end = 0
    for found in _WORD.finditer(text):
        start, next_end = found.span()
        word, gap = text[start:next_end], text[end:start]
        opens = not words or (gap != " " and _ends_sentence(gap, words[-1]))
        words.append(_made((word, start, next_end, folded(word), word[0].isupper(), opens, gap)))
        end = next_end
    return _without_loud_capitals(words)


def _ends_sentence(gap: str, before: Word) -> bool:
    """Whether what stands between two words ends a sentence, a line or a point of a list."""
    inner = gap.strip(_AROUND)
    return bool(inner) and inner[-1] in _OPENING and not _abbreviated(before, inner)


def _abbreviated(word: Word, inner: str) -> bool:
    """Whether the full stop belongs to "Ö." or "kl." rather than ending a sentence."""
    return inner == "." and (len(word.text) == 1 or word.key in _ABBREVIATIONS)


_ABBREVIATIONS: Final = frozenset(
    "bl kl ca dvs tex ex nr dnr st dr prof fil fr hr tel mob s sid jr sr f d e".split()
)
_SMALL: Final = frozenset(
    "och i på av för att med till ska är en ett den det som om från har vid inte".split()
)


def _without_loud_capitals(words: list[Word]) -> list[Word]:
    """SENTENCES IN CAPITALS, and Those With a Capital On Every Word, tell nothing by their capitals."""
    first, capitals = 0, 0
    for index, word in enumerate(words):
        if word.opens and index:
            _quieten(words, first, index, capitals)
            first, capitals = index, 0
        capitals += word.capital
    _quieten(words, first, len(words), capitals)
    return words


def _quieten(words: list[Word], first: int, end: int, capitals: int) -> None:
    """Take the capitals of a loud sentence for nothing."""
    if capitals >= 3 and capitals * 10 >= (end - first) * 5 and _is_loud(words[first:end]):
        words[first:end] = [word._replace(capital=False) for word in words[first:end]]


def _is_loud(sentence: Sequence[Word]) -> bool:
    spelled = [word for word in sentence if not word.number]
    if sum(word.capital for word in spelled) * 10 < len(spelled) * 7:
        return False
    shouted = sum(word.text.isupper() and len(word.text) > 1 for word in spelled)
    small = sum(word.capital and word.key in _SMALL for word in spelled[1:])
    return shouted * 10 >= len(spelled) * 7 or small > 0
