"""Who moves what (yrkar), one entry a person, wherever in the item it stands."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from forebygg.casefile.facts import Motion
from forebygg.casefile.paper import Line
from forebygg.casefile.people import NAME, OFFICE, Person, bare_name, persons
from forebygg.casefile.prose import Passage, flowing, passage, sentence_spans

_VERB: Final = re.compile(
    r"\b(?:yrkar|yrkade|(?:har|hade|ha)\s+yrkat|framställer|framställde|framför|lägger\s+fram|lämnar|väcker)\b"
    r"(?:\s+(?:ett\s+|följande\s+|även\s+|också\s+|muntligt\s+|skriftligt\s+)*[\wåäö]*(?:yrkande[tn]?|förslag)\b\s*(?:om\s+|:\s*|på\s+)?)?"
)
_JOINS: Final = re.compile(
    r"\b(?:instämmer|instämde|biträder|biträdde|ansluter\s+sig|anslöt\s+sig|stöder|stödjer|stödde|tillstyrker|bifaller)\b"
)
_PROPOSES: Final = re.compile(r"\b(?:föreslår|föreslog|hemställer|avstyrker|vill|förordar)\b")
_SO_ON: Final = re.compile(r"\s*,?\s*(?:m\.?\s?fl\.?|med flera)(?=\s*\()")
_LINK: Final = re.compile(
    r"\s*(?:,|och|samt|&|/|med\s+instämmande\s+(?:av|från)|med\s+stöd\s+av|med\s+bifall\s+av|tillsammans\s+med|liksom|"
    r"jämte|[–-])?(?:\s*(?:,|och|samt))?\s*",
)
_BETWEEN: Final = re.compile(
    r"\s*(?:,?\s*(?:m\.?\s?fl\.?|med\s+flera)|,?\s*(?:också|även|därefter|därutöver|vidare|slutligen|dessutom|härefter|ännu|"
    r"sedan|nu|först|för\s+[^.,]{2,60}|å\s+[^.,]{2,60}|på\s+[^.,]{2,60}|i\s+(?:första|andra|tredje)\s+hand|"
    r"samtliga|båda|gemensamt|med\s+[^.,]{2,60}|under\s+[^.,]{2,50}|vid\s+[^.,]{2,50}),?|,)*\s*"
)
_RELATIVE: Final = re.compile(r",\s*(?:som|vilken|vilka|ersättare för|ledamot|ordförande)\s[^,.]{1,120},")
_GROUP: Final = re.compile(
    r"\b(?:representanterna|ledamöterna|gruppen|grupperna|partierna|partiet|majoriteten|oppositionen|alliansen|samtliga|"
    r"[\wåäö]+(?:demokraterna|partiet|gruppen|samling|koalitionen)|presidiet|revisorerna)\b",
    re.IGNORECASE,
)
_BARE_NAME: Final = re.compile(rf"(?:^|[\s,(])(?P<name>{NAME})\s*$")
_COLON: Final = re.compile(r"\s*:\s*")
_UNDERSTOOD: Final = re.compile(
    r"(?:deltar|deltog|deltagit)\s+(?:inte|ej)|begär|ajourner|yttra|ställer\s+(?:följande\s+)?fråg|besvarar|inga?\s+yrkande|"
    r"finns?\s+inga|återtar|drar\s+tillbaka|tar\s+tillbaka|anmäler|motiverar|redogör|röst|ordföranden|instämm|inlägg",
    re.IGNORECASE,
)
_OPEN_END: Final = re.compile(r"(?::|\batt|\bföljande|\btillägg|\btilläggen)$")
_PRONOUN: Final = re.compile(
    r"(?:Han|Hon|Hen|De|Därutöver|Vidare|Dessutom|Slutligen|I andra hand|I första hand)\b"
)
_ORGANISATION: Final = re.compile(
    r"(?:partiet|kraterna|kommun|stad|nämnden|styrelsen|fullmäktige|utskottet|förbund|AB|förvaltning|kontor)\w*\b",
    re.IGNORECASE,
)


class _Found(NamedTuple):
    people: list[Person]
    text: str
    start: int


def read_motions(
    lines: Sequence[Line], known: dict[str, str | None], *, headed: bool
) -> tuple[list[Motion], list[Line]]:
    """The motions in these lines, and the lines that say something else.

    `known` holds names met elsewhere in the item with their party. `headed` says that the lines stand
    under a heading for motions, where "föreslår" and "Anna Berg (S): bifall" move too; the lines not
    understood are told only then.
    """
    motions: list[Motion] = []
    unread: list[Line] = []
    open_motion = 0  # how many of the last motions go on in the next group of lines
    for group in flowing(lines):
        text = passage(group)
        if not headed and "yrka" not in text.text:
            open_motion = 0
            continue
        found = list(_in_passage(text, known, headed=headed, last=motions))
        if not found:
            if open_motion:
                motions[-open_motion:] = [
                    motion._replace(text=f"{motion.text} {text.text}")
                    if False
                    else _longer(motion, text.text)
                    for motion in motions[-open_motion:]
                ]
            elif headed and not _understood(text.text):
                unread.extend(group)
            continue
        for one in found:
            motions.extend(
                Motion(name=person.name, party=person.party, text=one.text, line=text.line_at(one.start))
                for person in one.people
            )
        last = found[-1]
        open_motion = len(last.people) if _OPEN_END.search(last.text) else 0
    return motions, unread


def _longer(motion: Motion, text: str) -> Motion:
    return Motion(name=motion.name, party=motion.party, text=f"{motion.text} {text}", line=motion.line)


def _understood(text: str) -> bool:
    return bool(_UNDERSTOOD.search(text) or _GROUP.search(text) or "yrka" in text.casefold())


def _in_passage(
    text: Passage, known: dict[str, str | None], *, headed: bool, last: Sequence[Motion]
) -> Iterator[_Found]:
    spans = _whole_quotes(text.text)
    for start, end in spans:
        sentence = text.text[start:end]
        if not headed and "yrka" not in sentence:
            continue
        yield from _in_sentence(sentence, start, known, headed=headed, last=last)


def _whole_quotes(text: str) -> list[tuple[int, int]]:
    """The sentences, those inside one pair of quotation marks kept together."""
    spans: list[tuple[int, int]] = []
    opened = False
    for start, end in sentence_spans(text):
        if opened:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        quotes = text.count("”", start, end) + text.count('"', start, end) + text.count("“", start, end)
        opened ^= bool(quotes % 2)
    return spans


def _in_sentence(
    sentence: str, offset: int, known: dict[str, str | None], *, headed: bool, last: Sequence[Motion]
) -> Iterator[_Found]:
    verbs = [match for match in _VERB.finditer(sentence) if "yrka" in match[0] or "förslag" in match[0]]
    if not verbs and headed:
        verbs = list(_JOINS.finditer(sentence))[:1] or list(_PROPOSES.finditer(sentence))[:1]
    elif not verbs and "yrka" in sentence:
        verbs = list(_JOINS.finditer(sentence))[:1]
    movers = _SO_ON.sub(lambda match: " " * len(match[0]), sentence)
    movers = _RELATIVE.sub(lambda match: " " * len(match[0]), movers)
    everyone = persons(movers)
    if not verbs:
        if headed and (found := _named_first(sentence, everyone)):
            yield found._replace(start=offset)
        return
    subjects: list[tuple[list[Person], int, int, int]] = []  # people, where they begin, where the text begins
    floor = 0
    for verb in verbs:
        people, begins, text_at = _subject(movers, everyone, verb, floor, known)
        if not people and not subjects and last and _PRONOUN.match(sentence) and not everyone:
            people = [Person(last[-1].name, last[-1].party, 0, 0)]
        if people:
            joins = _JOINS.match(verb[0])
            subjects.append(
                (people, begins, verb.start() if joins or not _moves(verb[0]) else text_at, text_at)
            )
            floor = text_at
    for index, (people, _, text_at, _) in enumerate(subjects):
        stop = subjects[index + 1][1] if index + 1 < len(subjects) else len(sentence)
        motion = sentence[text_at:stop]
        if index + 1 < len(subjects):
            motion = re.sub(r"[\s,;]+(?:och|samt|medan|men|vidare)?\s*$", "", motion.rstrip())
        motion = motion.strip(" \t")
        if motion:
            yield _Found(people, motion.removeprefix(":").strip(), offset + text_at)


def _moves(verb: str) -> bool:
    return "yrka" in verb or "förslag" in verb


def _subject(
    sentence: str, everyone: list[Person], verb: re.Match[str], floor: int, known: dict[str, str | None]
) -> tuple[list[Person], int, int]:
    """Who moves, where their names begin, and where the motion's own words begin."""
    before = [person for person in everyone if floor <= person.start and person.end <= verb.start()]
    if before and _BETWEEN.fullmatch(sentence, before[-1].end, verb.start()):
        return _run(sentence, before)
    after = [person for person in everyone if person.start >= verb.end()]
    if after and OFFICE_GAP.fullmatch(sentence, verb.end(), after[0].start):
        people = [after[0]]
        for person in after[1:]:
            if not _LINK.fullmatch(OFFICE.sub("", sentence[people[-1].end : person.start])):
                break
            people.append(person)
        return people, verb.start(), people[-1].end
    if before and len(sentence[before[-1].end : verb.start()]) < 90:
        return _run(sentence, before)
    return _unlabelled(sentence, verb, floor, known)


OFFICE_GAP: Final = re.compile(
    r"\s*(?:även\s+|också\s+|därutöver\s+)?(?:(?:tjänstgörande|vice|[123]:[ea])\s+)*(?:[a-zåäö]+\s+){0,2}"
)


def _run(sentence: str, before: list[Person]) -> tuple[list[Person], int, int]:
    people = [before[-1]]
    for person in reversed(before[:-1]):
        gap = OFFICE.sub("", sentence[person.end : people[0].start].lstrip() + " ")
        if not _LINK.fullmatch(gap):
            break
        people.insert(0, person)
    verb_end = _VERB.search(sentence, before[-1].end) or _JOINS.search(sentence, before[-1].end)
    verb_end = verb_end or _PROPOSES.search(sentence, before[-1].end)
    return people, people[0].start, verb_end.end() if verb_end else before[-1].end


def _unlabelled(
    sentence: str, verb: re.Match[str], floor: int, known: dict[str, str | None]
) -> tuple[list[Person], int, int]:
    """A mover named without party: "Anna Berg yrkar"; a surname or "ordföranden" only if the item knows it."""
    subject = _BETWEEN_END.sub("", sentence[floor : verb.start()]).rstrip(" ,")
    match = _BARE_NAME.search(subject[-120:])
    if match and not _ORGANISATION.search(match["name"]):
        name = bare_name(match["name"])
        if " " in name:
            start = verb.start() - len(sentence[floor : verb.start()]) + subject.rfind(match["name"])
            return [Person(name, known.get(name), start, verb.start())], start, verb.end()
    word = subject.rpartition(" ")[2]
    holders = [name for name in known if word and (name.rpartition(" ")[2] == word)]
    if len(holders) == 1 and word[:1].isupper():
        return (
            [Person(holders[0], known[holders[0]], verb.start(), verb.start())],
            verb.start() - len(word),
            verb.end(),
        )
    return [], 0, verb.end()


_BETWEEN_END: Final = re.compile(
    r"\s+(?:också|även|därefter|därutöver|vidare|slutligen|dessutom|härefter)\s*$"
)


def _named_first(sentence: str, everyone: list[Person]) -> _Found | None:
    """ "Anna Berg (S): bifall till förslaget." under a heading for motions."""
    if not everyone:
        return None
    colon = _COLON.match(sentence, everyone[0].end)
    for person in everyone[1:]:
        if colon:
            break
        colon = _COLON.match(sentence, person.end)
    if not colon or bare_name(sentence[: everyone[0].start].strip("-–• ") + " X") != "X":
        return None
    people = [person for person in everyone if person.end <= colon.start()]
    return _Found(people, sentence[colon.end() :].strip(), 0) if sentence[colon.end() :].strip() else None
