"""Which cells of a table may be shown, so that no small one can be worked out."""

from collections.abc import Container, Sequence
from itertools import compress

from forebygg.privacy.suppression.errors import OtherThreshold
from forebygg.privacy.suppression.joining import SHOWN, Joined
from forebygg.privacy.suppression.protecting import hide_everything, protect
from forebygg.privacy.suppression.releases import Reason, Release, Zeros
from forebygg.privacy.suppression.tables import Cell, Table


def suppress(table: Table, releases: Sequence[Release], threshold: int, zeros: Zeros) -> Release:
    """As `forebygg.privacy.suppression.suppressed` says."""
    if not 2 <= threshold <= 100:
        raise OtherThreshold(threshold=threshold)
    joined = Joined(table, releases, threshold, zeros)
    unproved: list[int] = []
    if bare := protect(joined):
        unproved, zeros = hide_everything(joined, bare), Zeros.HIDDEN
    hidden = _hidden(joined)
    if 0 in hidden.values():
        zeros = Zeros.HIDDEN  # readers cannot rely on hidden cells holding somebody
    alone: Container[Cell] = hidden
    if releases and max(hidden.values(), default=0) >= threshold:
        by_itself = Joined(table, (), threshold, joined.zeros)
        protect(by_itself)
        alone = _hidden(by_itself)
    reasons = {cell: _reason(count, threshold, by_itself=cell in alone) for cell, count in hidden.items()}
    return Release(table, reasons, threshold, zeros, frozenset(map(joined.cell, unproved)))


def _hidden(joined: Joined) -> dict[Cell, int]:
    """The hidden cells of the new table, and what they count."""
    hidden = [code < SHOWN for code in map(joined.codes.__getitem__, joined.cells)]
    return dict(
        zip(compress(joined.table.cells(), hidden), compress(joined.table.values, hidden), strict=True)
    )


def _reason(count: int, threshold: int, *, by_itself: bool) -> Reason:
    if count == 0:
        return Reason.ZERO
    if count < threshold:
        return Reason.SMALL
    return Reason.TOTALS if by_itself else Reason.EARLIER
