"""Why a correction cannot be made, each said in one line that tells what to do."""

from typing import ClassVar

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_, Translate


class CorrectionError(CodedError):
    """A correction that does not fit what it is to correct; every value it carries is in `values`."""

    code: ClassVar[str] = "correction"
    message: ClassVar[str] = N_("The correction does not fit the paper.")


class NoSuchKind(CorrectionError):
    """`known` lists the kinds."""

    code = "correction.no_such_kind"
    message = N_("“{kind}” cannot be corrected. Choose one of {known}.")


class NoSuchAct(CorrectionError):
    """`known` lists what can be done to that kind."""

    code = "correction.no_such_act"
    message = N_("“{act}” cannot be done to “{kind}”. Choose one of {known}.")


class NoSuchField(CorrectionError):
    """`known` lists the kind's fields."""

    code = "correction.no_such_field"
    message = N_("“{kind}” has no field “{field}”. Choose one of {known}.")


class NoSuchLine(CorrectionError):
    code = "correction.no_such_line"
    message = N_("{line} is no line. Lines are counted from 1.")


class Missing(CorrectionError):
    """`field` is what people call the field."""

    code = "correction.missing"
    message = N_("“{field}” cannot be empty. Write what the paper says.")

    def told(self, translate: Translate) -> str:
        """The sentence, with the field's name too, in the language of *translate*."""
        return translate(self.message).format(field=translate(str(self.values["field"])))


class NotFields(CorrectionError):
    code = "correction.not_fields"
    message = N_("What is added is given as fields with values. Give at least {known}.")


class NotText(CorrectionError):
    code = "correction.not_text"
    message = N_("{value} is not text. Write it in letters and figures.")


class NotOneLine(CorrectionError):
    code = "correction.not_one_line"
    message = N_("The text is more than one line. Write it on one.")


class TooLong(CorrectionError):
    """`length` and `limit` are in characters."""

    code = "correction.too_long"
    message = N_("The text is {length} characters long, and at most {limit} are kept. Write a shorter one.")


class NotADate(CorrectionError):
    code = "correction.not_a_date"
    message = N_("{value} is not a date. Write it as 2024-05-13.")


class NotATime(CorrectionError):
    code = "correction.not_a_time"
    message = N_("{value} is not a time of day. Write it as 13:30.")


class NotANumber(CorrectionError):
    """`limit` is the highest number that any paper needs."""

    code = "correction.not_a_number"
    message = N_("{value} is not a whole number from 0 to {limit}. Write it in figures.")


class NotParagraphs(CorrectionError):
    code = "correction.not_paragraphs"
    message = N_("{value} is not a run of paragraphs. Write the first and the last, as 33–45.")


class NotRanges(CorrectionError):
    code = "correction.not_ranges"
    message = N_("{value} is not a list of paragraphs. Write it as 33–35, 38–40.")


class NotAChoice(CorrectionError):
    """`known` lists the values that there are."""

    code = "correction.not_a_choice"
    message = N_("{value} is none of the values there are. Choose one of {known}.")


class NotTruth(CorrectionError):
    code = "correction.not_truth"
    message = N_("{value} is neither true nor false. Write true or false.")


class NotAList(CorrectionError):
    code = "correction.not_a_list"
    message = N_("{value} is not a list of texts.")
