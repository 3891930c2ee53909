"""Bytes to characters: UTF-8 first, then what old Swedish systems wrote.

A paper's encoding is seldom told, but its å, ä and ö give it away: the bytes that are these letters in
one encoding are rare signs in the others. The encoding is therefore that in which most letters of
Swedish stand inside words.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from typing import Final

LETTERS: Final = "åäöÅÄÖéÉü"
SINGLE_BYTE: Final = ("cp1252", "cp850", "mac-roman")
"""In order of trust: when two fit equally well the first is taken."""

NAMES: Final = {"cp1252": "windows-1252", "cp850": "cp850", "mac-roman": "mac-roman"}
_MARKS: Final = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_LETTERS: Final = {
    name: re.compile(rb"(?<=[a-z])[%s](?=[a-z])" % re.escape(LETTERS.encode(name))) for name in SINGLE_BYTE
}
"""Letters inside words: what is a letter in one encoding may be a quotation mark in another."""

_UTF8_LETTER: Final = re.compile(rb"\xc3[\x84\x85\x89\x96\xa4\xa5\xa9\xb6]|\xe2\x80[\x93\x94\x99\x9d\xa2]")
_UNDEFINED: Final = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_WINDOWS: Final = "".join(
    bytes((byte,)).decode("latin-1" if byte in _UNDEFINED else "cp1252") for byte in range(256)
)
"""Windows-1252 with the five bytes that it leaves undefined read as Latin-1 reads them."""

_SAMPLE: Final = 4096
_LARGE_SAMPLE: Final = 2_000_000
MOST_LINES: Final = 2_000_000
"""In a file of mixed encodings, which has to be tried line by line."""


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, and the name of its encoding when that was not plain UTF-8.

    Every byte yields something: what is no letter at all comes out as a control or replacement
    character, which the lines then show as such.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            name = None if encoding == "utf-8" else encoding[:6]
            return data[len(mark) :].decode(encoding, errors="replace"), name
    if wide := _wide(data):
        return data.decode(wide, errors="replace"), "utf-16"
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    if _is_mixed(data):
        return _line_by_line(data), "utf-8 + windows-1252"
    sample = data[:_LARGE_SAMPLE]
    encoding = max(SINGLE_BYTE, key=lambda name: len(_LETTERS[name].findall(sample)))
    return _decode_single(data, encoding), _name(data, encoding)


def is_wide(data: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32, in which half the bytes or more may be NUL."""
    return any(data.startswith(mark) for mark, name in _MARKS if name != "utf-8") or _wide(data) is not None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: Swedish letters all have a NUL as their high byte."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 8 or b"\0" not in sample:
        return None
    even, odd = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    if odd > pairs * 0.9 and even < pairs * 0.1:
        return "utf-16-le"
    if even > pairs * 0.9 and odd < pairs * 0.1:
        return "utf-16-be"
    return None


def _decode_single(data: bytes, encoding: str) -> str:
    if encoding == "cp1252":
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1").translate(dict(enumerate(_WINDOWS)))
    return data.decode(encoding)


def _name(data: bytes, encoding: str) -> str:
    if encoding == "cp1252" and len(data.translate(None, _UNDEFINED)) < len(data):
        return "iso-8859-1"
    return NAMES[encoding]


def _line_by_line(data: bytes) -> str:
    """Files joined without heed to their encodings: each line is UTF-8 if it can be, else Windows-1252."""
    lines = []
    for line in data.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(_decode_single(line, "cp1252"))
    return "\n".join(lines)


def _is_mixed(data: bytes) -> bool:
    """Whether some letters are those of UTF-8, though the file as a whole is not."""
    looks = b"\xc3" in data or b"\xe2\x80" in data
    return looks and data.count(b"\n") <= MOST_LINES and _UTF8_LETTER.search(data) is not None
