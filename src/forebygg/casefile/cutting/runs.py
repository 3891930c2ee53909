"""Which beginnings make one document: items that follow one another at a meeting are its minutes."""

from collections.abc import Sequence

from forebygg.casefile.cutting import covers
from forebygg.casefile.cutting.sheet import Sheet, Start
from forebygg.casefile.cutting.sittings import one_sitting
from forebygg.casefile.facts import DocumentKind
from forebygg.casefile.pages.vocabulary import (
    BODY,
    DATE,
    DATE_LABEL,
    EXTRACT,
    LOGOTYPE,
    PAGE,
    PAGE_LABEL,
    PROTOCOL,
    kind_of,
)

_GAP = 3
_LONGEST_OPENING = 120
_LONGEST_DISSENT = 10  # statements that may stand between two items of one meeting
_HEAD = PROTOCOL | DATE_LABEL | BODY
_ABOVE = _HEAD | EXTRACT | DATE | LOGOTYPE | PAGE | PAGE_LABEL
Group = tuple[DocumentKind, list[Start]]
Span = tuple[DocumentKind, int, int]


def assemble(sheet: Sheet, starts: Sequence[Start]) -> list[Span]:
    """The documents as kind, first line and the line after their last; they tile the file."""
    groups = _groups(sheet, starts)
    spans: list[Span] = []
    for place, (kind, group) in enumerate(groups):
        first = 0 if not place else _with_head(sheet, group[0])
        if spans:
            spans[-1] = (*spans[-1][:2], first)
        spans.append((kind, first, len(sheet.lines)))
    return spans


def _groups(sheet: Sheet, starts: Sequence[Start]) -> list[Group]:
    groups: list[Group] = []
    place = 0
    while place < len(starts):
        kind, group = _group(sheet, starts, place)
        if (
            groups
            and groups[-1][1][0].kind == "opening"
            and _is_head_of(sheet, groups[-1][1][0], kind, group[0])
        ):
            group = [*groups.pop()[1], *group]
            place -= 1
        groups.append((kind, group))
        place += len(group)
    return groups


def _group(sheet: Sheet, starts: Sequence[Start], place: int) -> Group:
    """The document that begins at a start, with the starts it takes in."""
    start = starts[place]
    if start.kind == "notice":
        return "minutes_cover", [start]
    if start.kind == "opening":
        return "other", [start]
    if start.kind != "minutes_cover" and start.kind != "minutes_item":  # noqa: PLR1714 (narrows the type)
        return start.kind, [start]
    is_cover = start.kind == "minutes_cover"
    run = _run(starts, place + is_cover, _range(sheet, starts, place) if is_cover else None)
    after = place + is_cover + len(run)
    run = run[: one_sitting(sheet, run, starts[after].index if after < len(starts) else len(sheet.lines))]
    if sum(item.kind == "minutes_item" for item in run) > 1:
        return "minutes", [start, *run] if is_cover else run
    return start.kind, [start]


def _is_head_of(sheet: Sheet, opening: Start, kind: DocumentKind, start: Start) -> bool:
    """Whether the unknown rows at the head of a file are the title or the agenda of its minutes."""
    rows = sheet.texts[opening.row : start.row]
    if kind == "minutes":
        return len(rows) <= _LONGEST_OPENING
    return (
        kind in {"minutes_item", "minutes_cover"} and len(rows) <= 6 and all(len(text) < 90 for text in rows)
    )


def _range(sheet: Sheet, starts: Sequence[Start], place: int) -> tuple[int, int] | None:
    end = starts[place + 1].row if place + 1 < len(starts) else len(sheet)
    return covers.paragraphs(sheet, starts[place].row, end)


def _run(starts: Sequence[Start], place: int, held: tuple[int, int] | None) -> list[Start]:
    """The items from *place* that belong to one meeting, with the pages of its own between and after them."""
    run: list[Start] = []
    last: Start | None = None
    for here in range(place, len(starts)):
        start = starts[here]
        if start.kind == "minutes_item" and start.paragraph is not None:
            if held and not held[0] <= start.paragraph <= held[1]:
                break
            if last and not _follows(last, start, held):
                break
            last = start
        elif not last or not (
            start.kind == "notice" or (start.kind == "statement" and _goes_on(starts, here, last))
        ):
            break
        run.append(start)
    return run


def _follows(last: Start, start: Start, held: tuple[int, int] | None) -> bool:
    if last.paragraph is None or start.paragraph is None or last.body != start.body:
        return False
    step = start.paragraph - last.paragraph
    return step > 0 and (held is not None or step <= _GAP)


def _goes_on(starts: Sequence[Start], statement: int, last: Start) -> bool:
    """Whether the next item follows the last one directly, so that what stands between is of the minutes."""
    for start in starts[statement + 1 : statement + _LONGEST_DISSENT]:
        if start.kind != "statement":
            return start.kind == "minutes_item" and start.paragraph == (last.paragraph or 0) + 1
    return False


def _with_head(sheet: Sheet, start: Start) -> int:
    """The first line of a paper, the head of its first page included."""
    first = _page_top(sheet, start.index)
    if first < start.index or start.kind not in {"minutes_item", "notice"}:
        return first
    head = first
    titled = False
    for index in range(first - 1, max(first - 14, -1), -1):
        line = sheet.lines[index]
        if not line.text:
            if titled and not sheet.lines[head].furniture:
                break
            continue
        kind = kind_of(line.text)
        if line.furniture and kind & (_HEAD | EXTRACT):
            head = index
        elif not line.furniture and kind & _ABOVE and not kind & ~_ABOVE:
            titled = titled or bool(kind & (PROTOCOL | EXTRACT))
            if titled or not index:
                head = index
        elif not line.furniture or titled:
            break
    return head


def _page_top(sheet: Sheet, first: int) -> int:
    """The line that opens the page, when only furniture stands between it and the paper's first line."""
    for index in range(first, max(first - 14, -1), -1):
        line = sheet.lines[index]
        if index < first and line.text and not line.furniture:
            break
        if line.opens_page:
            return index
    return first
