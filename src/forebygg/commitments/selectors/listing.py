"""Every commitment with what holds of it: the list, its figures, and what it is narrowed to."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from django.db.models import Count, Min, Q
from django.http import QueryDict

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Commitment, Level, Share, State
from forebygg.commitments.rules.states import Facts, Lack, Sign, lacks, signs
from forebygg.commitments.selectors.places import Place, places
from forebygg.organisation.models import Post, Unit
from forebygg.web.numbers import whole_number

ENDED: Final = "ended"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A commitment in the list; the first of its places is where its first sentence stands now."""

    commitment: Commitment
    facts: Facts
    signs: frozenset[Sign]
    lacks: frozenset[Lack]
    places: Sequence[Place] = ()

    @property
    def answered(self) -> int:
        """How many of the units concerned have."""
        return self.facts.units - self.facts.never


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the list is narrowed to; empty is all that has not ended."""

    words: str = ""
    board: int | None = None
    section: str = ""
    level: str = ""
    sign: str = ""
    lack: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """What makes no sense narrows nothing."""

        def known(name: str, among: Iterable[str]) -> str:
            value = query.get(name, "")
            return value if value in among else ""

        return cls(
            words=query.get("words", "")[:200].strip(),
            board=whole_number(query.get("board")),
            section=query.get("section", "")[:500],
            level=known("level", Level.values),
            sign=known("sign", [*Sign]),
            lack=known("lack", [*Lack]),
        )

    @property
    def is_anything(self) -> bool:
        return self != type(self)()

    def takes(self, row: Row) -> bool:
        """Whether the row is asked for."""
        one = row.commitment
        ownerless = self.sign == Sign.OWNERLESS and Sign.OWNER_LEFT in row.signs
        return (
            (not self.words or self.words.casefold() in one.what.casefold())
            and (not self.board or (one.accountable is not None and one.accountable.number == self.board))
            and (not self.section or any(place.section_key == self.section for place in row.places))
            and (not self.level or one.level == self.level)
            and (not self.sign or ownerless or self.sign in row.signs)
            and (not self.lack or self.lack in row.lacks)
        )


@dataclass(frozen=True, kw_only=True)
class Listing:
    """All that stand, or all that have ended; those that are asked for; and what they can be narrowed to."""

    every: Sequence[Row]
    found: Sequence[Row]
    boards: Sequence[Unit]
    sections: Sequence[tuple[str, str]]

    @property
    def by_sign(self) -> Mapping[str, int]:
        """How many there are of each; who was left is without an owner too."""
        counted = Counter(str(sign) for row in self.every for sign in row.signs)
        counted[Sign.OWNERLESS] += counted[Sign.OWNER_LEFT]
        return counted

    @property
    def without_means(self) -> int:
        """Promises that say neither hours nor money."""
        return sum(1 for row in self.every if Lack.MEANS in row.lacks)


def listing(municipality: Municipality, asked: Asked, *, today: dt.date) -> Listing:
    """The list. Five queries, however many commitments and units there are."""
    every = rows(municipality, today=today, has_ended=asked.sign == ENDED)
    boards = {row.commitment.accountable for row in every if row.commitment.accountable}
    sections = {place.section_key: place.section for row in every for place in row.places if place.section}
    return Listing(
        every=every,
        found=[row for row in every if asked.takes(row)],
        boards=sorted(boards, key=lambda unit: unit.name.casefold()),
        sections=list(sections.items()),
    )


def rows(municipality: Municipality, *, today: dt.date, has_ended: bool = False) -> list[Row]:
    """The commitments by number, each with what holds of it. Five queries."""
    commitments = Commitment.objects.of(municipality).filter(ended_on__isnull=not has_ended)
    found = list(commitments.select_related("accountable", "owner__unit").order_by("number"))
    where = places(municipality)
    known = facts_of(found, municipality)
    for commitment in found:
        commitment.municipality = municipality
    return [
        Row(
            commitment=one,
            facts=known[one.pk],
            signs=signs(known[one.pk], today=today),
            lacks=lacks(known[one.pk]),
            places=where.get(one.pk, ()),
        )
        for one in found
    ]


def facts_of(commitments: Sequence[Commitment], municipality: Municipality) -> dict[int, Facts]:
    """What the rules ask of each, by key. Two queries."""
    left = {
        *Post.objects.of(municipality).filter(owned__isnull=False).ownerless().values_list("pk", flat=True)
    }
    answered = _answered(municipality, commitments)
    return {
        one.pk: Facts(
            due_on=one.due_on,
            rhythm=one.rhythm,
            has_owner=one.owner_id is not None,
            is_held=one.owner_id is not None and one.owner_id not in left,
            has_ended=one.ended_on is not None,
            has_evidence=bool(one.evidence.strip()),
            has_means=one.hours is not None or one.money is not None,
            **answered.get(one.pk, {}),
        )
        for one in commitments
    }


def _answered(municipality: Municipality, commitments: Sequence[Commitment]) -> dict[int, dict[str, Any]]:
    shares = Share.objects.of(municipality).filter(lifted_on=None, unit__closed_on=None)
    if len(commitments) == 1:
        shares = shares.filter(commitment=commitments[0])
    counted = (
        shares.order_by()
        .values("commitment")
        .annotate(
            units=Count("pk"),
            never=Count("pk", filter=Q(state="")),
            open=Count("pk", filter=Q(state__in=["", State.UNDER_WAY, State.NOT_BEGUN])),
            oldest=Min("answered_on", filter=~Q(state__in=["", State.NOT_APPLICABLE])),
        )
    )
    names = ("units", "never", "open", "oldest")
    return {
        key: dict(zip(names, values, strict=True))
        for key, *values in counted.values_list("commitment", *names)
    }
