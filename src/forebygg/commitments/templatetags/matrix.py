"""`{% load matrix %}`: the cells of the matrix, of which a page has two thousand."""

from collections.abc import Sequence
from typing import Final

from django import template
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext

from forebygg.accounts.models import Municipality
from forebygg.commitments.marks import STANDS
from forebygg.commitments.models import Commitment, State
from forebygg.commitments.selectors.matrix import Cell, Cells, Stand, Tally
from forebygg.organisation.models import Unit
from forebygg.web.addresses import address, addresses
from forebygg.web.html import NOTHING, Html, escaped, together

register = template.Library()

_ROW: Final = Html('<tr id="c{number}"><th scope="row"><a href="{url}" lang="sv">{what}</a></th>{cells}</tr>')
_EMPTY: Final = Html(
    '<td class="outside"><span aria-hidden="true">·</span><span class="ds-sr-only">{words}</span></td>'
)
_TALLY: Final = Html(
    '<td><a href="{url}#c{number}">{words}<span class="ds-sr-only">, {whose}</span></a>{rest}</td>'
)
_REST: Final = Html('<ul class="tally">{counts}</ul>')
_COUNT: Final = Html(
    '<li class="mark" data-color="{tone}" data-shape="{shape}">{count}'
    '<span class="ds-sr-only"> {words}</span></li>'
)
_STAND: Final = Html('<td><a href="{url}">{told}</td>')
_STANDS: Final = Html("{mark}</a>{day}{evidence}")
_DAY: Final = Html('<br><time class="quiet" datetime="{day}">{day}</time>')
_EVIDENCE: Final = Html(' <span class="quiet">· {words}</span>')

_REMAINING: Final = [state for state in STANDS if state != State.DONE]


class Told:
    """For as many cells as a page has: what they all say is translated once."""

    def __init__(self, within: Municipality) -> None:
        self.share = addresses("commitments:share", within.slug, 2)
        self.matrix = address("commitments:matrix", within.slug)
        self.done, self.outside = gettext("{done} of {units} done"), gettext("not concerned")
        self.applies_to_none, self.shown = gettext("does not apply"), gettext("evidence")
        self.counts: dict[tuple[str, int], SafeString] = {}
        self.tallies: dict[tuple[int, ...], tuple[SafeString, SafeString]] = {}
        self.stands: dict[Stand, SafeString] = {}
        self.columns: dict[int, tuple[SafeString, SafeString]] = {}
        self.marks = {state: mark.html for state, mark in STANDS.items()}

    def row(self, commitment: Commitment, columns: Sequence[Unit], cells: Cells) -> SafeString:
        """The head, which leads to the commitment, and a cell for each column."""
        told = cells.row(commitment, columns)
        return _ROW(
            number=commitment.number,
            url=commitment.get_absolute_url(),
            what=Truncator(commitment.what).chars(120),
            cells=together(self._cell(commitment, column, cell) for column, cell in told),
        )

    def _cell(self, commitment: Commitment, column: Unit, cell: Cell) -> SafeString:
        if cell is None:
            return _EMPTY(words=self.outside)
        if isinstance(cell, Tally):
            return self._tally(commitment, column, cell)
        return self._stand(commitment, column, cell)

    def _stand(self, commitment: Commitment, column: Unit, cell: Stand) -> SafeString:
        """The same few answers of the same few days stand in cell after cell."""
        if (told := self.stands.get(cell)) is None:
            told = self.stands[cell] = _STANDS(
                mark=self.marks[cell.state],
                day=_DAY(day=cell.on.isoformat()) if cell.on else NOTHING,
                evidence=_EVIDENCE(words=self.shown) if cell.has_evidence else NOTHING,
            )
        return _STAND(url=self.share(commitment.number, column.number), told=told)

    def _tally(self, commitment: Commitment, column: Unit, cell: Tally) -> SafeString:
        """What it says of the board stands in the whole column, what it says of the units in many cells."""
        if (head := self.columns.get(column.pk)) is None:
            url = f"{self.matrix}?board={column.number}"
            head = self.columns[column.pk] = SafeString(escaped(url)), SafeString(escaped(column.name))
        counts = tuple([cell.counts.get(state, 0) for state in STANDS])
        if (told := self.tallies.get(counts)) is None:
            told = self.tallies[counts] = self._told(cell)
        return _TALLY(url=head[0], number=commitment.number, words=told[0], whose=head[1], rest=told[1])

    def _told(self, cell: Tally) -> tuple[SafeString, SafeString]:
        """How many have done it, and how the others stand."""
        done = self.done.format(done=cell.done, units=cell.concerned)
        words = done if cell.concerned else self.applies_to_none
        counts = together(
            self._count(state, count) for state in _REMAINING if (count := cell.counts.get(state))
        )
        return SafeString(escaped(words)), _REST(counts=counts) if counts else NOTHING

    def _count(self, state: str, count: int) -> SafeString:
        """The same few counts stand in cell after cell."""
        if (told := self.counts.get((state, count))) is None:
            mark = STANDS[state]
            told = _COUNT(tone=mark.tone, shape=mark.shape, count=count, words=mark.words)
            self.counts[state, count] = told
        return told


@register.simple_tag
def matrix_rows(commitments: Sequence[Commitment], columns: Sequence[Unit], cells: Cells) -> SafeString:
    """The rows of a page, in `<tbody>`."""
    if not commitments:
        return NOTHING
    told = Told(commitments[0].municipality)
    return together(told.row(one, columns, cells) for one in commitments)
