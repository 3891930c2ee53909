"""Main clauses: the verb that a sentence stands on, and who is its subject or acts in its passive.

Swedish main clauses have the finite verb second, subordinate ones are opened by a word such as "som", "att"
or "när" and have a finite verb of their own. Counting openers against verbs therefore tells which verb is the
main clause's, without a grammar of everything else.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from forebygg.commitments.rules.proposing.actors import Row
from forebygg.commitments.rules.proposing.facts import Actor
from forebygg.commitments.rules.proposing.tokens import Token
from forebygg.commitments.rules.proposing.verbs import (
    Form,
    Verb,
    is_infinitive,
    is_supine,
    may_be_infinitive,
    may_be_present,
    verb,
)

MODALS: Final = frozenset("ska skall måste bör kan får vill skulle kunde borde behöver kommer".split())
_OPENERS: Final = frozenset(
    "som vilken vilket vilka vars huruvida eftersom varvid såvida ifall varigenom hur vad vem när "
    "medan".split()
)
# Openers only at the beginning of a clause; elsewhere "om" is a preposition and "där" an adverb.
_AT_START: Final = frozenset("om då där innan tills sedan fast trots".split())
_BEFORE_START: Final = frozenset((",", "och", "även", "men", "fall", "eller", ";", ":", "–", "-"))
_AND: Final = frozenset(("och", "eller", "samt"))
_BOUNDS: Final = frozenset(("och", ";", ",", "medan", "men", "samt"))
_LIGHT: Final = frozenset(
    "och men samt därtill vidare dessutom även också därutöver härutöver därför således då dock sig "
    "alltid aldrig inte ej ofta årligen regelbundet löpande kontinuerligt därefter sedan bland annat "
    "exempelvis särskilt minst gemensamt tillsammans därmed snarast genast alltså huvudsakligen "
    "främst ytterst primärt i första hand också vid behov vår samtidigt aktivt nu".split()
)
_FRONTED: Final = frozenset(
    "vid i på under för genom med efter inom av enligt till från utifrån utöver mot mellan innan "
    "inför om när då där därför därutöver härutöver vidare dessutom årligen varje vartannat en senast "
    "för som utan över kring i samtidigt därtill därefter härigenom således också exempelvis ytterst "
    "ansvarig ansvariga ansvaret särskilt särskild det sammankallande huvudansvarig huvudansvaret "
    "tillsammans gemensamt löpande kontinuerligt regelbundet två tre fyra minst sedan dock här nu "
    "alla på snarast".split()
)
_ADVERBS: Final = frozenset("inte ej även aktivt alltid också bara endast gemensamt tidigt snabbt".split())
# "Delar" is a verb only where one must stand.
_AMBIGUOUS: Final = frozenset(
    "delar former skolar bor stämmer formar tränar larmar leder ser lär talar".split()
)
# After these comes a noun or an adjective, though it may end as an infinitive does: "inom en vecka".
_BEFORE_NOUNS: Final = _FRONTED | frozenset(
    ("ett", "den", "de", "av", "till", "på", "om", "alla", "vara", "bli")
)
_TOWARDS: Final = frozenset("på hos av åt även också ytterst i första hand främst därmed således".split())
_AUXILIARY: Final = frozenset(("kunna", "ha", "få", "bli", "vara", "komma", "fortsätta"))


class Clause(NamedTuple):
    """A main clause. `modal` is its auxiliary or empty; `lemma` the verb that says what is done.

    `subject` are those who act or are told of; `agents` those after "av" in a passive; `beyond` those after
    the verb and a preposition ("vilar på kommunstyrelsen"); `before` and `after` the words on either side.
    """

    modal: str
    lemma: str
    form: Form
    passive: bool
    subject: tuple[Actor, ...]
    agents: tuple[Actor, ...]
    beyond: tuple[Actor, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


class _Finite(NamedTuple):
    at: int
    verb: Verb | None  # None for a modal
    is_main: bool


def clauses(words: Sequence[Token], rows: Sequence[Row]) -> list[Clause]:
    """The sentence's main clauses, in order."""
    starts = {row.first: row for row in rows}
    finite = _finite(words, {row.end: row for row in rows})
    main = [one for one in finite if one.is_main]
    if len(main) > 1 and main[0].at == 0 and words[main[1].at - 1].low not in _AND:
        main = main[1:]  # "Visar uppföljningen att … ska nämnden …": the first is a condition
    if not main and finite:
        main = [next((one for one in reversed(finite) if one.verb is None), finite[-1])]
    found = []
    since = 0
    for place, one in enumerate(main):
        end = main[place + 1].at if place + 1 < len(main) else len(words)
        start = _start(words, since, one.at) if place else 0
        found.append(_clause(words, starts, one, start, end))
        since = one.at + 1
    return found


def _finite(words: Sequence[Token], after_actors: Mapping[int, Row]) -> list[_Finite]:
    found: list[_Finite] = []
    pending = possible = depth = 0
    in_modal = False
    for at, word in enumerate(words):
        low = word.low
        depth += (low == "(") - (low == ")")
        if depth > 0 or not word.is_word:
            continue
        if _opens(words, at):
            pending += 1
            possible = 0
            continue
        seen = _seen(words, at, after_actors, in_modal=in_modal)
        if seen is None:
            possible += pending > 0 and may_be_present(low)
            continue
        is_modal = seen.lemma in MODALS
        if pending and is_modal and (possible or words[at - 1].low == ","):
            pending = 0
        follows = bool(found) and not found[-1].is_main and not any(one.is_main for one in found)
        is_main = not pending and not (follows and at and words[at - 1].low in _AND)
        pending -= pending > 0
        found.append(_Finite(at, None if is_modal else seen, is_main))
        in_modal = is_modal
    return found


def _opens(words: Sequence[Token], at: int) -> bool:
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
    low = words[at].low
    if low in MODALS:
        return Verb(low, Form.PRESENT, passive=False)
    before = words[at - 1].low if at else ""
    known = verb(low)
    row = after_actors.get(at)
    beside = row is not None and (not row.first or words[row.first - 1].low in _BOUNDS)
    if low in _AMBIGUOUS and at and not beside and before not in {"vi", "som", "den", "det", ")"}:
        return None
    if known is None:
        if beside and may_be_present(low) and not in_modal:
            return Verb(low, Form.PRESENT, passive=low.endswith("s"))
        return None
    if known.form is Form.INFINITIVE or (known.passive and (in_modal or before == "att")):
        return None
    return known


def _start(words: Sequence[Token], since: int, at: int) -> int:
    """Where a clause after the first begins: behind the nearest word that binds clauses."""
    return next((place + 1 for place in range(at - 1, since - 1, -1) if words[place].low in _BOUNDS), since)


def _clause(words: Sequence[Token], starts: Mapping[int, Row], one: _Finite, start: int, end: int) -> Clause:
    modal = words[one.at].low if one.verb is None else ""
    lemma, passive = _done(words, one, end)
    subject = _subject(words, starts, one, start, end)
    agents = tuple(_agents(words, starts, one.at, end)) if passive else ()
    return Clause(
        modal=modal,
        lemma=lemma,
        form=one.verb.form if one.verb else Form.PRESENT,
        passive=passive,
        subject=subject,
        agents=agents,
        beyond=_beyond(words, starts, one.at, end),
        before=tuple(word.low for word in words[start : one.at]),
        after=tuple(word.low for word in words[one.at + 1 : end]),
    )


def _done(words: Sequence[Token], one: _Finite, end: int) -> tuple[str, bool]:
    """The infinitive of the verb that says what is done, and whether it is a passive."""
    if one.verb is not None:
        return one.verb.lemma, one.verb.passive
    last = one.at
    auxiliary = unlisted = ""
    for at in range(one.at + 1, end):
        low = words[at].low
        if low in _AUXILIARY:
            auxiliary, last = auxiliary or low, at
            continue
        known = verb(low)
        if known is not None and (
            known.form is Form.INFINITIVE or (known.passive and known.form is Form.PRESENT)
        ):
            return known.lemma, known.passive
        if known is None and len(low) > 4 and low.endswith(("era", "eras")):
            return low.removesuffix("s"), low.endswith("s")
        if (
            not unlisted
            and not auxiliary
            and len(low) > 3
            and low.endswith(("a", "as"))
            and words[at - 1].low not in _BEFORE_NOUNS
            and at < one.at + 6
        ):
            unlisted = low
        if auxiliary in {"bli", "vara", "ha", "få"} and at - last > 3:
            break
    return auxiliary or unlisted.removesuffix("s"), unlisted.endswith("s")


def _subject(
    words: Sequence[Token], starts: Mapping[int, Row], one: _Finite, start: int, end: int
) -> tuple[Actor, ...]:
    first = start
    while first < one.at and (words[first].low in _LIGHT or not words[first].is_word):
        first += 1
    for at in range(first, min(first + 3, one.at)):
        if at in starts and starts[at].end <= one.at:
            return starts[at].actors
        if words[at].low in _FRONTED or not _is_adjective(words[at].low):
            break
    fronted = start == one.at or words[start].low in _FRONTED or _opens(words, start)
    if not fronted and (one.verb is not None or words[one.at].low in {"får", "vill"}):
        return ()
    at = one.at + 1
    while at < end and (words[at].low in _LIGHT or words[at].low.endswith(("ligen", "igt", "vis"))):
        at += 1
    for place in range(at, min(at + 3, end)):
        if place in starts:
            return starts[place].actors
        if not _is_adjective(words[place].low):
            break
    return ()


def _beyond(words: Sequence[Token], starts: Mapping[int, Row], at: int, end: int) -> tuple[Actor, ...]:
    place = at + 1
    while place < end and words[place].low in _TOWARDS:
        place += 1
    return starts[place].actors if place in starts else ()


def _is_adjective(word: str) -> bool:
    return word.endswith(("a", "e", "ande", "ende")) and not is_infinitive(word)


def _agents(words: Sequence[Token], starts: Mapping[int, Row], at: int, end: int) -> Iterator[Actor]:
    for place in range(at + 1, end - 1):
        if words[place].low != "av":
            continue
        for step in (1, 2):
            if place + step in starts:
                yield from starts[place + step].actors
                return


def is_past(clause: Clause) -> bool:
    """Whether it tells of what has been: "utbildade vi", "har påpekat"."""
    if clause.form is Form.PAST or clause.modal in {"skulle", "kunde", "borde"}:
        return True
    if clause.lemma != "ha":
        return False
    return any(is_supine(word) for word in clause.after[:6])
