"""A plan on paper: an edition as it reads, and what changed from one edition to another."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from forebygg.plans.marking import Piece
from forebygg.plans.selectors.assembling import Block, Segment
from forebygg.plans.selectors.changes import MARKS, ChangeRow
from forebygg.plans.selectors.comparing import Comparison
from forebygg.plans.selectors.editions import EditionRow
from forebygg.plans.selectors.reading import ParagraphRow, Reading, SectionRow
from forebygg.plans.templatetags.plans import edition_name, kind
from forebygg.plans.threads import Mover
from forebygg.printing.documents import (
    Document,
    Heading,
    Paragraph,
    Part,
    Points,
    Quote,
    Run,
    Style,
    Table,
)
from forebygg.web.dates import written_day
from forebygg.web.marks import STATES


def edition(reading: Reading) -> Document:
    """The edition's own text, and on the front whether it is in force. The margin stays on the page."""
    return Document(
        title=reading.edition.title or reading.plan.title,
        said_title=True,
        publisher=str(reading.plan.municipality),
        language=get_language() or "sv",
        facts=(
            (_("Edition"), _plain(edition_name(reading.edition))),
            (_("Standing"), _standing(reading.row)),
        ),
        parts=tuple(part for section in reading.sections for part in _section(section)),
    )


def comparison(told: Comparison) -> Document:
    """Every change with its number, what it read before and reads now, and whether a paper declares it."""
    earlier, later = (_plain(edition_name(row.edition)) for row in (told.earlier, told.later))
    return Document(
        kicker=told.title,
        title=_("What changed from {earlier} to {later}").format(earlier=earlier, later=later),
        publisher=str(told.plan.municipality),
        language=get_language() or "sv",
        facts=(
            (_("Earlier edition"), f"{earlier}, {_standing(told.earlier)}"),
            (_("Later edition"), f"{later}, {_standing(told.later)}"),
        ),
        parts=tuple(_compared(told)),
    )


def _section(section: SectionRow) -> Iterator[Part]:
    yield Heading(words=section.title, label=section.label, level=section.level, said=True)
    paragraphs = (row.paragraph for row in section.rows if row.paragraph)
    for shape, alike in groupby(paragraphs, key=lambda paragraph: paragraph.shape):
        words = tuple(map(_words, alike))
        if shape == "text":
            yield from (Paragraph(words=one, said=True) for one in words)
        else:
            yield Points(items=words, numbered=shape == "numbered", said=True)


def _words(paragraph: ParagraphRow) -> str:
    return " ".join(sentence.text for sentence in paragraph.sentences)


def _standing(row: EditionRow) -> str:
    """Adopted, by whom and when; or that no decision is recorded."""
    if row.adopted is None:
        return f"{STATES['proposed'].words}, {_('no council decision is recorded')}"
    found = [str(STATES[row.standing].words), row.adopted.words]
    if row.adopted.on:
        found.append(_plain(written_day(row.adopted.on)))
    return ", ".join(found)


def _compared(told: Comparison) -> Iterator[Part]:
    if not told.changes:
        yield Paragraph(words=_("The two editions say the same, sentence by sentence."))
        return
    counted = [(mark.words, told.counts.get(state, 0)) for state, mark in MARKS.items()]
    yield Table(
        caption=_("The changes"),
        heads=(_("Declared or not"), _("Changes")),
        rows=(
            *((str(words).capitalize(), str(count)) for words, count in counted if count),
            (_("All together"), str(len(told.changes))),
        ),
    )
    if told.are_neighbours:
        yield Paragraph(
            words=_("A change is declared when a paper in the case says that it was made."), quiet=True
        )
    for block in told.blocks:
        if block.is_changed:
            yield from _block(block)


def _block(block: Block) -> Iterator[Part]:
    words = block.title or _("Without a heading")
    yield Heading(words=words, label=block.label, level=2, said=bool(block.title))
    changed = (*block.titles, *(one for paragraph in block.paragraphs for one in paragraph.changed))
    for segment in changed:
        if segment.change:
            yield from _change(segment, segment.change)


def _change(segment: Segment, change: ChangeRow) -> Iterator[Part]:
    title = f"{kind(change)}, {change.mark.words}"
    yield Heading(words=title, label=f"{change.number}.", level=3)
    if change.kind == "moved":
        yield Paragraph(words=_runs(segment.right), said=True)
        if segment.moved_from:
            yield Paragraph(label=_("Moved from section"), words=segment.moved_from)
    else:
        if segment.left:
            yield Paragraph(label=_("Before"), words=_runs(segment.left), said=True)
        if segment.right:
            yield Paragraph(label=_("Now"), words=_runs(segment.right), said=True)
    if change.declared_in:
        yield Paragraph(label=_("Declared in"), words=change.declared_in.words, said=True)
    if change.same_as:
        words = _("in the same words as {number}").format(number=change.same_as)
        yield Paragraph(label=_("Declared"), words=words)
    elif change.quote:
        yield Quote(label=_("As it is declared"), words=change.quote)
    if change.movers and not change.same_as:
        yield Paragraph(label=_("Moved by"), words=_movers(change.movers))


def _runs(pieces: Sequence[Piece]) -> tuple[Run, ...]:
    styles: dict[str, Style] = {"kept": "plain", "added": "added", "removed": "removed"}
    found: list[Run] = []
    for piece in pieces:
        # The spaces outside the marks.
        found += [Run(piece.lead), Run(piece.words, styles[piece.state]), Run(piece.tail)]
    return tuple(run for run in found if run.text)


def _movers(those: Sequence[Mover]) -> str:
    return "; ".join(
        f"{', '.join(str(mover) for mover in together)}, {where}"
        for where, together in groupby(those, key=lambda mover: mover.where.words)
    )


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")
