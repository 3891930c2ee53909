"""What falls due of commitments: to owners, to those who answer for units, to coordinators.

Registered with `reminders.due`, which knows no commitments.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Commitment, Share, State
from forebygg.commitments.rules.states import first_due, next_due
from forebygg.commitments.selectors.following import waiting
from forebygg.commitments.selectors.listing import facts_of
from forebygg.organisation.models import Holding, Role
from forebygg.reminders.due import DueItem, Hands, Kind, Whose
from forebygg.web.addresses import address

OWNED: Final = Kind("commitments", _("Commitments"))
# Not in the year: it would say once more, for each of hundreds of units, what its commitments say.
ANSWERS: Final = Kind("answers", _("Answers of units"), in_the_year=False)
FOLLOWED: Final = Kind("followed", _("Commitments whose sentence is otherwise"), in_the_year=False)

_LONGEST: Final = 120
_COORDINATOR: Final = Whose(role=Role.COORDINATOR)


class Owned:
    """Commitments by the day on which the first of their units is to have answered. Four queries.

    They fall to whoever holds the owner's post; where nobody does, to the coordinator.
    """

    kinds: Sequence[Kind] = (OWNED,)

    def due(
        self, municipality: Municipality, until: dt.date, *, among: Hands | None = None
    ) -> Iterable[DueItem]:
        """Those that nobody has said a day of are left to the list of what commitments lack."""
        held = set(Holding.objects.of(municipality).current().values_list("post", flat=True))
        standing = Commitment.objects.of(municipality).standing()
        if among is not None:
            theirs = Q(owner__in=among.posts)
            if Role.COORDINATOR in among.roles:
                theirs |= Q(owner=None) | ~Q(owner__in=held)
            standing = standing.filter(theirs)
        commitments = list(standing.exclude(due_on=None, rhythm="").order_by("number"))
        known = facts_of(commitments, municipality) if commitments else {}
        for one in commitments:
            on = first_due(known[one.pk])
            if on is not None and on <= until:
                yield DueItem(
                    key=f"commitment-{one.number}",
                    kind=OWNED,
                    title=_shortened(one.what),
                    on=on,
                    url=address("commitments:commitment", municipality.slug, one.number),
                    whose=Whose(post=one.owner_id) if one.owner_id in held else _COORDINATOR,
                )


class Answers:
    """What units are to answer, counted by unit and day: thirty lines of one school help nobody. One query.

    What has never been answered and has no day of its own waits without one.
    """

    kinds: Sequence[Kind] = (ANSWERS,)

    def due(
        self, municipality: Municipality, until: dt.date, *, among: Hands | None = None
    ) -> Iterable[DueItem]:
        """One thing for each unit and day."""
        shares = Share.objects.of(municipality).current().exclude(state=State.NOT_APPLICABLE)
        shares = shares.exclude(state=State.DONE, commitment__rhythm="")
        if among is not None:
            if not among.units:
                return
            shares = shares.filter(Q(unit__in=among.units) | Q(unit__authority__in=among.units))
        told = ("commitment__due_on", "commitment__rhythm", "answered_on")
        unit = ("unit", "unit__number", "unit__name", "unit__authority")
        counted: Counter[tuple[int, int, str, int | None, dt.date | None]] = Counter()
        rows = shares.order_by().values_list(*unit, *told, "state").annotate(count=Count("pk"))
        for *of, due_on, rhythm, answered_on, state, count in rows:
            on = next_due(due_on, rhythm, answered_on)
            if (on is None and state) or (on is not None and on > until):
                continue
            counted[(*of, on)] += count
        for (key, number, name, authority, on), count in counted.items():
            words = ngettext("{unit}: {count} answer", "{unit}: {count} answers", count)
            yield DueItem(
                key=f"answers-{number}-{on or 'open'}",
                kind=ANSWERS,
                title=words.format(unit=name, count=count),
                on=on,
                url=address("commitments:answers", municipality.slug, number),
                whose=Whose(unit=key, authority=authority),
            )


class Followed:
    """Commitments that a new edition has left without their sentence, or worded anew. Four queries."""

    kinds: Sequence[Kind] = (FOLLOWED,)

    def due(
        self,
        municipality: Municipality,
        until: dt.date,  # noqa: ARG002 - nothing says by when they are decided on
        *,
        among: Hands | None = None,
    ) -> Iterable[DueItem]:
        """One thing for coordinators, however many wait."""
        if among is not None and Role.COORDINATOR not in among.roles:
            return
        numbers = {one.commitment.number for one in waiting(municipality)}
        if numbers:
            words = ngettext(
                "{count} commitment waits for a decision after the new edition",
                "{count} commitments wait for a decision after the new edition",
                len(numbers),
            )
            yield DueItem(
                key="followed",
                kind=FOLLOWED,
                title=words.format(count=len(numbers)),
                on=None,
                url=address("commitments:follow", municipality.slug),
                whose=_COORDINATOR,
            )


def _shortened(what: str) -> str:
    """As much as a calendar or a subject shows, cut between words."""
    words = " ".join(what.split())
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rpartition(' ')[0]} …"
