"""Items written as running text: what each paragraph is, when no heading says it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from forebygg.casefile.paper import Line
from forebygg.casefile.papers.items.headings import Heading, Part
from forebygg.casefile.papers.items.leads import is_lead, may_lead
from forebygg.casefile.papers.items.sections import Section
from forebygg.casefile.people import persons
from forebygg.casefile.prose import BULLETS, Passage, passages

_BODY: Final = (
    r"(?:[A-ZÅÄÖ][\wåäö-]*\s+){0,3}?(?:[A-ZÅÄÖ][\wåäö-]*)?(?:[Ff]ullmäktige|[Ss]tyrelsen?|[Nn]ämnden|[Uu]tskottet|[Bb]eredningen|"
    r"[Rr]ådet|[Dd]irektionen|[Kk]ommittén|[Pp]residiet)(?:\s+(?:för|mot|i)\s+[\wåäö, -]{3,60}?)?"
)
_DECIDES: Final = re.compile(
    rf"{_BODY}\s+(?:beslutar|föreslår|hemställer|godkänner|antar|noterar|antecknar|tackar|lägger|tar\s+del|"
    r"fastställer|utser|väljer|beviljar|avslår|bifaller|överlämnar|uppdrar|ställer\s+sig\s+bakom|medger|entledigar|"
    r"befriar|avger|återremitterar|bordlägger)\b"
    r"|Beslutas?\s+att\b|(?:Ärendet|Frågan)\s+(?:bordläggs|återremitteras|utgår)\b"
    # told afterwards: without a date, or it is a decision of long ago
    rf"|{_BODY}\s+(?:beslutade|beslöt|föreslog|tackade|noterade|antecknade|godkände|antog|fastställde)\b(?![^.]*\d)"
)
# A decision in a word, under which some minutes list what has come in.
_BRIEF: Final = re.compile(
    r"(?:(?:Informationen|Anmälningarna|Anmälan|Rapporten)\s+)?"
    r"(?:[Aa]ntecknas|[Nn]oteras|[Ll]äggs till handlingarna)\."
)
_ACTS: Final = re.compile(
    r"\b(?:beslut\w*|föreslår|antas|godkänns|utses?|får i uppdrag|fastställs|avslås|bordläggs|återremitteras|"
    r"förklaras|antecknas|noteras|fullgjor\w*)\b"
)
_ORDERS: Final = re.compile(
    r"(?:Efter\s+avslutad\s+överläggning\s+|Härefter\s+|Därefter\s+)?(?:[Tt]jänstgörande\s+)?[Oo]rdföranden?\b[^.]{0,60}?"
    r"\b(?:ställer|finner|konstaterar|frågar|föreslår\s+följande\s+propositionsordning)\b"
    r"|(?:Omröstning|Votering)\s+(?:begärs|verkställs|genomförs)|Följande\s+(?:voterings|omröstnings|propositions)\w*\s+godkänns"
)
_RESERVES: Final = re.compile(r"[^.]{0,300}\breservera(?:r|de)\s+sig\b")
_APPROVED: Final = re.compile(
    r"(?:Denna\s+)?[Pp]aragraf\w*\b[^.]{0,60}\bomedelbart|(?:Ärendet|Beslutet|Punkten)\b[^.]{0,60}\bomedelbart\s+juster"
)
_CONFLICT: Final = re.compile(r"[^.]{0,200}\bjäv\b")
_LETTERS_SENT: Final = r"(?:motion|medborgarförslag|skrivelse)"
_MOVES: Final = re.compile(
    rf"(?![^.]{{0,200}}?\b{_LETTERS_SENT}[^.]{{0,100}}\byrka(?:r|de)\b)[^.]{{0,200}}?\byrka(?:r|de)\b"
    rf"(?!\s+i\s+(?:(?:en|sin|ett|sitt)\s+)?{_LETTERS_SENT})"
)
# What each says, and the letters that stand in it: looked for first, it is cheaper.
_SAYS: Final = (
    (Part.DECISION, "", _DECIDES),
    (Part.ORDER, "", _ORDERS),
    (Part.RESERVATION, "reserv", _RESERVES),
    (Part.IMMEDIATE, "omedelbart", _APPROVED),
    (Part.MOTIONS, "yrka", _MOVES),
    (Part.CONFLICT, "jäv", _CONFLICT),
)
# What is done, said without who does it, as short minutes do.
_DONE: Final = re.compile(
    r"(?:(?!Enligt|Efter|Om|När)[A-ZÅÄÖ][^.]{2,160}?)\b(?:läggs\s+till\s+handlingarna|"
    r"(?:utses|väljs|utsågs|valdes)\s+att\s+[^.]{0,60}justera|utses\s+till\s+justerare|godkänns|godkännes|"
    r"(?<=[Dd]agordningen )(?:godkändes|fastställdes)|fastställs|noteras|antecknas|bordläggs|"
    r"återremitteras|utgår)\b[^.]{0,120}\.?",
    re.DOTALL,
)
_SOMEONE_MOVES: Final = re.compile(r"\b(?:föreslår|föreslog|yrkar|yrkade)\b")
_DECIDING: Final = frozenset({Part.DECISION, Part.PROPOSAL})
_DONE_WITH: Final = frozenset({Part.MOTIONS, Part.ORDER, Part.RESERVATION})
_DONE_WORDS: Final = ("yrka", "rdförande", "reserv")
_WITH_MOTIONS: Final = frozenset({Part.MOTIONS, Part.INFORMATION})
_CLAUSES: Final = 3  # rows at least: the lead, a clause, and what follows
_LIST: Final = re.compile(rf"(?:[{BULLETS}]|\(?\d{{1,2}}[.)]\s|[Aa]tt\s)")


def sorted_out(opening: Section, *, decided: bool) -> list[Section]:
    """The opening divided by what its paragraphs say; the rest stays description.

    Where a heading tells of the decision (`decided`), no paragraph is taken for one.
    """
    found: list[Section] = []
    open_list = False
    for one in _each_act_apart(opening.passages, decided=decided):
        text, group = one.text, one.lines
        part = _part(text, decided=decided)
        if open_list and _LIST.match(text):
            part = Part.DECISION
        open_list = part is Part.DECISION and (open_list or not text.endswith("."))
        if found and found[-1].heading.part is part:
            found[-1].lines.extend([Line(group[0].number, ""), *group])
        else:
            found.append(Section(Heading(part), Line(0, ""), list(group)))
    return found


def _each_act_apart(read: Iterable[Passage], *, decided: bool) -> Iterator[Passage]:
    """The passages; a line that begins with who decides, or moves, begins one without a blank line too."""
    for one in read:
        first = 0
        for place, line in enumerate(one.lines):
            ended = place > first and one.lines[place - 1].text[-1:] == "."
            if ended and _part(line.text, decided=decided) is not Part.OPENING:
                yield Passage(one.lines[first:place])
                first = place
        yield Passage(one.lines[first:]) if first else one


def decides(text: str) -> bool:
    """Whether running text begins by saying who decides: "Kommunstyrelsen beslutar …"."""
    return _DECIDES.match(text) is not None


def _part(text: str, *, decided: bool) -> Part:
    for part, letters, pattern in _SAYS:
        if letters in text and pattern.match(text) and not (decided and part is Part.DECISION):
            return part
    return Part.OPENING


def with_unheaded(parts: Sequence[Section]) -> list[Section]:
    """The item's sections, what no heading tells apart sorted out.

    Where no body is said to decide anything, one sentence that tells what is done is the decision.
    """
    told = [_moved(part) if part.heading.part is Part.PROPOSAL else part for part in parts]
    headed = {part.heading.part for part in told}
    decided = not headed.isdisjoint(_DECIDING)
    found: list[Section] = []
    for part in told:
        match part.heading.part:
            case Part.OPENING:
                found.extend(sorted_out(part, decided=decided))
            case Part.DESCRIPTION if not decided:
                found.extend(
                    one if one.heading.part is Part.DECISION else Section(part.heading, part.line, one.lines)
                    for one in sorted_out(part, decided=False)
                )
            case Part.PROPOSAL:
                found.extend(_until_moved(part))
            case Part.DECISION:
                for one in _after_clauses(part):
                    found.extend(_without_list(one))
            case _:
                found.append(part)
    kinds = {part.heading.part for part in found}
    if Part.ORDER not in headed and not kinds.isdisjoint(_WITH_MOTIONS):
        found = [one for part in found for one in _with_order(part)]
    return list(_done(found)) if kinds.isdisjoint(_DECIDING) else found


def _until_moved(section: Section) -> list[Section]:
    """A proposal apart from what the meeting did with it, which some minutes tell under no heading."""
    if not any(word in line.text for line in section.lines for word in _DONE_WORDS):
        return [section]
    for one in passages(section.lines)[1:]:
        if _part(one.text, decided=True) in _DONE_WITH:
            first = one.lines[0].number
            kept = [line for line in section.lines if line.number < first]
            after = [line for line in section.lines if line.number >= first]
            proposal = Section(section.heading, section.line, kept)
            return [proposal, *sorted_out(Section(Heading(Part.OPENING), Line(0, ""), after), decided=True)]
    return [section]


def _with_order(section: Section) -> list[Section]:
    """What was moved at the meeting apart from the order of decision that follows under the same heading."""
    if section.heading.part not in _WITH_MOTIONS or "rdförande" not in section.text:
        return [section]
    kept: list[Line] = []
    order: list[Line] = []
    before = ""
    ordering = False
    for line in section.lines:
        if line.text and (not before or before[-1] == "."):
            ordering = _ORDERS.match(line.text) is not None or (ordering and not _MOVES.match(line.text))
        (order if ordering else kept).append(line)
        before = line.text
    moved = Section(section.heading, section.line, kept)
    return [moved, Section(Heading(Part.ORDER), Line(0, ""), order)] if order else [section]


def _after_clauses(section: Section) -> list[Section]:
    """A decision led in by a sentence ("Nämnden beslutade att …"), apart from the text after its clauses."""
    written = [place for place, line in enumerate(section.lines) if line.text]
    if not is_lead(section.line.text) or len(written) < _CLAUSES:
        return [section]
    first, *rest = written[1:]
    if not section.lines[first].text.casefold().startswith("att "):
        return [section]
    before = section.lines[first].text
    for place in rest:
        text = section.lines[place].text
        if before[-1] == "." and text[0].isupper() and not _LIST.match(text) and not may_lead(text):
            after = Section(Heading(Part.OPENING), Line(0, ""), section.lines[place:])
            head = Section(section.heading, section.line, section.lines[:place])
            return [head, *sorted_out(after, decided=True)]
        before = text
    return [section]


def _without_list(section: Section) -> list[Section]:
    """The decision apart from the list of what is noted, where it is only noted."""
    first = next((index for index, line in enumerate(section.lines) if line.text), None)
    if first is None or not _BRIEF.fullmatch(section.lines[first].text):
        return [section]
    rest = section.lines[first + 1 :]
    if _ACTS.search(section.text, len(section.lines[first].text)):
        return [section]
    decision = Section(section.heading, section.line, section.lines[: first + 1])
    return [decision, Section(Heading(Part.DESCRIPTION), Line(0, ""), rest)]


def _done(parts: Iterable[Section]) -> Iterator[Section]:
    for part in parts:
        if part.heading.part is not Part.OPENING:
            yield part
            continue
        for one in part.passages:
            done = _DONE.fullmatch(one.text)
            yield Section(Heading(Part.DECISION if done else Part.OPENING), Line(0, ""), list(one.lines))


def _moved(part: Section) -> Section:
    """What stands under "Förslag" is moved at the meeting when it says who moves it."""
    if part.line.text.rstrip(":").casefold() == "förslag":
        first = part.passages[0].text if part.passages else ""
        if _SOMEONE_MOVES.search(first) and (named := persons(first)) and named[0].start == 0:
            return Section(Heading(Part.MOTIONS), part.line, part.lines)
    return part
