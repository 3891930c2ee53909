"""Why a spreadsheet cannot be used at all, and what to do instead."""

from typing import ClassVar

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class SpreadsheetError(CodedError):
    """A file that is not taken; what is wrong with single rows is a `Fault`."""

    code: ClassVar[str] = "spreadsheet"
    message: ClassVar[str] = N_("The spreadsheet could not be read.")


class EmptySpreadsheet(SpreadsheetError):
    code = "spreadsheet.empty"
    message = N_("There is nothing in the file. Choose another.")


class SpreadsheetTooLarge(SpreadsheetError):
    """`limit` in megabytes, of the file or of what is packed in it."""

    code = "spreadsheet.too_large"
    message = N_(
        "The spreadsheet is larger than {limit} MB. Keep only the columns and sheets that are needed."
    )


class TooManyRows(SpreadsheetError):
    code = "spreadsheet.too_many_rows"
    message = N_("The spreadsheet has more than {limit} rows. Divide it, one board a file.")


class TooManyMergedCells(SpreadsheetError):
    code = "spreadsheet.too_many_merged_cells"
    message = N_("Too many cells are merged. Unmerge them, and write each value in its own cell.")


class BrokenSpreadsheet(SpreadsheetError):
    code = "spreadsheet.broken"
    message = N_("The file is damaged, or is no spreadsheet. Save it anew as XLSX or CSV.")


class OldSpreadsheet(SpreadsheetError):
    code = "spreadsheet.old"
    message = N_("This is the old Excel format, or a file with a password. Save it as XLSX without one.")


class NoHeader(SpreadsheetError):
    code = "spreadsheet.no_header"
    message = N_("No row tells what the columns are. Begin with: Unit, Kind, Under, Staff group, Heads.")


class DoubleColumn(SpreadsheetError):
    code = "spreadsheet.double_column"
    message = N_("The columns “{first}” and “{second}” mean the same. Remove one of them, or rename it.")


class ColumnOfPeople(SpreadsheetError):
    """Counts, never lists of employees."""

    code = "spreadsheet.column_of_people"
    message = N_(
        "The column “{column}” seems to tell who works here. Only how many they are is kept, never who: "
        "remove the column and try again. Nothing of the file has been stored."
    )
