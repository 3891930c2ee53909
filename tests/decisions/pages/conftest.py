import datetime as dt

import pytest
from django.utils import timezone
from django.utils.translation import override

from forebygg.decisions.models import Item, Meeting


@pytest.fixture
def item(granvik_case):
    """Granvik's item of a paragraph."""
    return lambda paragraph: Item.objects.get(case=granvik_case, paragraph=paragraph)


@pytest.fixture
def meeting(granvik_case):
    """The meeting whose first paragraph that is."""
    return lambda paragraph: Meeting.objects.get(case=granvik_case, first_paragraph=paragraph)


@pytest.fixture
def release(granvik_case, person):
    """Let the public see these papers of Granvik's, by number."""

    def act(*numbers):
        papers = granvik_case.papers.filter(number__in=numbers)
        papers.update(released_at=timezone.now(), released_by=person)

    return act


@pytest.fixture
def address():
    """Where a row is shown: in English, whose words are the code's own."""

    def of(row, language="en"):
        with override(language):
            return row.get_absolute_url()

    return of


@pytest.fixture
def freeze(monkeypatch):
    """Make it another day."""

    def on(day):
        monkeypatch.setattr(timezone, "localdate", lambda *_: dt.date.fromisoformat(day))

    return on
