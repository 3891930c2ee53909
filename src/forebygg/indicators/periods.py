"""What a period is called: 2025, spring term 2025, March 2025."""

import datetime as dt

from babel.dates import format_date
from django.utils.translation import get_language, gettext


def period_name(period: str, start: dt.date) -> str:
    """The period of that length that begins on *start*, in the reader's language."""
    if period == "month":
        return format_date(start, "LLLL y", locale=get_language() or "sv")
    if period == "quarter":
        return gettext("quarter {quarter} of {year}").format(quarter=(start.month + 2) // 3, year=start.year)
    is_first = start.month == 1
    if period == "half_year":
        words = gettext("first half of {year}") if is_first else gettext("second half of {year}")
    elif period == "term":
        words = gettext("spring term {year}") if is_first else gettext("autumn term {year}")
    else:
        words = "{year}"
    return words.format(year=start.year)
