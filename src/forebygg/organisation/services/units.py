"""Units: opened, renamed, moved, closed down. Nothing is deleted, since what happened there happened."""

import datetime as dt

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.organisation import permissions
from forebygg.organisation.errors import BelowItself, NameTaken, NoSuccessor, StillBelow, TooDeep
from forebygg.organisation.estates import hand_over, require_nothing_left
from forebygg.organisation.events import UnitClosedDown, UnitMoved, UnitOpened, UnitRenamed
from forebygg.organisation.models import Holding, Kind, Unit
from forebygg.organisation.rules import DEEPEST, MUNICIPAL, known_by, plain
from forebygg.organisation.services.checking import check_day
from forebygg.organisation.services.placing import (
    end,
    lock,
    next_number,
    require_an_administrator,
    settle_authorities,
    standing,
)


@transaction.atomic
def open_unit(name: str, kind: Kind, *, within: Municipality, above: Unit | None = None, by: User) -> Unit:
    """A new unit, under another of the municipality or at the top.

    Raises UnitClosed, TooDeep, NameTaken.
    """
    permissions.ORGANISE.require(by, within=within)
    lock(within)
    above = standing(above, within) if above else None
    if _level(above) >= DEEPEST:
        raise TooDeep(limit=DEEPEST)
    _require_free(name, within, above)
    unit = Unit.objects.create(
        municipality=within,
        number=next_number(within),
        kind=kind,
        name=plain(name),
        above=above,
        authority=above.authority if above else None,
    )
    settle_authorities(within)
    unit.refresh_from_db(fields=["authority"])
    record(UnitOpened(unit=unit.pk), about=unit, by=by)
    return unit


@transaction.atomic
def rename(unit: Unit, name: str, kind: Kind, *, by: User) -> Unit:
    """What a unit is called and what it is; whose matters it and those below are follows from the kind.

    Raises UnitClosed, NameTaken, and a CodedError for what an authority that becomes none leaves behind.
    """
    within = unit.municipality
    permissions.ORGANISE.require(by, within=within)
    unit = _locked(unit)
    if (unit.name, unit.kind) == (plain(name), kind):
        return unit
    _require_free(name, within, unit.above, but=unit)
    unit.name, unit.kind = plain(name), kind
    unit.save(update_fields=["name", "kind"])
    settle_authorities(within)
    record(UnitRenamed(unit=unit.pk), about=unit, by=by)
    return unit


@transaction.atomic
def move(unit: Unit, above: Unit | None, *, by: User) -> Unit:
    """Under another unit of the municipality, or to the top, with all that lies below.

    Raises UnitClosed, BelowItself, TooDeep, NameTaken.
    """
    within = unit.municipality
    permissions.ORGANISE.require(by, within=within)
    unit = _locked(unit)
    above = standing(above, within) if above else None
    if unit.above == above:
        return unit
    if above and unit.pk in _way_up(above):
        raise BelowItself(unit=str(unit), above=str(above))
    if _level(above) + _height(unit) > DEEPEST:
        raise TooDeep(limit=DEEPEST)
    _require_free(unit.name, within, above)
    unit.above = above
    unit.save(update_fields=["above"])
    settle_authorities(within)
    record(UnitMoved(unit=unit.pk, above=above.pk if above else None), about=unit, by=by)
    return unit


@transaction.atomic
def close_down(unit: Unit, *, on: dt.date, successor: Unit | None = None, by: User) -> Unit:
    """A unit that is no more. Nobody holds a post there any longer: what it owns is ownerless at once.

    What an authority has kept to itself a successor keeps from now on, which an administrator chooses. Raises
    UnitClosed, StillBelow, NoSuccessor, FutureDay, LastAdministrator, a CodedError for what is left.
    """
    permissions.ORGANISE.require(by, within=unit.municipality)
    check_day(on)
    unit = _locked(unit)
    if below := unit.below.filter(closed_on=None).count():
        raise StillBelow(unit=str(unit), count=below)
    if successor is None:
        require_nothing_left(unit)
    else:
        permissions.APPOINT.require(by, within=unit.municipality)
        hand_over(unit, _successor(successor, unit), by=by)
    posts = _end_holdings(unit)
    unit.closed_on = on
    unit.save(update_fields=["closed_on"])
    record(UnitClosedDown(unit=unit.pk, posts=posts), about=unit, by=by)
    return unit


def _successor(chosen: Unit, unit: Unit) -> Unit:
    """Another of the municipality's authorities. Raises NoSuccessor, UnitClosed."""
    found = standing(chosen, unit.municipality)
    if found == unit or found.kind not in MUNICIPAL:
        raise NoSuccessor(unit=str(found))
    return found


def _locked(unit: Unit) -> Unit:
    """The unit as it stands now, and as it will stand until the act is done."""
    lock(unit.municipality)
    return standing(unit, unit.municipality)


def _require_free(name: str, within: Municipality, above: Unit | None, *, but: Unit | None = None) -> None:
    beside = Unit.objects.of(within).standing().filter(above=above)
    if but:
        beside = beside.exclude(pk=but.pk)
    if known_by(name) in map(known_by, beside.values_list("name", flat=True)):
        raise NameTaken(name=plain(name))


def _way_up(unit: Unit) -> list[int]:
    """The keys of the unit and of all above it."""
    above = dict(Unit.objects.of(unit.municipality).values_list("pk", "above"))
    way: list[int] = []
    here: int | None = unit.pk
    while here is not None:
        way.append(here)
        here = above[here]
    return way


def _level(unit: Unit | None) -> int:
    """How many levels end with it."""
    return len(_way_up(unit)) if unit else 0


def _height(unit: Unit) -> int:
    """How many levels begin with it."""
    height, level = 0, [unit.pk]
    while level:
        height += 1
        level = list(Unit.objects.standing().filter(above__in=level).values_list("pk", flat=True))
    return height


def _end_holdings(unit: Unit) -> list[int]:
    """The posts in the unit that were held until now. Raises LastAdministrator."""
    held = list(Holding.objects.current().filter(post__unit=unit).select_related("post", "user"))
    end(held)
    require_an_administrator(unit.municipality, held)
    return sorted({one.post_id for one in held})
