"""Whole PDFs, the good ones and those that cannot be read."""

import io
import zlib

import pytest
from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.lib.utils import ImageReader

from forebygg.casefile import errors
from forebygg.casefile.sources import read_source
from forebygg.casefile.sources.pdf import limited


def write(sheet):
    sheet.drawString(72, 700, "Kommunfullmäktige beslutar att anta planen.")


def show_picture(sheet):
    sheet.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)


def stamped_picture(sheet):
    show_picture(sheet)
    sheet.drawString(400, 820, "Ankom 2031-02-03")


def body(*objects, size=None):
    """A PDF of these objects, the first of which is its catalogue."""
    buffer = io.BytesIO(b"%PDF-1.4\n")
    buffer.seek(0, io.SEEK_END)
    places = []
    for number, each in enumerate(objects, 1):
        places.append(buffer.tell())
        buffer.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = buffer.tell()
    buffer.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    buffer.writelines(b"%010d 00000 n \n" % place for place in places)
    buffer.write(b"trailer\n<</Size %d/Root 1 0 R>>\n" % (size or len(objects) + 1))
    buffer.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return buffer.getvalue()


def drawn(stream):
    packed = zlib.compress(stream)
    return body(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def test_a_pdf_is_read(draw, keep):
    text = read_source(keep(draw(write)))

    assert (text.form, text.encoding, text.notices) == ("pdf", None, ())
    assert text.lines == ("Kommunfullmäktige beslutar att anta planen.",)


@pytest.mark.parametrize("cut", [8, 300, 700])
def test_a_pdf_that_ends_too_early_is_refused(draw, keep, cut):
    with pytest.raises(errors.TruncatedPdf):
        read_source(keep(draw(write)[:-cut]))


def test_a_change_that_was_never_finished_is_refused(draw, keep):
    with pytest.raises(errors.TruncatedPdf):
        read_source(keep(draw(write) + b"\n9 0 obj\n<</Type/Page"))


def test_a_pdf_shorter_than_it_promises_is_refused(draw, keep):
    whole = draw(write)
    data = whole[:9] + b"90 0 obj<</Linearized 1/L 999999>>endobj\n" + whole[9:]

    with pytest.raises(errors.TruncatedPdf):
        read_source(keep(data))


def test_a_locked_pdf_is_refused(draw, keep):
    lock = pdfencrypt.StandardEncryption("hemligt", ownerPassword="agare")

    with pytest.raises(errors.EncryptedPdf):
        read_source(keep(draw(write, encrypt=lock)))


def test_a_pdf_that_only_forbids_changes_is_read(draw, keep):
    lock = pdfencrypt.StandardEncryption("", ownerPassword="agare")

    assert read_source(keep(draw(write, encrypt=lock))).lines


def test_a_scanned_pdf_tells_of_ocr(draw, keep):
    with pytest.raises(errors.ScannedPdf, match="--ocr"):
        read_source(keep(draw(show_picture)))


def test_a_stamp_does_not_make_a_scanned_page_text(draw, keep):
    with pytest.raises(errors.ScannedPdf):
        read_source(keep(draw(stamped_picture, stamped_picture)))


def test_scanned_pages_among_others_are_named(draw, keep):
    text = read_source(keep(draw(write, show_picture, show_picture, write, show_picture)))

    assert text.notices == ("Pages without text, which --ocr can read: 2-3, 5.",)


def test_a_pdf_without_words_is_told_how_to_be_read(draw, keep):
    with pytest.raises(errors.ScannedPdf):
        read_source(keep(draw(lambda _: None)))


@pytest.mark.parametrize(
    "data",
    [
        body(b"not an object"),
        body(b"[" * 20_000),
        body(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 40>>"),
        body(b"<</Type/Catalog>>"),
    ],
)
def test_a_damaged_pdf_is_refused(keep, data):
    with pytest.raises(errors.BrokenPdf):
        read_source(keep(data))


def test_a_pdf_that_claims_endless_pages_is_refused(keep):
    data = body(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>")

    with pytest.raises(errors.TooManyPages):
        read_source(keep(data))


def test_a_page_that_unpacks_to_gigabytes_stops_only_its_reader(keep):
    packer = zlib.compressobj()
    opening = packer.compress(b"BT ") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * 10_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = opening + block * 200 + packer.flush()
    whole = drawn(b"BT ")
    swollen = body(
        *(part.partition(b" obj\n")[2] for part in whole.split(b"\nendobj\n")[:3]),
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )

    with pytest.raises((errors.PdfReaderStopped, errors.NoText, errors.TooSlow)):
        read_source(keep(swollen))


def test_a_reader_that_dies_is_one_clear_error(draw, keep, tmp_path, monkeypatch):
    dying = tmp_path / "child.py"
    dying.write_text("import os\nprint('{\"pages\":1}', flush=True)\nos.abort()\n")
    monkeypatch.setattr(limited, "CHILD", dying)

    with pytest.raises(errors.PdfReaderStopped):
        read_source(keep(draw(write)))


def test_a_reader_that_hangs_is_stopped(draw, keep, tmp_path, monkeypatch):
    hanging = tmp_path / "child.py"
    hanging.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(limited, "CHILD", hanging)
    monkeypatch.setattr(limited, "SECONDS", 0.3)

    with pytest.raises(errors.TooSlow):
        read_source(keep(draw(write)))


def test_a_reader_out_of_processor_time_is_too_slow(draw, keep, tmp_path, monkeypatch):
    spinning = tmp_path / "child.py"
    spinning.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGXCPU)\n")
    monkeypatch.setattr(limited, "CHILD", spinning)

    with pytest.raises(errors.TooSlow):
        read_source(keep(draw(write)))


def test_an_unfinished_answer_is_not_taken_for_the_whole(draw, keep, tmp_path, monkeypatch):
    cut = tmp_path / "child.py"
    cut.write_text("print('{\"pages\":2}')\nprint('{\"words\":[],\"rul', end='')\n")
    monkeypatch.setattr(limited, "CHILD", cut)

    with pytest.raises(errors.PdfReaderStopped):
        read_source(keep(draw(write)))
