"""Which label a value can be the value of, where the page was read column by column."""

import re
from typing import Final

from forebygg.casefile.papers.covers.fields import Field
from forebygg.casefile.people import NAME, PARTY
from forebygg.core.dates import DATE, first_date

PAGE: Final = re.compile(
    r"(?:sida?\s*)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av\s+\d{1,3})?|[-–]\s*\d{1,3}\s*[-–]", re.IGNORECASE
)
NAMED: Final = re.compile(rf"{NAME}\s*(?:\(\s*(?:{PARTY})\s*\))?")
SIGNERS: Final = frozenset({Field.SECRETARY, Field.CHAIR, Field.VICE_CHAIR, Field.APPROVERS})
DATED: Final = frozenset({Field.DATE, Field.POSTED, Field.REMOVED, Field.APPROVAL, Field.APPEAL})


def suits(field: Field, text: str) -> bool:
    """Whether a value that comes after several labels can be this label's."""
    digits = any(letter.isdigit() for letter in text)
    if field in DATED:
        return bool(DATE.search(text))
    if field in {Field.TIME, Field.PARAGRAPHS}:
        return digits and first_date(text) is None
    if field in SIGNERS:
        return bool(NAMED.fullmatch(text))
    if field is Field.ASIDE:
        return bool(PAGE.fullmatch(text))
    return not digits if field is Field.BODY else first_date(text) is None
