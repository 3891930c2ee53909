import io
import os
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forebygg.casefile import errors
from forebygg.casefile.sources import read_source, reading
from forebygg.core.messages import Notice


def test_a_missing_file_is_named_as_missing(tmp_path):
    with pytest.raises(errors.MissingFile):
        read_source(tmp_path / "saknas.txt")


def test_a_file_below_a_file_is_missing(keep):
    with pytest.raises(errors.MissingFile):
        read_source(keep(b"text") / "saknas.txt")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(errors.FolderGiven):
        read_source(tmp_path)


def test_a_device_is_not_read(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(errors.NotAFile):
        read_source(pipe)


def test_a_file_that_may_not_be_opened_tells_why(keep, monkeypatch):
    path = keep(b"text")

    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)

    with pytest.raises(errors.UnreadableFile, match="Permission denied"):
        read_source(path)


def test_a_name_that_no_system_allows_is_unreadable(tmp_path):
    with pytest.raises(errors.SourceError):
        read_source(tmp_path / "a\0b")


def test_a_file_above_the_limit_is_not_opened(keep, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST_FILE", 3)

    with pytest.raises(errors.TooLarge):
        read_source(keep(b"text"))


def zipped(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.EmptyFile),
        (b" \n\n", errors.NoText),
        (b"\x00\x01\x02\x03" * 500, errors.NotText),
        (bytes(range(256)) * 20, errors.NotText),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 100, errors.NotText),
        (b"{\\rtf1\\ansi Beslut}", errors.OtherForm),
        (b"<!DOCTYPE html><html><body>Beslut", errors.OtherForm),
        (b"\n  <HTML><body>Beslut", errors.OtherForm),
        (b"\x1f\x8b\x08" + b"\0" * 40, errors.OtherForm),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, errors.PictureFile),
        (b"\xff\xd8\xff\xe0" + b"\0\x01" * 40, errors.PictureFile),
        (b"II*\0" + b"\0" * 40, errors.PictureFile),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, errors.OtherForm),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), errors.EncryptedDocx),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), errors.OtherForm),
        (zipped(xl__workbook="<x/>"), errors.OtherForm),
        (zipped(notes="x"), errors.OtherForm),
        (b"%PDF-1.7\nslut", errors.TruncatedPdf),
        (b"%PDF-1.7\n%%EOF", errors.BrokenPdf),
        (b"PK\x03\x04[Content_Types].xml word/document.xml", errors.BrokenDocx),
    ],
)
def test_what_cannot_be_read_is_told_apart(keep, data, error):
    with pytest.raises(error):
        read_source(keep(data))


def test_old_word_files_are_told_what_to_do(keep):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")

    with pytest.raises(errors.OtherForm, match=r"Word 97.*save it as PDF or DOCX"):
        read_source(keep(data))


def test_text_that_begins_like_a_picture_is_text(lines_of_file):
    assert lines_of_file(b"BM betyder bygdem\xf6te.\n") == ["BM betyder bygdemöte."]


def every_error():
    return sorted(
        (
            each
            for each in vars(errors).values()
            if isinstance(each, type) and issubclass(each, errors.SourceError)
        ),
        key=lambda each: each.__name__,
    )


@pytest.mark.parametrize("error", every_error())
def test_each_error_says_one_line_and_has_its_own_code(error):
    assert "\n" not in error.message
    assert error.message.endswith(".")
    assert [each.code for each in every_error()].count(error.code) == 1


def test_notices_are_sentences_that_can_be_said_in_another_language():
    notice = Notice("Page {page} has no text.", page=3)

    assert (
        notice.told({"Page {page} has no text.": "Sida {page} saknar text."}.__getitem__)
        == "Sida 3 saknar text."
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(
        st.binary(max_size=400),
        st.binary(max_size=200).map(b"PK\x03\x04".__add__),
        st.binary(max_size=200).map(b"PK\x03\x04word/".__add__),
        st.binary(max_size=200).map(b"{\\rtf".__add__),
        st.text(max_size=200).map(str.encode),
    )
)
def test_arbitrary_bytes_are_read_or_refused(keep, data):
    path = keep(data)
    with suppress(errors.SourceError):
        assert any(line.strip() for line in read_source(path).lines)
