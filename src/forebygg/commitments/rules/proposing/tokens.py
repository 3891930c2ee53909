"""A sentence as its words and marks, each with its place in the text."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"\w+(?:[-:/.’'](?=\w)\w+)*-?|[^\w\s]")
# What a pathological sentence is cut to: the longest of real plans have some 120 words.
_MOST: Final = 400


class Token(NamedTuple):
    """A word or a mark; `low` is the word in small letters."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


def tokens(text: str) -> list[Token]:
    """The words and marks in order; of a text without end, the first few hundred."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        found.append(Token(word, word.casefold(), match.start(), match.end()))
        if len(found) == _MOST:
            break
    return found


def said(words: Sequence[Token]) -> str:
    """The words as they stood, with a space where there was one: "hot, hat eller våld"."""
    earlier = (None, *words)
    return "".join(
        f" {word.text}" if before and before.end < word.start else word.text
        for before, word in zip(earlier, words, strict=False)
    )
