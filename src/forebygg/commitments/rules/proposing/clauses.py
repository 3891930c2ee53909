"""Main clauses: the verb that a sentence stands on, who is its subject and who acts in its passive."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from forebygg.commitments.rules.proposing.actors import Row
from forebygg.commitments.rules.proposing.facts import Actor
from forebygg.commitments.rules.proposing.finite import AND, BOUNDS, Finite, finite_verbs
from forebygg.commitments.rules.proposing.subjects import FRONTED, agents, beyond, subject
from forebygg.commitments.rules.proposing.tokens import Token
from forebygg.commitments.rules.proposing.verbs import Form, is_supine, verb

# After these comes a noun or an adjective, though it may end as an infinitive does: "inom en vecka".
_BEFORE_NOUNS: Final = FRONTED | frozenset(
    ("ett", "den", "de", "av", "till", "på", "om", "alla", "vara", "bli")
)
_NEUTER: Final = frozenset("särskilt gemensamt delat nationellt kommunalt lokalt ett rätt".split())
_DUTIES: Final = frozenset("uppdrag uppdraget uppgift uppgiften skyldighet att".split())
_AUXILIARY: Final = frozenset(("kunna", "ha", "få", "bli", "vara", "komma", "fortsätta"))
_FINAL: Final = frozenset(("bli", "vara", "ha", "få"))
_RECEIVES: Final = frozenset("få erhålla ges erbjudas".split())
_GIVERS: Final = {"få": ("från", "av"), "erhålla": ("från", "av")}
# Whose passive charges its subject to act: "förvaltningarna åläggs att".
CHARGED: Final = frozenset("ålägga förutsätta förvänta uppdra".split())


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


def clauses(words: Sequence[Token], rows: Sequence[Row]) -> list[Clause]:
    """The sentence's main clauses, in order."""
    starts = {row.first: row for row in rows}
    finite = finite_verbs(words, rows)
    main = [one for one in finite if one.is_main]
    if len(main) > 1 and main[0].at == 0 and words[main[1].at - 1].low not in AND:
        main = main[1:]  # "Visar uppföljningen att … ska nämnden …": the first is a condition
    if not main and finite:
        main = [next((one for one in reversed(finite) if one.verb is None), finite[-1])]
    found: list[Clause] = []
    since = 0
    for place, one in enumerate(main):
        end = main[place + 1].at if place + 1 < len(main) else len(words)
        start = _start(words, since, one.at) if place else 0
        clause = _clause(words, starts, one, start, end)
        if found and start == one.at and words[one.at - 1].low in AND:
            # "Rådet är styrgrupp och ansvarar för …": the subject is the one already told.
            clause = clause._replace(subject=found[-1].subject)
        found.append(clause)
        since = one.at + 1
    return found


def _start(words: Sequence[Token], since: int, at: int) -> int:
    """Where a clause after the first begins: behind the nearest word that binds clauses."""
    return next((place + 1 for place in range(at - 1, since - 1, -1) if words[place].low in BOUNDS), since)


def _clause(words: Sequence[Token], starts: Mapping[int, Row], one: Finite, start: int, end: int) -> Clause:
    lemma, passive = _done(words, one, end)
    return Clause(
        modal=words[one.at].low if one.verb is None else "",
        lemma=lemma,
        form=one.verb.form if one.verb else Form.PRESENT,
        passive=passive,
        subject=subject(words, starts, one, start, end),
        agents=agents(words, starts, one.at, end, by=_GIVERS.get(lemma, ("av",) if passive else ())),
        beyond=beyond(words, starts, one.at, end),
        before=tuple(word.low for word in words[start : one.at]),
        after=tuple(word.low for word in words[one.at + 1 : end]),
    )


def _done(words: Sequence[Token], one: Finite, end: int) -> tuple[str, bool]:
    """The infinitive of the verb that says what is done, and whether it is a passive."""
    if one.verb is not None:
        return one.verb.lemma, one.verb.passive
    last = one.at
    auxiliary = unlisted = ""
    for at in range(one.at + 1, end):
        low = words[at].low
        if low == "att" and words[one.at].low != "kommer":
            break
        if low in _AUXILIARY:
            auxiliary, last = auxiliary or low, at
        elif auxiliary in _FINAL and at - last > 3:
            break
        elif found := _infinitive(low):
            return found
        elif not unlisted and not auxiliary and at < one.at + 6 and _may_be(low, words[at - 1].low):
            unlisted = low
    return auxiliary or unlisted.removesuffix("s"), unlisted.endswith("s")


def _infinitive(low: str) -> tuple[str, bool] | None:
    known = verb(low)
    if known is None:
        is_one = len(low) > 4 and low.endswith(("era", "eras"))
        return (low.removesuffix("s"), low.endswith("s")) if is_one else None
    listed = known.form is Form.INFINITIVE or (known.passive and known.form is Form.PRESENT)
    return (known.lemma, known.passive) if listed else None


def _may_be(low: str, before: str) -> bool:
    return len(low) > 3 and low.endswith(("a", "as")) and before not in _BEFORE_NOUNS


def is_past(clause: Clause) -> bool:
    """Whether it tells of what has been: "utbildade vi", "har påpekat"."""
    if clause.form is Form.PAST or clause.modal in {"skulle", "kunde", "borde"}:
        return True
    if clause.lemma != "ha" or clause.modal:
        return False
    before = ""
    for word in clause.after[:5]:
        if "ansvar" in word or word in _DUTIES:
            return False
        if is_supine(word) and before not in {"ett", "det"} and word not in _NEUTER:
            return True
        before = word
    return False


def is_received(clause: Clause) -> bool:
    """Whether the grammatical subject is given something rather than does it."""
    if clause.lemma in CHARGED or clause.lemma == "nå" or "uppdrag" in clause.after[:4]:
        return False
    if clause.modal == "får" and not clause.lemma:
        return True
    return clause.passive or clause.lemma in _RECEIVES
