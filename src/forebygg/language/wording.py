"""What a text says, apart from how it is set: its words without line ends, typography and marks."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import Final

# Quotation marks, apostrophes, dashes and hyphens that differ between typefaces and programs.
_TYPOGRAPHY: Final = str.maketrans(
    {
        **dict.fromkeys("”“„«»″", '"'),
        **dict.fromkeys("’‘´`\u2032", "'"),
        **dict.fromkeys("–—−‐‑\u2012", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " "),
        **dict.fromkeys("\u00ad\u200b\ufeff"),
        "ﬁ": "fi",
        "ﬂ": "fl",
        "…": "...",
    }
)
_UNUSUAL: Final = re.compile("[" + re.escape("".join(map(chr, _TYPOGRAPHY))) + "]")
_SILENT: Final = re.compile(r"[\"'\-”“„«»″’‘´`\u2032–—−‐‑\u2012\u00ad\u200b\ufeff]+")
WORD: Final = re.compile(r"\w+(?:['.:/-]+(?=\w)\w+)*")
_CLOSING: Final = " .;:,!?"


def plain(text: str) -> str:
    """The text with one form of each quotation mark, dash and space."""
    # Translating letter by letter is slow, and most lines have nothing to translate.
    return text.translate(_TYPOGRAPHY) if _UNUSUAL.search(text) else text


def words(text: str) -> list[str]:
    """The words in order, without the marks around them; "och/eller" and "3.1" are one word each."""
    return WORD.findall(plain(text))


def wording(text: str) -> str:
    """The text as it is compared.

    Spaces, quotation marks, dashes, hyphens and the closing mark make no difference; letters, case,
    figures and other marks do.
    """
    return " ".join(_SILENT.sub("", plain(text)).split()).rstrip(_CLOSING)


def in_any_case(words: Iterable[str]) -> frozenset[str]:
    """The words in every mixture of small and capital letters.

    For a few letters that thousands of lines are asked for: to look them up as they stand is cheaper than
    to fold every line first.
    """
    return frozenset(
        "".join(cased) for word in words for cased in product(*zip(word.lower(), word.upper(), strict=True))
    )


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Letters and figures alone, in lower case: what is left when every mark may be reading noise."""
    return "".join(filter(str.isalnum, plain(text).casefold()))
