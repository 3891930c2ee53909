"""Damaged and hostile packages."""

import io
import random
import zipfile
import zlib
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forebygg.casefile import errors
from forebygg.casefile.sources import read_source
from forebygg.casefile.sources.docx import package, xml

PARAGRAPH = "<w:p><w:r><w:t>Beslut</w:t></w:r></w:p>"


def test_a_docx_is_read(pack_docx, keep):
    text = read_source(keep(pack_docx(PARAGRAPH)))

    assert (text.form, text.encoding, text.lines, text.notices) == ("docx", None, ("Beslut",), ())


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_docx_that_was_cut_short_is_refused(pack_docx, keep, share):
    data = pack_docx(PARAGRAPH)

    with pytest.raises(errors.BrokenDocx):
        read_source(keep(data[: int(len(data) * share)]))


@pytest.mark.parametrize(
    "document",
    [
        "<w:document",
        "<w:document><w:body></w:document>",
        "",
        "inte xml",
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>',
        '<!DOCTYPE x SYSTEM "file:///etc/hostname"><x/>',
    ],
)
def test_a_document_that_is_not_xml_or_declares_entities_is_refused(pack_docx, keep, document):
    with pytest.raises(errors.SourceError) as refused:
        read_source(keep(pack_docx("", document=document or " ")))

    assert isinstance(refused.value, errors.BrokenDocx)


def test_a_docx_without_text_says_so(pack_docx, keep):
    with pytest.raises(errors.NoText):
        read_source(keep(pack_docx("<w:p/>")))


def test_a_docx_that_unpacks_to_gigabytes_is_refused(keep):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<document>" + b" " * 80_000_000)

    with pytest.raises(errors.DocxTooLarge):
        read_source(keep(buffer.getvalue()))


def test_a_part_that_lies_about_its_size_is_still_bounded(pack_docx, keep, monkeypatch):
    monkeypatch.setattr(package, "MOST_UNPACKED", 400)
    data = pack_docx(PARAGRAPH * 50)

    with pytest.raises(errors.DocxTooLarge):
        read_source(keep(data))


def test_a_directory_of_countless_parts_is_not_opened(pack_docx, keep, monkeypatch):
    monkeypatch.setattr(package, "LARGEST_DIRECTORY", 40)

    with pytest.raises(errors.DocxTooLarge):
        read_source(keep(pack_docx(PARAGRAPH)))


def test_deep_nesting_is_refused(pack_docx, keep):
    with pytest.raises(errors.DocxTooDeep):
        read_source(keep(pack_docx("<w:sdt>" * 300 + "</w:sdt>" * 300)))


def test_countless_parts_are_refused(pack_docx, keep, monkeypatch):
    monkeypatch.setattr(xml, "MOST_ELEMENTS", 100)

    with pytest.raises(errors.DocxTooMany):
        read_source(keep(pack_docx(PARAGRAPH * 50)))


def test_tables_within_tables_are_read_as_deep_as_they_may_be(pack_docx, lines_of_file):
    depth = 60
    body = "<w:tbl><w:tr><w:tc>" * depth + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * depth

    assert lines_of_file(pack_docx(body)) == ["Beslut"]


def test_styles_that_are_based_on_each_other_in_a_circle_are_no_trap(pack_docx, lines_of_file):
    styles = "<w:styles>" + "".join(
        f'<w:style w:styleId="{one}"><w:basedOn w:val="{other}"/></w:style>' for one, other in ("ab", "ba")
    ) + "</w:styles>"  # fmt: skip
    body = f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>{PARAGRAPH[5:]}'

    assert lines_of_file(pack_docx(body, styles=styles)) == ["Beslut"]


def test_an_encrypted_part_is_refused(pack_docx, keep):
    data = bytearray(pack_docx(PARAGRAPH))
    entry = data.rfind(b"PK\x01\x02")
    while entry >= 0:
        data[entry + 8] |= 1
        entry = data.rfind(b"PK\x01\x02", 0, entry)

    with pytest.raises(errors.BrokenDocx):
        read_source(keep(bytes(data)))


def test_parts_outside_the_package_are_not_fetched(keep):
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" TargetMode="External" Target="styles.xml" Type="x/relationships/styles"/>'
        '<Relationship Id="b" Target="../../../../etc/hostname" Type="x/relationships/footnotes"/>'
        "</Relationships>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/_rels/document.xml.rels", relations)
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{"http://schemas.openxmlformats.org/wordprocessingml/2006/main"}">'
            f"<w:body>{PARAGRAPH}</w:body></w:document>",
        )

    assert read_source(keep(buffer.getvalue())).lines == ("Beslut",)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), changes=st.integers(1, 60))
def test_a_damaged_byte_never_does_more_than_refuse(pack_docx, keep, seed, changes):
    data, chance = bytearray(pack_docx(PARAGRAPH * 5)), random.Random(seed)
    for _ in range(changes):
        data[chance.randrange(len(data))] = chance.randrange(256)

    with suppress(errors.SourceError):
        assert read_source(keep(bytes(data))).lines


NAMES = (
    "p r t tbl tr tc sdt sdtContent ins del hyperlink pPr rPr numPr numId br tab sectPr txbxContent".split()
)
TREES = st.recursive(
    st.sampled_from([f"<w:{name}/>" for name in NAMES] + ["<w:t>text</w:t>"]),
    lambda inner: st.builds(
        lambda name, parts: f"<w:{name}>{''.join(parts)}</w:{name}>",
        st.sampled_from(NAMES),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(TREES, max_size=6))
def test_any_arrangement_of_parts_is_read_or_refused(pack_docx, keep, body):
    with suppress(errors.NoText):
        assert read_source(keep(pack_docx("".join(body)))).lines


def test_a_stream_that_breaks_off_is_refused(keep):
    packed = zlib.compress(b"<w:document>" * 1000)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "x" * 5000)
    data = bytearray(buffer.getvalue())
    start = data.find(b"document.xml") + len(b"document.xml")
    data[start : start + 10] = packed[40:50]

    with pytest.raises(errors.BrokenDocx):
        read_source(keep(bytes(data)))
