"""Who is to be reminded of what, on a day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Max, QuerySet

from forebygg.accounts.models import Municipality, User
from forebygg.organisation.models import Role
from forebygg.reminders.due import DueItem, Hands, due
from forebygg.reminders.models import Digest, Subscription
from forebygg.reminders.models.letters import Fate
from forebygg.reminders.rules.reminding import AHEAD, Told, since, told
from forebygg.reminders.selectors.hands import hands

_FURTHEST: Final = dt.timedelta(days=max(AHEAD))


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What somebody is told of on a day."""

    coming: Sequence[DueItem]
    overdue: Sequence[DueItem]

    @property
    def items(self) -> Sequence[DueItem]:
        return [*self.overdue, *self.coming]

    def __bool__(self) -> bool:
        return bool(self.coming or self.overdue)


def letter(user: User, municipality: Municipality, *, today: dt.date) -> Letter:
    """What this person is told of today, in the active language; empty when there is nothing to say."""
    theirs = hands(municipality, user).get(user.pk, Hands())
    items = due(municipality, today + _FURTHEST, among=theirs)
    sent = _last_sent(municipality, today, user).get(user.pk)
    return _letter(items, _declined(municipality, user).get(user.pk, ()), sent, today)


def readers(municipality: Municipality, *, today: dt.date) -> list[int]:
    """The keys of all who have something to be told of today. A fixed number of queries, all together."""
    held = hands(municipality)
    addressed = set(
        User.objects.filter(pk__in=held, email__isnull=False, is_active=True).values_list("pk", flat=True)
    )
    falling = _Falling(due(municipality, today + _FURTHEST))
    sent, declined = _last_sent(municipality, today), _declined(municipality)
    return [
        key
        for key, theirs in held.items()
        if key in addressed and _letter(falling.to(theirs), declined.get(key, ()), sent.get(key), today)
    ]


def sent_to(user: User, within: Municipality) -> QuerySet[Digest]:
    """Every e-mail with reminders, the last first."""
    return Digest.objects.of(within).filter(user=user).order_by("-day")


def subscription(user: User, within: Municipality) -> Subscription:
    """What they have chosen; what holds for all when they have chosen nothing. One query."""
    chosen = Subscription.objects.of(within).filter(user=user).first()
    return chosen or Subscription(municipality=within, user=user)


class _Falling:
    """Things by whom they fall to, so that nobody's are sought among everybody's."""

    def __init__(self, items: Iterable[DueItem]) -> None:
        self._posts: defaultdict[int | None, list[DueItem]] = defaultdict(list)
        self._units: defaultdict[int | None, list[DueItem]] = defaultdict(list)
        self._roles: defaultdict[Role | None, list[DueItem]] = defaultdict(list)
        for item in items:
            self._posts[item.whose.post].append(item)
            for unit in {item.whose.unit, item.whose.authority}:
                self._units[unit].append(item)
            self._roles[item.whose.role].append(item)

    def to(self, theirs: Hands) -> Iterable[DueItem]:
        """Each once, in the order in which they came for each post, unit and role."""
        found = (
            *(item for post in theirs.posts for item in self._posts.get(post, ())),
            *(item for unit in theirs.units for item in self._units.get(unit, ())),
            *(item for role in theirs.roles for item in self._roles.get(role, ())),
        )
        return {item.key: item for item in found}.values()


def _letter(
    items: Iterable[DueItem], declined: Sequence[str], last_sent: dt.date | None, today: dt.date
) -> Letter:
    wanted = [item for item in items if item.kind.key not in declined]
    as_of = since(last_sent, today=today)
    why = [(told(item.on, since=as_of, today=today), item) for item in wanted]
    return Letter(
        coming=[item for reason, item in why if reason is Told.COMING],
        overdue=[item for reason, item in why if reason is Told.OVERDUE],
    )


def _last_sent(within: Municipality, before: dt.date, user: User | None = None) -> Mapping[int, dt.date]:
    sent = Digest.objects.of(within).filter(fate=Fate.SENT, day__lt=before).order_by()
    if user is not None:
        sent = sent.filter(user=user)
    return dict(sent.values_list("user").annotate(last=Max("day")))


def _declined(within: Municipality, user: User | None = None) -> Mapping[int, Sequence[str]]:
    chosen = Subscription.objects.of(within)
    if user is not None:
        chosen = chosen.filter(user=user)
    return dict(chosen.values_list("user", "declined"))
