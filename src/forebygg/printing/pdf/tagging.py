"""The tree of tags that a PDF is read aloud by, and what the file claims of itself.

WeasyPrint writes PDF/A or PDF/UA and leaves something out of both. What it leaves out is added while it
builds the tree: afterwards nobody knows which element of the page a tag came from.
"""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

Foreign: TypeAlias = Any  # of WeasyPrint and pydyf, which have no types

CLAIM: Final = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" />\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Which part of ISO 14289 the file follows</pdfaProperty:description>\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
</rdf:li></rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
"""That the file is PDF/UA-1, and what that means, which PDF/A asks to be told (ISO 19005-2, 6.6.2.3)."""


class Tags:
    """Takes the place of WeasyPrint's function that makes the tree of tags, which it calls for every box.

    - A head of a table says whether it is that of a column or of a row.
    - Words in another language say which.
    - What stands in the margin of every page is no content: it is drawn as an artifact and stands in no tree.
    """

    def __init__(self, original: Foreign, text_box: type, margin_box: type, string: Foreign) -> None:
        self.original, self.text_box, self.margin_box, self.string = original, text_box, margin_box, string
        self.repeated: set[tuple[int, int]] = set()

    def __call__(  # noqa: PLR0913, PLR0917 - as WeasyPrint calls it
        self,
        box: Foreign,
        parent: Foreign,
        pdf: Foreign,
        page: int,
        nums: dict[int, str],
        notes: list[Foreign],
        tags: Foreign,
    ) -> Iterator[Foreign]:
        if isinstance(box, self.margin_box):
            for words in self._words(box):
                mark = tags.pop(words)["mcid"]
                self.repeated.add((page, mark))
                nums[mark] = "null"
            return
        for element in self.original(box, parent, pdf, page, nums, notes, tags):
            self._describe(box, element)
            yield element

    def _words(self, box: Foreign) -> Iterator[Foreign]:
        if isinstance(box, self.text_box):
            yield box
        for child in getattr(box, "children", ()):
            yield from self._words(child)

    def _describe(self, box: Foreign, element: Foreign) -> None:
        if box.element is None:
            return
        if element["S"] == "/TH":
            is_row = box.element.attrib.get("scope") == "row"
            element["A"]["Scope"] = "/Row" if is_row else "/Column"
        if "::" not in box.element_tag and (language := box.element.attrib.get("lang")):
            element["Lang"] = self.string(language)

    def clear_margins(self, streams: list[Foreign]) -> None:
        """Draw as artifacts what was drawn as content before anybody knew where it stood."""
        for number, page in enumerate(streams):
            drawn = page.stream
            for place, part in enumerate(drawn):
                if isinstance(part, dict) and (number, part.get("MCID")) in self.repeated:
                    drawn[place - 1] = "/Artifact"
                    drawn[place] = "<</Type /Pagination>>"


def tag(weasyprint: Foreign, boxes: Foreign, string: Foreign) -> None:
    """Let WeasyPrint build its trees by `Tags` from now on."""
    tree = weasyprint.pdf.tags
    tags = Tags(tree._build_box_tree, boxes.TextBox, boxes.MarginBox, string)  # noqa: SLF001
    tree._build_box_tree = tags  # noqa: SLF001
    original = tree.add_tags

    def add_tags(pdf: Foreign, document: Foreign, version: Foreign, streams: list[Foreign]) -> None:
        original(pdf, document, version, streams)
        tags.clear_margins(streams)

    weasyprint.pdf.add_tags = add_tags


def claim(metadata: Foreign) -> None:
    """Let the file say that it is PDF/UA-1, beside the PDF/A that WeasyPrint says."""
    describe = metadata.generate_rdf_metadata

    def described(*which: Foreign) -> bytes:
        return bytes(describe(*which)).replace(b"</rdf:RDF>", CLAIM + b"</rdf:RDF>")

    metadata.generate_rdf_metadata = described
