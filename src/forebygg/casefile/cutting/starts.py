"""Where each paper begins: told from what a row says, where it stands, and which paper it stands in."""

from dataclasses import replace

from forebygg.casefile.cutting import covers, headings, letterheads, mails, signs, title_pages, voices
from forebygg.casefile.cutting.headings import Heading
from forebygg.casefile.cutting.sheet import Cut, Sheet, Start

# Rows within which a paper's own beginning still goes on.
_COVER_HEAD, _LETTER_HEAD, _TITLE_PAGE, _STATEMENT_HEAD, _LONGEST_HEAD = 6, 14, 25, 8, 30

_SHORT, _NEAR = 6, 4  # letters of a body's short name; rows just above a heading


def starts(sheet: Sheet) -> list[Start]:
    """The papers' beginnings in order; the first row always begins one."""
    walk = _Walk(sheet)
    told = list(signs.signs(sheet.texts))
    candidates = [
        heading for row, sign in told if sign == "item" and (heading := headings.heading_at(sheet, row))
    ]
    numbered = {heading.row: heading for heading in headings.without_contents(sheet, candidates)}
    for row, sign in told:
        if row in numbered:
            walk.item(numbered[row])
        elif sign != "item":
            walk.other(row, sign)
    return walk.ended()


class _Walk:
    """The beginnings found so far; the last of them is the paper that the next row stands in."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._found: list[Start] = []

    @property
    def _kind(self) -> Cut | None:
        return self._found[-1].kind if self._found else None

    def _since(self, row: int) -> int:
        """How many rows the paper has been going on."""
        return row - self._found[-1].row if self._found else row

    @property
    def _floor(self) -> int:
        """The first row that a new paper may take for its own head."""
        return self._found[-1].row + 1 if self._found else 0

    def _begin(self, index: int, row: int, kind: Cut) -> bool:
        return self._add(Start(index=index, row=row, kind=kind))

    def _add(self, start: Start) -> bool:
        while self._found and self._found[-1].index >= start.index:
            self._found.pop()
        self._found.append(start)
        return True

    def item(self, heading: Heading) -> None:
        """An item begins, unless the heading only continues one or stands in a list or a statute."""
        sheet, row = self._sheet, heading.row
        last = self._found[-1] if self._found else None
        turned = sheet.turned(row)
        if last and last.kind == "minutes_item":
            if heading.again or (last.paragraph == heading.number and turned):
                return
            if heading.body and not turned and self._tells_of_another(heading, last):
                return
        elif heading.body and last and last.kind != "minutes_cover" and not turned:
            return
        doubtful = (
            last.kind in {"plan", "memo", "statement", "other"} if last else title_pages.is_titled(sheet)
        )
        if last and last.kind == "minutes_cover" and not headings.opens_items(sheet, heading):
            return
        if doubtful and not headings.is_corroborated(sheet, heading):
            return
        self._add(
            Start(
                index=headings.top(sheet, heading),
                row=row,
                kind="minutes_item",
                paragraph=heading.number,
                body=heading.body,
            )
        )

    def _tells_of_another(self, heading: Heading, last: Start) -> bool:
        """Whether the running item only tells what another body did: "KSAU § 55" within "KS § 80"."""
        if not last.body:
            return True
        here, there = heading.body or "", last.body
        # A short name and a long one may mean the same body.
        if here.casefold() == there.casefold() or (len(here) > _SHORT) != (len(there) > _SHORT):
            return False
        above = self._sheet.texts[max(0, heading.row - _NEAR) : heading.row]
        return heading.number != (last.paragraph or 0) + 1 and not any(map(headings.heads_page, above))

    def other(self, row: int, sign: signs.Sign) -> None:
        """Whatever else the row's sign may begin."""
        text = self._sheet.texts[row]
        match sign:
            case "cover":
                _ = self._cover(row, text) or self._labels(row)
            case "notice":
                self._notice(row, text)
            case "labels":
                self._labels(row)
            case "contents":
                self._contents(row)
            case "letter":
                _ = self._letter(row, text) or (voices.heading_in(text) and self._voice(row))
            case "voice":
                self._voice(row)
            case "mail":
                self._mail(row)
            case _:
                self._title(row)

    def _cover(self, row: int, text: str) -> bool:
        since = self._since(row)
        if (self._kind == "minutes_cover" and since < _COVER_HEAD) or (self._kind == "other" and since < 3):
            return True
        inside = self._kind == "minutes_cover"
        if covers.OPENING.match(text):
            opens = covers.opens_cover(self._sheet, row, inside=inside)
        else:
            opens = not inside and self._sheet.turned(row) and covers.opens_with_list(self._sheet, row)
        if not opens:
            return False
        if inside and covers.goes_on(self._sheet, self._found[-1].row, row):
            return True
        index, summons = covers.top(self._sheet, row)
        return self._begin(index, row, "other" if summons else "minutes_cover")

    def _notice(self, row: int, text: str) -> bool:
        if self._kind in {"minutes_cover", "notice"} or not covers.NOTICE.match(text):
            return False
        return covers.opens_notice(self._sheet, row) and self._begin(self._sheet.at[row], row, "notice")

    def _letter(self, row: int, text: str) -> bool:
        kind = letterheads.title_in(text)
        if not kind or not letterheads.opens_letter(
            self._sheet, row, in_item=self._kind in {"minutes_item", "notice"}
        ):
            return False
        if self._kind == kind and self._since(row) < 4:
            return True
        return self._begin(letterheads.top(self._sheet, row, self._floor), row, kind)

    def _labels(self, row: int) -> bool:
        """A letterhead of labels without a title word; only where a page turns, for items have such rows."""
        if self._kind in {"memo", "minutes_cover", "notice"} or not self._sheet.gap(row):
            return False
        if self._kind is not None and not self._sheet.turned(row):
            return False
        if not letterheads.opens_unnamed_memo(self._sheet, row):
            return False
        return self._begin(letterheads.top(self._sheet, row, self._floor), row, "memo")

    def _contents(self, row: int) -> bool:
        sheet, since = self._sheet, self._since(row)
        if (self._kind in {"minutes_cover", "minutes_item"} and since < 3) or (
            self._kind == "plan" and since < _TITLE_PAGE
        ):
            return False
        if "contents" not in title_pages.marks_after(sheet, row - 1):
            return False
        title = title_pages.title_above(sheet, row, self._floor)
        if self._in_letterhead(title) or (
            self._kind == "minutes_cover" and not title_pages.may_title(sheet.texts[title])
        ):
            return False
        return self._begin(title_pages.top(sheet, title, self._floor), title, "plan")

    def _voice(self, row: int) -> bool:
        sheet = self._sheet
        if self._kind == "statement" and not self._spoken(row):
            return False
        # An item may be called "Yttrande över remiss".
        if self._kind == "minutes_item" and self._since(row) < 4 and not sheet.turned(row):
            return False
        apart = sheet.turned(row) or (sheet.gap(row) and voices.is_bare(sheet.texts[row]))
        in_text = self._kind in {"minutes_item", "notice"} or (
            self._kind in {"memo", "plan", "minutes_cover"} and not apart
        )
        number = self._found[-1].paragraph if self._found else None
        following = number + 1 if number else None
        if not voices.opens_statement(sheet, row, in_item=in_text, following=following):
            return False
        return self._begin(voices.top(self._sheet, row, self._floor), row, "statement")

    def _spoken(self, row: int) -> bool:
        """Whether the statement has got beyond its head: it has said a sentence."""
        first = self._found[-1].row + 1
        if row - first >= _LONGEST_HEAD:
            return True
        return any(text[-1] == "." for text in self._sheet.texts[first:row])

    def _in_letterhead(self, row: int) -> bool:
        """Whether a title here would be the memo's own: nothing has been asked or said in it yet."""
        if self._kind != "memo" or self._since(row) >= _LETTER_HEAD or self._sheet.turned(row):
            return False
        return not letterheads.has_asked(self._sheet, self._found[-1].row, row)

    def _mail(self, row: int) -> bool:
        if self._kind == "other" and self._since(row) < _STATEMENT_HEAD:
            return False
        return mails.opens_mail(self._sheet, row) and self._begin(self._sheet.at[row], row, "other")

    def _title(self, row: int) -> bool:
        """A plan begins at its title, if enough of a title page follows for the place where it stands."""
        sheet, since, turned = self._sheet, self._since(row), self._sheet.turned(row)
        if not title_pages.stands_apart(sheet, row) or (
            self._kind == "minutes_item" and since < 5 and not turned
        ):
            return False
        if self._kind == "plan" and since < _TITLE_PAGE and title_pages.is_label(sheet.texts[row]):
            return False
        marks = title_pages.marks_after(sheet, row)
        if self._kind == "plan" and (since < 4 or not marks - {"section", "place"}):
            return False
        needed = 3 if self._in_letterhead(row) else 2
        if (turned or self._kind is None) and marks & {"section", "contents", "date"}:
            needed -= 1
        if len(marks) < needed:
            return False
        return self._begin(title_pages.top(sheet, row, self._floor), row, "plan")

    def ended(self) -> list[Start]:
        """All beginnings, one for the first row too: a file may begin with something no rule knows."""
        sheet = self._sheet
        first = self._found[0] if self._found else None
        if first and first.index > sheet.at[0] and self._is_sender(first):
            self._found[0] = replace(first, index=sheet.at[0])
        elif sheet.at and (not first or first.index > sheet.at[0]):
            plan = not self._found and title_pages.is_steering(sheet)
            self._found.insert(0, Start(index=sheet.at[0], row=0, kind="plan" if plan else "opening"))
        return self._found

    def _is_sender(self, first: Start) -> bool:
        """Whether what stands over the file's first letter or plan only names who sends it."""
        rows = self._sheet.texts[: self._sheet.at.index(first.index)] if first.index in self._sheet.at else []
        return (
            first.kind in {"memo", "statement", "other", "plan"}
            and 0 < len(rows) < 4
            and all(len(text) < 60 and text[-1] not in ".:;," for text in rows)
        )
