"""Where one sitting's items end and the next one's begin, though their numbers run on."""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final

from forebygg.casefile.cutting.sheet import Sheet, Start
from forebygg.casefile.pages.vocabulary import PAGE, kind_of
from forebygg.core.dates import first_date

# What a body begins its sitting with.
_OPENING: Final = re.compile(
    r"(?:.{0,40}\b)?(?:upprop|närvaro|parentation|öppnande|dagordning|föredragningslista|ärendelista|"
    r"justera(?:re|nde)|tid\sför\sjustering|anmälan\sav\sjäv)\b",
    re.IGNORECASE,
)
_FURNITURE: Final = attrgetter("furniture")
_LAST_PAGE: Final = re.compile(r"\D*(\d{1,4})\s?(?:\(|av\s)\s?(\d{1,4})\)?$")


def one_sitting(sheet: Sheet, run: Sequence[Start], last: int) -> int:
    """How many of the items in a row are of one day, going by the running heads over and among them.

    The last item ends at line *last*. Heads may stand on few pages: between two items with different
    days, the new sitting begins where a page count ended or where a body opens its sitting.
    """
    known: tuple[int, str] | None = None
    for place, start in enumerate(run):
        end = run[place + 1].index if place + 1 < len(run) else last
        day = _day(sheet, start.index, end)
        if day and known and day != known[1]:
            between = range(known[0] + 1, place + 1)
            return next(
                (at for at in between if _after_last_page(sheet, run[at])),
                next((at for at in between if _opens(sheet, run[at])), place),
            )
        if day:
            known = place, day
    return len(run)


def _day(sheet: Sheet, first: int, end: int) -> str | None:
    """The day in the head right above the item, or else in one within it: the next item's is not its own."""
    for index in range(first - 1, max(first - 14, -1), -1):
        line = sheet.lines[index]
        if line.text and not line.furniture:
            break
        if line.furniture and (found := _date_in(line.text)):
            return found
    while end > first and (not sheet.lines[end - 1].text or sheet.lines[end - 1].furniture):
        end -= 1
    heads = filter(_FURNITURE, sheet.lines[first:end])
    return next((found for line in heads if (found := _date_in(line.text))), None)


@lru_cache(maxsize=256)  # a meeting's pages bear the same head
def _date_in(text: str) -> str | None:
    found = first_date(text)
    return found.isoformat() if found else None


def _after_last_page(sheet: Sheet, start: Start) -> bool:
    for index in range(start.index - 1, max(start.index - 8, -1), -1):
        line = sheet.lines[index]
        if line.text and not line.furniture:
            return False
        if line.text and kind_of(line.text) & PAGE and (match := _LAST_PAGE.match(line.text)):
            return match[1] == match[2]
    return False


def _opens(sheet: Sheet, start: Start) -> bool:
    return any(_OPENING.match(text) for text in sheet.ahead(start.row, 3))
