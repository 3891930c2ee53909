"""What a paragraph says: text, tabs, line and page breaks; deleted and hidden text left out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from forebygg.casefile.sources.docx.styles import is_on

PAGE: Final = "\f"
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_PASSED_OVER: Final = frozenset({"pPr", "rPr", "sdtPr", "mc:Fallback", "instrText", "rt", "tblPr", "sectPr"})
_DELETED: Final = frozenset({"del", "moveFrom"})
_SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BULLETS: Final = frozenset({"F0B7", "F0A7", "F0D8", "F076", "F0FC"})


@dataclass
class Reading:
    """What is met on the way through a document and told at its end."""

    notes: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes and endnotes by kind and identity, in the order in which the text refers to them."""

    boxes: list[Element] = field(default_factory=list)
    """Text boxes of the paragraph just read, to be set after it."""

    fields: list[bool] = field(default_factory=list)
    """For every open field, whether its result has begun: what stands before is an instruction."""

    deleted: int = 0
    hidden: int = 0

    def text(self, paragraph: Element) -> str:
        """The paragraph, with the line breaks and page breaks that somebody set in it."""
        return "".join(self._pieces(paragraph))

    def _pieces(self, element: Element) -> Iterator[str]:
        for child in element:
            name = child.tag
            if name in _PASSED_OVER:
                continue
            if name in _DELETED:
                self.deleted += any(len(run) > 1 or run.find("rPr") is None for run in child.iter("r"))
            elif name == "r":
                yield from self._run(child)
            elif name == "sdt":
                yield from self._control(child)
            elif name == "m:t":
                yield child.text or ""
            else:
                yield from self._pieces(child)

    def _control(self, control: Element) -> Iterator[str]:
        """A content control; one that nobody has filled in shows its prompt, which is not the paper's."""
        if control.find("sdtPr/showingPlcHdr") is None:
            yield from self._pieces(control)

    def _run(self, run: Element) -> Iterator[str]:
        raised = False
        if (properties := run.find("rPr")) is not None:
            if (vanish := properties.find("vanish")) is not None and is_on(vanish.attrib):
                self.hidden += 1
                return
            position = properties.find("vertAlign")
            raised = position is not None and position.get("val") == "superscript"
        for piece in self._run_pieces(run):
            yield piece.translate(_SUPERSCRIPTS) if raised and piece.isdecimal() else piece

    def _run_pieces(self, run: Element) -> Iterator[str]:
        for child in run:
            name = child.tag
            if name == "fldChar":
                self._field(child.get("fldCharType", ""))
            elif name in _PASSED_OVER or not all(self.fields):
                continue
            elif name == "t":
                yield (child.text or "").replace("\n", " ")
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "br":
                yield PAGE if child.get("type") == "page" else "\n"
            elif name == "sym":
                yield _symbol(child.get("char", ""))
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append((name.removesuffix("Reference"), child.get("id", "")))
                yield str(len(self.notes)).translate(_SUPERSCRIPTS)
            else:
                self.boxes.extend(_boxes(child))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields and kind == "end":
            self.fields.pop()


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes in a drawing, each once: its fallback for older programs is passed over."""
    for child in element:
        if child.tag == "txbxContent":
            yield child
        elif child.tag not in _PASSED_OVER:
            yield from _boxes(child)


def _symbol(code: str) -> str:
    if code.upper() in _BULLETS:
        return "•"
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    number -= 0xF000 if 0xF000 <= number <= 0xF0FF else 0
    return chr(number) if 0x20 <= number < 0xD800 else ""
