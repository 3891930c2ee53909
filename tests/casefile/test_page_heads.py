"""Running heads as municipalities of other habits print them; all invented."""

from textwrap import dedent

import pytest

from forebygg.casefile.pages import mark
from forebygg.casefile.paper import Text

HEADS = {
    "body, date and a bare number": "Kommunfullmäktige 2017-09-04                                   {page}",
    "protocol and a bare number": "GRANVIKS KOMMUN    PROTOKOLL      {page}\nSocialnämnden    2016-06-09",
    "sheets": "Granviks kommun     Sammanträdesprotokoll     Blad {page}\nKommunfullmäktige   2012-05-09",
    "pages in brackets": "GRANVIKS KOMMUN  PROTOKOLL  Sida\nSocialnämnden  Sammanträdesdatum  {page} [36]",
    "sheets of many": "Granvik     Sammanträdesprotokoll     Blad {page} (34)\nSocialnämnden   2012-05-09",
}  # fmt: skip


def kept(text):
    lines = tuple(dedent(text).strip("\n").split("\n"))
    marked = mark(Text(file="a.txt", form="text", lines=lines)).lines
    return [line.text for line in marked if line.text and not line.furniture]


@pytest.mark.parametrize("form", HEADS)
def test_a_head_with_the_pages_number_is_no_text(form):
    pages = "\n\n".join(f"{HEADS[form].format(page=page)}\n\nText på sidan." for page in (3, 4, 5))
    assert kept(pages) == ["Text på sidan."] * 3


def test_a_number_in_a_table_is_text():
    assert kept("Antal ärenden under året        14\n\nText efter.") == [
        "Antal ärenden under året        14",
        "Text efter.",
    ]
