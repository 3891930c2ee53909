"""A case is opened, and told anew by each reading."""

from forebygg.accounts.models import Municipality
from forebygg.casefile.facts import CaseHeading
from forebygg.papers.models import Case, Series
from forebygg.papers.services.numbering import next_number


def open_case(municipality: Municipality) -> Case:
    """A new case, with the next number of the municipality's series."""
    number = next_number(municipality, Series.Of.CASE)
    return Case.objects.create(municipality=municipality, number=number)


def tell(case: Case, heading: CaseHeading, *, reader: str) -> None:
    """What the case is called after a reading, and by which version of the reader.

    The revision counts up, so that whoever has read the case meanwhile knows that it is another.
    """
    case.registry_number = heading.registry_number or ""
    case.title = heading.title or ""
    case.read_by = reader
    case.revision += 1
    case.save(update_fields=["registry_number", "title", "read_by", "revision", "last_paper"])
