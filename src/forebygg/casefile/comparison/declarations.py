"""Where the papers of the case say that the plan was changed."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from forebygg.casefile.comparison.explaining import CELL, as_done, is_table_head, means, meant
from forebygg.casefile.comparison.matter import Matter
from forebygg.casefile.comparison.telling import Declaration, read_declarations, read_point
from forebygg.casefile.comparison.verbs import EDITS, UNMADE, VERB
from forebygg.casefile.facts import Document, Item, Plan
from forebygg.casefile.paper import Line
from forebygg.casefile.prose import BULLET, flowed, flowing, sentences

__all__ = ["Declaration", "declarations"]

_LISTS: Final = re.compile(
    r"(?<!\w)(?:gjorts|gjort|skett|vidtagits|jämfört|i\s+förhållande|sedan|efter|har|följande)(?!\w)",
    re.IGNORECASE,
)


# Points within a point: "… med följande ändringar: a) … b) …"
_POINTS: Final = re.compile(r"\n|(?<=[.:;,])\s(?=[a-h]\)\s)")


def declarations(
    documents: Sequence[Document],
    items: Sequence[Item],
    text: Mapping[str, Sequence[Line]],
    plans: Sequence[Plan],
) -> tuple[Declaration, ...]:
    """What the bodies' items and the other papers than plans say was changed, in their order.

    `text` is each document's lines. With fewer than two editions there is nothing to declare.
    """
    if len(plans) < 2:
        return ()
    titles = section_titles(plans)
    matter = Matter(plans, items, documents)
    by_document: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if matter.holds(item):
            by_document[item.document].append(item)
    found: dict[Declaration, None] = {}
    for document in documents:
        if document.kind.startswith("minutes"):
            told = _in_items(by_document[document.id])
        elif document.kind != "plan" and not document.copy_of and matter.holds(document):
            told = _in_text(document, text.get(document.id, ()))
        else:
            # A plan is not asked: what it says has been developed is the work, not its own wording.
            continue
        found.update(dict.fromkeys(_in_paragraphs(told, titles, document.id)))
    return tuple(found)


def _in_paragraphs(
    told: Iterator[tuple[dt.date | None, str]], titles: Sequence[str], document: str
) -> Iterator[Declaration]:
    """The declarations in running text, and in the points of a list of changes."""
    listing = table = False
    for date, paragraph in told:
        cells = CELL.split(paragraph) if "\t" in paragraph else []
        if cells and (table or is_table_head(cells)):
            yield from _in_row(cells, titles, document, date) if table else ()
            table = True
            continue
        table = False
        point = BULLET.match(paragraph)
        text = paragraph[point.end() :] if point else paragraph
        opens = _opens_list(text)
        listing = opens or (listing and bool(point))
        done = as_done(text) if point and listing else text
        told_here = sentences(done) if VERB.search(done.lower()) or means(text) else []
        # The sentence before the list leaves it to the points to say what was changed.
        read = [
            one
            for sentence in (told_here[:-1] if opens else told_here)
            for one in _in_sentence(sentence, titles, document, date)
        ]
        if point and listing and not read:
            short = read_point(text, document, date)
            read = [short] if short else []
        yield from (replace(one, text=text) for one in read) if done is not text else read


def _in_sentence(
    sentence: str, titles: Sequence[str], document: str, date: dt.date | None
) -> Iterator[Declaration]:
    """What the sentence says was made; "Revideringen innebär att …" says it clause by clause."""
    clauses = meant(sentence)
    if not clauses:
        yield from read_declarations(sentence, titles, document, date)
    for clause in clauses:
        read = list(read_declarations(clause, titles, document, date))
        short = None if read else read_point(clause, document, date, otherwise="added")
        for one in [short] if short else read:
            yield replace(one, text=sentence)


def _in_row(
    cells: Sequence[str], titles: Sequence[str], document: str, date: dt.date | None
) -> Iterator[Declaration]:
    """What a row in a table of changes says: first the place, then what was done there."""
    what = " ".join(cells[1:])
    placed = read_point(f"{cells[0]}: {what}", document, date, otherwise="replaced")
    if not placed:
        return
    for one in list(read_declarations(what, titles, document, date)) or [placed]:
        yield replace(
            one,
            text=" ".join(cells),
            section=one.section or placed.section,
            numbers=one.numbers or (placed.numbers if not one.section else ()),
        )


def _opens_list(paragraph: str) -> bool:
    """As "Följande ändringar har gjorts i planen:" opens a list; what is only proposed does not."""
    lead = sentences(paragraph)[-1] if paragraph.endswith(":") else ""
    return bool(lead and EDITS.search(lead) and _LISTS.search(lead)) and not UNMADE.search(lead)


def section_titles(plans: Sequence[Plan]) -> list[str]:
    """The titles that the editions' sections bear, folded, the longest first."""
    titles = {section.title.casefold() for plan in plans for section in plan.sections if section.title}
    return sorted(titles, key=lambda title: (-len(title), title))


def _in_items(items: Sequence[Item]) -> Iterator[tuple[dt.date | None, str]]:
    for item in items:
        notes = (statement.text for statement in item.statements)
        for part in (
            item.description,
            *item.decision,
            *item.proposal,
            item.earlier,
            item.information,
            *notes,
        ):
            if part:
                yield from ((item.date, paragraph) for paragraph in _POINTS.split(part))


def _in_text(document: Document, lines: Sequence[Line]) -> Iterator[tuple[dt.date | None, str]]:
    for group in flowing(lines):
        if any(CELL.search(line.text) for line in group):
            yield from ((document.date, "\t".join(CELL.split(line.text))) for line in group)
        else:
            yield document.date, flowed(group)
