"""What a view answers when somebody asks for a document on paper."""

import io
from http import HTTPStatus
from pathlib import Path
from typing import Final

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from forebygg.core.errors import CodedError
from forebygg.printing import errors, keeping, printer, tasks, word
from forebygg.printing.documents import Document
from forebygg.printing.markup import markup
from forebygg.reminders.services.jobs import enqueue

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FAILURES: Final[dict[str, type[CodedError]]] = {
    one.code: one for one in (errors.NoPango, errors.PrinterStopped)
}


def pdf(request: HttpRequest, document: Document, filename: str) -> HttpResponseBase:
    """The PDF, or for a long one a page that says how far it has come, until it is ready.

    The one who asks has been let in by the view, each time: what is kept has no address of its own.
    """
    html = markup(document)
    name = keeping.name_of(html)
    found = keeping.pdf(name)
    if found.exists():
        return _file(found, filename)
    expected = printer.pages(document)
    if expected <= printer.AT_ONCE:
        return _file(printer.print_now(html), filename)
    return _wait(request, html, name, document, expected)


def docx(document: Document, filename: str) -> HttpResponseBase:
    """The Word document, made at once: it has no pages to lay out."""
    file = io.BytesIO()
    word.write(document, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=filename, content_type=_WORD)


def _file(path: Path, filename: str) -> FileResponse:
    # Read whole: it is a few hundred kilobytes, and may be forgotten while it is sent.
    file = io.BytesIO(path.read_bytes())
    return FileResponse(file, as_attachment=True, filename=filename, content_type="application/pdf")


def _wait(request: HttpRequest, html: str, name: str, document: Document, expected: int) -> HttpResponse:
    refusal = _refusal(name)
    if refusal is None and not keeping.page(name).exists():
        with keeping.placed(keeping.page(name)) as file:
            file.write(html.encode())
        now = timezone.now()
        # The same may be asked for again on the same day, when it has been forgotten or has failed.
        enqueue(tasks.print_long, about=f"{name}/{now:%H%M%S}", day=timezone.localdate(now))
    if refusal is not None:
        raise refusal
    context = {
        "document": document,
        "expected": expected,
        "done": min(keeping.pages_done(name), expected),
        "here": request.get_full_path(),
    }
    return render(request, "printing/waiting.html", context, status=HTTPStatus.ACCEPTED)


def _refusal(name: str) -> CodedError | None:
    """Why it could not be printed, told once: whoever asks again has it tried again."""
    try:
        code = keeping.failure(name).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    keeping.failure(name).unlink(missing_ok=True)
    failed = _FAILURES.get(code)
    return failed() if failed else errors.TooLong(seconds=printer.SECONDS_LONG)
