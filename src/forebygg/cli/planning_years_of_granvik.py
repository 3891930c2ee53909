"""What the year of the invented Granvik holds, for the demo. Django has to have begun before."""

import datetime as dt
from typing import Final

from forebygg.accounts.models import Municipality, SystemUser
from forebygg.accounts.services import system_user
from forebygg.organisation.models import Unit
from forebygg.reminders.models import Occasion
from forebygg.reminders.models.occasions import OccasionKind
from forebygg.reminders.rules.days import When
from forebygg.reminders.services.year import Planned, add, add_all

# What comes back every year: its kind, its title, its month, and what it is for.
_YEARLY: Final = (
    (OccasionKind.SITUATION, "Lägesbilden uppdateras", 2, "Underlag för rådets möte i mars."),
    (OccasionKind.ROUND, "Uppföljning av planen inleds", 3, ""),
    (OccasionKind.BUDGET, "Ramar för nästa år", 5, "Åtaganden utan medel lyfts i budgetberedningen."),
    (OccasionKind.AGREEMENT, "Överenskommelsen med polisen ses över", 9, ""),
    (OccasionKind.ROUND, "Uppföljningen redovisas för kommunfullmäktige", 11, ""),
)
_BOARD: Final = ("Utbildningsnämnden", "Sammanträde")
_BOARD_MEETS: Final = (
    (1, 19),
    (2, 16),
    (3, 16),
    (4, 20),
    (5, 18),
    (6, 15),
    (8, 24),
    (9, 21),
    (10, 19),
    (11, 16),
)
_COUNCIL: Final = "Möte i brottsförebyggande rådet"
_COUNCIL_MEETS: Final = ((3, 9), (6, 8), (9, 14), (12, 7))


def plan_years_of_granvik(municipality: Municipality, *, today: dt.date) -> None:
    """Of the year that runs; a second time changes nothing."""
    if Occasion.objects.of(municipality).exists():
        return
    by, year = system_user(SystemUser.COMMAND), today.year
    for kind, title, month, reason in _YEARLY:
        yearly = Planned(kind=kind, title=title, when=When(year, month), is_yearly=True, reason=reason)
        add(yearly, within=municipality, by=by)
    name, title = _BOARD
    board = Unit.objects.of(municipality).standing().filter(name=name).first()
    for kind, words, of, days in (
        (OccasionKind.BOARD, title, board, _BOARD_MEETS),
        (OccasionKind.COUNCIL, _COUNCIL, None, _COUNCIL_MEETS),
    ):
        whens = [When(year, month, day) for month, day in days]
        planned = Planned(kind=kind, title=words, when=whens[0], board=of)
        add_all(planned, whens, within=municipality, by=by)
