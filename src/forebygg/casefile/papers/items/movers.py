"""Who moves in one sentence, and the words of the motion: the grammar of "yrkar"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from forebygg.casefile.papers.items.sections import Section
from forebygg.casefile.people import NAME, OFFICE, Person, bare_name, persons

_ASKS: Final = r"\b(?:yrkar|yrkade|(?:har|hade)\s+yrkat)\b(?:\s+(?:även|också|därutöver|dessutom|vidare))?"
_PUTS: Final = (
    r"\b(?:framställer|framställde|framför|framförde|lägger|lade|lämnar|lämnade|väcker|väckte)\s+(?:fram\s+)?"
    r"(?:ett\s+|följande\s+|även\s+|muntligt\s+|skriftligt\s+)*[\wåäö]{0,30}(?:yrkanden?|förslag)\b\s*(?:om\b|på\b|:|till\s+beslut:?)?"
)
_MOVES: Final = re.compile(rf"{_ASKS}|{_PUTS}")
_ONLY_ASKS: Final = re.compile(_ASKS)
# Letters of the verbs, looked for first: it is cheaper.
_PUTTING: Final = ("framst", "framf", "lägg", "lade", "lämn", "väck")
_PASSIVE: Final = re.compile(
    r"\b(?:yrkas|yrkades|framställs|framställdes|framförs)\s+(?:också\s+|även\s+)?av\b"
)
_JOINS: Final = re.compile(
    r"\b(?:instämmer|instämde|biträder|biträdde|ansluter\s+sig|anslöt\s+sig|stöder|stödjer|stödde|tillstyrker|"
    r"tillstyrkte|bifaller)\b"
)
_JOINING: Final = ("instäm", "biträ", "ansl", "stöd", "tillstyrk", "bifaller")
_PROPOSES: Final = re.compile(r"\b(?:föreslår|föreslog|hemställer|hemställde|förordar)\b")
_AVERSE: Final = re.compile(r"\b(?:avstyrker|avstyrkte|motsätter\s+sig)\b")
_OTHER_VERBS: Final = (
    (_JOINING, _JOINS, True),
    (("avstyrk", "motsätter"), _AVERSE, True),
    (("föresl", "hemställ", "förordar"), _PROPOSES, False),
)
_SO_ON: Final = re.compile(r"\s*,?\s*(?:m\.?\s?fl\.?|med\s+flera)(?=\s*\()")
_RELATIVE: Final = re.compile(
    r",\s*(?:som|vilken|vilka|ersättare\s+för|ledamot|ordförande\s+i)\s[^,.]{1,120},"
)
_LINK: Final = re.compile(
    r"\s*(?:,|och|samt|&|/|[–-])?\s*(?:och|samt|liksom|jämte|tillsammans\s+med|"
    r"med\s+(?:instämmande|stöd|bifall)\s+(?:av|från)|under\s+instämmande\s+(?:av|från)|biträdd\s+av)?\s*"
)
# Between the names and the verb: adverbs, and for whom or where it is moved.
_ASIDE: Final = re.compile(
    r"\s*(?>,?\s*(?:m\.?\s?fl\.?|med\s+flera|också|även|därefter|därutöver|vidare|slutligen|dessutom|härefter|sedan|nu|"
    r"först|samtliga|båda|gemensamt|i\s+(?:första|andra|tredje)\s+hand|(?:för|å|på|med|under|vid)\s+[^.,]{2,60})\b\.?,?|,)*+\s*"
)
_AFTER_VERB: Final = re.compile(
    r"\s*(?:även\s+|också\s+|därutöver\s+)?(?:(?:tjänstgörande|vice|v\.|[123]:[ea]|förste|andre)\s+)*(?:[a-zåäö]+\s+){0,2}"
)
_PREPOSED: Final = re.compile(
    r"\s*(?:Med|I\s+likhet\s+med|Under|Enligt|Efter|På|Liksom|Tillsammans\s+med|Utöver|Utan|Mot|I\s+enlighet|Genom|Vid)\b"
)
_ALONG: Final = re.compile(r"instämm|[Ll]iksom|[Tt]illsammans|likhet\s+med|med\s+stöd", re.IGNORECASE)
_JOINED_AFTER: Final = re.compile(
    r"\s*,?\s*(?:med|under)\s+(?:instämmande|stöd|bifall)\s+(?:av|från)\s+(?P<who>[^.]{3,300}?\)),?\s*"
)
_GLUE: Final = re.compile(r"[\s,;]+(?:(?:och|samt|medan|men|vidare|därefter|varefter)\s*)?$")
_PRONOUN: Final = re.compile(
    r"(?:Han|Hon|Hen|De|Därutöver|Vidare|Dessutom|Slutligen|I\s+(?:andra|tredje)\s+hand)\b"
)
_LONE_NAME: Final = re.compile(
    rf"(?:^|[\s,(–-])(?P<name>{NAME})(?:\s*[,/]\s*(?P<party>[A-ZÅÄÖ]{{1,4}}|[A-ZÅÄÖ][a-z])\s*[,/]?)?\s*$"
)
_CALLED_CHAIR: Final = re.compile(r"(?<!vice )\b[Oo]rdföranden?,?\s*$")
_CHAIR: Final = re.compile(r"(?:^|\s)[Oo]rdförande[n]?$")
_ORGANISATION: Final = re.compile(
    r"(?:partiet|kraterna|kommun|stad|nämnd|styrelse|fullmäktige|utskott|förbund|AB|förvaltning|kontor|samling|liberalerna|"
    r"centern|alliansen)\w{0,6}$",
    re.IGNORECASE,
)
# What a written motion or letter asks for is not moved at the meeting; sought in small letters.
_WRITTEN: Final = re.compile(
    r"\b(?:i\s+(?:en|sin|motion|motionen|skrivelsen?|medborgarförslaget)(?:\s+(?:motion|skrivelse))?|motionär\w*|"
    r"förslagsställar\w*)\b(?=[^.]{0,120}\byrka)"
)
_ADVERB_END: Final = re.compile(
    r"\s+(?:också|även|därefter|därutöver|vidare|slutligen|dessutom|härefter)\s*$"
)


_AUXILIARY: Final = 20  # characters of "hade" before "yrkat", with room for wide spaces
_START: Final = attrgetter("start")
_MOST: Final = 100  # persons who move together; more are never told in one sentence


class Mover(NamedTuple):
    """Who moves, with party."""

    name: str
    party: str | None


class Known:
    """The persons whom an item names with their party, and who is called its chair.

    Looked up only when someone is named without party, so the sections are read only then.
    """

    def __init__(self, told: Sequence[Section]) -> None:
        self._told = told

    @cached_property
    def people(self) -> list[tuple[Person, str]]:
        """Everyone named with a party, each with what stands just before."""
        return [
            (person, text[max(0, person.start - 30) : person.start])
            for text in [part.text for part in self._told]
            for person in persons(text)
        ]

    @cached_property
    def parties(self) -> dict[str, str | None]:
        """The party of each person."""
        return {person.name: person.party for person, _ in reversed(self.people)}

    @cached_property
    def chair(self) -> Person | None:
        """Who is called "ordföranden" by name."""
        return next((person for person, before in self.people if _CALLED_CHAIR.search(before)), None)


class _Subject(NamedTuple):
    people: Sequence[Person]
    begins: int
    text_at: int


def movers_of(
    sentence: str, known: Known, *, headed: bool, latest: Sequence[Mover] = ()
) -> Iterator[tuple[Sequence[Mover], str, int]]:
    """Each motion in the sentence: who moves it, its words, and where they begin.

    `headed` widens the verbs: under a heading for motions who proposes or agrees moves too. `latest` are
    those who moved last, for "Hon yrkar vidare …".
    """
    folded = sentence.lower()
    asked = folded.rfind("yrka")
    if asked > 0 and _WRITTEN.search(folded, 0, asked + 4):
        return
    plain = _RELATIVE.sub(_blank, _SO_ON.sub(_blank, sentence) if "fl" in sentence else sentence)
    told = "yrkas" in plain or "framställ" in plain or "framförs" in plain
    if told and (passive := _PASSIVE.search(plain)):
        people = [one for one in persons(plain) if one.start >= passive.end()]
        if people:
            yield _movers(people), sentence[: passive.start()].strip(" ,"), 0
        return
    verbs = _verbs(plain, headed=headed)
    everyone = persons(plain) if verbs else []
    subjects: list[_Subject] = []
    floor = 0
    for verb, kept in verbs:
        subject = _subject(plain, everyone, verb, floor, known)
        if not subject and not subjects and latest and not everyone and _PRONOUN.match(plain):
            subject = _Subject([Person(*one, 0, 0) for one in latest], 0, verb.end())
        if subject:
            text_at = verb.start() if kept else subject.text_at
            subjects.append(subject._replace(text_at=text_at))
            floor = subject.text_at
    for index, (moving, _, text_at) in enumerate(subjects):
        people = list(moving)
        stop = subjects[index + 1].begins if index + 1 < len(subjects) else len(sentence)
        words = sentence[text_at:stop]
        if stop < len(sentence):
            words = _GLUE.sub("", words)
        if joined := _JOINED_AFTER.match(words):
            people += persons(joined["who"])  # those who join are named after the verb
            words = words[joined.end() :]
        yield _movers(people), words.strip(" ,").removeprefix(":").strip(), text_at


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _movers(people: Sequence[Person]) -> list[Mover]:
    return [Mover(one.name, one.party) for one in people]


def _verbs(sentence: str, *, headed: bool) -> list[tuple[re.Match[str], bool]]:
    """The verbs that move, each with whether it belongs to the motion's words ("instämmer i …")."""
    holds = sentence.__contains__
    asks = sentence.find("yrka")
    if any(map(holds, _PUTTING)):
        found = list(_MOVES.finditer(sentence))
    else:
        found = list(_ONLY_ASKS.finditer(sentence, max(0, asks - _AUXILIARY))) if asks >= 0 else []
    if found:
        return [(match, False) for match in found]
    if headed or asks >= 0:
        for stems, pattern, kept in _OTHER_VERBS:
            if any(map(holds, stems)) and (match := pattern.search(sentence)):
                return [(match, kept)]
    return []


def _subject(
    sentence: str, everyone: Sequence[Person], verb: re.Match[str], floor: int, known: Known
) -> _Subject | None:
    at = bisect_left(everyone, verb.start(), key=_START)
    before = everyone[max(bisect_left(everyone, floor, key=_START), at - _MOST) : at]
    after = everyone[(end := bisect_left(everyone, verb.end(), key=_START)) : end + _MOST]
    beside = bool(before) and _ASIDE.fullmatch(sentence, before[-1].end, verb.start()) is not None
    if after and _AFTER_VERB.fullmatch(sentence, verb.end(), after[0].start):
        lead = before[0].start if before else floor
        if not beside or _PREPOSED.match(sentence, floor, lead):
            people = _onwards(sentence, after)
            along = _ALONG.search(sentence, floor, lead)
            return _Subject(
                [*people, *(before if along else [])], floor if before else verb.start(), people[-1].end
            )
    if before and (beside or verb.start() - before[-1].end < 90):
        people = _backwards(sentence, before)
        return _Subject(people, people[0].start, verb.end())
    return _without_party(sentence, verb, floor, known)


def _onwards(sentence: str, people: Sequence[Person]) -> list[Person]:
    run = [people[0]]
    for person in people[1:]:
        if not linked(sentence[run[-1].end : person.start]):
            break
        run.append(person)
    return run


def _backwards(sentence: str, people: Sequence[Person]) -> list[Person]:
    run = [people[-1]]
    for person in reversed(people[:-1]):
        if not linked(sentence[person.end : run[0].start]):
            break
        run.insert(0, person)
    return run


def linked(gap: str) -> bool:
    """Whether only links and words of office stand between two names."""
    return len(gap) < 120 and _LINK.fullmatch(OFFICE.sub("", f"{gap.strip()} ")) is not None


def _without_party(sentence: str, verb: re.Match[str], floor: int, known: Known) -> _Subject | None:
    """A mover named without party ("Anna Berg yrkar"), by surname or as the chair, if the item knows them."""
    subject = _ADVERB_END.sub("", sentence[max(floor, verb.start() - 160) : verb.start()]).rstrip(" ,")
    start = verb.start() - min(len(subject) + 1, verb.start() - floor)
    match = _LONE_NAME.search(subject)
    if match and not any(map(_ORGANISATION.search, match["name"].split())):
        name = bare_name(match["name"])
        if " " in name:
            party = match["party"] or known.parties.get(name)
            return _Subject([Person(name, party, start, verb.start())], start, verb.end())
    if _CHAIR.search(subject) and known.chair:
        return _Subject([known.chair], start, verb.end())
    word = subject.rpartition(" ")[2]
    holders = [name for name in known.parties if name.endswith(f" {word}")] if word[:1].isupper() else []
    if len(holders) == 1:
        return _Subject([Person(holders[0], known.parties[holders[0]], start, start)], start, verb.end())
    return None
