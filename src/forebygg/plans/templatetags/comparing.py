"""`{% load comparing %}`: the text of two editions with its changes, in one column or side by side."""

from collections.abc import Iterator, Sequence
from typing import Final

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from forebygg.plans.marking import Piece
from forebygg.plans.selectors.assembling import Block, CompareRow, Segment
from forebygg.plans.selectors.changes import ChangeRow
from forebygg.plans.selectors.comparing import Comparison
from forebygg.plans.templatetags.plans import cited, edition_name, kind, movers, pieces
from forebygg.web.html import NOTHING, Html, phrase, together
from forebygg.web.lines import LineLinks

register = template.Library()

_JUMP: Final = Html(
    '<li><a href="#change-{number}" data-shape="{shape}" data-state="{state}">'
    '<span class="n">{number}</span> <span class="words">{kind}{section}</span>'
    '<span class="ds-sr-only">, {declared}</span></a></li>'
)
_SECTION: Final = Html(' <span class="section">{section}</span>')

_HEADING: Final = Html('<h{level} lang="sv">{label}{title}</h{level}>')
_LABEL: Final = Html('<span class="label">{label}</span> ')
_CHANGED_TITLE: Final = Html('<span id="change-{number}" class="change">{title}{marks}</span>')
_FIRST: Final = Html('<sup aria-hidden="true">{number}</sup>')
_OTHER: Final = Html('<sup aria-hidden="true" id="change-{number}">{number}</sup>')

_NOTE: Final = Html(
    '<div class="note current">\n{changes}<p class="state">{mark}{declared_in}</p>\n{quote}{movers}</div>\n'
)
_CHANGE: Final = Html(
    '<p class="what"><span class="n">{number}</span> {kind}{moved_from} '
    '<span class="where">{before}{after}</span></p>\n'
)
_LINKED_KIND: Final = Html('<a href="{url}">{kind}</a>')
_KIND: Final = Html("<span>{kind}</span>")
_MOVED_FROM: Final = Html(' <span class="from">{words}</span>')
_BEFORE: Final = Html("<span>{word} {lines}</span>")
_AFTER: Final = Html(" <span>{word} {lines}</span>")
_SAME_AS: Final = Html(' (<a href="#change-{number}">{words}</a>)')
_QUOTED_AT: Final = Html(' <span class="where">({lines})</span>')
_QUOTE: Final = Html('<blockquote class="said" lang="sv">{words}</blockquote>\n')
_MOVERS: Final = Html('<p class="who">{words}</p>')

_TOLD: Final = Html('<div class="told">{note}</div>\n')
_CHANGED: Final = Html(
    '<div class="pair changed" id="change-{number}" data-kind="{kind}">\n{told}'
    '<div class="was"><p class="which">{earlier}</p>{was}</div>\n'
    '<div class="is"><p class="which">{later}</p>{now}</div>\n</div>'
)
_SAID: Final = Html('<p class="said {shape}" lang="sv">{words}</p>')
_ABSENT: Final = Html('<p class="absent">{words}</p>')
_SAME: Final = Html(
    '<div class="pair"><p class="said was {shape}" lang="sv" aria-hidden="true">{was} </p>'
    '<p class="said is {shape}" lang="sv">{now} </p></div>'
)

_CHANGED_WORDS: Final = Html(
    '<span class="change" id="change-{number}" data-kind="{kind}">{words}'
    '<sup aria-hidden="true">{number}</sup></span>'
)
_ROW: Final = Html('<div class="row{changed}"><div class="text">{heading}{words}</div>\n{margin}</div>\n')
_MARGIN: Final = Html('<div class="margin">{notes}</div>')


@register.simple_tag
def jumps(blocks: Sequence[Block]) -> SafeString:
    """Every change as an entry of the list that leads to them."""
    return together(
        _jump(segment.change)
        for block in blocks
        for segment in (*block.titles, *(one for those in block.paragraphs for one in those.changed))
        if segment.change
    )


def _jump(change: ChangeRow) -> SafeString:
    return _JUMP(
        number=change.number,
        shape=change.mark.shape,
        state=change.state,
        kind=kind(change),
        section=_SECTION(section=change.section) if change.section else NOTHING,
        declared=change.mark.words,
    )


@register.simple_tag
def in_one_text(comparison: Comparison, blocks: Sequence[Block]) -> SafeString:
    """The sections in one column, what changed told beside it."""
    notes = _Notes(comparison)
    return together(_section(block, together(_rows(block, notes))) for block in blocks)


def _rows(block: Block, notes: "_Notes") -> Iterator[SafeString]:
    for row in block.rows:
        yield _ROW(
            changed=" changed" if row.margin else "",
            heading=_heading(block) if row.is_first else NOTHING,
            words=_paragraph(row),
            margin=_MARGIN(notes=together(map(notes.of, row.margin))) if row.margin else NOTHING,
        )


def _paragraph(row: CompareRow) -> SafeString:
    """The paragraph of both editions in one, each change with its number."""
    if not row.paragraph:
        return NOTHING
    words = together(map(_in_one, row.paragraph.segments), " ")
    return _SAID(shape=row.paragraph.shape, words=words)


def _in_one(segment: Segment) -> SafeString:
    words = pieces(segment.pieces)
    if not segment.change:
        return words
    return _CHANGED_WORDS(number=segment.change.number, kind=segment.change.kind, words=words)


@register.simple_tag
def side_by_side(comparison: Comparison, blocks: Sequence[Block]) -> SafeString:
    """The sections in two columns, what changed told above each pair."""
    notes = _Notes(comparison)
    pairs = _Pairs(comparison, notes)
    return together(
        _section(
            block,
            together(
                [
                    _heading(block),
                    *(_TOLD(note=notes.of(group)) for group in block.told_titles),
                    *(pairs.of(stretch) for those in block.paragraphs for stretch in those.stretches),
                ]
            ),
        )
        for block in blocks
    )


_SECTION_OF: Final = Html('<section class="{same}" data-level="{level}">\n{rows}</section>')


def _section(block: Block, rows: SafeString) -> SafeString:
    return _SECTION_OF(same="" if block.is_changed else "same", level=block.level, rows=rows)


def _heading(block: Block) -> SafeString:
    """The section's title with what changed in it, and the numbers of those changes."""
    telling = [one for one in block.titles if one.change and one.change.kind != "moved"]
    title = pieces(telling[0].pieces if telling else (Piece(block.title),))
    numbers = [segment.change.number for segment in block.titles if segment.change]
    if numbers:
        marks = [_FIRST(number=numbers[0]), *(_OTHER(number=number) for number in numbers[1:])]
        title = _CHANGED_TITLE(number=numbers[0], title=title, marks=together(marks))
    label = _LABEL(label=block.label) if block.label else NOTHING
    return _HEADING(level=2 if block.level == 2 else 3, label=label, title=title)


class _Notes:
    """What is told of the changes: the words that come again and again are translated once."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison, self.lines = comparison, LineLinks()
        self.before, self.now = _("before"), _("now")
        self.earlier, self.later = comparison.earlier.edition.paper, comparison.later.edition.paper

    def of(self, group: Sequence[Segment]) -> SafeString:
        """Neighbouring changes of which the same is told."""
        [change, *_others] = [segment.change for segment in group if segment.change]
        return _NOTE(
            changes=together(self._change(segment, segment.change) for segment in group if segment.change),
            mark=change.mark.html,
            declared_in=self._declared_in(change),
            quote=_QUOTE(words=change.quote) if change.quote and not change.same_as else NOTHING,
            movers=_MOVERS(words=phrase(_("Moved by %(who)s"), who=movers(change.movers)))
            if change.movers and not change.same_as
            else NOTHING,
        )

    def _change(self, segment: Segment, change: ChangeRow) -> SafeString:
        url = self.comparison.sentences.get(change.sentence) if change.sentence else None
        words = kind(change)
        return _CHANGE(
            number=change.number,
            kind=_LINKED_KIND(url=url, kind=words) if url else _KIND(kind=words),
            moved_from=_MOVED_FROM(words=phrase(_("from section %(place)s"), place=segment.moved_from))
            if segment.moved_from
            else NOTHING,
            before=_BEFORE(word=self.before, lines=self.lines(self.earlier, *change.before_lines))
            if change.before_lines
            else NOTHING,
            after=_AFTER(word=self.now, lines=self.lines(self.later, *change.after_lines))
            if change.after_lines
            else NOTHING,
        )

    def _declared_in(self, change: ChangeRow) -> SafeString:
        if not change.declared_in:
            return NOTHING
        where = NOTHING
        if change.same_as:
            words = phrase(_("in the same words as %(number)s"), number=change.same_as)
            where = _SAME_AS(number=change.same_as, words=words)
        elif change.quote_lines:
            where = _QUOTED_AT(lines=self.lines(change.declaring, *change.quote_lines))
        return together([SafeString(" "), cited(change.declared_in), where])


class _Pairs:
    """The wordings of both editions beside each other."""

    def __init__(self, comparison: Comparison, notes: _Notes) -> None:
        self.notes = notes
        self.earlier = edition_name(comparison.earlier.edition)
        self.later = edition_name(comparison.later.edition)
        self.absent = _ABSENT(words=_("not there"))

    def of(self, stretch: Sequence[Segment]) -> SafeString:
        """A change, or unchanged sentences that run on."""
        first = stretch[0]
        if not first.change:
            return _SAME(
                shape=first.shape,
                was=together((pieces(segment.left) for segment in stretch), " "),
                now=together((pieces(segment.right) for segment in stretch), " "),
            )
        return _CHANGED(
            number=first.change.number,
            kind=first.change.kind,
            told=_TOLD(note=self.notes.of(stretch)),
            earlier=self.earlier,
            was=_SAID(shape=first.shape, words=pieces(first.left)) if first.left else self.absent,
            later=self.later,
            now=_SAID(shape=first.shape, words=pieces(first.right)) if first.right else self.absent,
        )
