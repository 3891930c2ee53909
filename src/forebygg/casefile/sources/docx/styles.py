"""What a paragraph inherits from its style: its list, and the space around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element

from forebygg.casefile.sources.docx.numbering import Numbering

LONGEST_CHAIN: Final = 20
AUTOMATIC: Final = 280
SPACED: Final = 50
"""Twentieths of a point; less space than this is not seen as a blank line."""


@dataclass(frozen=True)
class Shape:
    """`run` and `level` say which list the paragraph is numbered in; spaces are in twentieths of a point."""

    style: str = ""
    name: str = ""
    run: str | None = None
    level: int | None = None
    before: int = 0
    after: int = 0
    contextual: bool = False
    page_break_before: bool = False
    outlined: bool = False

    @property
    def is_heading(self) -> bool:
        """A heading by its built-in name or its place in the outline."""
        return self.outlined or self.name.startswith(("heading ", "title"))

    @property
    def is_contents(self) -> bool:
        """A line in the table of contents."""
        return self.name.startswith("toc ")


class Styles:
    """The styles of a document by identity."""

    def __init__(self, styles: Element | None, numbering: Numbering) -> None:
        self.numbering = numbering
        self.elements: dict[str, Element] = {}
        self.shapes: dict[str, Shape] = {}
        self.default = ""
        self.base = Shape()
        if styles is None:
            return
        for style in styles.findall("style"):
            if style.get("type", "paragraph") == "paragraph":
                identity = style.get("styleId", "")
                self.elements[identity] = style
                if style.get("default") in ("1", "true", "on"):
                    self.default = identity
        if (defaults := styles.find("docDefaults/pPrDefault/pPr")) is not None:
            self.base = _with(self.base, defaults)

    def shape(self, properties: Element | None) -> Shape:
        """The shape of a paragraph with these properties."""
        if properties is None:
            return self.of_style(self.default)
        style = properties.find("pStyle")
        inherited = self.of_style(self.default if style is None else style.get("val", ""))
        own = _with(inherited, properties)
        if own.run is not None and own.level is None:
            return replace(own, level=self.numbering.level_of_style(own.run, own.style))
        return own

    def of_style(self, identity: str) -> Shape:
        """The shape that the style gives, with what it inherits from the styles it is based on."""
        if identity not in self.shapes:
            shape = self.base
            for element in reversed(list(self._chain(identity))):
                if (properties := element.find("pPr")) is not None:
                    shape = _with(shape, properties)
                if shape.run is not None and shape.level is None:
                    level = self.numbering.level_of_style(shape.run, element.get("styleId", ""))
                    shape = replace(shape, level=level)
            name = self.elements[identity].find("name") if identity in self.elements else None
            label = "" if name is None else name.get("val", "").casefold()
            self.shapes[identity] = replace(shape, style=identity, name=label)
        return self.shapes[identity]

    def _chain(self, identity: str) -> Iterator[Element]:
        for _ in range(LONGEST_CHAIN):
            if (element := self.elements.get(identity)) is None:
                return
            yield element
            based = element.find("basedOn")
            identity = "" if based is None else based.get("val", "")


def _with(shape: Shape, properties: Element) -> Shape:
    """The shape, changed by what *properties* says and silent about the rest."""
    changes: dict[str, object] = {}
    if (numbering := properties.find("numPr")) is not None:
        run, level = numbering.find("numId"), numbering.find("ilvl")
        if run is not None:
            number = run.get("val", "0")
            changes["run"] = None if number == "0" else number
            changes["level"] = None
        if level is not None:
            changes["level"] = _integer(level.get("val"))
    if (spacing := properties.find("spacing")) is not None:
        changes |= _space(spacing)
    if (outline := properties.find("outlineLvl")) is not None:
        changes["outlined"] = _integer(outline.get("val")) < 9
    for name, element in (("contextual", "contextualSpacing"), ("page_break_before", "pageBreakBefore")):
        if (switch := properties.find(element)) is not None:
            changes[name] = is_on(switch.attrib)
    return replace(shape, **changes) if changes else shape  # type: ignore[arg-type]


def _space(spacing: Element) -> dict[str, int]:
    space: dict[str, int] = {}
    for side in ("before", "after"):
        if spacing.get(f"{side}Autospacing") in ("1", "true", "on"):
            space[side] = AUTOMATIC
        elif (width := spacing.get(side)) is not None:
            space[side] = _integer(width)
    return space


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a switch is on: it is when it stands there without a value."""
    return attributes.get("val", "1") not in ("0", "false", "off")


def _integer(text: str | None) -> int:
    try:
        return int(float(text or "0"))
    except (ValueError, OverflowError):
        return 0
