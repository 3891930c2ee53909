"""Invented text as the readers get it: numbered, stripped lines."""

from textwrap import dedent

from forebygg.casefile.paper import Line


def typed(text: str, *, furniture: tuple[str, ...] = ()) -> list[Line]:
    rows = dedent(text).strip("\n").split("\n")
    return [Line(number, row.strip(), row.strip() in furniture) for number, row in enumerate(rows, start=1)]
