"""Who moves what (yrkar), one entry a person, wherever in the item it stands."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from forebygg.casefile.facts import Motion
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.movers import Known, Mover, linked, movers_of
from forebygg.casefile.people import NAME, OFFICE, is_organisation, persons
from forebygg.casefile.prose import BULLETS, Passage, flowed

# A motion's text is still open after these: what follows in points or att-clauses belongs to it.
_OPEN_END: Final = re.compile(r"(?::|\batt|\bföljande|\btillägg|\bändring(?:ar)?|\benligt)$")
_GOES_ON: Final = re.compile(rf"(?:[{BULLETS}]|\(?(?:\d{{1,2}}|[a-zåäö])[.)]\s|[Aa]tt\s|[a-zåäö”\"“])")
_LISTED: Final = re.compile(rf"(?:[{BULLETS}]|\(?(?:\d{{1,2}}|[a-zåäö])[.)]\s|[Aa]tt\s)")
_TITLED: Final = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö]*(?:yrkande|yrkanden|förslag)\s+|Förslag\s+|Yrkande\s+)?(?:från|av)\s+(?P<who>[A-ZÅÄÖ][^:]{3,120}?\))\s*(?:$|:\s*)"
)
_WORDS: Final = r"(?=[Bb]ifall\b|[Aa]vslag\b|[Åå]terremiss\b|[Bb]ordläggning\b|[Aa]tt\b|I första hand\b)"
_COLON: Final = re.compile(rf"\s*:\s*|\s+(?:[-–—]\s+)?{_WORDS}")
_LETTERLESS: Final = re.compile(rf"(?P<name>{NAME})\s*:\s*{_WORDS}")
_LETTERLESS_MOVES: Final = re.compile(rf"(?P<name>{NAME})\s+(?:yrkar|yrkade)\s+(?=bifall\b|avslag\b|att\b)")
_UNDERSTOOD: Final = re.compile(
    r"(?:deltar|deltog|deltagit)\s+(?:inte|ej)|begär|ajourner|yttra|ställer\s+(?:följande\s+)?fråg|besvarar|inga?\s+|"
    r"finns?\s+inga|återtar|drar\s+tillbaka|tar\s+tillbaka|anmäler|motiverar|redogör|röst|ordföranden|instämm|inlägg|"
    r"representanterna|ledamöterna|gruppen\b|partiet\b|demokraterna\b|majoriteten|alliansen|yrka|bifall|avslag|förslag",
    re.IGNORECASE,
)


class _Open(NamedTuple):
    """A motion being read: more text may follow."""

    mover: Mover
    texts: list[str]
    line: int


def read_motions(
    passages: Sequence[Passage], known: Known, *, headed: bool
) -> tuple[list[Motion], list[Line]]:
    """The motions in these paragraphs, and the lines that say something else.

    `headed` says that they stand under a heading for motions, where "föreslår" and
    "Anna Berg (S): bifall" move too; lines not understood are told only then.
    """
    found: list[_Open] = []
    unread: list[Line] = []
    going_on: list[_Open] = []  # the last motions, while their text is open
    waiting = False  # for the first words of a motion that has none yet
    for text in passages:
        motions = list(_in_passage(text, known, headed=headed, last=found))
        if motions:
            above = [line for line in text.lines if going_on and line.number < motions[0].line]
            if above and _LISTED.match(text.text):
                for one in going_on:
                    one.texts.append(flowed(above))
            found.extend(motions)
            end = motions[-1].texts[-1]
            going_on = [one for one in motions if one.texts == [end]]
            waiting = not end
            if not waiting and not _OPEN_END.search(end[-12:]):
                going_on = []
        elif going_on and (
            waiting or _GOES_ON.match(text.text) or _OPEN_END.search(going_on[0].texts[-1][-12:])
        ):
            for one in going_on:
                one.texts.append(text.text)
            waiting = False
        else:
            going_on = []
            if headed and not _UNDERSTOOD.search(text.text):
                unread.extend(text.lines)
    return [motion for motion in map(_closed, found) if motion], unread


def _closed(one: _Open) -> Motion | None:
    text = " ".join(filter(None, one.texts))
    name, party = one.mover
    return Motion(name=name, party=party, text=text, line=one.line) if text else None


def _in_passage(text: Passage, known: Known, *, headed: bool, last: Sequence[_Open]) -> Iterator[_Open]:
    if not headed and "yrka" not in text.text:
        return
    if headed and (titled := _TITLED.match(text.text)):
        line, words = text.starts[0][1], text.text[titled.end() :]
        yield from (_Open(Mover(who.name, who.party), [words], line) for who in persons(titled["who"]))
        return
    latest = [Mover(*last[-1].mover)] if last else []
    for start, end in text.quoted:
        sentence = text.text[start:end]
        if not headed and "yrka" not in sentence:
            continue
        moved = list(movers_of(sentence, known, headed=headed, latest=latest))
        if not moved and headed:
            moved = _named_first(sentence) or _unlettered_first(sentence, known)
        for movers, words, offset in moved:
            line = text.line_at(start + offset)
            latest = list(movers)
            yield from (_Open(mover, [words], line) for mover in movers)


def _named_first(sentence: str) -> list[tuple[Sequence[Mover], str, int]]:
    """The motion in "Anna Berg (S): bifall till förslaget.", or under her name alone."""
    everyone = persons(sentence[:400])
    if not everyone or sentence[: everyone[0].start].strip("-–• \t0123456789.)"):
        return []
    for index, person in enumerate(everyone):
        rest = sentence[person.end :]
        colon = _COLON.match(rest)
        if colon or not rest.strip(" .,"):
            movers = [Mover(one.name, one.party) for one in everyone[: index + 1]]
            return [(movers, rest[colon.end() :].strip() if colon else "", 0)]
        following = everyone[index + 1].start if index + 1 < len(everyone) else len(sentence)
        if not linked(sentence[person.end : following]):
            return []
    return []


def _unlettered_first(sentence: str, known: Known) -> list[tuple[Sequence[Mover], str, int]]:
    """The motion in "Anna Berg: Bifall till förslaget.", or "Anna Berg yrkar …", without the party."""
    match = _LETTERLESS.match(sentence) or _LETTERLESS_MOVES.match(sentence)
    if not match or is_organisation(match["name"]) or OFFICE.match(match["name"]):
        return []
    return [([Mover(match["name"], known.parties.get(match["name"]))], sentence[match.end() :].strip(), 0)]
