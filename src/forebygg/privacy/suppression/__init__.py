"""Small numbers: what of a table of counts may be shown, so that nobody can be recognised."""

from forebygg.privacy.suppression.errors import TableError
from forebygg.privacy.suppression.releases import REASONS, Reason, Release, Zeros
from forebygg.privacy.suppression.suppressing import suppressed
from forebygg.privacy.suppression.tables import Cell, Dimension, Table

__all__ = ["REASONS", "Cell", "Dimension", "Reason", "Release", "Table", "TableError", "Zeros", "suppressed"]
