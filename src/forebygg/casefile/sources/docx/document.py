"""A DOCX to a text: what stands on the paper when it is printed with its changes accepted."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from forebygg.casefile.paper import Text
from forebygg.casefile.sources.docx.body import Body
from forebygg.casefile.sources.docx.numbering import Numbering
from forebygg.casefile.sources.docx.package import Package
from forebygg.casefile.sources.docx.paragraphs import Reading
from forebygg.casefile.sources.docx.styles import Styles, is_on
from forebygg.casefile.sources.docx.xml import blocks_of, tree_of
from forebygg.casefile.sources.lines import lines_of
from forebygg.core.messages import N_, Notice

_DELETED: Final = N_("Tracked changes: inserted text is read, deleted text is left out.")
_HIDDEN: Final = N_("Hidden text is left out.")
_COMMENTS: Final = N_("Comments in the margin are left out.")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_docx(data: bytes, *, file: str) -> Text:
    """The text of the document; raises BrokenDocx, DocxTooLarge, DocxTooDeep or NoText.

    The head of the first page is read once, since date and registry number often stand nowhere else;
    later heads and all feet are left out.
    """
    package = Package(data)
    numbering = Numbering(_part(package, "numbering"))
    styles = Styles(_part(package, "styles"), numbering)
    reading = Reading()
    body = Body(styles, numbering, reading)
    section: Element | None = None
    for block in blocks_of(package.chunks(package.main)):
        if section is None:
            section = block if block.tag == "sectPr" else block.find("pPr/sectPr")
        body.add((block,))
    head = Body(styles, numbering, reading)
    if section is not None and (name := _head(package, section)) is not None:
        head.add(tree_of(package.chunks(name)))
    notes = list(_notes(package, reading, styles, numbering))
    lines = [*head.lines, "", *body.lines, *notes]
    return Text(
        file=file,
        form="docx",
        lines=lines_of("\n".join(lines).strip("\n")),
        notices=_notices(package, reading),
    )


def _part(package: Package, kind: str) -> Element | None:
    name = package.related(kind)
    return None if name is None else tree_of(package.chunks(name))


def _head(package: Package, section: Element) -> str | None:
    """The head that the first page of the first section shows."""
    title_page = section.find("titlePg")
    wanted = "first" if title_page is not None and is_on(title_page.attrib) else "default"
    for reference in section.findall("headerReference"):
        if reference.get("type", "default") == wanted:
            return package.parts.get(reference.get("r:id", ""), ("", None))[1]
    return None


def _notes(package: Package, reading: Reading, styles: Styles, numbering: Numbering) -> Iterator[str]:
    """The notes in the order of their references, each after a blank line."""
    texts = {
        (kind, note.get("id", "")): note
        for kind in ("footnote", "endnote")
        if (part := _part(package, f"{kind}s")) is not None
        for note in part.findall(kind)
    }
    for number, key in enumerate(tuple(reading.notes), 1):
        if (note := texts.get(key)) is not None:
            body = Body(styles, numbering, reading)
            body.add(note)
            if body.lines:
                yield ""
                yield f"{str(number).translate(_RAISED)} {body.lines[0].lstrip()}"
                yield from body.lines[1:]


def _notices(package: Package, reading: Reading) -> tuple[str, ...]:
    told = (
        (reading.deleted, _DELETED),
        (reading.hidden, _HIDDEN),
        (package.related("comments"), _COMMENTS),
    )
    return tuple(Notice(message) for is_so, message in told if is_so)
