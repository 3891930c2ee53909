"""Findings about dates on cover pages whose weekday cannot be right."""

import re
from collections.abc import Iterator
from typing import Final

from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Finding
from forebygg.core.dates import DATE, dated_near

# Looked for first: most rows of a cover are names.
_FIGURES: Final = frozenset("0123456789")
_DAY: Final = re.compile(r"mån|tis|ons|tor|fre|lör|sön", re.IGNORECASE)


def weekdays(evidence: Evidence) -> Iterator[Finding]:
    """A day printed without its year and with a weekday that it has neither that year nor the next."""
    covers = {document.id for document in evidence.documents if document.kind == "minutes_cover"}
    for meeting in evidence.meetings:
        if meeting.document not in covers or not meeting.date:
            continue
        for line in evidence.lines(meeting.document, meeting.lines):
            if _FIGURES.isdisjoint(line.text) or not _DAY.search(line.text):
                continue
            for match in DATE.finditer(line.text):
                if not match["weekday"] or match["year"] or dated_near(match[0], meeting.date):
                    continue
                yield Finding(
                    code="date_weekday_disagrees",
                    values={"text": match[0].strip(), "year": str(meeting.date.year)},
                    document=meeting.document,
                    places=(evidence.place(meeting.document, (line.number, line.number)),),
                )
