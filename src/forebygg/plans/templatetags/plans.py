"""`{% load plans %}`: words and marks of changes, and how an edition is called."""

from collections.abc import Iterable, Sequence
from typing import Final

from django import template
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from forebygg.plans.marking import Piece
from forebygg.plans.models import Edition
from forebygg.plans.selectors.changes import ChangeRow
from forebygg.plans.threads import Citation, Mover
from forebygg.web.dates import written_day
from forebygg.web.html import Html, escaped, phrase, together
from forebygg.web.templatetags.web import added, removed

register = template.Library()

_LINK: Final = Html('<a href="{url}">{words}</a>')
_MOVED: Final = Html("{names}, {where}")

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
            found.append(escaped(piece.text))
            continue
        words = (added if piece.state == "added" else removed)(piece.words) if piece.words else ""
        found.append(f"{piece.lead}{words}{piece.tail}")
    return SafeString("".join(found))


@register.simple_tag
def movers(those: Sequence[Mover]) -> SafeString:
    """Names with their parties, those of one paragraph together, and the paragraph as a link."""
    by_place: dict[tuple[str, str], list[str]] = {}
    for mover in those:
        by_place.setdefault((mover.where.words, mover.where.url), []).append(str(mover))
    return together(
        (_MOVED(names=_listed(names), where=_linked(words, url)) for (words, url), names in by_place.items()),
        "; ",
    )


@register.simple_tag
def cited(citation: Citation) -> SafeString:
    """A place in the record inside a sentence: "in Kommunfullmäktige § 41"."""
    words = phrase(_("in %(place)s"), place=citation.words)
    return _LINK(url=citation.url, words=words) if citation.url else words


@register.simple_tag
def parties(those: Sequence[Mover]) -> str:
    """The movers' parties alone, or the names of those that have none."""
    return ", ".join(dict.fromkeys(mover.party or mover.name for mover in those))


@register.simple_tag
def changes_counted(count: int) -> str:
    return ngettext("{count} change", "{count} changes", count).format(count=count)


def _linked(words: str, url: str) -> SafeString | str:
    return _LINK(url=url, words=words) if url else words


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
