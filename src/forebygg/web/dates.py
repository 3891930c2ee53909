"""Dates as they are written in running text: 22 november 2026, 22 November 2026."""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date
from django.utils import timezone
from django.utils.translation import get_language


def written_day(day: date, *, weekday: bool = False) -> str:
    """The day in the active language, with the weekday before it if asked."""
    return _written(day, _locale(), weekday=weekday)


# A page says the same few days again and again, and they cost more than the rest of a row.
@lru_cache(maxsize=4096)
def _written(day: date, locale: str, *, weekday: bool) -> str:
    return format_date(day, "EEEE d MMMM y" if weekday else "d MMMM y", locale=locale)


def written_moment(at: datetime) -> str:
    """Day and clock time where the municipality is."""
    local = timezone.localtime(at) if timezone.is_aware(at) else at
    return f"{written_day(local.date())} {local:%H.%M}"


def short_month(day: date) -> str:
    """The day's month as it stands where there is little room: nov."""
    return format_date(day, "LLL", locale=_locale()).rstrip(".")


def _locale() -> str:
    """British English, which puts the day first as Swedish does."""
    language = get_language() or "sv"
    return "en_GB" if language.startswith("en") else language
