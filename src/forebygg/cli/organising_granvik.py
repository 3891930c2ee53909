"""The invented Granvik's organisation, for the demo. Django has to have begun before this module is read."""

import datetime as dt
from importlib import resources
from typing import Final

from forebygg.accounts.models import Municipality, SystemUser
from forebygg.accounts.services import system_user
from forebygg.cli.organising import Wanted, stored
from forebygg.organisation.models import Nearness, Scope, Unit
from forebygg.organisation.services.scope import decide_scope

COUNTED_ON: Final = dt.date(2025, 9, 15)
DECIDED_ON: Final = dt.date(2025, 10, 2)
# Some are left, as in any municipality that has begun.
SCOPE: Final = (
    (
        Nearness.CONTACT,
        "Möter barn och unga varje dag, och är de som först märker oro.",
        ("Granviksskolan", "Norra skolan", "Granviks gymnasium", "Elevhälsan", "Fritidsgården Verkstan"),
    ),
    (
        Nearness.CONTACT,
        "Tar emot orosanmälningar och håller samtal med familjer.",
        ("Barn och familj", "Vuxenenheten", "Fältgruppen"),
    ),
    (
        Nearness.TOUCHED,
        "Hyr ut lokaler och ska följa den nya rutinen för uthyrning.",
        ("Stadsbiblioteket", "Granviksbostäder AB", "Kultur- och fritidsförvaltningen"),
    ),
    (
        Nearness.OUTSIDE,
        "Har varken besökare eller uppgifter som planen rör.",
        ("Tekniska kontoret", "Samhällsbyggnadsnämnden"),
    ),
)


def organise_granvik(municipality: Municipality) -> None:
    """Its units and staff, and how near the plan comes to some of them; a second time changes nothing."""
    file = resources.files("forebygg.organisation") / "examples" / "granvik.csv"
    stored(Wanted(file.read_bytes(), municipality, COUNTED_ON))
    if Scope.objects.of(municipality).exists():
        return
    by = system_user(SystemUser.COMMAND)
    for nearness, reason, names in SCOPE:
        units = list(Unit.objects.of(municipality).filter(name__in=names))
        decide_scope(units, nearness, reason, within=municipality, on=DECIDED_ON, by=by)
