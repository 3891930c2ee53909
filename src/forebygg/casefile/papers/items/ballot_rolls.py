"""The rolls printed as appendices: how each voted, and the totals that the item may leave out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from forebygg.casefile.facts import Item, Vote
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.ballots import vote_kind


@dataclass(frozen=True, kw_only=True)
class Roll:
    """How each voted, as an appendix tells it: to which ballot it belongs, and its totals."""

    agenda: str | None = None
    paragraph: int | None = None
    title: str | None = None
    yes: int
    no: int
    abstain: int | None = None
    absent: int | None = None
    line: int


_ROLL_AGENDA: Final = re.compile(r"Ärende(?:\s*nr)?\s*:?\s*(?P<agenda>\d[\d:]*)")
_ROLL_TITLE: Final = re.compile(r"(?:Ärendemening|Ärenderubrik|Rubrik|Gäller|Avser)\s*:\s*(?P<title>\S.*)")
_ROLL_PARAGRAPH: Final = re.compile(
    r"(?:Votering|Omröstning|Voteringslista|Omröstningslista|Paragraf)?\D{0,30}§\s*(?P<number>\d+)"
)
# By their first letters it is seen whether a row can hold figures, and whether it can tell of the matter.
_OPENS_FIGURES: Final = frozenset("AaSsJjNnFf")
_ENDS_FIGURES: Final = frozenset("0123456789,;")
_OPENS_HEAD: Final = ("Bilaga", "Ärende", "Votering", "Omröstning", "Paragraf", "§")
_OPENS_HEADS: Final = frozenset(word[0] for word in _OPENS_HEAD)
_MARKS: Final = re.compile(r"[\W_]+")
_ROLL_FIGURE: Final = re.compile(
    r"(?:Antal\s+|Summa\s+)?(?P<kind>Ja|Nej|Avst\w*|Frånv\w*)\.?(?:-?röster)?\s*[:=]?\s*(?P<count>\d{1,3})(?!\d)",
    re.IGNORECASE,
)


def read_roll(lines: Sequence[Line]) -> list[Roll]:
    """The ballots of which the appendices tell how each voted.

    A roll has its totals ("Antal Ja: 43"); what stands just before them says to which matter it belongs.
    """
    rolls: list[Roll] = []
    head: list[Line] = []
    figures: dict[str, int] = {}
    at = 0
    for line in lines:
        text = line.text
        if not text or line.furniture:
            continue
        first = text[0]
        # Most rows are names and answers, which end in no figure.
        if text[-1] in _ENDS_FIGURES and first in _OPENS_FIGURES and (found := _figures(text)):
            for match in found:
                kind = vote_kind(match["kind"])
                if kind in figures:
                    rolls.extend(_roll(head, figures, at))
                    head, figures = [], {}
                figures[kind] = int(match["count"])
                at = at or line.number
            continue
        if figures and ("yes" in figures or "no" in figures):
            rolls.extend(_roll(head, figures, at))
            head, figures, at = [], {}, 0
        if first in _OPENS_HEADS and text.startswith(_OPENS_HEAD):
            head = [*(head[-3:] if head and not text.startswith("Bilaga") else []), line]
        elif head and len(head) < 8:
            head.append(line)
    rolls.extend(_roll(head, figures, at))
    return rolls


def _figures(text: str) -> list[re.Match[str]]:
    """The totals that the row consists of."""
    if len(text) >= 120:
        return []
    found = list(_ROLL_FIGURE.finditer(text))
    return found if found and not _ROLL_FIGURE.sub("", text).strip(" ,;") else []


def _roll(head: Sequence[Line], figures: dict[str, int], line: int) -> list[Roll]:
    if not {"yes", "no"} <= figures.keys():
        return []
    agenda, paragraph, title = None, None, list[str]()
    for one in head:
        if match := _ROLL_AGENDA.fullmatch(one.text):
            agenda = match["agenda"]
        elif match := _ROLL_TITLE.fullmatch(one.text):
            title = [match["title"]]
        elif match := _ROLL_PARAGRAPH.match(one.text):
            paragraph = int(match["number"])
        elif title:
            title.append(one.text)
    return [
        Roll(
            agenda=agenda,
            paragraph=paragraph,
            title=" ".join(title) or None,
            yes=figures["yes"],
            no=figures["no"],
            abstain=figures.get("abstain"),
            absent=figures.get("absent"),
            line=line,
        )
    ]


def supplemented(item: Item, rolls: Sequence[Roll]) -> Item:
    """The item with what its rolls add: how many abstained or were absent.

    A roll belongs to a ballot when its paragraph or title is the item's and its figures are the ballot's.
    """
    if not item.votes:
        return item
    title = _bare(item.title or "")
    mine = [roll for roll in rolls if _belongs(roll, item.paragraph, title)]
    votes: list[Vote] = []
    for vote in item.votes:
        roll = next((roll for roll in mine if (roll.yes, roll.no) == (vote.yes, vote.no)), None)
        if roll is None:
            votes.append(vote)
            continue
        mine.remove(roll)
        votes.append(
            replace(
                vote,
                abstain=roll.abstain if vote.abstain is None else vote.abstain,
                absent=roll.absent if vote.absent is None else vote.absent,
            )
        )
    return replace(item, votes=tuple(votes))


def _belongs(roll: Roll, paragraph: int, title: str) -> bool:
    if roll.paragraph is not None:
        return roll.paragraph == paragraph
    return bool(roll.title and title) and _bare(roll.title or "") == title


@lru_cache(maxsize=256)  # every item with a ballot is asked of every roll
def _bare(title: str) -> str:
    return _MARKS.sub("", title.casefold())
