"""One walk down the rows of a file, finding where each paper begins from what the row says and where it stands."""

import re
from typing import Final

from forebygg.casefile.cutting import covers, headings, letterheads, title_pages, voices
from forebygg.casefile.cutting.headings import Heading
from forebygg.casefile.cutting.sheet import Sheet, Start
from forebygg.casefile.facts import DocumentKind

_LONGEST: Final = 160
_MAIL: Final = re.compile(r"(?:från|skickat|till|kopia|ämne|from|sent|to|subject):\s", re.IGNORECASE)
# How each cue begins; a row that begins otherwise, and is no title, opens nothing.
_CUE: Final = re.compile(
    r"(?P<cover>(?:sammanträdes|mötes)?(?:plats|datum|tid|dag)(?=[\s:,]|$))"
    r"|(?P<notice>anslag|bevis|tillkännagivande|närvarolista|närvaroförteckning|deltagarlista|underskrifter)"
    r"|(?P<summons>kallelse|kungörelse|föredragningslista|dagordning|ärendelista)"
    r"|(?P<memo>tjänste|promemoria|pm(?=\s|$)|ordförande(?:skriv|försl)|skrivelse|missiv|utlåtande|beslutsförslag|utredning|följebrev|inbjudan|brev|cirkul|meddelande|delegationsb)"
    r"|(?P<letter>handlägga|diarien|dnr|datum|vår\s)"
    r"|(?P<contents>innehåll)"
    r"|(?P<voice>s\w{3,9}t\s(?:yttr|utt)|reservation|re\w{2}rvation|protokollsant|anteckning\still|ersättaryttr|yttrande|"
    r"röstförkl|motion|interpell|medborgarf|remiss|svar\spå|tilläggsyrk|yrkande|gemensam|skriftlig|ändringsyrk|återremissyrk)"
    r"|(?P<mail>från:|skickat:|from:)",
    re.IGNORECASE,
)
_FIRST_LETTERS: Final = frozenset("smpdtanubkföohviryågSMPDTANUBKFÖOHVIRYÅG")


def starts(sheet: Sheet) -> list[Start]:
    """The papers' beginnings in order; the first row always begins one."""
    return _Walk(sheet).starts()


class _Walk:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._found: list[Start] = []

    def starts(self) -> list[Start]:
        sheet = self._sheet
        candidates = [heading for row in range(len(sheet)) if (heading := headings.in_row(sheet, row))]
        numbered = {heading.row: heading for heading in headings.without_contents(sheet, candidates)}
        for row, text in enumerate(sheet.texts):
            if row in numbered:
                self._item(numbered[row])
            elif len(text) <= _LONGEST:
                self._other(row, text)
        if not self._found or self._found[0].row > 0:
            self._first()
        return self._found

    @property
    def _kind(self) -> str | None:
        return self._found[-1].kind if self._found else None

    def _since(self, row: int) -> int:
        return row - self._found[-1].row if self._found else row

    @property
    def _floor(self) -> int:
        return self._found[-1].row + 1 if self._found else 0

    def _add(self, start: Start) -> None:
        while self._found and self._found[-1].index >= start.index:
            self._found.pop()
        self._found.append(start)

    def _item(self, heading: Heading) -> None:
        sheet = self._sheet
        last = self._found[-1] if self._found else None
        if last and last.kind == "minutes_item":
            if last.paragraph == heading.number and (heading.again or sheet.turned(heading.row)):
                return
            if heading.body and not last.body and not sheet.turned(heading.row):
                return
        elif heading.body and last and last.kind != "minutes_cover" and not sheet.turned(heading.row):
            return
        if heading.again and last and last.kind == "minutes_item":
            return
        if (
            last
            and last.kind in {"plan", "memo", "statement", "other"}
            and not headings.is_corroborated(sheet, heading)
        ):
            return
        self._add(
            Start(
                index=sheet.at[heading.row],
                row=heading.row,
                kind="minutes_item",
                paragraph=heading.number,
                body=heading.body,
            )
        )

    def _other(self, row: int, text: str) -> None:
        if text[0] in _FIRST_LETTERS and (match := _CUE.match(text)):
            if getattr(self, f"_{match.lastgroup}")(row, text):
                return
        if "\t" in text or "  " in text:
            self._memo(row, text)
        if self._sheet.gap(row) and title_pages.may_title(text):
            self._plan(row)
        elif self._kind is None and row == 0:
            self._letter(row, text)

    def _cover(self, row: int, text: str) -> bool:
        if self._kind in {"minutes_cover", "other"} and self._since(row) < 6 and self._found[-1].row <= row:
            if self._kind == "minutes_cover" or self._since(row) < 3:
                return True
        if not covers.OPENING.match(text) or not covers.opens_cover(self._sheet, row):
            return self._letter(row, text)
        index, summons = covers.top(self._sheet, row)
        self._add(Start(index=index, row=row, kind="other" if summons else "minutes_cover"))
        return True

    def _notice(self, row: int, text: str) -> bool:
        if self._kind == "minutes_cover" or not covers.NOTICE.match(text):
            return False
        if covers.opens_notice(self._sheet, row):
            self._add(Start(index=self._sheet.at[row], row=row, kind="notice"))
            return True
        return False

    def _summons(self, row: int, text: str) -> bool:
        return False

    def _memo(self, row: int, text: str) -> bool:
        kind = letterheads.title_in(text)
        if not kind or not letterheads.opens_letter(self._sheet, row):
            return False
        if self._kind == kind and self._since(row) < 4:
            return True
        self._add(Start(index=letterheads.top(self._sheet, row), row=row, kind=kind))
        return True

    def _letter(self, row: int, text: str) -> bool:
        if self._kind in {"memo", "minutes_cover"} or not self._sheet.gap(row):
            return False
        if self._kind is not None and not self._sheet.turned(row):
            return False
        if not letterheads.opens_unnamed_memo(self._sheet, row):
            return False
        self._add(Start(index=letterheads.top(self._sheet, row), row=row, kind="memo"))
        return True

    def _contents(self, row: int, text: str) -> bool:
        if (
            not title_pages.CONTENTS.match(text)
            or self._kind in {"minutes_cover", "minutes_item"}
            and self._since(row) < 3
        ):
            return False
        if self._kind == "plan" and self._since(row) < 25:
            return True
        if "contents" not in title_pages.marks_after(self._sheet, row - 1):
            return False
        title = title_pages.title_above(self._sheet, row, self._floor)
        if self._kind == "memo" and self._since(title) < 12 and not self._sheet.turned(title):
            return False
        self._add_plan(title)
        return True

    def _voice(self, row: int, text: str) -> bool:
        in_item = self._kind in {"minutes_item", "notice"}
        if self._memo(row, text):
            return True
        if not voices.heading_in(text) or (self._kind == "statement" and self._since(row) < 8):
            return False
        if self._kind in {"memo", "plan"} and not self._sheet.turned(row):
            in_item = True
        if not voices.opens_statement(self._sheet, row, in_item=in_item):
            return False
        self._add(Start(index=voices.top(self._sheet, row, self._floor), row=row, kind="statement"))
        return True

    def _mail(self, row: int, text: str) -> bool:
        if sum(1 for later in self._sheet.ahead(row, 7) if _MAIL.match(later)) < 3:
            return False
        self._add(Start(index=self._sheet.at[row], row=row, kind="other"))
        return True

    def _plan(self, row: int) -> None:
        turned = self._sheet.turned(row)
        if self._kind == "minutes_item" and self._since(row) < 5 and not turned:
            return
        marks = title_pages.marks_after(self._sheet, row)
        needed = 2
        if self._kind == "memo" and self._since(row) < 14 and not turned:
            needed = 3
        if self._kind == "plan" and (self._since(row) < 4 or not marks - {"section", "place"}):
            return
        if turned or self._kind is None:
            needed -= bool(marks & {"section", "contents", "date"})
        if len(marks) >= needed:
            self._add_plan(row)

    def _add_plan(self, row: int) -> None:
        index = title_pages.top(self._sheet, row, self._floor)
        self._add(Start(index=index, row=row, kind="plan"))

    def _first(self) -> None:
        """The file begins with something no rule knows; a title of a steering document makes it a plan."""
        sheet = self._sheet
        end = self._found[0].row if self._found else len(sheet)
        if not end:
            return
        titled = any(title_pages.may_title(text) for text in sheet.ahead(0, 6))
        opened = sum(1 for text in sheet.ahead(0, 400) if title_pages.OPENER.match(text))
        kind: DocumentKind = "plan" if titled and opened and not self._found else "other"
        self._found.insert(0, Start(index=sheet.at[0], row=0, kind=kind))
