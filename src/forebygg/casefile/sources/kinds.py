"""What a file is, told by its first bytes and never by its name."""

from enum import Enum, auto
from typing import Final

from forebygg.casefile.errors import (
    EmptyFile,
    EncryptedDocx,
    NotText,
    OtherForm,
    PictureFile,
    SourceError,
)
from forebygg.casefile.sources.encodings import is_wide


class Kind(Enum):
    """The forms that are read."""

    TEXT = auto()
    PDF = auto()
    DOCX = auto()


_PICTURES: Final = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"BM": "BMP",
}
_OTHERS: Final = {
    b"{\\rtf": "RTF",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"\xffWPC": "WordPerfect",
    b"%!PS": "PostScript",
}
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = b"PK\x03\x04"
_WEB: Final = (b"<!doctype html", b"<html")
_PDF_WITHIN: Final = 1024
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SAMPLE: Final = 65_536
_CONTROLS: Final = bytes({*range(32), 127} - {*b"\t\n\v\f\r\x1a\x1e"})


def kind_of(data: bytes) -> Kind:
    """The form of *data*; raises EmptyFile, NotText, OtherForm, PictureFile or EncryptedDocx."""
    if not data:
        raise EmptyFile
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Kind.PDF
    if data.startswith(_ZIP):
        return _zip(data)
    if data.startswith(_OLE):
        raise _old_office(data)
    _refuse_known(data)
    if _is_binary(data):
        raise NotText
    return Kind.TEXT


def _refuse_known(data: bytes) -> None:
    """Name the form of a file that some other program made, so that the advice can be exact."""
    for magic, name in _PICTURES.items():
        if data.startswith(magic) and (magic != b"BM" or _is_binary(data)):  # words may begin with BM
            raise PictureFile(form=name)
    for magic, name in _OTHERS.items():
        if data.startswith(magic):
            raise OtherForm(form=name)
    if data[:_PDF_WITHIN].lstrip().lower().startswith(_WEB):
        raise OtherForm(form="HTML")


def _zip(data: bytes) -> Kind:
    """A DOCX or another package; the names of its parts stand uncompressed in the file."""
    head = data[:200]
    if b"mimetypeapplication/vnd.oasis.opendocument" in head:
        raise OtherForm(form="OpenDocument")
    if b"word/" in data:
        return Kind.DOCX
    for part, name in ((b"xl/workbook", "Excel"), (b"ppt/presentation", "PowerPoint"), (b"Index/", "Pages")):
        if part in data:
            raise OtherForm(form=name)
    if b"[Content_Types].xml" in data:
        return Kind.DOCX  # cut short before its parts were named: its own reader says so
    raise OtherForm(form="ZIP")


def _old_office(data: bytes) -> SourceError:
    """Word 97 and its like share their container with locked DOCX files."""
    if _ENCRYPTED in data:
        return EncryptedDocx()
    return OtherForm(form="Word 97–2003" if "WordDocument".encode("utf-16-le") in data else "Office 97–2003")


def _is_binary(data: bytes) -> bool:
    """More than one control character in fifty, at the beginning or in the middle of the file."""
    if is_wide(data):
        return False
    middle = len(data) // 2
    for start in (0, middle):
        sample = data[start : start + _SAMPLE]
        if (len(sample) - len(sample.translate(None, _CONTROLS))) * 50 > len(sample):
            return True
    return False
