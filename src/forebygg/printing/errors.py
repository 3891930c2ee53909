"""Why something could not be printed, and what to do about it."""

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class PrintingError(CodedError):
    """Nothing is wrong with what was asked for: it may be asked for again."""

    status = 503


class NoPango(PrintingError):
    code = "printing.no_pango"
    message = N_(
        "PDF needs Pango, which this server lacks. Ask whoever runs it to install Pango; "
        "make setup says how. Meanwhile, take the Word document."
    )


class TooLong(PrintingError):
    code = "printing.too_long"
    message = N_("The document is too long to be printed: it came to more than {seconds} seconds of work.")


class PrinterStopped(PrintingError):
    code = "printing.stopped"
    message = N_("The program that makes the PDF stopped before it was ready. Try again later.")
