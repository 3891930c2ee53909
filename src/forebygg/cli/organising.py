"""A spreadsheet into the organisation. Django has to have begun before this module is read."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from forebygg.accounts.models import Municipality, SystemUser
from forebygg.accounts.services import system_user
from forebygg.organisation.selectors.comparing import Comparison, compare, doubtful
from forebygg.organisation.services.importing import import_organisation
from forebygg.organisation.spreadsheets import Lines, read_lines, read_sheet

__all__ = ["Wanted", "doubtful", "found", "stored"]


@dataclass(frozen=True)
class Wanted:
    """A file, whose it is, and the day of its counts: today when that is not said."""

    data: bytes
    municipality: Municipality
    day: dt.date | None = None

    @cached_property
    def lines(self) -> Lines:
        """Raises a SpreadsheetError."""
        return read_lines(read_sheet(self.data))

    @property
    def counted_on(self) -> dt.date:
        return self.day or timezone.localdate()


def found(wanted: Wanted) -> Comparison:
    """What the file would do. Raises a SpreadsheetError."""
    return compare(wanted.municipality, wanted.lines, counted_on=wanted.counted_on)


def stored(wanted: Wanted) -> Comparison:
    """What the file did."""
    by = system_user(SystemUser.COMMAND)
    return import_organisation(wanted.municipality, wanted.lines, counted_on=wanted.counted_on, by=by)
