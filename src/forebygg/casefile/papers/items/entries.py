"""Lists inside an item: papers, attachments and recipients, one string each."""

import re
from collections.abc import Sequence
from typing import Final

from forebygg.casefile.paper import Line
from forebygg.casefile.prose import BULLETS, ends_early, flowed

_BULLET: Final = re.compile(rf"(?:[{BULLETS}o]\s+|\(?\d{{1,2}}[.)]\s+(?=\D))")
_ENDS: Final = re.compile(r"(?:[.;]|\.(?:pdf|docx?|xlsx?|pptx?|msg|rtf|txt))\)?$", re.IGNORECASE)
_DATED: Final = re.compile(r"\b(?:19|20)\d\d(?:-\d\d-\d\d)?$")
_RULE: Final = re.compile(r"[_\-–—=.\s]{3,}")
# Their first signs: few lines begin so.
_MARKS: Final = frozenset(f"{BULLETS}o(0123456789")
_RULES: Final = frozenset("_-–—=.")


def listed(lines: Sequence[Line], width: int) -> list[str]:
    """The entries, an entry over several lines made whole; `width` is what a full line of the item holds.

    Entries are parted by bullets where there are any; else by blank lines, full stops, file endings, or
    lines that were ended early.
    """
    groups: list[list[Line]] = []
    marks = [_BULLET.match(line.text) if line.text[:1] in _MARKS else None for line in lines]
    bulleted = any(marks)
    blank = True
    for line, marked in zip(lines, marks, strict=True):
        text = line.text
        if not text or (text[0] in _RULES and _RULE.fullmatch(text)):
            blank = True
            continue
        before = groups[-1][-1].text if groups else ""
        if marked:
            groups.append([Line(line.number, text[marked.end() :])])
        elif not groups or _is_new(before, text, width, blank=blank, bulleted=bulleted):
            groups.append([line])
        else:
            groups[-1].append(line)
        blank = False
    return [flowed(group) for group in groups]


def _is_new(before: str, text: str, width: int, *, blank: bool, bulleted: bool) -> bool:
    if before.endswith((",", "-", " och", " samt", " av", " den", " till", " för", " från", " om", " §")):
        return blank and text[0].isupper() and not before.endswith((" den", " §"))
    if text[0].islower() or (bulleted and not blank):
        return False
    if blank or _ENDS.search(before):
        return True
    return text[0] not in "§(" and (_DATED.search(before) is not None or ends_early(before, text, width))
