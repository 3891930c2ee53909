"""What the year holds: added one by one or as a list of days, changed, taken away."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.organisation.models import Unit
from forebygg.organisation.services.placing import lock
from forebygg.reminders import permissions
from forebygg.reminders.errors import OccasionGone
from forebygg.reminders.events import OccasionChanged, OccasionRemoved, OccasionsAdded
from forebygg.reminders.models import Occasion
from forebygg.reminders.rules.days import When


@dataclass(frozen=True, kw_only=True)
class Planned:
    """What an occasion says."""

    kind: str
    title: str
    when: When
    is_yearly: bool = False
    board: Unit | None = None
    reason: str = ""

    def fields(self) -> dict[str, object]:
        """As they are kept."""
        kept = {name: getattr(self, name) for name in ("kind", "title", "is_yearly", "board", "reason")}
        return kept | asdict(self.when)


@transaction.atomic
def add(planned: Planned, *, within: Municipality, by: User) -> Occasion:
    """One more."""
    [made] = add_all(planned, [planned.when], within=within, by=by)
    return made


@transaction.atomic
def add_all(planned: Planned, days: Sequence[When], *, within: Municipality, by: User) -> list[Occasion]:
    """The same on each of several days, as a board's meetings. What is there already is not added again."""
    permissions.PLAN_YEAR.require(by, within=within)
    lock(within)
    there = Occasion.objects.of(within)
    same = there.standing().filter(kind=planned.kind, title=planned.title, board=planned.board)
    known = set(same.values_list("year", "month", "day"))
    wanted = [day for day in dict.fromkeys(days) if (day.year, day.month, day.day) not in known]
    last: int = there.aggregate(last=Max("number"))["last"] or 0
    made = Occasion.objects.bulk_create(
        Occasion(municipality=within, number=number, **replace(planned, when=day).fields())
        for number, day in enumerate(wanted, start=last + 1)
    )
    if made:
        record(OccasionsAdded(occasions=[one.pk for one in made]), about=within, by=by)
    return made


@transaction.atomic
def change(occasion: Occasion, planned: Planned, *, by: User) -> Occasion:
    """What it says from now on. Raises OccasionGone."""
    occasion = _standing(occasion, by)
    changed = [name for name, value in planned.fields().items() if getattr(occasion, name) != value]
    if not changed:
        return occasion
    for name in changed:
        setattr(occasion, name, planned.fields()[name])
    occasion.save(update_fields=changed)
    record(OccasionChanged(occasion=occasion.pk), about=occasion, by=by)
    return occasion


@transaction.atomic
def remove(occasion: Occasion, *, by: User) -> None:
    """It stands in no year any more. Raises OccasionGone."""
    occasion = _standing(occasion, by)
    occasion.removed_at = timezone.now()
    occasion.save(update_fields=["removed_at"])
    record(OccasionRemoved(occasion=occasion.pk), about=occasion, by=by)


def _standing(occasion: Occasion, by: User) -> Occasion:
    within = occasion.municipality
    permissions.PLAN_YEAR.require(by, within=within)
    lock(within)
    found = Occasion.objects.of(within).select_related("municipality").get(pk=occasion.pk)
    if found.removed_at:
        raise OccasionGone(title=found.title)
    return found
