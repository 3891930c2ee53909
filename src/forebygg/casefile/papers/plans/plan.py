"""Editions of a plan, or of another steering document: title, contents, sections, sentences."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from forebygg.casefile.facts import ContentsEntry, Plan, Section, Sentence
from forebygg.casefile.paper import Line, Paper
from forebygg.casefile.papers.plans.contents import Contents, read_contents
from forebygg.casefile.papers.plans.headings import Heading, first_told
from forebygg.casefile.papers.plans.outline import find_headings
from forebygg.casefile.papers.plans.title_page import (
    TitlePage,
    is_logotype,
    is_row,
    is_sender,
    read_title_page,
)
from forebygg.casefile.prose import Passage, flowing, sentence_spans

_BULLET: Final = re.compile(r"[-–—•●▪◦*·]\s+")
_SENTENCES: Final = re.compile(r"[a-zåäö)][.!?]\s+[A-ZÅÄÖ]")


def read_plan(paper: Paper) -> tuple[Plan, list[Line]]:
    """One edition, and the lines of it that were not understood."""
    plan, page = read_edition(paper)
    return plan, list(page.unread)


def read_edition(paper: Paper) -> tuple[Plan, TitlePage]:
    """One edition with what its first page says of it."""
    parts = divide(paper)
    page = read_title_page(parts.front)
    plan = Plan(
        document=paper.id,
        date=page.date,
        title=page.title,
        contents=parts.contents,
        sections=tuple(_sections(parts.lines, parts.headings, parts.start)),
    )
    return plan, page


class Parts(NamedTuple):
    """A plan's lines without its table of contents: the first page, and the text from `start` on."""

    lines: Sequence[Line]
    front: Sequence[Line]
    contents: tuple[ContentsEntry, ...]
    start: int
    headings: list[Heading]


def divide(paper: Paper) -> Parts:
    """Find the plan's headings and the table that lists them.

    A heading that a person has told of ends the first page, or the table that it was taken for a part of.
    """
    lines: Sequence[Line] = paper.body
    contents = read_contents(lines)
    told = first_told(lines, paper.headings)
    entries = contents.entries if contents else ()
    if contents and told is not None and told < contents.first:
        # As under "Förord": the table stands within the text, and is no part of it.
        lines = [*lines[: contents.first], *lines[contents.end :]]
        contents = None
    elif contents and told is not None and told < contents.end:
        entries = tuple(entry for entry in entries if entry.line < lines[told].number)
        contents = Contents(entries, contents.first, told)
    start = _start(lines, contents)
    headings = find_headings(lines, entries, start if told is None else min(start, told), paper.headings)
    end = contents.first if contents else _front(lines, headings)
    return Parts(lines, lines[:end], entries, contents.end if contents else end, headings)


def _start(lines: Sequence[Line], contents: Contents | None) -> int:
    """Where headings may begin: after the contents, or after the title and the rows of the first page."""
    if contents:
        return contents.end
    at = next((i for i in range(len(lines)) if _is_prose(lines, i)), 0)
    # The text's own heading stands above it; what is above that belongs to the first page.
    title_lines = {line.number for line in read_title_page(lines[:at]).title_lines}
    above = [i for i in range(at) if lines[i].text]
    while above and lines[above[-1]].number not in title_lines and not _is_front(lines[above[-1]].text):
        at = above.pop()
    return at


def _front(lines: Sequence[Line], headings: Sequence[Heading]) -> int:
    first_text = next((i for i in range(len(lines)) if _is_prose(lines, i)), len(lines))
    return min(first_text, headings[0].first if headings else len(lines))


def _is_front(text: str) -> bool:
    return is_row(text) or is_sender(text)


def _is_prose(lines: Sequence[Line], at: int) -> bool:
    """Running text rather than a title or a row of the first page."""
    text = lines[at].text
    if not text or is_row(text) or is_sender(text):
        return False
    if len(text) > 110 or _SENTENCES.search(text) or (text.endswith((".", ":", ";")) and text.count(" ") > 1):
        return True
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return text.count(" ") > 3 and following[:1].islower() and bool(_SENTENCES.search(following + " Ö"))


def _sections(lines: Sequence[Line], headings: Sequence[Heading], start: int) -> Iterator[Section]:
    first = headings[0].first if headings else len(lines)
    before = [line for line in lines[start:first] if line.text and not is_logotype(line.text)]
    if before:
        yield _section("", "", before, lines[start:first])
    for heading, following in zip_longest(headings, headings[1:]):
        body = lines[heading.end : following.first if following else len(lines)]
        yield _section(heading.number, heading.title, lines[heading.first : heading.end], body)


def _section(number: str, title: str, head: Sequence[Line], body: Sequence[Line]) -> Section:
    groups = _paragraphs(_without_logotypes(body))
    written = [line for line in head if line.text] + [line for group in groups for line in group]
    texts = list(map(Passage, groups))
    return Section(
        number=number,
        title=title,
        paragraphs=tuple(one.text for one in texts),
        sentences=tuple(sentence for one in texts for sentence in _sentences(one)),
        lines=(written[0].number, max(line.number for line in written)),
    )


def _without_logotypes(lines: Sequence[Line]) -> list[Line]:
    """The lines but for a municipality's name that stands alone between blank lines."""
    return [
        line
        for at, line in enumerate(lines)
        if not (
            is_logotype(line.text)
            and not (at and lines[at - 1].text)
            and not (at + 1 < len(lines) and lines[at + 1].text)
        )
    ]


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The text's paragraphs; the rows of a table are one each."""
    found: list[list[Line]] = []
    for group in flowing(lines):
        row = True
        for line in group:
            if row or "\t" in line.text:
                found.append([])
            row = "\t" in line.text
            found[-1].append(line)
    return found


def _sentences(paragraph: Passage) -> Iterator[Sentence]:
    """The paragraph's sentences, each with its lines; a list's mark is no part of one."""
    text = paragraph.text
    mark = _BULLET.match(text)
    skip = mark.end() if mark else 0
    for start, end in sentence_spans(text[skip:] if skip else text):
        first, last = paragraph.line_at(start + skip), paragraph.line_at(max(start, end - 1) + skip)
        yield Sentence(text=text[start + skip : end + skip].strip(), lines=(first, last))
