"""What the invented Granvik has adopted and wants to reach, for the demo. Django has to have begun before."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from forebygg.accounts.models import Municipality, SystemUser, User
from forebygg.accounts.services import system_user
from forebygg.indicators.models import Direction, Indicator, Period, Sex
from forebygg.indicators.services import Described, Measured, add_indicator, record_outcome
from forebygg.organisation.permissions import Viewer
from forebygg.plans.models import Goal, Plan, Sentence, Wording
from forebygg.plans.selectors.adoptions import in_force
from forebygg.plans.selectors.editions import shelf
from forebygg.plans.services.adopting import Decided, adopt
from forebygg.plans.services.goals import Wanted, add_goals
from forebygg.plans.threads import tell

_TARGET_ON: Final = dt.date(2027, 12, 31)


@dataclass(frozen=True)
class _Told:
    """An indicator with its outcomes: the day, the value, how many people it rests on, of whom."""

    described: Described
    outcomes: tuple[tuple[dt.date, int, int | None, Sex], ...]
    source: str


_SURVEY: Final = _Told(
    Described(
        name="Anställda som vet vart de vänder sig med oro",
        unit="procent",
        direction=Direction.UP,
        period=Period.YEAR,
        by_sex=True,
        baseline=Decimal(41),
        baseline_on=dt.date(2023, 12, 31),
        target=Decimal(80),
        target_on=_TARGET_ON,
    ),
    (
        (dt.date(2024, 10, 1), 52, 312, Sex.ALL),
        (dt.date(2024, 10, 1), 54, 231, Sex.WOMEN),
        (dt.date(2024, 10, 1), 47, 81, Sex.MEN),
        (dt.date(2025, 10, 1), 63, 327, Sex.ALL),
        (dt.date(2025, 10, 1), 65, 240, Sex.WOMEN),
        (dt.date(2025, 10, 1), 58, 87, Sex.MEN),
    ),
    "Medarbetarenkäten, fråga 14",
)
_MANAGERS: Final = _Told(
    Described(
        name="Chefer som har gått fördjupningen",
        unit="procent",
        direction=Direction.UP,
        period=Period.TERM,
        by_sex=True,
        baseline=Decimal(10),
        baseline_on=dt.date(2024, 12, 31),
        target=Decimal(90),
        target_on=_TARGET_ON,
    ),
    # Three men are so few that neither they nor the women are shown.
    (
        (dt.date(2025, 3, 1), 26, 23, Sex.ALL),
        (dt.date(2025, 3, 1), 25, 20, Sex.WOMEN),
        (dt.date(2025, 3, 1), 33, 3, Sex.MEN),
        (dt.date(2025, 9, 1), 91, 23, Sex.ALL),
        (dt.date(2025, 9, 1), 90, 20, Sex.WOMEN),
        (dt.date(2025, 9, 1), 100, 3, Sex.MEN),
    ),
    "Utbildningsregistret",
)
_TALKS: Final = _Told(
    Described(
        name="Samtal i stödet till anhöriga",
        unit="samtal",
        direction=Direction.UP,
        period=Period.HALF_YEAR,
        baseline=Decimal(14),
        baseline_on=dt.date(2024, 12, 31),
        target=Decimal(30),
        target_on=_TARGET_ON,
    ),
    ((dt.date(2025, 2, 1), 16, None, Sex.ALL), (dt.date(2025, 8, 1), 13, None, Sex.ALL)),
    "Familjerådgivningens statistik",
)
_PURPOSE: Final = ("ge personalen kunskap", "Planen ska ge personalen kunskap att agera tidigt och lugnt")
_GOALS: Final = (
    (
        "Den som möter barn och unga",
        "Alla som möter barn och unga i sitt arbete vet vad de ska göra när de blir oroliga.",
        (_SURVEY, _MANAGERS),
    ),
    ("Kommunen ska erbjuda anhöriga", "Den som är orolig för en anhörig får råd och stöd.", (_TALKS,)),
)


def plan_for_granvik(municipality: Municipality) -> None:
    """The decision recorded, a purpose, its goals and their figures; a second time changes nothing."""
    plan = Plan.objects.of(municipality).select_related("municipality").order_by("number").first()
    by = system_user(SystemUser.COMMAND)
    if plan is None or in_force(plan) or Goal.objects.of(municipality).exists():
        return
    _adopt(plan, by)
    opening, text = _PURPOSE
    purpose = Wanted(kind=Goal.Kind.PURPOSE, text=text, sentence=_sentence(plan, opening))
    [above] = add_goals(plan, [purpose], by=by)
    wanted = [
        Wanted(
            kind=Goal.Kind.GOAL,
            text=text,
            above=above,
            sentence=_sentence(plan, opening),
            indicators=[_indicator(told, municipality, by) for told in followed],
        )
        for opening, text, followed in _GOALS
    ]
    add_goals(plan, wanted, by=by)


def _adopt(plan: Plan, by: User) -> None:
    """What a registrar would record, having read the council's minutes."""
    viewer = Viewer(by)
    editions = shelf(plan, seen_by=viewer).editions
    found = tell(editions, (), seen_by=viewer).adopted
    for edition in editions:
        decision = found.get(edition.pk)
        if decision and decision.on:
            decided = Decided(
                on=decision.on, paragraph=decision.paragraph, body=decision.body, extract=decision.paper
            )
            adopt(edition, decided, by=by)


def _sentence(plan: Plan, opening: str) -> Sentence | None:
    of = Wording.objects.of(plan.municipality).filter(edition__plan=plan, text__startswith=opening)
    wording = of.select_related("sentence").order_by("-edition__date").first()
    return wording.sentence if wording else None


def _indicator(told: _Told, municipality: Municipality, by: User) -> Indicator:
    indicator = add_indicator(told.described, within=municipality, by=by)
    for on, value, heads, sex in told.outcomes:
        measured = Measured(on=on, value=Decimal(value), source=told.source, sex=sex, heads=heads)
        record_outcome(indicator, measured, by=by)
    return indicator
