"""Copies of one paper that read differently: which reading is taken and why, or both."""

from collections.abc import Iterator

from forebygg.casefile.copies import Difference
from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Finding


def differences(evidence: Evidence) -> Iterator[Finding]:
    """Each place where copies read differently, raised on a copy that does not read as is taken."""
    for difference in evidence.differences:
        yield Finding(
            code="copies_differ" if difference.by else "copies_unsettled",
            values=_values(difference),
            caveat=f"by_{difference.by}" if difference.by else None,
            document=_misread(difference),
            places=tuple(
                evidence.place(document, lines)
                for document, lines in zip(difference.documents, difference.lines, strict=True)
            ),
        )


def _misread(difference: Difference) -> str:
    """The first copy whose reading is not the one taken; where none is taken, the later copy."""
    taken = difference.taken if difference.by else difference.readings[0]
    others = zip(difference.documents, difference.readings, strict=True)
    return next((document for document, reading in others if reading != taken), difference.documents[0])


def _values(difference: Difference) -> dict[str, str]:
    readings = [
        " ".join(filter(None, (difference.before, reading, difference.after)))
        for reading in difference.readings
    ]
    first, second = readings[0], next((other for other in readings[1:] if other != readings[0]), readings[0])
    values = {"first": first, "second": second}
    if difference.by:
        values["taken"] = difference.taken or ""
    return values
