"""A commitment's page: what holds of it, what it stands on, where its units stand, what has been done."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from forebygg.audit.models import Entry
from forebygg.commitments.models import Commitment, Ground, Share
from forebygg.commitments.rules.extent import FULL, Extent
from forebygg.commitments.rules.lists.heads import Column
from forebygg.commitments.rules.states import Facts, Lack, Sign, lacks, next_due, signs
from forebygg.commitments.selectors.listing import facts_of
from forebygg.commitments.selectors.lists.telling import LABELS_OF
from forebygg.commitments.selectors.places import holding
from forebygg.organisation.models import Holding, Post
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.selectors.trail import Told, tell
from forebygg.papers.models import may_see
from forebygg.plans import threads
from forebygg.plans.models import Change, Edition, Goal, Wording
from forebygg.plans.selectors.adoptions import Adopted, adopted_editions
from forebygg.plans.threads import Citation, Mover


@dataclass(frozen=True, kw_only=True)
class Stood:
    """One thing that it stands on. `now` is how its sentence reads in the edition that holds; None when gone.

    `adopted` and `movers` are its thread, as far as the council's record tells it.
    """

    ground: Ground
    now: Wording | None = None
    edition: Edition | None = None
    adopted: Citation | None = None
    movers: Sequence[Mover] = ()

    @property
    def list_words(self) -> list[tuple[str, str]]:
        """What a list says of it that no field holds, each with what its column tells."""
        words = (self.ground.said or {}).get("words", {})
        return [(str(LABELS_OF[Column(name)]), told) for name, told in words.items()]

    @property
    def is_reworded(self) -> bool:
        return self.now is not None and self.now.text != self.ground.as_worded

    @property
    def is_lost(self) -> bool:
        return self.ground.sentence_id is not None and self.now is None


@dataclass(frozen=True, kw_only=True)
class Page:
    """Everything about a commitment but its units, which may be hundreds."""

    commitment: Commitment
    facts: Facts
    signs: Sequence[Sign]
    lacks: Sequence[Lack]
    due: dt.date | None
    owners: Sequence[str]
    deputies: Sequence[str]
    stood: Sequence[Stood]
    goals: Sequence[Goal]
    history: Sequence[Told]

    @property
    def is_overdue(self) -> bool:
        return Sign.OVERDUE in self.signs


def page(commitment: Commitment, viewer: Viewer, *, today: dt.date, extent: Extent = FULL) -> Page:
    """In a fixed number of queries."""
    municipality = commitment.municipality
    facts = facts_of([commitment], municipality)[commitment.pk]
    held, lacking = signs(facts, today=today), lacks(facts)
    holders = _holders([post for post in (commitment.owner, commitment.deputy) if post])
    entries = Entry.objects.of(municipality).filter(
        about_type="commitments.commitment", about_id=commitment.pk
    )
    return Page(
        commitment=commitment,
        facts=facts,
        signs=[sign for sign in Sign if sign in held],
        lacks=[lack for lack in Lack if lack in lacking and extent.shows(lack)],
        due=None if Sign.SETTLED in held and not facts.rhythm else _due(facts),
        owners=holders.get(commitment.owner_id or 0, ()),
        deputies=holders.get(commitment.deputy_id or 0, ()),
        stood=_stood(commitment, viewer),
        goals=list(commitment.goals.order_by("plan", "number")) if extent.shows("goals") else (),
        history=tell(list(entries.order_by("-number")[:100]), municipality, viewer),
    )


def shares(commitment: Commitment) -> QuerySet[Share]:
    """The units that it concerns, by their boards."""
    found = Share.objects.of(commitment.municipality).filter(
        commitment=commitment, lifted_on=None, unit__closed_on=None
    )
    return found.select_related("unit__authority").order_by("unit__authority__name", "unit__name", "pk")


def _due(facts: Facts) -> dt.date | None:
    """The day by which the first unit is to answer."""
    waits = facts.never or not facts.units or facts.oldest is None
    return facts.due_on if waits else next_due(facts.due_on, facts.rhythm, facts.oldest)


def _holders(posts: Collection[Post]) -> Mapping[int, Sequence[str]]:
    found: dict[int, list[str]] = {}
    holdings = Holding.objects.filter(post__in=[post.pk for post in posts]).current()
    for holding_ in holdings.select_related("user").order_by("since"):
        found.setdefault(holding_.post_id, []).append(str(holding_.user))
    return found


def _stood(commitment: Commitment, viewer: Viewer) -> list[Stood]:
    grounds = list(commitment.grounds.select_related("sentence__plan", "case", "measures").order_by("pk"))
    for ground in grounds:
        ground.municipality = commitment.municipality
        if ground.sentence:
            ground.sentence.municipality = ground.sentence.plan.municipality = commitment.municipality
        if ground.case:
            ground.case.municipality = commitment.municipality
    now = {key: one for key, one in holding(commitment.municipality).items() if may_see(one.paper, viewer)}
    sentences = [ground.sentence_id for ground in grounds if ground.sentence_id]
    wordings = {
        wording.sentence_id: wording
        for wording in Wording.objects.filter(
            edition__in=[one.pk for one in now.values()], sentence__in=sentences
        ).select_related("section", "edition__paper__case")
    }
    changes = list(
        Change.objects.filter(sentence__in=sentences)
        .select_related("later__paper__case")
        .order_by("later__date")
    )
    editions = {wording.edition for wording in wordings.values()} | {change.later for change in changes}
    adoptions = adopted_editions([edition.pk for edition in now.values()], seen_by=viewer)
    told = threads.tell(_known(editions, commitment), changes, seen_by=viewer)
    return [
        Stood(
            ground=ground,
            now=wordings.get(ground.sentence_id or 0),
            edition=now.get(ground.sentence.plan_id) if ground.sentence else None,
            adopted=_adopted(wordings.get(ground.sentence_id or 0), adoptions),
            movers=tuple(
                dict.fromkeys(
                    mover
                    for change in changes
                    if change.sentence_id == ground.sentence_id
                    for mover in told.movers.get(change.pk, ())
                )
            ),
        )
        for ground in grounds
    ]


def _known(editions: Collection[Edition], commitment: Commitment) -> list[Edition]:
    for edition in editions:
        edition.municipality = edition.paper.municipality = commitment.municipality
        edition.paper.case.municipality = commitment.municipality
    return sorted(editions, key=lambda one: (one.date or dt.date.min, one.pk))


def _adopted(wording: Wording | None, adoptions: Mapping[int, Adopted]) -> Citation | None:
    adopted = adoptions.get(wording.edition_id) if wording else None
    return adopted.citation if adopted else None
