"""`{% load plans %}`: words and marks of changes, and how an edition is called."""

from collections.abc import Iterable, Sequence
from typing import Final

from django import template
from django.utils.functional import Promise
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from forebygg.plans.marking import Piece
from forebygg.plans.models import Edition
from forebygg.plans.selectors.assembling import Block, Paragraph, Segment
from forebygg.plans.selectors.changes import ChangeRow
from forebygg.plans.selectors.comparing import Comparison
from forebygg.plans.selectors.reading import ParagraphRow
from forebygg.plans.threads import Mover
from forebygg.web.dates import written_day
from forebygg.web.templatetags.web import added, removed

register = template.Library()

_SENTENCE: Final[dict[str, str | Promise]] = {
    "added": gettext_lazy("New sentence"),
    "removed": gettext_lazy("Sentence removed"),
    "reworded": gettext_lazy("Reworded"),
    "moved": gettext_lazy("Sentence moved"),
}
_TITLE: Final[dict[str, str | Promise]] = {
    "added": gettext_lazy("New section"),
    "removed": gettext_lazy("Section removed"),
    "renamed": gettext_lazy("New name"),
    "moved": gettext_lazy("Section moved"),
}


@register.simple_tag
def kind(change: ChangeRow) -> str | Promise:
    """What happened, to a sentence or to a section."""
    return (_TITLE if change.is_title else _SENTENCE).get(change.kind, change.kind)


@register.simple_tag
def sentence_url(comparison: Comparison, segment: Segment) -> str:
    """The page of the sentence that changed."""
    change = segment.change
    return comparison.sentences.get(change.sentence, "") if change and change.sentence else ""


@register.simple_tag
def title_pieces(block: Block) -> Sequence[Piece]:
    """The section's title, with what changed in it."""
    telling = [segment for segment in block.titles if segment.change and segment.change.kind != "moved"]
    return telling[0].pieces if telling else (Piece(block.title),)


@register.simple_tag
def edition_name(edition: Edition) -> str:
    """How an edition is called: by its day, on one line, or by its number where it has none."""
    if edition.date:
        return written_day(edition.date).replace(" ", "\u00a0")
    return _("edition {number}").format(number=edition.number)


@register.simple_tag
def pieces(shown: Iterable[Piece]) -> SafeString:
    """Words with what was added and removed marked, the spaces outside the marks."""
    found: list[str] = []
    for piece in shown:
        if piece.state == "kept":
            found.append(escape(piece.text))
            continue
        words = (added if piece.state == "added" else removed)(piece.words) if piece.words else ""
        found.append(f"{piece.lead}{words}{piece.tail}")
    return mark_safe("".join(found))  # noqa: S308 - every part is escaped above, or is space


# A plan has thousands of sentences: they are put together here, which is ten times as fast as in a template.


@register.simple_tag
def sentences(paragraph: ParagraphRow) -> SafeString:
    """A paragraph's sentences, each with its number in the margin if it has one and a way to its own page."""
    called = escape(_("sentence {number}"))
    found = []
    for sentence in paragraph.sentences:
        fresh = sentence.note if sentence.note and sentence.note.is_current else None
        mark = f'<sup aria-hidden="true">{fresh.change.number}</sup>' if fresh else ""
        kind_of = "s fresh" if fresh else "s"
        found.append(
            f'<span id="s{sentence.number}" class="{kind_of}">{escape(sentence.text)}{mark}'
            f'<a class="pin" href="{sentence.url}"><span class="ds-sr-only">'
            f"{called.format(number=sentence.number)}</span></a></span>"
        )
    return mark_safe(" ".join(found))  # noqa: S308 - every part is escaped above, or is ours


@register.simple_tag
def segments(paragraph: Paragraph) -> SafeString:
    """A paragraph of both editions in one, each change with its number."""
    found: list[str] = []
    for segment in paragraph.segments:
        words = pieces(segment.pieces)
        if change := segment.change:
            words = format_html(
                '<span class="change" id="change-{number}" data-kind="{kind}">{words}'
                '<sup aria-hidden="true">{number}</sup></span>',
                number=change.number,
                kind=change.kind,
                words=words,
            )
        found.append(words)
    return mark_safe(" ".join(found))  # noqa: S308 - every part is escaped above, or is ours


@register.simple_tag
def movers(those: Sequence[Mover]) -> SafeString:
    """Names with their parties, those of one paragraph together, and the paragraph as a link."""
    by_place: dict[tuple[str, str], list[str]] = {}
    for mover in those:
        by_place.setdefault((mover.where.words, mover.where.url), []).append(str(mover))
    return format_html_join(
        "; ",
        "{}, {}",
        ((_listed(names), _linked(words, url)) for (words, url), names in by_place.items()),
    )


@register.simple_tag
def parties(those: Sequence[Mover]) -> str:
    """The movers' parties alone, or the names of those that have none."""
    return ", ".join(dict.fromkeys(mover.party or mover.name for mover in those))


@register.simple_tag
def changes_counted(count: int) -> str:
    return ngettext("{count} change", "{count} changes", count).format(count=count)


def _linked(words: str, url: str) -> SafeString | str:
    return format_html_join("", '<a href="{}">{}</a>', [(url, words)]) if url else words


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
