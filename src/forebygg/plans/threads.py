"""What lies above the plans and belongs in them: the council's record, and the threads of later chapters.

`plans` knows no meetings and no commitments. Whoever does registers here in its AppConfig.ready(), and is
asked once for each page, never once for each sentence.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from django.utils.functional import Promise

from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Paper
from forebygg.plans.models import Change, Edition, Goal


@dataclass(frozen=True, kw_only=True)
class Strand:
    """One thing that a sentence leads to, in a few words: a measure, a course, the last follow-up."""

    words: str | Promise
    url: str = ""
    on: dt.date | None = None


class ThreadSource(Protocol):
    """A chapter that carries sentences out."""

    key: str

    def strands(self, edition: Edition, *, seen_by: Viewer) -> Mapping[int, Sequence[Strand]]:
        """By sentence, for all of the edition's sentences in a fixed number of queries.

        Only what *seen_by* may see; a sentence with nothing to say is left out.
        """


class GoalSource(Protocol):
    """A chapter that works towards goals."""

    key: str

    def serving(self, goals: Sequence[Goal], *, seen_by: Viewer) -> Mapping[int, Sequence[Strand]]:
        """By the key of each goal what serves it, for all of them in a fixed number of queries.

        Only what *seen_by* may see; a goal that nothing serves is left out.
        """


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A place in the record, as one cites it: "Kommunfullmäktige § 41"."""

    words: str
    url: str = ""
    on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class CouncilDecision(Citation):
    """The place in the record that says that an edition is adopted, for a person to read and record.

    `paragraph` is written as minutes print it; `paper` is the paper that says so, on those lines.
    """

    body: str
    paragraph: str
    paper: Paper
    first_line: int
    last_line: int


@dataclass(frozen=True, kw_only=True)
class Mover:
    """Who moved a change, and under which paragraph of which body."""

    name: str
    party: str
    body: str
    paragraph: int
    where: Citation

    def __str__(self) -> str:
        return f"{self.name} ({self.party})" if self.party else self.name


@dataclass(frozen=True)
class Told:
    """What the record tells of a plan; what it does not tell is left out.

    By the keys of editions, changes and papers: the paragraph that adopted one, who moved one, and what
    one is cited as. What it tells of an adoption holds only when the registrar has recorded it.
    """

    adopted: Mapping[int, CouncilDecision] = field(default_factory=dict)
    movers: Mapping[int, Sequence[Mover]] = field(default_factory=dict)
    papers: Mapping[int, Citation] = field(default_factory=dict)


class Record(Protocol):
    """The council's record."""

    def tell(self, editions: Sequence[Edition], changes: Sequence[Change], *, seen_by: Viewer) -> Told:
        """What it says of these, in a fixed number of queries; only what *seen_by* may see."""


class _Registry:
    """Who has registered; asking an empty one yields nothing."""

    def __init__(self) -> None:
        self.sources: dict[str, ThreadSource] = {}
        self.goals: dict[str, GoalSource] = {}
        self.record: Record | None = None


_registry = _Registry()


def register(source: ThreadSource) -> None:
    """Add a chapter; one of the same key takes the earlier one's place."""
    _registry.sources[source.key] = source


def register_goals(source: GoalSource) -> None:
    """Add a chapter that works towards goals; one of the same key takes the earlier one's place."""
    _registry.goals[source.key] = source


def register_record(record: Record) -> None:
    """Say who knows the council's record."""
    _registry.record = record


def strands(edition: Edition, *, seen_by: Viewer) -> dict[int, list[Strand]]:
    """What all chapters say, by sentence."""
    found: dict[int, list[Strand]] = {}
    for key in sorted(_registry.sources):
        for sentence, those in _registry.sources[key].strands(edition, seen_by=seen_by).items():
            found.setdefault(sentence, []).extend(those)
    return found


def serving(goals: Sequence[Goal], *, seen_by: Viewer) -> dict[int, list[Strand]]:
    """What all chapters do for each goal."""
    found: dict[int, list[Strand]] = {}
    for key in sorted(_registry.goals):
        for goal, those in _registry.goals[key].serving(goals, seen_by=seen_by).items():
            found.setdefault(goal, []).extend(those)
    return found


def tell(editions: Sequence[Edition], changes: Sequence[Change], *, seen_by: Viewer) -> Told:
    """What the record says; nothing when nobody keeps one."""
    return _registry.record.tell(editions, changes, seen_by=seen_by) if _registry.record else Told()
