"""Why a file could not be read, each said in one line that tells what to do.

The sentences leave out the file's name: whoever prints one writes the name before it.
"""

from typing import ClassVar

from forebygg.core.errors import CodedError
from forebygg.core.messages import N_


class SourceError(CodedError):
    """A file that could not be read at all; every value it carries is in `values`."""

    code: ClassVar[str] = "casefile.source"
    message: ClassVar[str] = N_("The file could not be read.")


class MissingFile(SourceError):
    code = "casefile.missing_file"
    message = N_("There is no such file. Check the name and the folder.")


class EmptyFile(SourceError):
    code = "casefile.empty_file"
    message = N_("The file is empty. Fetch it again from where it came.")


class NoText(SourceError):
    code = "casefile.no_text"
    message = N_("The file holds no text, only blank lines or pictures. Choose the paper itself.")


class UnreadableFile(SourceError):
    """`reason` is the operating system's own wording."""

    code = "casefile.unreadable_file"
    message = N_("The file cannot be opened ({reason}). Ask for the right to read it, or copy it elsewhere.")


class NotAFile(SourceError):
    code = "casefile.not_a_file"
    message = N_("This is not an ordinary file. Give a file with text, a PDF or a DOCX.")


class FolderGiven(SourceError):
    code = "casefile.folder_given"
    message = N_("This is a folder. Give one of the files in it.")


class NotText(SourceError):
    code = "casefile.not_text"
    message = N_("The file is not text, PDF or DOCX. Save the paper in one of those forms.")


class OtherForm(SourceError):
    """`form` names the kind of file, as its own program calls it."""

    code = "casefile.other_form"
    message = N_("This is {form}, which cannot be read. Open it and save it as PDF or DOCX.")


class PictureFile(SourceError):
    """`form` names the kind of picture."""

    code = "casefile.picture"
    message = N_("This is a picture ({form}). Save it as PDF, then read it with --ocr.")


class TooLarge(SourceError):
    """`size` and `limit` are in whole megabytes."""

    code = "casefile.too_large"
    message = N_("The file is {size} MB and at most {limit} MB is read. Divide it into smaller files.")


class LongLine(SourceError):
    """`line` is counted from 1; `length` and `limit` are in characters."""

    code = "casefile.long_line"
    message = N_(
        "Line {line} is {length} characters long, and at most {limit} are read. "
        "Save the paper again with its line breaks."
    )


class TooManyLines(SourceError):
    """`lines` and `limit` are counts of lines and pages."""

    code = "casefile.too_many_lines"
    message = N_("The file has {lines} lines and at most {limit} are read. Divide it into smaller files.")


class TooSlow(SourceError):
    """`seconds` is the limit that was passed."""

    code = "casefile.too_slow"
    message = N_("Reading was stopped after {seconds} seconds. Divide the file, or save it again as PDF.")


class BrokenPdf(SourceError):
    code = "casefile.broken_pdf"
    message = N_("The PDF is damaged. Fetch it again, or open it and print it to a new PDF.")


class TruncatedPdf(SourceError):
    code = "casefile.truncated_pdf"
    message = N_("The PDF ends too early: part of it is missing. Fetch it again.")


class EncryptedPdf(SourceError):
    code = "casefile.encrypted_pdf"
    message = N_("The PDF is locked with a password. Open it with the password and save it without.")


class ScannedPdf(SourceError):
    """No page of the PDF has text: it is pictures of paper."""

    code = "casefile.scanned_pdf"
    message = N_(
        "The PDF has no text: it was scanned. Read it with --ocr, which works when ocrmypdf is installed."
    )


class PdfReaderStopped(SourceError):
    """The child process died or outgrew its memory; nothing else was harmed."""

    code = "casefile.pdf_reader_stopped"
    message = N_("The PDF made its reader stop. Open it and print it to a new PDF.")


class TooManyPages(SourceError):
    code = "casefile.too_many_pages"
    message = N_("The PDF has {pages} pages and at most {limit} are read. Divide it into smaller files.")


class BrokenDocx(SourceError):
    code = "casefile.broken_docx"
    message = N_("The DOCX is damaged or cut short. Fetch it again, or open it and save it anew.")


class EncryptedDocx(SourceError):
    code = "casefile.encrypted_docx"
    message = N_("The document is locked with a password. Open it with the password and save it without.")


class DocxTooLarge(SourceError):
    """`limit` is in whole megabytes of unpacked text."""

    code = "casefile.docx_too_large"
    message = N_("The DOCX unpacks to more than {limit} MB, far more than any paper. It is not read.")


class DocxTooMany(SourceError):
    """`limit` is the number of paragraphs, cells and other parts."""

    code = "casefile.docx_too_many"
    message = N_("The DOCX has more than {limit} parts, far more than any paper. It is not read.")


class DocxTooDeep(SourceError):
    """`limit` is the number of levels of XML."""

    code = "casefile.docx_too_deep"
    message = N_("The DOCX nests its parts more than {limit} levels deep. Save its text as a new document.")


class OcrMissing(SourceError):
    code = "casefile.ocr_missing"
    message = N_("--ocr needs ocrmypdf, which is not installed. Install ocrmypdf and tesseract's Swedish.")


class OcrFailed(SourceError):
    """`reason` is the last line that ocrmypdf wrote."""

    code = "casefile.ocr_failed"
    message = N_("ocrmypdf could not read the pages: {reason}. Scan the paper again, or use another copy.")
