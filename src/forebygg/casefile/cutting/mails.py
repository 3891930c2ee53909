"""Where a printed e-mail begins: sender, addressee, date and subject, each on its row."""

import re
from typing import Final

from forebygg.casefile.cutting.sheet import Sheet

_FIELD: Final = re.compile(
    r"(?P<field>från|skickat|datum|till|kopia|ämne|bifogade\sfiler|from|sent|to|cc|subject)\s?:",
    re.IGNORECASE,
)


def opens_mail(sheet: Sheet, row: int) -> bool:
    """Whether at least three fields of a mail's head stand in the rows from here."""
    fields = {match["field"].casefold() for text in sheet.ahead(row, 8) if (match := _FIELD.match(text))}
    return len(fields) >= 3
