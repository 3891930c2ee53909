"""`{% load reading %}`: the text of an edition, which has thousands of sentences, and its margin."""

from collections.abc import Sequence
from typing import Final

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from forebygg.plans.selectors.changes import ChangeRow
from forebygg.plans.selectors.margin import Group, Note
from forebygg.plans.selectors.reading import Row, SectionRow, SentenceRow
from forebygg.plans.templatetags.plans import changes_counted, cited, kind, movers, parties
from forebygg.plans.threads import Strand
from forebygg.web.html import NOTHING, Html, phrase, together
from forebygg.web.marks import STATES
from forebygg.web.templatetags.web import day, removed

register = template.Library()

_ENTRY: Final = Html(
    '<li data-level="{level}"><a href="#{anchor}" lang="sv"><span class="label">{label}</span> '
    "<span>{title}</span></a>{count}</li>"
)
_COUNT: Final = Html(
    ' <span class="count"><span aria-hidden="true">{count}</span>'
    '<span class="ds-sr-only">{words}</span></span>'
)

_SECTION: Final = Html('<section aria-labelledby="{anchor}" data-level="{level}">\n{rows}</section>')
_HEADING: Final = Html('<h{level} id="{anchor}" lang="sv">{label}{title}</h{level}>')
_LABEL: Final = Html('<span class="label">{label}</span> ')
_ROW: Final = Html('<div class="row"><div class="text">{heading}\n{words}</div>\n{margin}</div>\n')
_PARAGRAPH: Final = Html('<p class="said {shape}" lang="sv">{words}</p>')
_SENTENCE: Final = Html(
    '<span id="s{number}" class="{kind}">{text}{mark}<a class="pin" href="{url}">'
    '<span class="ds-sr-only">{called}</span></a></span>'
)
_NUMBER: Final = Html('<sup aria-hidden="true">{number}</sup>')

_MARGIN: Final = Html('<div class="margin">{notes}</div>')
_CURRENT: Final = Html(
    '<div class="note current">\n{changes}<p class="state">{mark}{declared_in}</p>\n{movers}</div>'
)
_CHANGE: Final = Html(
    '<p class="what"><span class="n">{number}</span> <a href="{url}">{kind}</a></p>{gone}\n'
)
_GONE: Final = Html('<p class="said" lang="sv">{words}</p>')
_MOVERS: Final = Html("<p>{words}</p>\n")
_PAST: Final = Html('<p class="note past">{opening}<a href="{url}">{kind}</a>{day}{movers}{state}</p>')
_OPENING: Final = Html('<span class="opening" lang="sv">{words} … </span>')
_WHEN: Final = Html(' <span class="when">{day}</span>')
_STRAND: Final = Html('<p class="note">{words}{day}</p>')
_LINK: Final = Html('<a href="{url}">{words}</a>')
_AFTER: Final = Html("{between}{words}")


@register.simple_tag
def contents(sections: Sequence[SectionRow]) -> SafeString:
    """The sections as entries of a list that leads to them, with how many changes stand beside each."""
    return together(
        _ENTRY(
            level=section.level,
            anchor=section.anchor,
            label=section.label,
            title=section.title,
            count=_COUNT(count=section.changed, words=changes_counted(section.changed))
            if section.changed
            else NOTHING,
        )
        for section in sections
    )


@register.simple_tag
def text(sections: Sequence[SectionRow]) -> SafeString:
    """The edition, paragraph by paragraph, each with its margin."""
    called = _("sentence {number}")
    return together(
        _SECTION(
            anchor=section.anchor,
            level=section.level,
            rows=together(_row(section, row, called) for row in section.rows),
        )
        for section in sections
    )


def _row(section: SectionRow, row: Row, called: str) -> SafeString:
    words = NOTHING
    if row.paragraph:
        sentences = together((_sentence(one, called) for one in row.paragraph.sentences), " ")
        words = _PARAGRAPH(shape=row.paragraph.shape, words=sentences)
    return _ROW(
        heading=_heading(section) if row.is_first else NOTHING,
        words=words,
        margin=_MARGIN(notes=together(map(_group, row.margin))) if row.margin else NOTHING,
    )


def _heading(section: SectionRow) -> SafeString:
    label = _LABEL(label=section.label) if section.label else NOTHING
    return _HEADING(level=section.level, anchor=section.anchor, label=label, title=section.title)


def _sentence(sentence: SentenceRow, called: str) -> SafeString:
    """The sentence with its change's number if the margin has it as new, and a way to its own page."""
    fresh = sentence.note if sentence.note and sentence.note.is_current else None
    return _SENTENCE(
        number=sentence.number,
        kind="s fresh" if fresh else "s",
        text=sentence.text,
        mark=_NUMBER(number=fresh.change.number) if fresh else NOTHING,
        url=sentence.url,
        called=called.format(number=sentence.number),
    )


def _group(group: Group) -> SafeString:
    notes = [_current(group, group.change)] if group.change else map(_past, group.notes)
    return together([*notes, *map(_strand, group.strands)])


def _current(group: Group, change: ChangeRow) -> SafeString:
    """Changes since the edition before, and what they share: who declares them and who moved them."""
    return _CURRENT(
        changes=together(
            _CHANGE(
                number=note.change.number,
                url=note.url,
                kind=kind(note.change),
                gone=_GONE(words=removed(note.change.before)) if note.change.kind == "removed" else NOTHING,
            )
            for note in group.notes
        ),
        mark=change.mark.html,
        declared_in=_after(" ", cited(change.declared_in)) if change.declared_in else NOTHING,
        movers=_MOVERS(words=phrase(_("Moved by %(who)s"), who=movers(change.movers)))
        if change.movers
        else NOTHING,
    )


def _past(note: Note) -> SafeString:
    """A change of an earlier edition."""
    change = note.change
    return _PAST(
        opening=_OPENING(words=note.opening) if note.opening else NOTHING,
        url=note.url,
        kind=kind(change),
        day=_WHEN(day=day(change.on)) if change.on else NOTHING,
        movers=_after(", ", parties(change.movers)) if change.movers else NOTHING,
        state=_after(" ", STATES["not-declared"].html) if change.state == "not-declared" else NOTHING,
    )


def _strand(strand: Strand) -> SafeString:
    return _STRAND(
        words=_LINK(url=strand.url, words=strand.words) if strand.url else strand.words,
        day=_after(", ", day(strand.on)) if strand.on else NOTHING,
    )


def _after(between: str, words: str) -> SafeString:
    return _AFTER(between=between, words=words)
