"""The case as one long text, the way papers run together when they are copied out of a PDF."""

import re
from collections.abc import Sequence

from granvik.markup import Part

_MARK = re.compile(r"^(?:==? |~|\+)")
_GAP = re.compile(r"\n{4,}")


def as_text(parts: Sequence[Part]) -> bytes:
    """UTF-8 text with the page furniture where the pages of the paper broke."""
    return ("\n\n".join(_paper(part) for part in parts) + "\n").encode()


def _paper(part: Part) -> str:
    printed = (_MARK.sub("", line) for line in part.body if not line.startswith("%"))
    return _GAP.sub("\n\n\n", "\n".join(printed).strip("\n"))
