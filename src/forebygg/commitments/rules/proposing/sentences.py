"""A sentence taken apart once: its list mark, the cells of its row, its words, whom it names, its clauses."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from forebygg.commitments.rules.proposing.actors import Mention, Row, mentions, rows
from forebygg.commitments.rules.proposing.clauses import Clause, clauses
from forebygg.commitments.rules.proposing.facts import Actor, Standing, When
from forebygg.commitments.rules.proposing.times import when
from forebygg.commitments.rules.proposing.tokens import Token, tokens
from forebygg.commitments.rules.proposing.verbs import is_infinitive

# "1.", "3.2", "a)", "–": what a point of a list begins with.
_MARK: Final = re.compile(
    r"\s*(?:(?:[-–—•●▪◦*·]|\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-zåäö])[.)]|\d+(?:\.\d+)+)\s+)"
)
_CELL: Final = re.compile(r"\t+|\s\|\s|\s{4,}")
_KEY: Final = re.compile(
    r"(?P<key>[A-ZÅÄÖ][a-zåäö]+(?:\s(?:för\s)?[a-zåäö]+)?)\s*[:=]\s+(?P<value>\S.*)", re.DOTALL
)
# What no sentence of a plan comes near; the rest of such a text says nothing that the beginning did not.
_LONGEST: Final = 4000


@dataclass(frozen=True)
class Parsed:
    """A sentence with what the rules ask about it; each answer is worked out when first asked for."""

    standing: Standing

    @cached_property
    def marked(self) -> bool:
        """Whether it begins with a list's mark."""
        return bool(_MARK.match(self.standing.text[:40]))

    @cached_property
    def body(self) -> str:
        """The text without mark and outer blanks."""
        text = self.standing.text[:_LONGEST]
        match = _MARK.match(text)
        return (text[match.end() :] if match else text).strip()

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table's row; of running text none."""
        text = self.standing.text[:_LONGEST].strip(" ")
        if "\t" not in text and "|" not in text and "    " not in text:
            return ()
        found = tuple(cell.strip() for cell in _CELL.split(text.strip("| ")))
        return found if len(found) > 1 else ()

    @cached_property
    def words(self) -> list[Token]:
        return tokens(self.body)

    @cached_property
    def mentions(self) -> list[Mention]:
        return mentions(self.body, self.words)

    @cached_property
    def rows(self) -> list[Row]:
        return rows(self.words, self.mentions)

    @cached_property
    def clauses(self) -> list[Clause]:
        return clauses(self.words, self.rows)

    @cached_property
    def when(self) -> When:
        return when(self.body)

    @cached_property
    def key(self) -> tuple[str, str] | None:
        """ "Ansvar: Socialnämnden" as its key, in small letters, and its value."""
        match = _KEY.match(self.body)
        return (match["key"].casefold(), match["value"].strip()) if match else None

    @property
    def begins_with_task(self) -> bool:
        """Whether an infinitive opens it, as "Ta fram en rutin" and "att ta fram en rutin" do."""
        low = [word.low for word in self.words[:4]]
        if low[:1] == ["att"]:
            low = low[1:]
        while low and low[0] in _LIGHTLY:
            low = low[1:]
        return bool(low) and (is_infinitive(low[0]) or (len(low[0]) > 5 and low[0].endswith("era")))

    @property
    def begins_small(self) -> bool:
        return self.body[:1].islower()

    @property
    def is_only_actors(self) -> bool:
        """Whether it is a name or names and no more: "Samtliga nämnder:"."""
        named = {place for row in self.rows for place in range(row.first, row.end)}
        return bool(named) and all(
            place in named or not word.is_word for place, word in enumerate(self.words)
        )


_LIGHTLY: Final = frozenset(
    "inte aktivt regelbundet kontinuerligt årligen även också fortsatt gemensamt löpande vid".split()
)


def named_in(text: str) -> tuple[Actor, ...]:
    """Everybody that a short text names: a cell, the words after "Ansvar:"."""
    words = tokens(text[:_LONGEST])
    return tuple(mention.actor for mention in mentions(text[:_LONGEST], words))
