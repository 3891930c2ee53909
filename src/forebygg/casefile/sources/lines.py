r"""Characters to lines: one form for every way of writing the same thing, line numbers kept.

A line ends at `\r\n`, `\n` or `\r` and nowhere else, as in an editor. Python's other line ends (vertical
tab, `\x1c` to `\x1e`, `\x85`, U+2028, U+2029) become spaces, so that nobody further on can count them
differently. A form feed opens a new page and stands first in that page's first line: one in the middle
of a line therefore begins a new line, and of several in a row one is kept.

Letters are composed (NFC: "å" is one character), soft hyphens, joiners and byte order marks are left
out, all other spaces than tab become the ordinary space, ligatures their letters, NUL and other control
characters the replacement character. Hyphens at line ends stay: whoever joins lines decides about them.
"""

import unicodedata
from typing import Final

from forebygg.casefile.errors import LongLine, NoText, TooManyLines

MOST_LINES: Final = 2_000_000
LONGEST_LINE: Final = 1_000_000
"""Characters; no paper comes near, and rules that look along a line must have an end."""

_SPACES: Final = (
    "\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_UNSEEN: Final = "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_REPLACED: Final = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_UNSEEN, ""),
    **_LIGATURES,
    "\u2010": "-",
    "\u2011": "-",
}
_CONTROLS: Final = frozenset(map(chr, (*range(9), *range(0x0E, 0x1C), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)))
_PLAIN: Final = bytes({*range(0x20, 0x7F), *b"\t\n\f"})


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of *text* without their ends; raises NoText, TooManyLines and LongLine."""
    if (count := sum(map(text.count, "\r\n\f"))) > 2 * MOST_LINES:
        raise TooManyLines(lines=count, limit=MOST_LINES)
    text = tidy(text)
    if not text or text.isspace():
        raise NoText
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()  # the end of the last line is no line of its own
    longest = max(map(len, lines))
    if longest > LONGEST_LINE:
        number = next(number for number, line in enumerate(lines, 1) if len(line) == longest)
        raise LongLine(line=number, length=longest, limit=LONGEST_LINE)
    return tuple(lines)


def tidy(text: str) -> str:
    r"""*text* in the one form that this module promises, lines parted by `\n`.

    Papers are almost wholly plain letters, so what has to be replaced is looked up in the few
    characters that are left when those are taken away; both run at memory speed.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    special = set(text.encode(errors="replace").translate(None, _PLAIN).decode())
    for character in special & _REPLACED.keys():
        text = text.replace(character, _REPLACED[character])
    for character in special & _CONTROLS - _REPLACED.keys():
        text = text.replace(character, "\ufffd")
    if not all(map(_is_composed, special)):
        text = unicodedata.normalize("NFC", text)
    return _pages(text) if "\f" in text else text


def _is_composed(character: str) -> bool:
    return character < "\u0300" or (
        not unicodedata.combining(character) and unicodedata.is_normalized("NFC", character)
    )


def _pages(text: str) -> str:
    """Every form feed at the beginning of a line, and one where there were several."""
    first, *pages = text.split("\f")
    parts = [first]
    for page in pages:
        before = parts[-1].rstrip(" \t")
        if before == "\f":  # the page before was empty
            parts.pop()
        else:
            parts[-1] = before + "\n" * (before != "" and not before.endswith("\n"))
        parts.append("\f" + page)
    return "".join(parts)
