"""What is proposed of an edition's sentences, and what has been settled of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Any

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Commitment, Ground, Settled
from forebygg.commitments.rules.proposing import Actor, Proposal, Standing, match, propose
from forebygg.commitments.selectors.places import holding, proposals
from forebygg.organisation.models import Unit
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import may_see
from forebygg.plans.models import Edition, Section
from forebygg.plans.selectors.wordings import WordingRow, wordings_of

EXECUTIVE_BOARD = "kommunstyrelsen"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A sentence of the edition where it stands; `proposal` is None when it is not proposed."""

    wording: WordingRow
    section: Section
    proposal: Proposal | None
    board: Unit | None = None

    @property
    def number(self) -> int:
        return self.wording.number

    @property
    def initial(self) -> dict[str, Any]:
        """What the form says before anybody has changed it."""
        one = self.proposal
        if one is None:
            return {"what": self.wording.text}
        return {
            "what": f"{one.head.rstrip(':')} {one.what}" if one.head else one.what,
            "accountable": str(self.board.number) if self.board else "",
            "level": one.level or "",
            "due_on": one.when.due_on,
            "rhythm": one.when.rhythm or "",
            "counterparts": ", ".join(actor.words for actor in one.counterparts),
        }


@dataclass(frozen=True, kw_only=True)
class Done:
    """A sentence that is settled: the commitments that stand on it, or why it is none."""

    wording: WordingRow
    section: Section
    proposal: Proposal | None = None
    commitments: Sequence[Commitment] = ()
    rejected: Settled | None = None

    @property
    def number(self) -> int:
        return self.wording.number


@dataclass(frozen=True, kw_only=True)
class Settlement:
    """An edition's sentences: proposed and waiting, settled, and neither."""

    edition: Edition
    waiting: Sequence[Candidate]
    done: Sequence[Done]
    others: Sequence[Candidate]

    @property
    def proposed(self) -> int:
        """How many there were to settle."""
        return len(self.waiting) + len(self.done)

    @cached_property
    def toothless(self) -> Sequence["Candidate | Done"]:
        """Proposed sentences, settled or not, that lack most of what would make them bite."""
        every: list[Candidate | Done] = [*self.waiting, *self.done]
        found = [one for one in every if one.proposal and one.proposal.toothless]
        return sorted(found, key=lambda one: (one.section.position, one.wording.first_line, one.number))

    def candidate(self, number: int) -> Candidate | None:
        """A sentence that nobody has settled, by its number."""
        return next((one for one in (*self.waiting, *self.others) if one.number == number), None)


def by_section(candidates: Sequence[Candidate | Done]) -> list[tuple[Section, list[Candidate | Done]]]:
    """In the order of the text."""
    return [(section, list(those)) for section, those in groupby(candidates, key=lambda one: one.section)]


def settlement(edition: Edition) -> Settlement:
    """Six queries; what the rules say of a text is remembered."""
    sections = {section.pk: section for section in edition.sections.order_by("position")}
    wordings = wordings_of(edition)
    proposed = _proposals(wordings, sections)
    units = list(Unit.objects.of(edition.municipality).standing().select_related("authority"))
    boards = _Boards(units)
    carried, rejected = _carried(edition), _rejected(edition, wordings)
    waiting: list[Candidate] = []
    done: list[Done] = []
    others: list[Candidate] = []
    for place, wording in enumerate(wordings):
        section = sections[wording.section_id]
        key = wording.sentence_id
        if key in carried or key in rejected:
            done.append(
                Done(
                    wording=wording,
                    section=section,
                    proposal=proposed.get(place),
                    commitments=carried.get(key, ()),
                    rejected=rejected.get(key),
                )
            )
            continue
        proposal = proposed.get(place)
        one = Candidate(
            wording=wording,
            section=section,
            proposal=proposal,
            board=boards.of(proposal) if proposal else None,
        )
        (waiting if proposal else others).append(one)
    return Settlement(edition=edition, waiting=waiting, done=done, others=others)


def to_settle(municipality: Municipality, viewer: Viewer) -> list[Edition]:
    """The editions whose sentences are settled: of each plan the one that holds now. Two queries."""
    return [one for one in holding(municipality).values() if may_see(one.paper, viewer)]


def seen_proposals(municipality: Municipality, viewer: Viewer) -> list[Edition]:
    """Editions that may be adopted next, where another is in force. Two queries."""
    return [one for one in proposals(municipality) if may_see(one.paper, viewer)]


def _proposals(wordings: Sequence[WordingRow], sections: Mapping[int, Section]) -> Mapping[int, Proposal]:
    standing = tuple(
        Standing(
            key=place,
            text=wording.text,
            label=sections[wording.section_id].label,
            title=sections[wording.section_id].title,
            paragraph=wording.paragraph,
        )
        for place, wording in enumerate(wordings)
    )
    return _remembered(standing)


@lru_cache(maxsize=32)
def _remembered(standing: tuple[Standing, ...]) -> Mapping[int, Proposal]:
    return {proposal.key: proposal for proposal in propose(standing)}


class _Boards:
    """The municipality's own boards and units, found by what a plan calls them."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.by_key = {unit.pk: unit for unit in units}
        self.names = [(unit.pk, unit.name, unit.kind) for unit in units]
        self.known: dict[str, Unit | None] = {}

    def of(self, proposal: Proposal) -> Unit | None:
        """The board proposed to answer for it: that of the first actor who is known, or the executive."""
        if proposal.why.falls_to_executive_board:
            return self._named(EXECUTIVE_BOARD)
        found = (self._authority(actor) for actor in proposal.actors if not actor.outside)
        return next((unit for unit in found if unit), None)

    def _authority(self, actor: Actor) -> Unit | None:
        unit = self._named(actor.words)
        return unit.authority if unit else None

    def _named(self, words: str) -> Unit | None:
        if words not in self.known:
            key = match(words, self.names)
            self.known[words] = self.by_key.get(key) if key is not None else None
        return self.known[words]


def _carried(edition: Edition) -> Mapping[int, list[Commitment]]:
    """By sentence, the standing commitments on it, whichever edition they were confirmed in."""
    found: dict[int, list[Commitment]] = {}
    grounds = Ground.objects.of(edition.municipality).filter(
        sentence__plan=edition.plan_id, commitment__ended_on=None
    )
    for ground in grounds.select_related("commitment").order_by("commitment__number"):
        ground.commitment.municipality = edition.municipality
        found.setdefault(ground.sentence_id or 0, []).append(ground.commitment)
    return found


def _rejected(edition: Edition, wordings: Sequence[WordingRow]) -> Mapping[int, Settled]:
    """By sentence: here, or in another edition where it read the same."""
    now = {wording.sentence_id: wording.text for wording in wordings}
    rows = Settled.objects.of(edition.municipality).filter(
        edition__plan=edition.plan_id, outcome=Settled.Outcome.REJECTED
    )
    found: dict[int, Settled] = {}
    for one in rows.select_related("by", "edition").order_by("at").prefetch_related("sentence__wordings"):
        read = {wording.edition_id: wording.text for wording in one.sentence.wordings.all()}
        if one.edition_id == edition.pk or read.get(one.edition_id) == now.get(one.sentence_id):
            found[one.sentence_id] = one
    return found
