"""An organisation out of a spreadsheet: a file in, lines and what is wrong with them out."""

from forebygg.organisation.spreadsheets.lines import Fault, Line, Lines, read_lines
from forebygg.organisation.spreadsheets.sheet import LARGEST, read_sheet

__all__ = ["LARGEST", "Fault", "Line", "Lines", "read_lines", "read_sheet"]
