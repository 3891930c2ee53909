"""The first page of a steering document: what it is called, from when it is, and who decided it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.casefile.paper import Line
from forebygg.core.dates import DATE, first_date

# Rows of the table that municipalities set on the first page. Source: mallar för styrdokument.
_LABELS: Final = (
    r"dokumenttyp|typ av (?:styr)?dokument|styrdokument(?=:|$)|dokumentnamn|dokumentets namn|dokumenttitel",
    r"namn på dokument(?:et)?|titel(?=:)|dokument-?id|klassificering|utgivare|utgiven av",
    r"(?:beslutade?|beslutat|antagen|antaget|antagna|antagits|beslut)(?: av)?",
    r"(?:fastställda?|fastställt|fastställare)(?: av)?",
    r"(?:fastställd|beslutad|antagen)\s?/\s?\w+|paragraf|dokumentinformation|kontakt",
    r"beslutsinstans|beslutande(?: organ)?|(?:besluts|fastställelse|antagande|utgivnings|revidering)s?datum",
    r"datum för (?:beslut|fastställande|antagande)|diarienummer|diarienr|dnr|ärendenummer|ärendenr",
    r"version(?:snummer)?|vers\.?|utgåva|revision|datum|dokumentdatum|publicerad|aktualiserad(?: av)?",
    r"(?:senast )?(?:reviderade?|reviderat|uppdaterade?|uppdaterat|ändrad|aktualitetsgranskad)(?: av)?",
    r"(?:upprättad|upprättat|framtagen|framtaget|utarbetad|utarbetat)(?: av)?|dokumentets giltighet",
    r"(?:dokumentet )?(?:giltig|gäller)(?: för| från| till| fr\.?o\.?m\.?| t\.?o\.?m\.?)?(?: och med)?",
    r"giltig(?:hetstid|het)|(?:tidpunkt för )?aktualitetsprövning|till beslut om upphörande|status",
    r"dokument(?:ansvarig|ägare)(?: \w+)?|ansvarig(?: \w+)?|för revidering ansvarar|kontaktperson",
    r"författare|handläggare|uppföljning(?: och tidplan)?|följs upp|nästa revidering|revidering",
    r"(?:ska )?revideras(?: senast)?|målgrupp|omfattar|antal sidor|ersätter(?: tidigare versioner?)?",
    r"(?:relaterade|tillhörande) (?:styr)?dokument|tillgänglig|foto|omslag(?:sbild)?|bild|grafisk form",
    r"tryck|isbn|produktion|sida|sidor",
    # What the edition is in its way to the decision, with its day.
    r"(?:(?:slutligt |reviderat |nytt )?förslag|(?:arbets)?utkast|remissförslag)(?=[\s:,(]+(?:den\s+)?\d)",
    r"(?:remiss|slut|gransknings|antagande)(?:version|utgåva)|(?:daterad|daterat|rev)(?=[\s:,(]+(?:den\s+)?\d)",
)
_ROW: Final = re.compile(
    rf"(?P<label>{'|'.join(_LABELS)})(?=[\s:.]|$)[\s:.]*(?P<value>.*)", re.IGNORECASE | re.DOTALL
)
_KIND: Final = re.compile(
    r"\w*(?:plan(?:en)?|program(?:met)?|policyn?|strategi(?:n|er)?|riktlinje(?:r|rna)?|reglemente|överenskommelse|"
    r"vision|handbok|vägledning|rutin(?:er)?|anvisning(?:ar)?)(?!\w)",
    re.IGNORECASE,
)
_SENDER: Final = re.compile(
    r"[\w .-]{0,40}?\b(?:kommuns?|stads?|region|kommunstyrelse\w*|\w+förvaltning(?:en)?|\w+kontoret|kansliet|"
    r"kommunkansliet|\w+nämnden)\b[\w .-]{0,30}",
    re.IGNORECASE,
)
_LOGOTYPE: Final = re.compile(
    r"(?:[\wåäöé-]+\s){1,2}(?:kommun|stad)|(?:region|kommun)\s[\wåäöé-]+", re.IGNORECASE
)
_WEB: Final = re.compile(
    r"(?:www\.|https?:|\S+@)\S+|[\w-]+\.(?:se|nu)|tel(?:efon)?[.:\s].*|[\d\s()+–-]{6,}", re.IGNORECASE
)
_YEARS: Final = re.compile(r"(?:år\s+)?(?:19|20)\d\d(?:\s?[–/-]\s?(?:19|20)?\d\d)?")
# "Vers. 1 maj 2017" is the first version, of some day in May.
_VERSION: Final = re.compile(r"^\s?\d{1,2}(?:\.\d{1,2})?(?=[\s,]|$)")
_CELL: Final = re.compile(r"\t+|\s{3,}")
_BY: Final = re.compile(r"\s+(?:den\s+)?\d|,|\s+§")
# The words in which a title goes on over its line, before the line's end or after its beginning.
_LEADS_ON: Final = re.compile(r"(?:\s(?:mot|för|och|om|i|av|till|vid|samt)|-)$", re.IGNORECASE)
_LONGEST: Final = 160
_NAMES: Final = (
    "dokumentnamn",
    "dokumentets namn",
    "namn på dokument",
    "namn på dokumentet",
    "dokumenttitel",
    "titel",
)
_NUMBERS: Final = ("diarienummer", "diarienr", "dnr", "ärendenummer", "ärendenr")
_DECIDED: Final = ("antag", "beslut", "faststäl")
_REVISED: Final = ("revider", "uppdater", "version", "vers", "utgåva", "senast", "aktualis")
_WRITTEN: Final = ("datum", "dokumentdatum", "upprättad", "upprättat", "utgivning")
_UNDATED: Final = (
    *("giltig", "gäller", "dokumentet", "dokumentets", "nästa", "revideras", "ska", "uppföljning", "följs"),
    *("ersätter", "till", "tidpunkt", "aktualitetsprövning"),
)


@dataclass(frozen=True, kw_only=True)
class TitlePage:
    """What the first page gives; `unread` are its lines that no rule knows."""

    title: str | None = None
    title_lines: tuple[Line, ...] = ()
    date: dt.date | None = None
    registry_number: str | None = None
    decided_by: str | None = None
    unread: tuple[Line, ...] = ()


def is_logotype(text: str) -> bool:
    """A municipality's name alone, as logotypes print it: no part of the text."""
    return len(text) < 40 and bool(_LOGOTYPE.fullmatch(text))


def is_date(text: str) -> bool:
    """A date, a year, an address or a telephone number alone."""
    return len(text) < _LONGEST and bool(
        DATE.fullmatch(text) or _YEARS.fullmatch(text) or _WEB.fullmatch(text)
    )


def is_sender(text: str) -> bool:
    """A municipality, an office or a logotype alone on its line."""
    return len(text) < 70 and bool(_SENDER.fullmatch(text)) and not _KIND.search(text) and text[-1] != "."


def is_row(text: str) -> bool:
    """A row of the first page's table, or a date, a year or an address alone."""
    return _row(text) is not None or is_date(text)


def _row(text: str) -> re.Match[str] | None:
    """A label with its value; "Gäller alla nämnder." is a sentence, and no row."""
    if len(text) >= _LONGEST or (text.endswith(".") and not any(map(str.isdigit, text))):
        return None
    return _ROW.fullmatch(text)


def read_title_page(lines: Sequence[Line]) -> TitlePage:
    """Read the lines before the contents or the first section.

    The edition's date is the one that stands alone; failing that a date of revision, of writing, of
    decision. How long the document is in force says nothing about when it was written.
    """
    written = [line for line in lines if line.text]
    title_lines = _title(written)
    title = " ".join(line.text for line in title_lines).strip("# ")
    rows, unread = _rows([line for line in written if line not in title_lines], title)
    if not title or _KIND.fullmatch(title):
        title = next((value for label, value in rows if label in _NAMES and value), title)
    return TitlePage(
        title=title or None,
        title_lines=tuple(title_lines),
        date=_date(rows, title),
        registry_number=next((value for label, value in rows if label in _NUMBERS and value), None),
        decided_by=next(
            (
                _BY.split(value, maxsplit=1)[0].strip()
                for label, value in rows
                if label.startswith(_DECIDED) and value and not DATE.match(value)
            ),
            None,
        ),
        unread=tuple(unread),
    )


def _rows(written: Sequence[Line], title: str) -> tuple[list[tuple[str, str]], list[Line]]:
    """Labels, folded, with their values, which may stand on the next line; and the lines that are neither.

    A row of labels alone has its values below, each in its column.
    """
    rows: list[tuple[str, str]] = []
    unread: list[Line] = []
    waiting: list[str] = []
    for line in written:
        cells = [cell.strip() for cell in _CELL.split(line.text)]
        found = [_row(cell) for cell in cells]
        row = _row(line.text)
        if all(one and not one["value"] for one in found):
            waiting = [one["label"].casefold() for one in found if one]
            rows.extend((label, "") for label in waiting)
        elif len(waiting) == len(cells) > 1:
            rows.extend(zip(waiting, cells, strict=True))
            waiting = []
        elif row:
            rows.append((row["label"].casefold(), row["value"].strip()))
            waiting = []
        elif waiting or is_date(line.text):
            rows.append((waiting.pop(0) if waiting else "", line.text))
        elif not is_sender(line.text) and not _KIND.fullmatch(line.text) and not _repeats(line.text, title):
            unread.append(line)
    return rows, unread


def _repeats(text: str, title: str) -> bool:
    """Whether the row is the title again, or the most of it, as first pages and second pages have it."""
    return len(text) > 12 and text.casefold() in title.casefold()


def _date(rows: Sequence[tuple[str, str]], title: str) -> dt.date | None:
    found: dict[str, dt.date] = {}
    for label, value in rows:
        day = first_date(_VERSION.sub("", value) if label.startswith("vers") else value)
        if not day or label.startswith(_UNDATED):
            continue
        if not label:
            found.setdefault("alone", day)
        elif label.startswith(_REVISED):
            found["revised"] = max(day, found.get("revised", day))
        else:
            found.setdefault("written" if label.startswith(_WRITTEN) else "decided", day)
    order = ("alone", "revised", "written", "decided")
    return next((found[key] for key in order if key in found), first_date(title))


def _title(written: Sequence[Line]) -> list[Line]:
    """The first line that names a kind of document, with the lines that go on with it."""
    candidates = [line for line in written if _may_be_title(line.text)]
    named = [line for line in candidates if _KIND.search(line.text)]
    whole = [line for line in named if not _KIND.fullmatch(line.text)]
    first = next(iter([*whole, *named, *candidates]), None)
    if not first:
        return []
    found = [first]
    for line in written[written.index(first) + 1 :]:
        follows = line.number == found[-1].number + 1
        goes_on = (
            line.text[0].islower()
            or (len(found) == 1 and _KIND.fullmatch(first.text) and _may_be_title(line.text))
            or _LEADS_ON.search(found[-1].text)
            or (line.text.isupper() and _LEADS_ON.match(f" {line.text.partition(' ')[0]}"))
        )
        if not follows or not goes_on or is_row(line.text) or is_sender(line.text):
            break
        found.append(line)
    return found


def _may_be_title(text: str) -> bool:
    return (
        len(text) < _LONGEST
        and not is_row(text)
        and not is_sender(text)
        and not text.endswith((".", ":", ","))
    )
