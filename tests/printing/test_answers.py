"""What is short is printed at once, what is long in the background; both are kept for a day."""

import time
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from forebygg.organisation.permissions import Viewer
from forebygg.printing import answers, keeping, printer, tasks
from forebygg.printing.documents import Paragraph
from forebygg.printing.errors import NoPango, TooLong
from forebygg.printing.markup import markup
from tests.printing.conftest import a_document

LONG = tuple(Paragraph(words="En mening om kommunens arbete. " * 30) for _ in range(200))


class Press:
    """Prints at once, and counts."""

    def __init__(self):
        self.printed, self.fails = 0, None

    def __call__(self, html, target, *, seconds, told):  # noqa: ARG002 - as the child is run
        self.printed += 1
        told.write(b"page 1\npage 2\nnoise\n")
        told.flush()
        if self.fails:
            raise self.fails
        target.write(b"%PDF")


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def press(monkeypatch):
    press = Press()
    monkeypatch.setattr(printer, "make", press)
    return press


@pytest.fixture
def ask(rf, granvik, clerk):
    def asked(document):
        request = rf.get("/granvik/plans/1/editions/1.pdf")
        request.municipality, request.user, request.door = granvik, clerk, "work"
        request.viewer = Viewer.of(clerk, granvik)
        return answers.pdf(request, document, "plan.pdf")

    return asked


def body(answer):
    """Read and closed past the signal by which a server ends a request, and its connection."""
    with answer.file_to_stream as file:
        return file.read()


def test_a_short_document_is_printed_at_once_and_once(ask, press):
    answers = [ask(a_document()), ask(a_document())]

    assert [body(answer) for answer in answers] == [b"%PDF", b"%PDF"]
    assert answers[0]["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert press.printed == 1


def test_what_says_something_else_is_another_file(ask, press):
    body(ask(a_document()))
    body(ask(a_document(publisher="Åbo kommun")))

    assert press.printed == 2


def test_a_long_document_is_printed_in_the_background_and_then_given(ask, press):
    document = a_document(parts=LONG)
    waiting = [ask(document), ask(document)]

    assert [answer.status_code for answer in waiting] == [202, 202]
    assert press.printed == 0
    [job] = DBTaskResult.objects.filter(task_path=tasks.print_long.module_path)
    tasks.print_long.call(*job.args_kwargs["args"], **job.args_kwargs["kwargs"])
    assert body(ask(document)) == b"%PDF"


def test_the_page_says_how_far_it_has_come(ask, press):
    document = a_document(parts=LONG)
    keeping.told(keeping.name_of(markup(document))).write_bytes(b"page 1\npage 2\nnoise\n")

    assert f"2 sidor av ungefär {printer.pages(document)} är klara" in ask(document).content.decode()


def test_what_could_not_be_printed_is_told_and_may_be_asked_for_again(ask, press):
    document = a_document(parts=LONG)
    name = keeping.name_of(markup(document))
    ask(document)
    press.fails = NoPango()
    printer.print_waiting(name)

    with pytest.raises(NoPango):
        ask(document)
    assert ask(document).status_code == 202


def test_of_what_failed_nothing_is_kept(ask, press):
    press.fails = TooLong(seconds=60)

    with pytest.raises(TooLong):
        ask(a_document())
    assert {path.suffix for path in keeping.folder().iterdir()} == {".told"}


def test_what_is_older_than_a_day_is_forgotten(ask, press):
    body(ask(a_document()))

    assert keeping.clear() == 0
    assert keeping.clear(now=time.time() + keeping.DAY + 60) == 2
    assert list(keeping.folder().iterdir()) == []


def test_nobody_else_on_the_machine_reads_what_is_kept():
    assert Path(keeping.folder()).stat().st_mode & 0o077 == 0
