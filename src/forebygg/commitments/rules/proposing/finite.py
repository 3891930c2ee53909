"""The finite verbs of a sentence, and which of them are its main clauses'.

Swedish main clauses have the finite verb second, subordinate ones are opened by a word such as "som", "att"
or "när" and have a finite verb of their own. Counting openers against verbs therefore tells which verb is the
main clause's, without a grammar of everything else.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from forebygg.commitments.rules.proposing.actors import Row
from forebygg.commitments.rules.proposing.tokens import Token
from forebygg.commitments.rules.proposing.verbs import Form, Verb, may_be_infinitive, may_be_present, verb

MODALS: Final = frozenset("ska skall måste bör kan får vill skulle kunde borde behöver kommer".split())
_OPENERS: Final = frozenset(
    "som vilken vilket vilka vars huruvida eftersom varvid såvida ifall varigenom hur vad vem när "
    "medan".split()
)
# Openers only at the beginning of a clause; elsewhere "om" is a preposition and "där" an adverb.
_AT_START: Final = frozenset("om då där innan tills sedan fast trots".split())
_BEFORE_START: Final = frozenset((",", "och", "även", "men", "fall", "eller", ";", ":", "–", "-"))
AND: Final = frozenset(("och", "eller", "samt"))
BOUNDS: Final = frozenset(("och", ";", ",", "medan", "men", "samt"))
_ADVERBS: Final = frozenset("inte ej även aktivt alltid också bara endast gemensamt tidigt snabbt".split())
# "Delar" is a verb only where one must stand.
_AMBIGUOUS: Final = frozenset(
    "delar former skolar bor stämmer formar tränar larmar leder ser lär talar".split()
)
# "Kommunen för inga register": a verb here, a preposition nearly everywhere else.
_CARRIED: Final = frozenset(
    "inga inget ingen en ett dialog statistik protokoll register samtal logg bok".split()
)
_BEFORE_VERBS: Final = frozenset(("vi", "som", "den", "det", ")"))


class Finite(NamedTuple):
    """A finite verb's place; `verb` is None for an auxiliary such as "ska"."""

    at: int
    verb: Verb | None
    is_main: bool


def finite_verbs(words: Sequence[Token], rows: Sequence[Row]) -> list[Finite]:
    """Every finite verb, in order. Those after "att" or "som" are not of a main clause."""
    after_actors = {row.end: row for row in rows}
    found: list[Finite] = []
    pending = possible = depth = 0
    in_modal = False
    opener = ""
    for at, word in enumerate(words):
        low = word.low
        depth += (low == "(") - (low == ")")
        if depth > 0 or not word.is_word:
            continue
        if opens(words, at):
            pending += 1
            possible = 0
            opener = low
            continue
        seen = _seen(words, at, after_actors, in_modal=in_modal)
        if seen is None:
            possible += pending > 0 and may_be_present(low)
            continue
        is_modal = seen.lemma in MODALS
        before = words[at - 1].low if at else ""
        if pending and is_modal and (possible or before == ","):
            pending = 0
        continues = before in AND and _continues(found, opener)
        found.append(Finite(at, None if is_modal else seen, is_main=not pending and not continues))
        pending -= pending > 0
        in_modal = is_modal
    return found or _guessed(words)


def _guessed(words: Sequence[Token]) -> list[Finite]:
    """In a sentence without a verb that is listed, the first that a passive's ending shows."""
    for at, word in enumerate(words[1:], start=1):
        if len(word.low) > 5 and word.low.endswith("as") and may_be_present(word.low):
            return [Finite(at, Verb(word.low.removesuffix("s"), Form.PRESENT, passive=True), is_main=True)]
    return []


def _continues(found: Sequence[Finite], opener: str) -> bool:
    """Whether "och" goes on with a subordinate clause: "att kommunerna tar fram planer och utser …"."""
    if not found or found[-1].is_main:
        return False
    return opener == "att" or not any(one.is_main for one in found)


def opens(words: Sequence[Token], at: int) -> bool:
    """Whether the word opens a subordinate clause that has a finite verb of its own."""
    low = words[at].low
    before = words[at - 1].low if at else ","
    if low in _OPENERS:
        return not (low == "som" and before in {"så", "liksom"})
    if low in _AT_START:
        return before in _BEFORE_START
    if low != "att":
        return False
    following = at + 1
    while following < len(words) and (
        words[following].low in _ADVERBS or words[following].low.endswith(("igt", "ligen", "vis"))
    ):
        following += 1
    return following < len(words) and not may_be_infinitive(words[following].low)


def _seen(words: Sequence[Token], at: int, after_actors: Mapping[int, Row], *, in_modal: bool) -> Verb | None:
    """The finite verb that the word is; an infinitive after an auxiliary is none."""
    low, following = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if low in MODALS and (low, following) != ("vill", "säga"):
        return Verb(low, Form.PRESENT, passive=False)
    before = words[at - 1].low if at else ""
    row = after_actors.get(at)
    beside = row is not None and (not row.first or words[row.first - 1].low in BOUNDS)
    known = verb(low)
    if known is None:
        here = beside or (following == "vi" and at > 0)
        return _unlisted(low, following) if here and not in_modal else None
    if low in _AMBIGUOUS and at and not beside and before not in _BEFORE_VERBS:
        return None
    follows = (known.passive or low.endswith("s")) and (in_modal or before == "att")
    return None if known.form is Form.INFINITIVE or follows else known


def _unlisted(low: str, following: str) -> Verb | None:
    """A verb that only its place and its ending show."""
    if low == "för" and following in _CARRIED:
        return Verb("föra", Form.PRESENT, passive=False)
    return Verb(low, Form.PRESENT, passive=low.endswith("s")) if may_be_present(low) else None
