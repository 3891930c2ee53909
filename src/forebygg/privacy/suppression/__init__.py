"""Small numbers: what of a table of counts may be shown, so that nobody can be recognised."""

from collections.abc import Sequence

from forebygg.privacy.suppression.errors import TableError
from forebygg.privacy.suppression.releases import REASONS, Reason, Release, Zeros
from forebygg.privacy.suppression.tables import Cell, Dimension, Table

__all__ = ["REASONS", "Cell", "Dimension", "Reason", "Release", "Table", "TableError", "Zeros", "suppressed"]


def suppressed(
    table: Table, *, releases: Sequence[Release] = (), threshold: int = 5, zeros: Zeros = Zeros.SHOWN
) -> Release:
    """The table as it may be shown beside the *releases* already made (docs/adr/0015 says what is promised).

    The same table beside the same releases is always hidden alike. Raises TableError.
    """
    # Few commands and few pages protect anything; what begins does without the way to (docs/adr/0013).
    from forebygg.privacy.suppression.suppressing import suppress  # noqa: PLC0415

    return suppress(table, releases, threshold, zeros)
