"""What a person is shown of a plan's headings, to say whether they are."""

from dataclasses import dataclass

from forebygg.casefile.facts import LineRange


@dataclass(frozen=True, kw_only=True)
class OutlineLine:
    """A line that is or could be a heading; `taken` tells whether the reader takes it as one.

    `text` is what is printed on `lines`, `level` 1 for a chapter, 2 for a section in it and so on.
    """

    lines: LineRange
    text: str
    number: str
    title: str
    level: int
    taken: bool
