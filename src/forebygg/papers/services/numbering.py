"""Numbers that are given once and never again."""

from forebygg.accounts.models import Municipality
from forebygg.papers.models import Series


def next_number(municipality: Municipality, of: Series.Of) -> int:
    """The next number of the municipality's series; its row is locked until the act is done."""
    Series.objects.get_or_create(municipality=municipality, of=of)
    series = Series.objects.select_for_update().get(municipality=municipality, of=of)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last
