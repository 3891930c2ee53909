"""Where a sentence stands: under which head, in which table, with whom answerable by a line of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from typing import Final

from forebygg.commitments.rules.proposing.facts import Actor, Kind, Level, Strength
from forebygg.commitments.rules.proposing.judging import own
from forebygg.commitments.rules.proposing.sections import Matter, above, answering, level_of, matter
from forebygg.commitments.rules.proposing.sentences import Parsed, named_in
from forebygg.commitments.rules.proposing.unbinding import PLAN

_WHAT: Final = frozenset(
    "åtgärd åtgärder aktivitet aktiviteter insats insatser vad uppdrag arbetsuppgift uppgift metod åtagande "
    "beskrivning genomförande".split()
)
_WHO: Final = frozenset(
    "ansvar ansvarig ansvariga vem huvudansvar huvudansvarig utförare ansvarsfördelning ägare "
    "genomförare".split()
)
_TIME: Final = frozenset(
    "tid tidplan klart när start slut senast tidsram tidpunkt deadline slutdatum period frekvens "
    "datum klar".split()
)
_OTHER: Final = frozenset(
    "mål delmål syfte indikator indikatorer uppföljning kostnad kostnader resurser resurs målgrupp "
    "nivå status samverkan samverkanspart samverkansparter samverkar kommentar mått nr nummer budget "
    "finansiering medverkande prioritet område".split()
)
_LONGEST_TITLE: Final = 300
_HEADER: Final = _WHAT | _WHO | _TIME | _OTHER
_OPEN_END: Final = re.compile(r"(?:[:;]|(?<!\w)(?:ska|skall|bör|att|genom|för att))\W{0,2}$")
_LIST_OF_ACTS: Final = re.compile(
    r"(?:[\w\s-]{0,40}(?:åtgärd|aktivitet|insats|uppgift|uppdrag|åtagande)\w*|(?:så\shär|detta|"
    r"det\shär)\s(?:gör|ska)\s\w+.{0,40})\W*$|"
    r".*(?:genom att|innebär att)\W*$",
    re.IGNORECASE | re.DOTALL,
)
_CONSISTS: Final = frozenset(
    "innehålla omfatta bestå känneteckna prägla bygga utgå grunda utgöra vara beakta".split()
)
_GOAL: Final = re.compile(
    r"(?<!\w)(?:syfte\w*|mål(?:en|et|sättning\w*)?|vision\w*|vill uppnå)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Head:
    """The words above a list: who is to act by them, or that its points promise nothing."""

    text: str
    binds: bool
    actors: tuple[Actor, ...] = ()
    strength: Strength = Strength.TASK
    refusal: bool = False
    is_whole: bool = False  # the promise is the head's own; the points only say of what it consists


@dataclass(frozen=True, kw_only=True)
class Place:
    """What surrounds a sentence; `answerable` are those of an "Ansvar:" line, `heading` the section's."""

    matter: Matter = Matter.ACTS
    level: Level | None = None
    head: Head | None = None
    answerable: tuple[Actor, ...] = ()
    heading: tuple[Actor, ...] = ()
    columns: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    is_silent: bool = False  # a head, a table's header, a line that only says who or when


def places(sentences: Sequence[Parsed]) -> Iterator[Place]:
    """The place of each sentence, in order."""
    titles: dict[str, str] = {}
    for (label, whole), group in groupby(sentences, lambda one: (one.standing.label, one.standing.title)):
        title = whole[:_LONGEST_TITLE]
        titles[label[:40].strip(". ")] = title
        chain = [title, *above(label, titles)]
        place = Place(
            matter=matter(title),
            level=next(filter(None, map(level_of, chain)), None),
            heading=next(filter(None, map(answering, chain)), ()),
        )
        yield from _section([*group], place)


@dataclass
class _Reader:
    """What has been read of a section so far."""

    place: Place
    head: Head | None = None
    shape: str = ""
    columns: tuple[str, ...] = ()
    answerable: tuple[Actor, ...] = ()
    found: list[Place] = field(default_factory=list)
    record: int | None = None  # the sentence that "Ansvar:" and "Tid:" below it belong to
    loose: int = 0  # the first sentence that an "Ansvar:" below may still belong to

    def add(self, *, silent: bool = False) -> None:
        head = None if silent else self.head
        answerable = () if silent else self.answerable
        self.found.append(
            replace(self.place, head=head, answerable=answerable, columns=self.columns, is_silent=silent)
        )


def _section(sentences: list[Parsed], place: Place) -> list[Place]:
    reader = _Reader(place)
    last = len(sentences) - 1
    alone = _alone(sentences)
    for at, one in enumerate(sentences):
        if one.cells:
            _row(reader, one)
            continue
        reader.columns = ()
        if one.key and _is_line(one.key[0]):
            _line(reader, sentences, at, one.key)
            continue
        following = sentences[at + 1] if at < last else None
        if one.is_only_actors and alone[at] and following and one.body[-1] not in ".:;":
            _subheading(reader, one, following)
            continue
        head = _head(one, following)
        if head:
            reader.head = None
            reader.add(silent=not head.is_whole)
            reader.head, reader.shape = head, ""
            continue
        if reader.head and not _continues(reader, one, is_alone=alone[at]):
            reader.head = None
        reader.add()
    return reader.found


def _subheading(reader: _Reader, one: Parsed, following: Parsed) -> None:
    """A name on a line of its own answers for what stands below it."""
    actors = tuple(actor for row in one.rows for actor in row.actors)
    listed = following.begins_small or following.marked
    reader.head = Head(text=one.body, binds=True, actors=actors) if listed else None
    reader.shape = ""
    reader.answerable = actors
    reader.loose = len(reader.found) + 1
    reader.add(silent=True)


def _alone(sentences: Sequence[Parsed]) -> list[bool]:
    """Whether each sentence is all of its paragraph."""
    numbers = [one.standing.paragraph for one in sentences]
    same = [False, *(a == b for a, b in pairwise(numbers)), False]
    return [not (before or after) for before, after in pairwise(same)]


def _row(reader: _Reader, one: Parsed) -> None:
    lows = [cell.casefold().rstrip(":*? ") for cell in one.cells]
    is_header = sum(any(word in _HEADER for word in low.split()[:2]) for low in lows) * 2 > len(
        lows
    ) and not any(len(low) > 40 for low in lows)
    if is_header:
        reader.columns = tuple(_role(low) for low in lows)
        reader.head = None
    reader.add(silent=is_header)


def _role(low: str) -> str:
    for word in low.split()[:2]:
        for role, known in (("what", _WHAT), ("who", _WHO), ("when", _TIME), ("other", _OTHER)):
            if word in known:
                return role
    return "other"


def _is_line(key: str) -> bool:
    return any(word in _HEADER for word in key.split()) and not (
        _role(key) == "other" and key.split(maxsplit=1)[0] not in _OTHER
    )


def _line(reader: _Reader, sentences: Sequence[Parsed], at: int, key: tuple[str, str]) -> None:
    """ "Åtgärd: …" opens a record, "Ansvar: …" and "Tid: …" belong to it or to what stands around them."""
    role = _role(key[0])
    if role == "what":
        reader.head, reader.answerable, reader.record = None, (), at
        reader.add()
        return
    if role == "who":
        actors = named_in(key[1])
        if reader.record is not None:
            _give(reader, reader.record, reader.record + 1, actors)
        elif _goes_back(sentences, at):
            _give(reader, reader.loose, len(reader.found), actors)
        else:
            reader.answerable, reader.head = actors, None
        reader.loose = at + 1
    elif role == "when" and reader.record is not None:
        told = reader.found[reader.record]
        reader.found[reader.record] = replace(told, times=(*told.times, key[1]))
    reader.add(silent=True)


def _goes_back(sentences: Sequence[Parsed], at: int) -> bool:
    """Whether an "Ansvar:" line closes what stands above it: it ends the section, or its own paragraph."""
    here = sentences[at].standing.paragraph
    if at and sentences[at - 1].standing.paragraph == here:
        return True
    return at > 0 and all(one.key and _is_line(one.key[0]) for one in sentences[at + 1 :])


def _give(reader: _Reader, first: int, end: int, actors: tuple[Actor, ...]) -> None:
    for place in range(first, end):
        if not reader.found[place].answerable and not reader.found[place].is_silent:
            reader.found[place] = replace(reader.found[place], answerable=actors)


def _head(one: Parsed, following: Parsed | None) -> Head | None:
    """The sentence as the head of the list below it, if it is one."""
    text = one.body
    if following is None or not _OPEN_END.search(text[-12:]) or not _leads_to(one, following):
        return None
    if one.is_only_actors:
        actors = tuple(actor for row in one.rows for actor in row.actors)
        return Head(text=text, binds=True, actors=actors)
    if one.clauses and one.words[0].low == "vi":
        return _of_us(one)
    return _told(one, text)


def _told(one: Parsed, text: str) -> Head:
    """A head with a verb, or a word for what the list is of."""
    if _GOAL.search(text) or any(word.low in PLAN for word in one.words[:3]):
        return Head(text=text, binds=False)
    judged = own(one, is_head=True)
    if judged and any(clause.lemma in _CONSISTS for clause in one.clauses):
        return Head(text=text, binds=False, is_whole=True)
    if judged:
        return Head(
            text=text, binds=True, actors=judged.actors, strength=judged.strength, refusal=judged.refusal
        )
    return Head(text=text, binds=bool(_LIST_OF_ACTS.match(text[:200])))


def _leads_to(one: Parsed, following: Parsed) -> bool:
    apart = following.standing.paragraph != one.standing.paragraph
    return apart and (one.body[-1] in ":;" or not following.body[:1].isupper())


def _of_us(one: Parsed) -> Head:
    """ "Vi som arbetar i skolan:" binds the school, "Vi ska:" everybody."""
    told = [row for row in one.rows if row.first > 1] if one.words[1:2] and one.words[1].low == "som" else []
    actors = tuple(actor for row in told for actor in row.actors)
    modal = one.clauses[0].modal
    strength = {"ska": Strength.SHALL, "skall": Strength.SHALL, "bör": Strength.SHOULD}.get(
        modal, Strength.DOES
    )
    return Head(
        text=one.body,
        binds=modal != "vill",
        actors=actors or (Actor(words=one.words[0].text, kind=Kind.MUNICIPALITY),),
        strength=strength,
    )


def _continues(reader: _Reader, one: Parsed, *, is_alone: bool) -> bool:
    """Whether the sentence is a further point under the head: shaped as the first one is."""
    if one.begins_small:
        shape = "small"
    elif one.marked:
        shape = "marked"
    elif one.body.endswith((".", "!")):
        shape = "whole" if is_alone else "text"
    else:
        shape = "open"
    reader.shape = reader.shape or shape
    return shape == reader.shape and shape != "text"
