"""How well commitments are proposed, against four plans read by hand (see gold/proposals/README.md).

`python -m bench.proposals` prints each difference in the plans that the rules were made with; the one that
is held out is only measured.
"""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.figure import Figure, at_least, at_most, not_measured, seconds
from bench.papers import SHARED
from forebygg.casefile import read_case
from forebygg.commitments.rules.proposing import Proposal, Standing, propose

GOLD: Final = Path(__file__).parent / "gold" / "proposals"
HELD_OUT: Final = "marvik"
FORMS: Final = "forms"
DEVELOPED: Final = ("shared", "bjorkvad", "sandhaga", FORMS)
# Of what a person must settle, one in ten may be missing from the list (it is added by hand), and one
# in seven may name somebody else (one choice to change) or be none at all (one click to reject).
_FOUND, _RIGHT, _FALSE = 90, 85, 15


@dataclass(frozen=True)
class Label:
    """What a person read in a sentence: `who` as (kind, every, words), None when it is no commitment."""

    who: frozenset[tuple[str, bool, str]] | None
    level: str = ""
    lacks: frozenset[str] = frozenset()
    dated: bool = False
    because: str = ""


@dataclass
class Score:
    """Of one plan: counts, and where the rules and the person differ."""

    commitments: int = 0
    found: int = 0
    right: int = 0
    false: int = 0
    level: int = 0
    dated: int = 0
    lacks: int = 0
    differences: list[str] = field(default_factory=list)


def gold(name: str) -> list[tuple[Standing, Label]]:
    """The sheet's sentences with their labels; of the shared plan FileNotFoundError where it does not lie."""
    if name == FORMS:
        return forms()
    told = tomllib.loads((GOLD / f"{name}.toml").read_text("utf-8"))
    return _shared(told) if name == "shared" else _written(told)


def _written(told: dict[str, Any]) -> list[tuple[Standing, Label]]:
    found = []
    for section in told["section"]:
        for number, paragraph in enumerate(section["paragraphs"]):
            for one in paragraph:
                standing = Standing(
                    key=len(found) + 1,
                    text=one["text"],
                    label=section["label"],
                    title=section["title"],
                    paragraph=number,
                )
                found.append((standing, _label(one, section.get("level", ""))))
    return found


def _shared(told: dict[str, Any]) -> list[tuple[Standing, Label]]:
    path = SHARED / told["file"]
    if hashlib.sha256(path.read_bytes()).hexdigest() != told["sha256"]:
        raise FileNotFoundError(path)
    plan = next(plan for plan in read_case([path]).plans if str(plan.date) == told["date"])
    labels = {tuple(one["at"]): one for one in told["sentences"]}
    found: list[tuple[Standing, Label]] = []
    on_line: Counter[int] = Counter()
    for section in plan.sections:
        for sentence in section.sentences:
            line = sentence.lines[0]
            on_line[line] += 1
            standing = Standing(
                key=len(found) + 1,
                text=sentence.text,
                label=section.number,
                title=section.title,
                paragraph=line,  # each paragraph of this file is a line
            )
            found.append((standing, _label(labels[line, on_line[line]], "")))
    return found


def _label(one: dict[str, Any], level: str) -> Label:
    if "who" not in one:
        return Label(None, because=one["no"])
    return Label(
        who=frozenset(_named(who) for who in one["who"]),
        level=one.get("level", level),
        lacks=frozenset(one["lacks"].split()),
        dated="date" not in one["lacks"].split(),
    )


def _named(who: str) -> tuple[str, bool, str]:
    kind, _, words = who.removeprefix("every ").partition(": ")
    return kind, who.startswith("every "), words.casefold()


def forms() -> list[tuple[Standing, Label]]:
    """The sheet of loose sentences, of whose actors only the kinds are told."""
    found: list[tuple[Standing, Label]] = []
    title = ""
    for line in (GOLD / "forms.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            title = line.removeprefix("## ")
        elif line.startswith(("+ ", "- ")):
            text = line.rpartition(" | ")[2].removeprefix("- ")
            kinds = line.removeprefix("+ ").partition(" | ")[0].split(",")
            who = frozenset((kind, False, "") for kind in kinds if kind != "nobody")
            label = Label(who) if line.startswith("+ ") else Label(None, because="-")
            number = len(found) + 1
            found.append((Standing(key=number, text=text, title=title, paragraph=number), label))
    return found


def is_right(label: Label, proposal: Proposal) -> bool:
    """Whether those bound are exactly those that the person read: the same kinds, the same words.

    Where the sheet leaves the words out, as it does of a place's name, the kind is enough.
    """
    proposed = {(actor.kind.value, actor.every, actor.words.casefold()) for actor in proposal.actors}
    wanted = label.who or frozenset()
    if any(not words for _, _, words in wanted):
        return {kind for kind, *_ in proposed} == {kind for kind, *_ in wanted}
    return proposed == wanted


def score(sentences: list[tuple[Standing, Label]]) -> Score:
    """The rules beside the person, sentence by sentence."""
    proposals = {proposal.key: proposal for proposal in propose([standing for standing, _ in sentences])}
    result = Score()
    for standing, label in sentences:
        proposal = proposals.get(standing.key)
        if label.who is None:
            if proposal:
                result.false += 1
                result.differences.append(f"FALSE ({label.because}; {proposal.why.reason}): {standing.text}")
            continue
        result.commitments += 1
        if proposal is None:
            result.differences.append(f"MISSED: {standing.text}")
            continue
        result.found += 1
        _compare(standing, label, proposal, result)
    return result


def _compare(standing: Standing, label: Label, proposal: Proposal, result: Score) -> None:
    lacks = frozenset(proposal.missing)
    right = is_right(label, proposal)
    result.right += right
    result.level += (proposal.level or "") == label.level
    result.dated += bool(proposal.when.words) == label.dated
    result.lacks += lacks == label.lacks
    if not right:
        named = [(actor.kind.value, actor.words) for actor in proposal.actors]
        result.differences.append(f"ACTOR {named} for {sorted(label.who or ())}: {standing.text}")
    if (proposal.level or "") != label.level:
        result.differences.append(f"LEVEL {proposal.level} for {label.level!r}: {standing.text}")
    if lacks != label.lacks:
        result.differences.append(f"LACKS {sorted(lacks)} for {sorted(label.lacks)}: {standing.text}")


def share(part: int, of: int) -> float:
    """In per cent; of nothing, all."""
    return 100 * part / of if of else 100.0


def figures() -> Iterator[Figure]:
    """Found, right actor and false of each plan; then level, date and lacks, told only; then the time."""
    for name in (*DEVELOPED, HELD_OUT):
        try:
            sentences = gold(name)
        except FileNotFoundError:
            yield not_measured(f"{name}: proposals", "the shared papers are not here")
            continue
        one = score(sentences)
        title = f"{name} (held out)" if name == HELD_OUT else name
        proposed = one.found + one.false
        for what, value, limit, part in (
            ("found", share(one.found, one.commitments), _FOUND, f"{one.found}/{one.commitments}"),
            ("right actor", share(one.right, one.found), _RIGHT, f"{one.right}/{one.found}"),
        ):
            yield at_least(f"{title}: {what}", value, limit, unit="%", note=part)
        false = 100 - share(one.found, proposed)
        yield at_most(f"{title}: false", false, _FALSE, unit="%", note=f"{one.false}/{proposed} proposals")
        if name == FORMS:
            continue
        for what, number in (("level", one.level), ("date or none", one.dated), ("what it lacks", one.lacks)):
            yield Figure(
                name=f"{title}: {what} right",
                measured=f"{share(number, one.found):.1f} %",
                note=f"{number}/{one.found}",
            )
    yield at_most("proposing from 1 000 sentences", _seconds(), 1, unit="s", note="twelve plans' length")


def _seconds() -> float:
    """Processor time for a thousand sentences of the written plans, sections kept apart."""
    plans = [standing for name in ("bjorkvad", "sandhaga", HELD_OUT) for standing, _ in gold(name)]
    many = [
        Standing(key=key, text=one.text, label=one.label, title=one.title, paragraph=one.paragraph)
        for key, one in enumerate((plans * (1000 // len(plans) + 1))[:1000])
    ]
    return seconds(lambda: propose(many), own=True)


if __name__ == "__main__":
    for sheet in DEVELOPED:
        result = score(gold(sheet))
        print(f"\n{sheet}: {result.found}/{result.commitments}, right {result.right}, false {result.false}")
        told = result.differences
        print("\n".join(one for one in told if sheet != FORMS or not one.startswith(("LEVEL", "LACKS"))))
