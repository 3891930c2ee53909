"""What is put on record beside the decision: reservations, statements, notes, conflicts of interest."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from forebygg.casefile.facts import Statement, StatementKind
from forebygg.casefile.papers.items.headings import Part
from forebygg.casefile.papers.items.sections import Section
from forebygg.casefile.people import NAME, OFFICE, Person, bare_name, persons
from forebygg.casefile.prose import BULLETS

_RESERVES: Final = re.compile(
    r"\breservera(?:r|de|t)\s+sig\b|\b(?:anmäler|anmälde|lämnar|lämnade|inlämnar|avger|anför)\b.{0,40}\breservation",
    re.IGNORECASE,
)
_AT_ONCE: Final = re.compile(
    r"omedelbart\s+(?:att\s+)?juster|omedelbar\s+justering|juster\w*\s+omedelbart|direktjuster|"
    r"förklaras\s+(?:vara\s+)?(?:som\s+)?omedelbart|justeras\s+(?:direkt|genast)"
)
_SPEAKS: Final = re.compile(
    r"\s*(?:m\.?\s?fl\.?)?,?\s*(?:som\s[^,]{3,80},\s*)?(?:har\s+)?(?:lämna[rt]|lämnade|inlämnar|avge[rt]?|avgav|anteckna[rt]|antecknade|meddela[rt]|"
    r"anmäl(?:er|t|de)|inkom(?:mer|mit)|får|fick|deltar|deltog|vill|begär(?:t|de)?|yttra[rt]|önskar|anför|anförde|tillför|uppger|"
    r"framför|noterar|lägger|hänvisar|instämmer|avstår)\b|\s*[:\"”“]"
)
_RECORDED: Final = re.compile(
    r"till\s+(?:dagens\s+)?protokollet|protokollsanteckning|särskil[td]a?\s+yttrande|ordförandeutlåtande",
    re.IGNORECASE,
)
_NO_CONFLICT: Final = re.compile(
    r"\b(?:ingen|inga|inget|varken)\b.{0,90}(?:jäv|förhindra)|\b(?:inte|ej)\s+(?:\w+\s+){0,2}jäv|förhindra",
    re.IGNORECASE,
)
# "… lämnar följande protokollsanteckning:" – what is noted comes after the colon.
_FOLLOWS: Final = re.compile(
    r"[^:]{0,200}\b(?:(?:följande|nedanstående|enligt nedan)\b[^:]{0,80}|(?:särskilt\s+yttrande|"
    r"protokollsanteckning|anteckning\s+till\s+protokollet|anför|anförde)\s?):\s*(?P<said>.*)",
    re.DOTALL,
)
_NAMES_ALONE: Final = re.compile(
    rf"{NAME}(?:\s*\([^)]{{1,9}}\))?(?:(?:,|\s+och|\s+samt)\s+{NAME}(?:\s*\([^)]{{1,9}}\))?){{1,60}}\.?"
)
_MARKS: Final = f"{BULLETS} 0123456789.)"
_REPLACED: Final = re.compile(
    r"\b(?:ersätts|ersattes|inträder|tjänstgör|istället|i\s+stället|gentemot|med\s+hänsyn|eftersom|då)\b"
)


def approves_at_once(told: Sequence[Section], said: str) -> bool:
    """Whether the item is approved on the spot ("omedelbart justerad"), in any of the forms of saying so."""
    if "omedelbar" not in said and "direktjuster" not in said and "justeras" not in said:
        return False
    return any(part.heading.part is not Part.DESCRIPTION and _AT_ONCE.search(part.folded) for part in told)


def read_reservations(section: Section, *, headed: bool) -> list[str]:
    """Each reservation as printed: who reserves themselves, with the reasons that follow.

    Outside the heading only the sentences that say so are taken.
    """
    found: list[list[str]] = []
    if not headed and "reserv" not in section.folded:
        return []
    for passage in section.passages:
        if not headed and "reserv" not in passage.text.casefold():
            continue
        if headed and all(_is_one_name(line.text) for line in passage.lines):
            found.extend([line.text] for line in passage.lines)
            continue
        text = passage.text
        going_on = headed
        between = "\n\n"
        for start, end in passage.quoted:
            sentence = text[start:end]
            if ("reserv" in sentence.casefold() and _RESERVES.search(sentence)) or (headed and not found):
                found.append([sentence])
                going_on = True  # the rest of the paragraph gives the reasons
            elif going_on:
                found[-1] += [between, sentence]
            between = " "
    return ["".join(parts) for parts in found]


def _is_one_name(text: str) -> bool:
    return len(text) < 120 and text[-1] == ")" and len(persons(text)) == 1 and ":" not in text


class _Saying(NamedTuple):
    """A statement being read: who makes it, its sentences, and where it begins."""

    people: Sequence[Person]
    texts: list[str]
    line: int


def read_statements(section: Section, kind: StatementKind) -> list[Statement]:
    """The statements under one heading; a new one begins where someone is said to speak.

    Several named persons give one entry each; a group ("Representanterna från …") gives one without name.
    """
    if kind == "yttrande" and "yttrar sig" in section.folded:
        return []  # a list of those who spoke, not what they said
    if kind == "ordförandeutlåtande":
        return _of_the_chair(section)
    sayings: list[_Saying] = []
    for text in section.passages:
        between = "\n\n"
        if kind == "yttrande" and _NAMES_ALONE.fullmatch(text.text):
            continue  # who spoke
        for start, end in text.spans:
            sentence = text.text[start:end]
            speakers = _speakers(sentence)
            if speakers is not None or not sayings:
                sayings.append(_Saying(speakers or [], [sentence], text.line_at(start)))
            else:
                sayings[-1].texts.extend((between, sentence))
            between = " "
    return [
        Statement(
            kind=kind,
            name=person.name if person else None,
            party=person.party if person else _parties(saying.texts[0]),
            text=_said("".join(saying.texts)),
            line=saying.line,
        )
        for saying in sayings
        for person in (saying.people or (None,))
    ]


def _of_the_chair(section: Section) -> list[Statement]:
    """The chair's remarks, which are one statement however long they are."""
    if not section.text:
        return []
    first = next((line.number for line in section.lines if line.text), 0)
    said = _FOLLOWS.match(section.text)
    named = persons(section.text[: said.start("said")]) if said else []
    one = named[0] if len(named) == 1 else None
    return [
        Statement(
            kind="ordförandeutlåtande",
            name=one.name if one else None,
            party=one.party if one else None,
            text=_said(section.text),
            line=first,
        )
    ]


def _parties(text: str) -> str | None:
    """The parties for which a group speaks, as printed: "M, L och KD"."""
    match = _GROUP.match(text) and _OF_PARTIES.search(text)
    return match["parties"] if match else None


def _said(text: str) -> str:
    """What is said, without the words that only tell who says it."""
    match = _FOLLOWS.match(text)
    return (match["said"] if match else "") or text


_NOTED: Final = re.compile(r"(?:Det|Till protokollet|I protokollet)\s+(?:ska\s+)?anteckna[ts]\s+att\b")
_GROUP: Final = re.compile(
    r"(?:Representanterna|Ledamöterna|Gruppen|Samtliga|Ledamöter|Partierna|[A-ZÅÄÖ][\wåäö]*(?:partiet|demokraterna|gruppen|kraterna|samling))"
    r"[^.(]{0,90}?\b(?:antecknar|lämnar|avger|deltar|anmäler|inkommer|får|vill)\b"
)
_OF_PARTIES: Final = re.compile(
    r"\b(?:från|för|i)\s+(?P<parties>[A-ZÅÄÖ][A-ZÅÄÖa-z]{0,4}(?:,\s[A-ZÅÄÖ][A-ZÅÄÖa-z]{0,4})*"
    r"(?:,?\s(?:och|samt)\s[A-ZÅÄÖ][A-ZÅÄÖa-z]{0,4})?)\s"
)


def _speakers(sentence: str) -> list[Person] | None:
    """Who speaks, when the sentence begins with them; an empty list for a group."""
    people = persons(sentence)
    if people and (noted := _NOTED.match(sentence)) and noted.end() + 40 > people[0].start:
        return people[:1]
    if people:
        start = people[0].start
        lead = sentence[:start].strip(" -–•")
        if lead and bare_name(f"{lead} X") != "X" and not lead.casefold().endswith(("från", "av")):
            return [] if _GROUP.match(sentence) else None
        run = [people[0]]
        for person in people[1:]:
            gap = OFFICE.sub("", sentence[run[-1].end : person.start].lstrip() + " ").strip(" ,")
            if gap not in {"", "och", "samt"}:
                break
            run.append(person)
        if _SPEAKS.match(sentence, run[-1].end) or sentence[run[-1].end :].strip(" .") == "":
            return run
    return [] if _GROUP.match(sentence) else None


def tells_of_records(folded: str) -> bool:
    """Whether any word is there of something put on record; looked for first, it is cheaper."""
    return "protokoll" in folded or "yttrande" in folded or "utlåtande" in folded


def noted_in_passing(section: Section) -> list[Statement]:
    """Statements that other parts tell of, as when someone "lämnar ett särskilt yttrande" in passing."""
    found: list[Statement] = []
    if not tells_of_records(section.folded):
        return []
    for text in section.passages:
        for start, end in text.spans if "(" in text.text else ():
            sentence = text.text[start:end]
            match = _RECORDED.search(sentence) if "(" in sentence else None
            if match and (people := _speakers(sentence)):
                folded = match[0].casefold()
                kind: StatementKind = (
                    "särskilt yttrande" if folded.startswith("särskil") else "protokollsanteckning"
                )
                found.extend(
                    Statement(
                        kind=kind, name=one.name, party=one.party, text=sentence, line=text.line_at(start)
                    )
                    for one in people
                )
    return found


def _only_names(sentence: str, people: Sequence[Person]) -> bool:
    if not people or sentence[: people[0].start].strip(_MARKS):
        return False
    return not sentence[people[-1].end :].strip(" .,;")


def read_conflicts(section: Section) -> tuple[list[str], bool]:
    """Who declares a conflict of interest, and whether the lines spoke of any."""
    names: list[str] = []
    spoke = False
    if "jäv" not in section.folded and "förhindra" not in section.folded:
        return names, spoke
    listed = False  # after "På grund av jäv deltar inte:" the names follow
    for text in section.passages:
        for start, end in text.spans:
            sentence = text.text[start:end]
            folded = sentence.casefold()
            at = folded.find("jäv")
            people = persons(sentence) if at >= 0 or listed else []
            listed = listed and _only_names(sentence, people)
            if at < 0 and listed:
                names.extend(one.name for one in people if one.name not in names)
            if at < 0 and "förhindra" not in folded:
                continue
            spoke = True
            if _NO_CONFLICT.search(sentence) or at < 0:
                continue
            before = [one for one in people if one.end <= at]
            if not before:
                stop = _REPLACED.search(sentence, at)
                before = [
                    one for one in people if at < one.start and (stop is None or one.end <= stop.start())
                ]
            listed = not people and sentence[-1] == ":"
            names.extend(one.name for one in before if one.name not in names)
    return names, spoke
