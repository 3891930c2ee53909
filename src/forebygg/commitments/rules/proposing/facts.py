"""What the rules take and give: a plan's sentences in, proposals of commitments out."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Kind(StrEnum):
    """What somebody who is to act is. Those outside are never bound by a municipality's plan."""

    BOARD = "board"
    DEPARTMENT = "department"
    UNIT = "unit"
    COUNCIL = "council"  # the local crime prevention council (brottsförebyggande rådet, BRÅ)
    ROLE = "role"
    COMPANY = "company"
    MUNICIPALITY = "municipality"  # "kommunen", "vi": everybody, so nobody in particular
    OUTSIDE = "outside"


class Strength(StrEnum):
    """How a sentence binds: by which words it promises."""

    SHALL = "shall"  # ska, måste, åligger
    SHOULD = "should"  # bör
    MAY = "may"  # kan erbjuda
    WILL = "will"  # kommer att
    OFFERS = "offers"  # erbjuder
    ANSWERS = "answers"  # ansvarar för, har till uppgift
    DOES = "does"  # "BRÅ möts fyra gånger per år"
    TASK = "task"  # "Ta fram ett studiematerial", a row in a table of measures


class Level(StrEnum):
    """Whom prevention is meant for, by the three levels that Swedish plans use."""

    GENERAL = "general"
    GROUP = "group"
    INDIVIDUAL = "individual"


class Rhythm(StrEnum):
    """How often something is to be done again."""

    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    HALF_YEAR = "half_year"
    YEAR = "year"
    TWO_YEARS = "two_years"


class Missing(StrEnum):
    """What a sentence lacks to bite."""

    ACTOR = "actor"
    DATE = "date"
    EVIDENCE = "evidence"


class Reason(StrEnum):
    """Why these are proposed to act, or why the executive board is."""

    NAMED = "named"  # values: who
    IN_HEAD = "in_head"  # the words above the list name them; values: who
    IN_HEADING = "in_heading"  # the section's heading does; values: who
    ANSWERABLE = "answerable"  # "Ansvar: Socialnämnden", or a table's column; values: who
    WHOLE = "whole"  # the municipality as a whole, so the executive board; values: who
    PASSIVE = "passive"  # a passive that does not say by whom, so the executive board
    RECEIVES = "receives"  # those named receive, nobody gives, so the executive board; values: who
    NOBODY = "nobody"  # nobody is named, so the executive board


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A sentence where it stands: the section's number and heading as printed, the paragraph from 0."""

    key: int
    text: str
    label: str = ""
    title: str = ""
    paragraph: int = 0


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Somebody who is to act, in the plan's words; `every` when each of many is meant ("varje nämnd")."""

    words: str
    kind: Kind
    every: bool = False

    @property
    def outside(self) -> bool:
        """Whether the plan cannot bind them."""
        return self.kind is Kind.OUTSIDE


@dataclass(frozen=True, kw_only=True)
class Why:
    """The reason as a code with values, to be told in the reader's language."""

    reason: Reason
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def falls_to_executive_board(self) -> bool:
        """Whether no one is bound by name, so that the executive board is proposed."""
        return self.reason in _UNNAMED


_UNNAMED: Final = frozenset({Reason.WHOLE, Reason.PASSIVE, Reason.RECEIVES, Reason.NOBODY})


@dataclass(frozen=True, kw_only=True)
class When:
    """The words that say when, and what they come to where they are plain enough to reckon with."""

    words: tuple[str, ...] = ()
    due_on: dt.date | None = None
    rhythm: Rhythm | None = None


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """That a sentence is a commitment.

    `actors` are those bound, in the sentence's order; `counterparts` those outside who take part; `head`
    what is to be read before `what` when the sentence is a point of a list; `missing` what it lacks.
    """

    key: int
    what: str
    strength: Strength
    why: Why
    actors: tuple[Actor, ...] = ()
    counterparts: tuple[Actor, ...] = ()
    level: Level | None = None
    when: When = field(default_factory=When)
    refusal: bool = False
    head: str = ""
    missing: frozenset[Missing] = frozenset()

    @property
    def actor(self) -> Actor | None:
        """The first of those who are bound."""
        return self.actors[0] if self.actors else None

    @property
    def toothless(self) -> bool:
        """Two of the three are missing: who, when, and anything that could be shown afterwards."""
        return len(self.missing) > 1
