"""Scanned pages, with a stand-in for ocrmypdf on the path."""

import stat

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from forebygg.casefile import errors
from forebygg.casefile.sources import ocr, read_source


def show_picture(sheet):
    sheet.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)


def write(sheet):
    sheet.drawString(72, 700, "Kommunfullmäktige beslutar att anta planen.")


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Put a program called ocrmypdf on the path; it is given a script's body."""

    def put(body):
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "ocrmypdf"
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        return folder

    return put


@pytest.fixture
def scanned(draw, keep):
    return keep(draw(show_picture), "skannat.pdf")


def test_a_scanned_pdf_is_read_by_ocrmypdf(install, scanned, draw, tmp_path):
    (tmp_path / "lasbar.pdf").write_bytes(draw(write))
    install(f'for last in "$@"; do :; done\ncp "{tmp_path}/lasbar.pdf" "$last"')

    text = read_source(scanned, ocr=True)

    assert text.lines == ("Kommunfullmäktige beslutar att anta planen.",)
    assert text.notices == ("Pages read from pictures by ocrmypdf, where letters may be wrong: 1.",)


def test_lines_that_may_begin_with_a_misread_section_sign_are_named(install, scanned, draw, column, tmp_path):
    lines = ["$ 12", "Planen antas", "S 13 Val av justerare", "S:t Olof", "$ 100 000"]
    (tmp_path / "lasbar.pdf").write_bytes(draw(lambda sheet: column(sheet, 72, 700, lines)))
    install(f'for last in "$@"; do :; done\ncp "{tmp_path}/lasbar.pdf" "$last"')

    text = read_source(scanned, ocr=True)

    assert list(text.lines) == lines
    assert text.notices[-1] == "Lines where § may have been read as another sign: 1, 3."


def test_ocrmypdf_is_asked_for_swedish_and_to_keep_text_that_is_there(install, scanned, tmp_path):
    install(f'echo "$OMP_THREAD_LIMIT $@" > "{tmp_path}/asked"; exit 1')

    with pytest.raises(errors.OcrFailed):
        read_source(scanned, ocr=True)

    assert (tmp_path / "asked").read_text().startswith("1 --skip-text -l swe ")


def test_a_pdf_with_text_needs_no_ocr(install, draw, keep):
    install("exit 9")

    assert read_source(keep(draw(write)), ocr=True).notices == ()


def test_without_ocrmypdf_the_error_says_so(scanned, monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(errors.OcrMissing, match="ocrmypdf"):
        read_source(scanned, ocr=True)


def test_the_last_words_of_ocrmypdf_are_passed_on(install, scanned):
    install("echo 'a warning' >&2; echo 'no language data: swe.' >&2; exit 3")

    with pytest.raises(errors.OcrFailed, match="no language data: swe"):
        read_source(scanned, ocr=True)


def test_ocrmypdf_that_fails_in_silence_is_told_by_its_status(install, scanned):
    install("exit 7")

    with pytest.raises(errors.OcrFailed, match="status 7"):
        read_source(scanned, ocr=True)


def test_ocrmypdf_that_never_ends_is_stopped(install, scanned, monkeypatch):
    install("exec sleep 30")
    monkeypatch.setattr(ocr, "SECONDS", 0.3)

    with pytest.raises(errors.TooSlow):
        read_source(scanned, ocr=True)


def test_pictures_in_which_nothing_was_recognised_have_no_text(install, scanned, draw, tmp_path):
    (tmp_path / "tom.pdf").write_bytes(draw(show_picture))
    install(f'for last in "$@"; do :; done\ncp "{tmp_path}/tom.pdf" "$last"')

    with pytest.raises(errors.NoText):
        read_source(scanned, ocr=True)
