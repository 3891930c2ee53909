"""A DOCX to a text."""

from forebygg.casefile.errors import BrokenDocx
from forebygg.casefile.paper import Text


def read_docx(data: bytes, *, file: str) -> Text:
    raise BrokenDocx
