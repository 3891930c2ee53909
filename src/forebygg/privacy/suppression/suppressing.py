"""Which cells of a table may be shown, so that no small one can be worked out."""

from collections.abc import Sequence

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
    if any(table.counts[cell] == 0 for cell in hidden):
        zeros = Zeros.HIDDEN  # readers cannot rely on hidden cells holding somebody
    alone = hidden
    if releases and any(table.counts[cell] >= threshold for cell in hidden):
        by_itself = Joined(table, (), threshold, joined.zeros)
        protect(by_itself)
        alone = _hidden(by_itself)
    reasons = {cell: _reason(table.counts[cell], threshold, by_itself=cell in alone) for cell in hidden}
    return Release(table, reasons, threshold, zeros, frozenset(map(joined.cell, unproved)))


def _hidden(joined: Joined) -> dict[Cell, None]:
    codes = joined.codes
    numbered = zip(joined.table.cells(), joined.cells, strict=True)
    return {cell: None for cell, number in numbered if codes[number] < SHOWN}


def _reason(count: int, threshold: int, *, by_itself: bool) -> Reason:
    if count == 0:
        return Reason.ZERO
    if count < threshold:
        return Reason.SMALL
    return Reason.TOTALS if by_itself else Reason.EARLIER
