"""The plans in a case's papers: their editions, and which sentence is which."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from django.db.models import PROTECT, Exists, Model, OuterRef, QuerySet

from forebygg.casefile import CaseFile
from forebygg.casefile.comparison.alignment import align_reading
from forebygg.casefile.comparison.editions import align_editions
from forebygg.casefile.facts import Plan as PlanAsRead
from forebygg.papers.models import Case, Paper, Series
from forebygg.papers.services.numbering import next_number
from forebygg.papers.services.reconciling import reconcile
from forebygg.plans.models import Edition, Plan, Sentence, Wording
from forebygg.plans.rules import Pair, Place, remembered, threads
from forebygg.plans.services.adopting import follow
from forebygg.plans.services.choosing import Chosen, choose, in_order
from forebygg.plans.services.wording import write_changes, write_wordings
from forebygg.plans.stored import as_read

Row = TypeVar("Row", bound=Model)


@dataclass
class Settled:
    """The editions by the reader's names for them, the copies of other cases' papers, and rows written."""

    editions: dict[str, Edition] = field(default_factory=dict)
    copies: dict[str, Paper] = field(default_factory=dict)
    written: int = 0


def settle_plans(case: Case, read: CaseFile, papers: Mapping[str, Paper]) -> Settled:
    """Store what the reader found of plans; a sentence keeps its identity from before.

    Whoever calls has locked the municipality, since a plan runs through several cases.
    """
    settled = Settled()
    holding = {papers[plan.document].pk for plan in read.plans}
    removed, _ = Edition.objects.filter(paper__case=case).exclude(paper__in=holding).delete()
    settled.written += removed
    for chosen in choose(case, read, papers):
        _Settling(case, read, papers, chosen).settle(settled)
    _forget(case)
    return settled


class _Settling:
    """One plan's editions on their way into the store."""

    def __init__(self, case: Case, read: CaseFile, papers: Mapping[str, Paper], chosen: Chosen) -> None:
        self.case, self.read, self.papers, self.chosen = case, read, papers, chosen
        self.plan = chosen.plan or _new_plan(case)
        standing = [*self.plan.editions.select_related("paper")]
        # Both before anything is written over.
        self.stored = as_read(standing)
        self.borne = _sentences(standing)
        self.others = [edition for edition in standing if edition.paper.case_id != case.pk]

    def settle(self, settled: Settled) -> None:
        facts = {plan.document: plan for plan in self.read.plans}
        mine = [name for name in self.chosen.documents if name not in self.chosen.elsewhere]
        editions, written = self._editions([facts[name] for name in mine])
        settled.editions |= {**editions, **self.chosen.elsewhere}
        settled.copies |= {name: edition.paper for name, edition in self.chosen.elsewhere.items()}

        read = {edition.pk: facts[name] for name, edition in editions.items()}
        order = sorted((*self.others, *editions.values()), key=in_order)
        now = [read.get(edition.pk) or self.stored[edition.pk] for edition in order]
        identities = self._identities(order, now, self._pairs(order, now, settled.editions))
        written += write_wordings(order, read, identities)
        changes = [change for change in self.read.changes if change.to_document in editions]
        written += write_changes(changes, settled.editions, editions.values(), identities, self.papers)
        settled.written += written
        titles = [edition.title for edition in order if edition.title]
        self.plan.title = titles[-1] if titles else ""
        self.plan.save(update_fields=["title", "last_edition", "last_sentence"])

    def _editions(self, ours: Sequence[PlanAsRead]) -> tuple[dict[str, Edition], int]:
        names = {self.papers[read.document].pk: read.document for read in ours}
        stored = {one.paper_id: one for one in Edition.objects.filter(paper__in=names)}
        wanted = []
        for read in ours:
            old = stored.get(self.papers[read.document].pk)
            number = old.number if old and old.plan_id == self.plan.pk else self._next_edition()
            wanted.append(
                Edition(
                    municipality_id=self.case.municipality_id,
                    plan=self.plan,
                    number=number,
                    paper=self.papers[read.document],
                    date=read.date,
                    title=read.title or "",
                )
            )
        result = reconcile(stored.values(), wanted, key=lambda edition: edition.paper_id)
        follow(result.rows.values(), self.plan)
        return {names[edition.paper_id]: edition for edition in result.rows.values()}, result.written

    def _next_edition(self) -> int:
        self.plan.last_edition += 1
        return self.plan.last_edition

    def _pairs(
        self, order: Sequence[Edition], now: Sequence[PlanAsRead], editions: Mapping[str, Edition]
    ) -> list[Sequence[Pair]]:
        """Each edition aligned with the next, by the reader where both are in this case."""
        aligned = {
            (editions[one.earlier].pk, editions[one.later].pk): one.pairs
            for one in self.read.alignments
            if one.earlier in self.chosen.documents
        }
        return [
            aligned.get((one.pk, other.pk)) or align_editions(earlier, later)
            for (one, earlier), (other, later) in pairwise(zip(order, now, strict=True))
        ]

    def _identities(
        self, order: Sequence[Edition], now: Sequence[PlanAsRead], pairs: Sequence[Sequence[Pair]]
    ) -> dict[int, list[int]]:
        """The identity of every sentence of every edition, new ones made where none is remembered."""
        known: dict[Place, int] = {}
        for number, (edition, plan) in enumerate(zip(order, now, strict=True)):
            for i, j in _read_again(self.stored.get(edition.pk), plan):
                if i is not None and j is not None:
                    known[number, j] = self.borne[edition.pk][i]
        counts = [len(_texts(plan)) for plan in now]
        followed = threads(counts, pairs)
        numbers = remembered(followed, known)
        new = self._new_sentences(numbers.count(None))
        found = {edition.pk: [0] * count for edition, count in zip(order, counts, strict=True)}
        for thread, borne in zip(followed, numbers, strict=True):
            identity = next(new) if borne is None else borne
            for at, place in thread:
                found[order[at].pk][place] = identity
        return found

    def _new_sentences(self, count: int) -> Iterator[int]:
        first = self.plan.last_sentence + 1
        self.plan.last_sentence += count
        rows = Sentence.objects.bulk_create(
            Sentence(municipality_id=self.case.municipality_id, plan=self.plan, number=number)
            for number in range(first, first + count)
        )
        return iter([row.pk for row in rows])


def _new_plan(case: Case) -> Plan:
    number = next_number(case.municipality, Series.Of.PLAN)
    return Plan.objects.create(municipality_id=case.municipality_id, number=number)


def _sentences(editions: Sequence[Edition]) -> dict[int, list[int]]:
    """The identities in each edition, in its order."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = Wording.objects.filter(edition__in=editions).order_by("edition", "position")
    for edition, sentence in rows.values_list("edition", "sentence"):
        found[edition].append(sentence)
    return found


def _read_again(stored: PlanAsRead | None, now: PlanAsRead) -> list[Pair]:
    if stored is None:
        return []
    before, after = _texts(stored), _texts(now)
    if before == after:
        return [(place, place) for place in range(len(before))]
    return align_reading(before, after)


def _texts(plan: PlanAsRead) -> list[str]:
    return [sentence.text for section in plan.sections for sentence in section.sentences]


def _forget(case: Case) -> None:
    """Take away the sentences that stand in no edition, and plans that have none.

    What something hangs on stays, so that whoever promised something decides what becomes of it.
    """
    _unheld(Sentence.objects.filter(municipality_id=case.municipality_id, wordings=None)).delete()
    _unheld(Plan.objects.filter(municipality_id=case.municipality_id, editions=None)).delete()


def _unheld(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Those that no row of any app above protects."""
    for relation in rows.model._meta.related_objects:  # noqa: SLF001 - Django's documented way
        if getattr(relation, "on_delete", None) is PROTECT:
            holders = relation.related_model._base_manager  # noqa: SLF001
            rows = rows.exclude(Exists(holders.filter(**{relation.field.name: OuterRef("pk")})))
    return rows
