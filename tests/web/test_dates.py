from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from forebygg.web.dates import written_day, written_moment

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("language", "weekday", "words"),
    [
        ("sv", False, "22 november 2026"),
        ("sv", True, "söndag 22 november 2026"),
        ("en", False, "22 November 2026"),
        ("en", True, "Sunday 22 November 2026"),
    ],
)
def test_a_day_is_written_out_in_the_readers_language(language, weekday, words):
    with override(language):
        assert written_day(DAY, weekday=weekday) == words


def test_a_moment_is_told_by_the_clock_on_the_wall():
    with override("sv"):
        assert written_moment(datetime(2026, 7, 1, 22, 5, tzinfo=UTC)) == "2 juli 2026 00.05"


def test_a_moment_without_a_zone_is_taken_as_it_stands():
    with override("sv"):
        assert written_moment(datetime(2026, 7, 1, 9, 5)) == "1 juli 2026 09.05"  # noqa: DTZ001


def test_machines_get_the_day_in_figures():
    with override("sv"):
        shown = Template("{% load web %}{% day on %}").render(Context({"on": DAY}))

    assert shown == '<time datetime="2026-11-22">22 november 2026</time>'


def test_an_unknown_day_is_left_out():
    template = Template("{% load web %}[{% day on %}{% moment on %}]")

    assert template.render(Context({"on": None})) == "[]"


def test_machines_get_the_moment_with_its_zone():
    at = datetime(2026, 1, 1, 12, tzinfo=UTC)

    with override("sv"):
        shown = Template("{% load web %}{% moment at %}").render(Context({"at": at}))

    assert shown == '<time datetime="2026-01-01T12:00:00+00:00">1 januari 2026 13.00</time>'
