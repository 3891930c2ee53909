"""A document as HTML for paper: the page that becomes a PDF. `pdf/print.css` says how it looks."""

from typing import Final, TypeGuard

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from forebygg.printing.documents import (
    Document,
    Heading,
    Paragraph,
    Part,
    Points,
    Quote,
    Run,
    Table,
    Words,
)
from forebygg.web.html import NOTHING, Html, escaped, together

# From so many headings on one wants to know where to turn.
CONTENTS_FROM: Final = 4

_PAGE: Final = Html(
    '<!doctype html>\n<html lang="{language}" data-page="{page}" data-of="{of}"><head><meta charset="utf-8">'
    '<title>{title}</title><meta name="author" content="{publisher}">'
    '<meta name="generator" content="Förebygg"></head>'
    "\n<body>\n{front}{contents}<main>\n{parts}</main>\n</body></html>\n"
)
_FRONT: Final = Html(
    '<header class="front"><p class="publisher">{publisher}</p>{kicker}'
    "<h1{lang}>{title}</h1>\n{facts}</header>\n"
)
_KICKER: Final = Html('<p class="kicker">{words}</p>')
_FACT: Final = Html('<p class="fact"><strong>{label}:</strong> {value}</p>\n')

_CONTENTS: Final = Html(
    '<section class="contents"><h2 class="contents-head">{words}</h2><ol>{entries}</ol></section>\n'
)
_ENTRY: Final = Html(
    '<li class="level{level}"><a href="#{anchor}"{lang}>{words}</a>'
    '<span class="page" data-to="{anchor}">0000</span></li>\n'
)

_HEADING: Final = Html('<h{level} id="{anchor}"{lang}>{label}{words}</h{level}>\n')
_NUMBER: Final = Html('<span class="number">{label}</span> ')
_PARAGRAPH: Final = Html("<p{kind}{lang}>{label}{words}</p>\n")
_KIND: Final = Html(' class="{names}"')
_SPAN: Final = Html("<span{lang}>{words}</span>")
_LABEL: Final = Html('<strong class="label">{words}:</strong> ')
_QUOTE: Final = Html("{label}<blockquote{lang}><p>{words}</p></blockquote>\n")
_LEAD: Final = Html('<p class="lead-in"><strong class="label">{words}:</strong></p>\n')
_LIST: Final = Html("<ul{kind}{lang}>{items}</ul>\n")
_NUMBERED: Final = SafeString(' class="numbered"')
_ITEM: Final = Html("<li>{words}</li>\n")
_TABLE: Final = Html(
    "<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead>\n<tbody>{rows}</tbody></table>\n"
)
_HEAD: Final = Html('<th scope="col">{words}</th>')
_ROW: Final = Html("<tr>{first}{cells}</tr>\n")
_ROW_HEAD: Final = Html('<th scope="row">{words}</th>')
_CELL: Final = Html("<td>{words}</td>")

_RUNS: Final = {
    "strong": Html("<strong>{words}</strong>"),
    "added": Html("<ins>{words}</ins>"),
    "removed": Html("<del>{words}</del>"),
}


def markup(document: Document) -> str:
    """The whole page; what is ours in it is in the document's language."""
    with override(document.language):
        pen = _Pen(document)
        return _PAGE(
            language=document.language,
            title=document.title,
            publisher=document.publisher,
            # At the foot of every page: "sida 3 av 12".
            page=pgettext("at the foot of a page", "page"),
            of=pgettext("at the foot of a page", "of"),
            front=pen.front(),
            contents=pen.contents(),
            parts=together(pen.part(part, at) for at, part in enumerate(document.parts)),
        )


class _Pen:
    """Writes one document. Headings are called by their place among the parts."""

    def __init__(self, document: Document) -> None:
        self.document = document
        # Words of papers are Swedish: who hears the document in another language is told so.
        self.swedish = NOTHING if document.language == "sv" else SafeString(' lang="sv"')

    def front(self) -> SafeString:
        document = self.document
        return _FRONT(
            publisher=document.publisher,
            kicker=_KICKER(words=document.kicker) if document.kicker else NOTHING,
            title=document.title,
            lang=self._lang(said=document.said_title),
            facts=together(_FACT(label=label, value=value) for label, value in document.facts),
        )

    def contents(self) -> SafeString:
        """Where to turn, once there is enough to turn to."""
        found = [(at, part) for at, part in enumerate(self.document.parts) if is_listed(part)]
        if len(found) < CONTENTS_FROM:
            return NOTHING
        entries = (
            _ENTRY(level=one.level, anchor=_anchor(at), lang=self._lang(said=one.said), words=one.text)
            for at, one in found
        )
        return _CONTENTS(words=_("Contents"), entries=together(entries))

    def part(self, part: Part, at: int) -> SafeString:
        match part:
            case Heading():
                return _HEADING(
                    level=part.level,
                    anchor=_anchor(at),
                    lang=self._lang(said=part.said),
                    label=_NUMBER(label=part.label) if part.label else NOTHING,
                    words=part.words,
                )
            case Paragraph():
                return self._paragraph(part)
            case Quote():
                lead = _LEAD(words=part.label) if part.label else NOTHING
                return _QUOTE(label=lead, lang=self.swedish, words=part.words)
            case Points():
                return _LIST(
                    kind=_NUMBERED if part.numbered else NOTHING,
                    lang=self._lang(said=part.said),
                    items=together(_ITEM(words=_set(words)) for words in part.items),
                )
            case Table():
                return _table(part)

    def _paragraph(self, part: Paragraph) -> SafeString:
        names = [name for name, holds in (("said", part.said), ("quiet", part.quiet)) if holds]
        kind = _KIND(names=" ".join(names)) if names else NOTHING
        words = _set(part.words)
        if part.label:
            # The label is ours, what follows may not be.
            said = _SPAN(lang=self._lang(said=part.said), words=words)
            return _PARAGRAPH(kind=kind, lang=NOTHING, label=_LABEL(words=part.label), words=said)
        return _PARAGRAPH(kind=kind, lang=self._lang(said=part.said), label=NOTHING, words=words)

    def _lang(self, *, said: bool) -> SafeString:
        return self.swedish if said else NOTHING


def is_listed(part: Part) -> TypeGuard[Heading]:
    """Whether the contents lists it."""
    return isinstance(part, Heading) and part.level < 4


def _anchor(at: int) -> str:
    return f"p{at}"


def _table(part: Table) -> SafeString:
    # With a head to each value a table of two columns would be heard as heads alone.
    first = _ROW_HEAD if len(part.heads) > 2 else _CELL
    return _TABLE(
        caption=part.caption,
        heads=together(_HEAD(words=words) for words in part.heads),
        rows=together(
            _ROW(first=first(words=head), cells=together(_CELL(words=words) for words in cells))
            for head, *cells in part.rows
        ),
    )


def _set(words: Words) -> SafeString:
    if isinstance(words, str):
        return SafeString(escaped(words))
    return together(_run(run) for run in words)


def _run(run: Run) -> SafeString:
    return _RUNS[run.style](words=run.text) if run.style in _RUNS else SafeString(escaped(run.text))
