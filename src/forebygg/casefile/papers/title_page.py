"""The first page of a steering document: what it is called, from when it is, and who decided it."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.casefile.paper import Line
from forebygg.core.dates import DATE, first_date, read_date

# Rows of the table that municipalities set on the first page. Source: mallar för styrdokument.
_LABELS: Final = (
    r"dokumenttyp|typ av (?:styr)?dokument|styrdokument|dokumentnamn|dokumentets namn|dokumenttitel",
    r"(?:beslutad|beslutat|antagen|antaget|antagits|fastställd|fastställt|beslut)(?: av)?",
    r"beslutsinstans|beslutande(?: organ)?|beslutsdatum|datum för beslut|fastställelsedatum|antagandedatum",
    r"diarienummer|diarienr|dnr|ärendenummer|version(?:snummer)?|utgåva|revision",
    r"(?:senast )?(?:reviderad|reviderat|uppdaterad|uppdaterat|ändrad)(?: av)?|revideringsdatum",
    r"(?:upprättad|upprättat|framtagen|utarbetad)(?: av)?|datum|dokumentdatum|publicerad",
    r"giltig(?:hetstid|het)|(?:giltig|gäller)(?: för| från| till| fr\.?o\.?m\.?| t\.?o\.?m\.?)?(?: och med)?",
    r"dokument(?:ansvarig|ägare)(?: \w+)?|ansvarig(?: \w+)?|kontaktperson|handläggare|författare",
    r"uppföljning|följs upp|nästa revidering|(?:ska )?revideras(?: senast)?|revidering",
    r"målgrupp|omfattar|ersätter|status|sida|sidor|antal sidor|relaterade (?:styr)?dokument|tillgänglig",
    r"foto|omslag(?:sbild)?|bild|grafisk form|tryck|isbn|produktion",
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
_WEB: Final = re.compile(r"(?:www\.|https?:|\S+@)\S+|tel(?:efon)?[.:\s].*|[\d\s()+–-]{6,}", re.IGNORECASE)
_YEARS: Final = re.compile(r"(?:år\s+)?(?:19|20)\d\d(?:\s?[–/-]\s?(?:19|20)?\d\d)?")
_BY: Final = re.compile(r"\s+(?:den\s+)?\d|,|\s+§")
_REVISED: Final = ("revider", "uppdater", "version", "utgåva", "senast")
_DATED: Final = ("datum", "dokumentdatum", "upprättad", "upprättat")
_UNDATED: Final = (
    "giltig",
    "gäller",
    "nästa",
    "revideras",
    "ska revideras",
    "uppföljning",
    "följs upp",
    "ersätter",
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
    return len(text) < 160 and bool(DATE.fullmatch(text) or _YEARS.fullmatch(text) or _WEB.fullmatch(text))


def is_sender(text: str) -> bool:
    """A municipality, an office or a logotype alone on its line."""
    return len(text) < 70 and bool(_SENDER.fullmatch(text)) and not _KIND.search(text) and text[-1] != "."


def is_row(text: str) -> bool:
    """A row of the first page's table, or a date, a year or an address alone."""
    return len(text) < 160 and (bool(_ROW.fullmatch(text)) or is_date(text))


def read_title_page(lines: Sequence[Line]) -> TitlePage:
    """Read the lines before the contents or the first section.

    The edition's date is the one that stands alone; failing that a date of revision, of writing, of
    decision. How long the document is in force says nothing about when it was written.
    """
    written = [line for line in lines if line.text]
    title_lines = _title(written)
    dates: dict[str, dt.date] = {}
    registry_number = decided_by = None
    unread: list[Line] = []
    label = ""
    for line in written:
        if line in title_lines:
            continue
        row = _ROW.fullmatch(line.text) if len(line.text) < 160 else None
        value = row["value"] if row else line.text
        label = row["label"].casefold() if row else label
        if not row and not label and not is_row(line.text) and not is_sender(line.text):
            if not _KIND.fullmatch(line.text):
                unread.append(line)
            continue
        if label in {"diarienummer", "diarienr", "dnr", "ärendenummer"} and value:
            registry_number = registry_number or value.strip()
        if label.startswith(("antag", "beslut", "faststäl")) and value and not DATE.match(value):
            decided_by = decided_by or _BY.split(value, maxsplit=1)[0].strip()
        _note_date(dates, label if row or not DATE.fullmatch(line.text) else "", value)
        label = label if row and not value else ""
    title = " ".join(line.text for line in title_lines).strip("# ") or None
    if title and (match := DATE.search(title)) and read_date(match):
        dates.setdefault("title", read_date(match) or dt.date.min)
    return TitlePage(
        title=title,
        title_lines=tuple(title_lines),
        date=next(
            (dates[key] for key in ("alone", "revised", "dated", "decided", "title") if key in dates), None
        ),
        registry_number=registry_number,
        decided_by=decided_by,
        unread=tuple(unread),
    )


def _note_date(dates: dict[str, dt.date], label: str, value: str) -> None:
    found = first_date(value)
    if not found or label.startswith(_UNDATED):
        return
    if not label:
        dates.setdefault("alone" if DATE.fullmatch(value) else "decided", found)
    elif label.startswith(_REVISED):
        dates["revised"] = max(found, dates.get("revised", found))
    else:
        dates.setdefault("dated" if label.startswith(_DATED) else "decided", found)


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
        goes_on = line.text[0].islower() or found[-1].text.endswith((" mot", " för", " och", " om", "-"))
        if not follows or not goes_on or is_row(line.text) or is_sender(line.text):
            break
        found.append(line)
    return found


def _may_be_title(text: str) -> bool:
    return len(text) < 160 and not is_row(text) and not is_sender(text) and not text.endswith((".", ":", ","))
