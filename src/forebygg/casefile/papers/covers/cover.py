"""Cover pages of minutes: which body met, when and where, who approved, and the notice."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from forebygg.casefile.bodies import bodies_in, body_at
from forebygg.casefile.facts import Attendance, LineRange, Meeting, Notice
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.attendance.presence import ranges
from forebygg.casefile.papers.attendance.reading import lists_of, read_attendance
from forebygg.casefile.papers.covers.fields import ATTENDANCE, Field
from forebygg.casefile.papers.covers.rows import Row, Sheet, read_rows
from forebygg.casefile.papers.covers.signers import (
    approved_on,
    approvers,
    first_name,
    signer,
    signs_with_role,
)
from forebygg.casefile.papers.covers.values import PAGE
from forebygg.casefile.people import NAME, PARTY
from forebygg.core.dates import DATE, first_date, read_date, time_span

_ADJOURNED: Final = re.compile(
    r"[,;(]?\s*(?:(?:sammanträdet|mötet)\s+)?(?:med\s+)?(?:paus|ajournering\w*|ajournera(?:t|s|des))\b[^;)]*\)?",
    re.IGNORECASE,
)
_KL: Final = r"(?:kl|klockan)\b[.:]?\s*"
_CLOCKS: Final = re.compile(
    rf"(?:\b(?:från\s+)?{_KL})?(?<![\d.:])\d{{1,2}}[.:]\d\d(?:\s*(?:[-–—]+|till)\s*(?:{_KL})?(?:ca\s+)?"
    rf"\d{{1,2}}(?:[.:]\d\d)?)?|\b{_KL}\d{{1,2}}(?:\s*(?:[-–—]+|till)\s*\d{{1,2}}(?:[.:]\d\d)?)?",
    re.IGNORECASE,
)
_TIGHT: Final = re.compile(r"\b(kl[.:]|klockan[.:]|kl)(?=\d)", re.IGNORECASE)
_WHERE: Final = re.compile(r"(?<=\d)\s+(?:i|på)\s+[A-ZÅÄÖ].*")
_PLACE_OF_BODY: Final = re.compile(r",\s*[A-ZÅÄÖ][\w-]+\s+(?:kommun|stad)$")  # "Fullmäktige, Granviks kommun"
_DAY: Final = re.compile(
    r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|den|kl|klockan|tid|från|till", re.IGNORECASE
)
_NAMED: Final = re.compile(rf"{NAME}\s*(?:\(\s*(?:{PARTY})\s*\))?")
_SIGNED: Final = re.compile(
    r"digital|elektronisk|signer|bankid|underskr|namnförtydligande|justera|sign\b|§|paragraf|ordförande|ledamot|"
    r"sekreterare|^[\W_]*$|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)
# The sentences that go with a notice say what KL (2017:725) 8 kap. 10–13 §§ ask for.
_NOTICE_TEXT: Final = re.compile(
    r"justera|justering|anslag|anslå|överklag|tillkännag|kungör|protokoll|besvär|laga\s+kraft|observera|intyga|"
    r"bestyrk|delgiv|publicera|kommunallag|webbplats|hemsida",
    re.IGNORECASE,
)
_POSTED_TEXT: Final = re.compile(r"anslag(?:en|its|it|et|its)?|tillkännag\w+|uppsatt\w*|publicera\w*|anslogs")
_REMOVED_TEXT: Final = re.compile(
    r"tas?\s+(?:ned|ner|bort)|ned(?:tas|tages|tagande|taget)|till\s+och\s+med|avpublicer\w*"
)

# A notice told in a sentence, under no heading of its own.
_TOLD: Final = re.compile(
    r"(?:Justeringen|Protokollet|Anslaget)\b.{0,60}\b(?:tillkännag|anslag|anslås|tas ned|tas ner)"
)

_NOTICE_FIELDS: Final = frozenset(
    {Field.NOTICE, Field.POSTED, Field.REMOVED, Field.POSTED_BETWEEN, Field.KEPT_AT, Field.APPEAL}
)
_SIGNER_FIELDS: Final = frozenset(
    {Field.SECRETARY, Field.CHAIR, Field.VICE_CHAIR, Field.APPROVERS, Field.SIGNATURES}
)


def read_cover(
    document: str, lines: Sequence[Line], *, items: LineRange | None = None
) -> tuple[Meeting, list[Line]]:
    """The meeting that the cover pages and the list of attendance tell of, and the lines not understood.

    *items* is the range of the paragraphs that follow in whole minutes; where the cover itself does not
    give the meeting's range, "ej § 35" is understood by it.
    """
    sheet = read_rows(lines)
    paragraphs = _paragraphs(sheet)
    attendance, unread = read_attendance(list(lists_of(sheet)), paragraphs or items)
    known = {person.name for person in attendance}
    date = _date(sheet)
    starts, ends = _clock(sheet)
    approved, derived = approved_on(sheet.rows, date)
    signed_chair = first_name(sheet.of(Field.CHAIR), known) or signer(sheet.rows, "ordförande")
    chair = signed_chair or _titled(attendance, "ordförande", "ordföranden", "ordf", "ordf.")
    meeting = Meeting(
        document=document,
        body=_body(sheet),
        date=date,
        starts=starts,
        ends=ends,
        place=_place(sheet),
        paragraphs=paragraphs,
        approved_on=approved,
        notice=_notice(sheet),
        chair=chair,
        secretary=first_name(sheet.of(Field.SECRETARY), known)
        or signer(sheet.rows, "sekreterare")
        or _titled(attendance, "sekreterare", "nämndsekreterare", "mötessekreterare", "sekr", "sekr."),
        approvers=approvers(sheet.rows, known, chair),
        attendance=attendance,
        derived=("approved_on",) if derived else (),
        lines=(lines[0].number, lines[-1].number) if lines else (0, 0),
    )
    left = {line.number for line in (*sheet.unread, *unread)}
    left |= {cell.number for row in sheet.rows for cell in _unread(row)}
    return meeting, [line for line in lines if line.number in left and not line.furniture]


def _body(sheet: Sheet) -> str | None:
    """The body of the row "Organ", else of a title or running head."""
    for row in sheet.of(Field.BODY):
        if name := _body_in(row.cells[0].text if row.cells else ""):
            return name
    titles = [row.text for row in sheet.of(Field.TITLE)]
    for head in (*sheet.heads, *titles):
        if name := body_at(head) or next((mention.name for mention in bodies_in(head)), None):
            return name
    return None


def _body_in(value: str) -> str | None:
    value = value if not re.search(r"\d", value) else PAGE.sub("", DATE.sub("", value))
    value = _PLACE_OF_BODY.sub("", " ".join(value.split()).strip(" ,"))
    name = body_at(value)
    if name and not re.match(r",|\s+(?:och|samt|för|i|mot)\b", value[len(name) :]):
        return name
    if name:
        return value
    return next((mention.name for mention in reversed(bodies_in(value))), None) or value or None


def _date(sheet: Sheet) -> dt.date | None:
    fields = (Field.DATE, Field.PLACE_TIME, Field.TIME, Field.TITLE)
    texts = [row.text for field in fields for row in sheet.of(field)] + sheet.heads
    return next((date for text in texts if (date := first_date(text))), None)


def _spaced(text: str) -> str:
    """The text with "kl.18.00" written as "kl. 18.00"."""
    return _TIGHT.sub(r"\1 ", text)


def _clock(sheet: Sheet) -> tuple[dt.time | None, dt.time | None]:
    for row in sheet.of(Field.TIME, Field.PLACE_TIME, Field.DATE):
        starts, ends = time_span(_spaced(DATE.sub(" ", _ADJOURNED.sub(" ", row.text))))
        if starts:
            return starts, ends
    for head in _opening(sheet):
        starts, ends = time_span(DATE.sub(" ", head))
        if starts:
            return starts, ends
    opened = next((time_span(row.text)[0] for row in sheet.of(Field.STARTS)), None)
    return opened, next((time_span(row.text)[0] for row in sheet.of(Field.ENDS)), None)


def _opening(sheet: Sheet) -> Iterator[str]:
    """Lines of a title that tell day and hour at once: "onsdagen den 22 mars 2023 kl. 15.00 i Rådhuset"."""
    texts = (*(row.text for row in sheet.of(Field.TITLE)), *sheet.heads)
    return (text for text in texts if DATE.search(text) and _CLOCKS.search(DATE.sub(" ", text)))


def _place(sheet: Sheet) -> str | None:
    texts = [_placing(row) for row in sheet.of(Field.PLACE, Field.PLACE_TIME)]
    texts += [where.group() for head in _opening(sheet) if (where := _WHERE.search(head))]
    for value in texts:
        text = _CLOCKS.sub(" , ", _spaced(DATE.sub(" , ", _ADJOURNED.sub(" ", value))))
        parts = (
            re.sub(r"^(?:i|på)\s+", "", " ".join(part.split()).strip(" -–.()"))
            for part in re.split(r"[,;]", text)
        )
        if place := ", ".join(part for part in parts if part and not _DAY.fullmatch(part)):
            return place
    return None


def _placing(row: Row) -> str:
    """The row's text; once place and hour have been told, a line without figures only remarks on them."""
    told: list[str] = []
    for cell in row.cells:
        remark = told and re.search(r"\d[.:]\d\d\W*$", told[-1]) and not re.search(r"\d", cell.text)
        if remark and _CLOCKS.sub("", _spaced(DATE.sub("", told[0]))).strip(" ,.-–"):
            break
        if cell.text:
            told.append(cell.text)
    return " ".join(told)


def _paragraphs(sheet: Sheet) -> LineRange | None:
    for row in sheet.of(Field.PARAGRAPHS):
        for cell in row.cells:
            if found := ranges(cell.text):
                return found[0][0], found[-1][1]
    return None


def _notice(sheet: Sheet) -> Notice | None:
    posted = next((date for row in sheet.of(Field.POSTED) if (date := first_date(row.text))), None)
    removed = next((date for row in sheet.of(Field.REMOVED) if (date := first_date(row.text))), None)
    for row in sheet.of(Field.POSTED_BETWEEN, Field.POSTED):
        dates = [date for match in DATE.finditer(row.text) if (date := read_date(match))]
        posted = posted or (dates[0] if dates else None)
        removed = removed or (dates[1] if len(dates) > 1 else None)
    for row in sheet.of(Field.NOTICE, Field.APPROVAL):
        posted = posted or _date_after(_POSTED_TEXT, row.text)
        removed = removed or _date_after(_REMOVED_TEXT, row.text)
    told = (cell.text for row in sheet.rows for cell in row.cells if _TOLD.match(cell.text))
    for sentence in () if posted or removed else told:
        posted = posted or _date_after(_POSTED_TEXT, sentence)
        removed = removed or _date_after(_REMOVED_TEXT, sentence)
    kept = next((text for row in sheet.of(Field.KEPT_AT) if (text := _whole_lines(row))), None)
    return Notice(posted=posted, removed=removed, kept_at=kept) if posted or removed or kept else None


def _date_after(words: re.Pattern[str], text: str) -> dt.date | None:
    """The date in running text that comes soon after these words."""
    for match in words.finditer(text):
        near = text[match.end() : match.end() + 60].partition(". ")[0]
        if date := first_date(near):
            return date
    return None


def _whole_lines(row: Row) -> str | None:
    """The first line of a value, and the next while a comma says that it goes on."""
    taken: list[str] = []
    for cell in row.cells:
        if cell.text:
            taken.append(cell.text)
        if taken and not taken[-1].endswith((",", " i", " på", " hos")):
            break
    return " ".join(taken).strip(" .,:") or None


def _titled(attendance: Iterable[Attendance], *titles: str) -> str | None:
    for person in attendance:
        if (
            person.role != "absent"
            and person.title
            and not set(titles).isdisjoint(person.title.casefold().split(", "))
        ):
            return person.name
    return None


def _unread(row: Row) -> Iterator[Line]:
    """Cells of a row that no reading uses."""
    if row.field in ATTENDANCE:
        return
    before: Line | None = None
    for cell in row.cells:
        if cell.text:
            if not cell.furniture and not _understood(row.field, cell, before):
                yield cell
            before = cell


def _understood(field: Field, cell: Line, before: Line | None) -> bool:
    text = cell.text
    if signs_with_role(text):
        return True
    if field in _NOTICE_FIELDS:
        first = before is None and (field is Field.KEPT_AT or bool(DATE.search(text)))
        return first or bool(_NOTICE_TEXT.search(text) or _NAMED.fullmatch(text) or _SIGNED.search(text))
    if field in _SIGNER_FIELDS:
        return bool(_NAMED.match(text) or _SIGNED.search(text) or text.startswith(("/", "(")))
    if field in {Field.PLACE, Field.PLACE_TIME, Field.APPROVAL}:
        near = before is None or cell.number - before.number <= 1 or bool(DATE.search(text))
        return near or (field is Field.APPROVAL and bool(_NAMED.fullmatch(text)))
    if field in {Field.DATE, Field.TIME, Field.PARAGRAPHS, Field.STARTS, Field.ENDS}:
        return any(letter.isdigit() for letter in text) and (before is None or field is Field.TIME)
    return before is None or field is Field.CONTENTS
