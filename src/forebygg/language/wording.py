"""What a text says, apart from how it is set: its words without line ends, typography and marks."""

import re
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
_SILENT: Final = _TYPOGRAPHY | dict.fromkeys(map(ord, "\"'-”“„«»″’‘´`\u2032–—−‐‑\u2012"))
WORD: Final = re.compile(r"\w+(?:['.:/-]+(?=\w)\w+)*")
_CLOSING: Final = " .;:,!?"


def plain(text: str) -> str:
    """The text with one form of each quotation mark, dash and space."""
    return text.translate(_TYPOGRAPHY)


def words(text: str) -> list[str]:
    """The words in order, without the marks around them; "och/eller" and "3.1" are one word each."""
    return WORD.findall(plain(text))


def wording(text: str) -> str:
    """The text as it is compared.

    Spaces, quotation marks, dashes, hyphens and the closing mark make no difference; letters, case,
    figures and other marks do.
    """
    return " ".join(text.translate(_SILENT).split()).rstrip(_CLOSING)


def letters(text: str) -> str:
    """Letters and figures alone, in lower case: what is left when every mark may be reading noise."""
    return "".join(filter(str.isalnum, text.translate(_TYPOGRAPHY).casefold()))
