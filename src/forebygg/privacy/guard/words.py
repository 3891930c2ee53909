"""A text cut into words that know where they stand, and how the guard compares words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
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


@dataclass(frozen=True, slots=True)
class Prose:
    """A text and its words: what every rule is given."""

    text: str
    words: list[Word]


def prose(text: str) -> Prose:
    """The text with its words."""
    return Prose(text, cut(text))


def cut(text: str) -> list[Word]:
    """The words of *text* in order; capitals count for nothing where a whole sentence is written in them."""
    words: list[Word] = []
    end = 0
    for found in _WORD.finditer(text):
        word, gap = found.group(), text[end : found.start()]
        inner = gap.strip(_AROUND) if gap != " " else ""
        opens = not words or (bool(inner) and inner[-1] in _OPENING and not _abbreviated(words[-1], inner))
        words.append(Word(word, found.start(), found.end(), folded(word), word[0].isupper(), opens, gap))
        end = found.end()
    return _without_loud_capitals(words)


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
    sentences: list[list[Word]] = []
    for word in words:
        if word.opens or not sentences:
            sentences.append([])
        sentences[-1].append(word)
    return [word for sentence in sentences for word in (_quiet(sentence) if _loud(sentence) else sentence)]


def _loud(sentence: Sequence[Word]) -> bool:
    capitals = sum([word.capital for word in sentence])
    if capitals < 3:
        return False
    spelled = [word for word in sentence if not word.number]
    if capitals * 10 < len(spelled) * 7:
        return False
    shouted = sum(word.text.isupper() and len(word.text) > 1 for word in spelled)
    small = sum(word.capital and word.key in _SMALL for word in spelled[1:])
    return shouted * 10 >= len(spelled) * 7 or small > 0


def _quiet(sentence: Sequence[Word]) -> list[Word]:
    return [word._replace(capital=False) for word in sentence]
