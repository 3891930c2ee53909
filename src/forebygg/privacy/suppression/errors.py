"""Why a table cannot be made safe as it was given, each said in one line that tells what to do."""

from typing import ClassVar

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class TableError(CodedError):
    """A table that nothing can be promised of. `cell` names its categories as a person reads them."""

    code: ClassVar[str] = "privacy.table"
    message: ClassVar[str] = N_("The table cannot be used.")


class NoTable(TableError):
    code = "privacy.no_table"
    message = N_("A table needs at least one dimension, and each dimension a category.")


class CategoryTwice(TableError):
    code = "privacy.category_twice"
    message = N_("“{category}” stands twice in “{dimension}”. Give each its own name.")


class CircularParts(TableError):
    code = "privacy.circular_parts"
    message = N_("“{category}” in “{dimension}” is part of itself. Mend which consists of which.")


class MissingCount(TableError):
    code = "privacy.missing_count"
    message = N_("There is no count for “{cell}”. Every cell needs one; write 0 where there is nobody.")


class UnknownCell(TableError):
    code = "privacy.unknown_cell"
    message = N_("The count for “{cell}” belongs to no cell of the table.")


class NegativeCount(TableError):
    code = "privacy.negative_count"
    message = N_("The count for “{cell}” is {count}. Nothing can be counted fewer times than none.")


class NotACount(TableError):
    code = "privacy.not_a_count"
    message = N_("“{count}” for “{cell}” is not a whole number. Only counts can be made safe.")


class WrongTotal(TableError):
    code = "privacy.wrong_total"
    message = N_("“{cell}” is {count}, but its parts add up to {parts}. Correct the table.")


class OtherThreshold(TableError):
    code = "privacy.other_threshold"
    message = N_("The limit is {threshold}. It has to be from 2 to 100.")


class OtherDimensions(TableError):
    code = "privacy.other_dimensions"
    message = N_("An earlier table has the dimensions {earlier}, this one {now}. They must be the same.")


class UncertainParts(TableError):
    code = "privacy.uncertain_parts"
    message = N_("“{category}” in “{dimension}” has had different parts. Say in this table which it has now.")


class ChangedCount(TableError):
    """Two tables tell differently of the same people; the difference itself would tell of someone."""

    code = "privacy.changed_count"
    message = N_(
        "“{cell}” is {count} here but {earlier} in an earlier table. Correct it, or give the new counts a "
        "period of their own."
    )


class Irreconcilable(TableError):
    code = "privacy.irreconcilable"
    message = N_(
        "No counts were found that fit both this table and the earlier ones at “{cell}”. Give their smallest "
        "parts as cells of their own."
    )


class NoRows(TableError):
    code = "privacy.no_rows"
    message = N_("The file needs a row of headings, at least one more row, and a column of counts.")


class UnevenRow(TableError):
    code = "privacy.uneven_row"
    message = N_("Line {line} has {cells} cells, and the headings are {headings}.")


class HiddenAlready(TableError):
    code = "privacy.hidden_already"
    message = N_(
        "The count for “{cell}” is hidden in this file. Give the table that was kept with --keep when it was "
        "made safe."
    )
