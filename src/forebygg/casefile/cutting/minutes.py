"""The parts of whole minutes: their cover pages, their items, their appendices."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, count
from typing import Final, Literal

from forebygg.casefile.cutting import covers, headings
from forebygg.casefile.cutting.headings import Heading
from forebygg.casefile.cutting.sheet import Sheet
from forebygg.casefile.paper import Line, Rows
from forebygg.language.wording import in_any_case

# "Bilaga 1" alone, or with what it holds, at the head of a page of its own.
_APPENDIX: Final = re.compile(
    r"(?:bilaga\s(?:\d{1,3}|[a-z])\b(?!\s+till\b).{0,60}|voteringslista.{0,60}|omröstningslista.{0,60}|"
    r"närvaro-?\s?(?:lista|och\somröstningslista|förteckning)|uppropslista)$",
    re.IGNORECASE,
)
_SIGNS: Final = re.compile(r"(?:vid\s+protokollet|protokollet\s+justeras|justeras)\b", re.IGNORECASE)
_FORMS: Final = (_APPENDIX, covers.NOTICE, _SIGNS)
# The first letters of their words: most rows begin otherwise.
_OPENINGS: Final = in_any_case("bil vot omr när upp bev til ans del und vid pro jus".split())


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of minutes: cover pages (also the notice after the items), one item, or one appendix."""

    kind: Literal["cover", "item", "appendix"]
    paragraph: int | None = None
    lines: tuple[Line, ...]


def parts(lines: Sequence[Line], rows: Rows | None = None) -> list[Part]:
    """The parts in order; together they hold every line. The numbers of the items rise.

    *rows* are the lines that are text, if they are known already.
    """
    sheet = Sheet(lines, rows)
    # Rolls repeat themselves ("Ledamot", "Ja"): each different text is asked once if it may begin a part.
    beginning = {
        text
        for text in dict.fromkeys(sheet.texts)
        if ("§" in text or text[0] == "$" or text[:3] in _OPENINGS) and _may_begin(text)
    }
    told = list(compress(count(), map(beginning.__contains__, sheet.texts)))
    candidates = [heading for row in told if (heading := headings.heading_at(sheet, row))]
    numbered = {heading.row: heading for heading in headings.without_contents(sheet, candidates)}
    begins = _begins(sheet, told, numbered)
    if not begins:
        return [Part(kind="cover", lines=tuple(lines))] if lines else []
    found: list[Part] = []
    if begins[0][0] > 0:
        found.append(Part(kind="cover", lines=tuple(lines[: begins[0][0]])))
    ends = [index for index, _, _ in begins[1:]] + [len(lines)]
    for (index, kind, paragraph), end in zip(begins, ends, strict=True):
        found.append(Part(kind=kind, paragraph=paragraph, lines=tuple(lines[index:end])))
    return found


Begin = tuple[int, Literal["cover", "item", "appendix"], int | None]


def extract(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """An extract parted at its item's heading: the head that says whose minutes it is of, and the item."""
    for part in parts(lines):
        if part.kind == "item":
            first = part.lines[0].number - lines[0].number
            return tuple(lines[:first]), tuple(lines[first:])
    return (), tuple(lines)


def _may_begin(text: str) -> bool:
    return headings.may_head(text) or (len(text) < 90 and any(form.match(text) for form in _FORMS))


def _begins(sheet: Sheet, rows: Sequence[int], numbered: dict[int, Heading]) -> list[Begin]:
    begins: list[Begin] = []
    last: Heading | None = None
    for row in rows:
        text = sheet.texts[row]
        if row in numbered:
            heading = numbered[row]
            if (
                (heading.number <= last.number or heading.again or headings.tells_on(last, heading))
                if last
                else not headings.opens_items(sheet, heading)
            ):
                continue
            last = heading
            begins.append((headings.top(sheet, heading), "item", heading.number))
        elif not last or headings.may_head(text):
            continue
        elif _APPENDIX.match(text) and _is_own_page(sheet, row):
            begins.append((sheet.at[row], "appendix", None))
        elif covers.signs_off(sheet, row) or (covers.NOTICE.match(text) and covers.opens_notice(sheet, row)):
            begins.append((sheet.at[row], "cover", None))
    return begins


def _is_own_page(sheet: Sheet, row: int) -> bool:
    """An appendix stands at the head of a page; the same words in an item's list of papers do not."""
    return sheet.turned(row) and not sheet.text(row + 1).startswith(("§", "Bilaga"))
