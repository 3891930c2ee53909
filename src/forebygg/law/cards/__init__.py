"""Law cards: what one provision says, in our own words, and who has read it in the statute.

One TOML file for each act, beside this module. The municipal acts' dates and figures are the reader's
(casefile/limits.toml), so that no figure stands in two places; a card names them in braces.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Final

from forebygg.casefile.limits import Act, acts
from forebygg.core.messages import N_, Notice

READ_IN_THE_STATUTE: Final = N_("Read in the statute on {day}.")
NOT_CHECKED: Final = N_("Not checked against the statute.")

_FIGURES: Final = ("approval_days", "notice_days", "appeal_weeks")


@dataclass(frozen=True, kw_only=True)
class Statute:
    """An act of law with its number in the statute book (SFS)."""

    sfs: str
    titles: Mapping[str, str]

    def name(self, language: str) -> str:
        """In Swedish or English: "kommunallagen (2017:725)", "the Local Government Act (2017:725)"."""
        return f"{self.titles[language[:2]]} ({self.sfs})"


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a provision says from `since` to `until`, both inclusive; `key` is the question it answers.

    `verified_on` is the day someone read that very wording in the statute; None means that nobody has, and
    then the card must never be shown without its `standing`.
    """

    key: str
    statute: Statute
    provisions: Mapping[str, str]
    since: dt.date
    until: dt.date | None = None
    verified_on: dt.date | None = None
    next_check: dt.date
    figures: Mapping[str, int] = field(default_factory=dict)
    texts: Mapping[str, str]
    sources: Mapping[str, str]

    @property
    def is_verified(self) -> bool:
        return self.verified_on is not None

    @property
    def standing(self) -> Notice:
        """Whether the card can be relied on, as a sentence to show beside it."""
        return Notice(READ_IN_THE_STATUTE, day=self.verified_on) if self.verified_on else Notice(NOT_CHECKED)

    def provision(self, language: str) -> str:
        """Where it stands in its act: "8 kap. 12 §", "ch. 8 s. 12"."""
        return self.provisions[language[:2]]

    def text(self, language: str) -> str:
        """What the provision says, in our own words, in Swedish or English."""
        return self.texts[language[:2]].format_map(self.figures)

    def source(self, language: str) -> str:
        """Where it was read, or where it is believed to stand."""
        return self.sources[language[:2]]

    def applies_on(self, day: dt.date) -> bool:
        return self.since <= day <= (self.until or dt.date.max)

    def is_due(self, today: dt.date) -> bool:
        """Whether someone should read the statute again."""
        return self.next_check <= today


def card(key: str, *, on: dt.date) -> Card | None:
    """The card that answers the question for what was decided that day; None where none is held."""
    return next((one for one in cards() if one.key == key and one.applies_on(on)), None)


@cache
def cards() -> tuple[Card, ...]:
    """Every card, by act and in the order of its file."""
    held = {act.sfs: act for act in acts()}
    folder = resources.files(__name__)
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return tuple(
        one
        for name in files
        for one in _cards_of(tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8")), held)
    )


def _cards_of(data: dict[str, Any], held: Mapping[str, Act]) -> Iterator[Card]:
    """The cards of one file; what a card leaves out is as its act says."""
    act = held.get(data["sfs"])
    if act:
        data = {
            "title": {"sv": act.title, "en": data["english"]},
            "since": act.since,
            "until": act.until,
        } | data
    statute = Statute(sfs=data["sfs"], titles=data["title"])
    for one in data["card"]:
        given = {name: data.get(name) for name in ("since", "until", "next_check", "source")} | one
        yield Card(
            key=given["key"],
            statute=statute,
            provisions=given["provision"],
            since=given["since"],
            until=given["until"],
            verified_on=given.get("verified_on"),
            next_check=given["next_check"],
            figures={name: getattr(act, name) for name in _FIGURES if f"{{{name}}}" in given["text"]["sv"]},
            texts=given["text"],
            sources=given["source"],
        )
