"""Lists of attendance: who took part in the meeting, in which role, and when.

A list may break over pages, run on along a line ("Anna Berg (S), Bo Ek (M) och Cia Dal (V)") or stand
in columns; one entry is built from the lines that belong together, and then read from left to right:
name, party, title, whom a substitute replaces, presence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from forebygg.casefile.facts import Attendance, LineRange, Role
from forebygg.casefile.paper import Line
from forebygg.casefile.papers.labels import Field
from forebygg.casefile.papers.presence import Presence, read_presence
from forebygg.casefile.papers.roll import is_roll, read_roll
from forebygg.casefile.people import NAME, PARTY, is_organisation, persons

__all__ = ["Listed", "is_roll", "read_attendance", "read_roll"]

_GAP: Final = re.compile(r"\t+|\s{2,}")
_BULLET: Final = re.compile(r"(?:\d{1,3}[.)]\s+|[-–•*·]\s+)")
_NOBODY: Final = re.compile(
    r"(?:[-–—]+|ingen|inga|vakant|vakans|se\b.*|enligt\b.*|framgår\b.*|bilaga\b.*|x|parti|namn|närv\.?|§+|"
    r"\(?\d+\s*(?:st|närvarande|ledamöter|ersättare|personer)\)?.*)[.,:]?",
    re.IGNORECASE,
)
# A line that goes on with the one before: small letter, paragraph sign, or words of presence and service.
_GOES_ON: Final = re.compile(
    r"[a-zåäö§(&]|(?i:från\s+och\s+med|till\s+och\s+med|fr\.?o\.?m|t\.?o\.?m|kl\b|klockan|tjänstgörande\s+ersättare\s+för|"
    r"tjänstgör|ersätter\b|för\s|istället\s+för|närvarande\s+§|ej\s+§|anlände|avvek)",
)
_STARTS_SMALL: Final = re.compile(r"(?:[dv][aeo]n?|af|el|al|de\s+la|van\s+der|von\s+der)\s+[A-ZÅÄÖ]|[(§]")
_UNFINISHED: Final = re.compile(
    r"(?:[,(/&-]|\b(?:för|och|samt|ersätter|ersatte|istf|av|med|kl\.?|klockan|vid|från|till|§{1,2}|i|vice))\s*$",
    re.IGNORECASE,
)
_NAME: Final = re.compile(NAME)
_HEAD: Final = re.compile(rf"(?P<name>{NAME})(?=\s*(?:$|[,;(/–-]|§|[a-zåäö]|\d))")
_SURNAME_FIRST: Final = re.compile(
    rf"^(?P<family>[A-ZÅÄÖÉ][\w'’-]*(?:\s+[A-ZÅÄÖÉ][\w'’-]*)?),\s*(?P<given>[A-ZÅÄÖÉ][\w'’-]*(?:\s+[A-ZÅÄÖÉ][\w'’-]*)?)"
    rf"(?=\s*\(\s*(?:{PARTY})\s*\))"
)
_REPLACES: Final = re.compile(
    rf"(?i:\b(?:ersätter|ersatte|ersättande|istället\s+för|i\s+stället\s+för|istf\.?|i\.?\s?st\.?\s?f\.?|för|vice))\s+"
    rf"(?i:(?:ledamoten|ledamot|ordinarie)\s+)?(?P<name>{NAME})(?:\s*\(\s*(?:{PARTY})\s*\))?"
)
_REPLACED_BY: Final = re.compile(r"(?i:\b(?:ersätts|ersattes|ersättes|vikarieras)\s+av)\s*$")
_BEFORE_REPLACED: Final = re.compile(
    r"(?i:\b(?:ersätter|ersatte|ersättande|istället\s+för|i\s+stället\s+för|istf\.?|i\.?\s?st\.?\s?f\.?|för|vice))\s+"
    r"(?i:(?:ledamoten|ledamot|ordinarie)\s+)?$"
)
_SERVES: Final = re.compile(
    r"(?i:\b(?:tjänstgör(?:ande|de|)|tjänstg\.?|tjg\.?|tj\.?\s?g\.?|beslutande)(?:\s*(?:ersättare|ers\.?))?)(?!\w)"
)
_SUBSTITUTE: Final = re.compile(r"(?i:\b(?:ersättare|ers\.?|suppleant))(?!\w)")
_NOT_SERVING: Final = re.compile(r"(?i:\b(?:ej|icke|inte)\s+tjänstgör\w*)")
_TITLE_BEFORE: Final = re.compile(
    r"(?P<title>(?:[12]:?[ea]|förste|första|andre|andra|tredje|vice|v\.|tf\.?|tillförordnad|\s)*[\wåäö-]+)\s*:?\s*$",
    re.IGNORECASE,
)
_POST: Final = re.compile(
    r"[\w-]*(?:direktör|chef|sekreterare|strateg|samordnare|handläggare|ekonom|jurist|utredare|ledare|controller|rektor|"
    r"arkitekt|ingenjör|planerare|konsult|revisor|registrator|utvecklare|specialist|rådgivare|assistent|administratör|"
    r"koordinator|kommunikatör|pedagog|ordförande|ledamot|kommunalråd|oppositionsråd|talman|ombud|expert|analytiker|"
    r"polis|poliser|brandchef|fältare|kurator|psykolog|verksamhetsledare|byrådirektör|föredragande)(?:en|n|t)?",
    re.IGNORECASE,
)
_NOISE: Final = re.compile(
    r"(?:på\s+grund\s+av\s+jäv|p\.?\s?g\.?\s?a\.?\s+jäv|pga\.?\s+jäv|jäv|närvarande|närvarar|deltar|deltog|ledamot|del\s+av|delar\s+av|"
    r"och|samt|under|vid|x|\*|ordinarie|[-–—])",
    re.IGNORECASE,
)
_NATIONAL: Final = frozenset("M S C L KD V MP SD FP FI Fi NYD s m c l kd v mp sd fp".split())
_LETTERS: Final = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}")


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Lines of a list of attendance that stand under one heading."""

    field: Field
    lines: tuple[Line, ...]


class _Entry(NamedTuple):
    """The text of lines that belong together, and where in the text each line begins."""

    text: str
    starts: tuple[tuple[int, Line], ...]

    def line_at(self, position: int) -> int:
        return next(line.number for start, line in reversed(self.starts) if start <= position)


class _Piece(NamedTuple):
    """One person's part of an entry: the name, the party, and the text before and after."""

    name: str
    party: str | None
    before: str
    tail: str
    line: int


def read_attendance(
    lists: Sequence[Listed], meeting: LineRange | None
) -> tuple[tuple[Attendance, ...], list[Line]]:
    """Everyone listed, in order, and the lines that no rule understood.

    *meeting* is the meeting's range of paragraphs; without it "ej § 35" cannot be said as presence, and
    its line is returned as not understood.
    """
    found: list[Attendance] = []
    unread: list[Line] = []
    for listed in lists:
        for entry in _entries(listed):
            read = list(_read(entry, listed.field, meeting))
            if read:
                found += [person for person in read if person is not None]
            if not read or None in read:
                unread += [line for _, line in entry.starts if not _NOBODY.fullmatch(line.text)]
    return tuple(_once(found)), unread


def _entries(listed: Listed) -> Iterator[_Entry]:
    group: list[Line] = []
    blank = False
    for line in listed.lines:
        if not line.text:
            blank = True
            continue
        if group and _joins(group[-1].text, line.text, listed.field, blank=blank):
            group.append(line)
        else:
            if group:
                yield _entry(group)
            group = [line]
        blank = False
    if group:
        yield _entry(group)


def _joins(last: str, text: str, field: Field, *, blank: bool) -> bool:
    if _UNFINISHED.search(last):
        return not blank or last.rstrip().endswith((",", "-", "för", "och"))
    if blank or _NOBODY.fullmatch(last):
        return False
    if _GOES_ON.match(text):
        return not _STARTS_SMALL.match(text) or text[0] in "(§"
    if last.count("(") > last.count(")"):
        return True
    if field is Field.OFFICIALS:
        name = _HEAD.match(text)
        return "," in last and (name is None or is_organisation(name["name"])) and not _POST.match(text)
    return False


def _entry(group: list[Line]) -> _Entry:
    text, starts = "", []
    for line in group:
        piece = _BULLET.sub("", line.text, count=1) if _BULLET.match(line.text) else line.text
        whole = text.endswith("-") and piece[:1].islower() and not piece.startswith(("och ", "eller "))
        if text and not whole and not (text.endswith("-") and piece[:1].isupper()):
            text += " "
        elif whole and len(text) > 1 and text[-2].islower():
            text = text[:-1]
        starts.append((len(text), line))
        text += piece
    return _Entry(text, tuple(starts))


def _read(entry: _Entry, field: Field, meeting: LineRange | None) -> Iterator[Attendance | None]:
    """The persons of one entry; None for a part that could not be understood."""
    if _NOBODY.fullmatch(entry.text):
        return
    pieces = list(_official_pieces(entry) if field is Field.OFFICIALS else _pieces(entry))
    for piece in pieces:
        yield _official(piece, meeting) if field is Field.OFFICIALS else _politician(piece, field, meeting)


def _pieces(entry: _Entry) -> Iterator[_Piece]:
    """An entry of the elected cut into persons; whoever is replaced stays with the substitute."""
    text = entry.text
    if flipped := _SURNAME_FIRST.match(text):
        text = f"{flipped['given']} {flipped['family']}" + " " * 2 + text[flipped.end() :].lstrip()
    heads = []
    at = 0
    for person in persons(text):
        if not _BEFORE_REPLACED.search(text[at : person.start]):
            heads.append(person)
        at = person.end
    if not heads:
        yield from _unlettered(entry, text)
        return
    for index, person in enumerate(heads):
        end = heads[index + 1].start if index + 1 < len(heads) else len(text)
        before = text[: person.start] if index == 0 else ""
        tail = text[person.end : end]
        if index + 1 < len(heads):
            tail = re.sub(r"[\s,;]*(?:\b(?:och|samt)\s*)?$", "", tail)
        yield _Piece(person.name, person.party, before, tail, entry.line_at(person.start))


def _unlettered(entry: _Entry, text: str) -> Iterator[_Piece]:
    """Members listed without party letters, as in councils of advice; "Anna Berg, S" has them after a comma."""
    at = 0
    while at < len(text):
        part = re.match(r"[\s,;]*(?:(?:och|samt)\s+)?", text[at:])
        at += part.end() if part else 0
        head = _HEAD.match(text, at)
        if not head or is_organisation(head["name"]):
            if at == 0 or text[at:].strip():
                yield _Piece("", None, "", text[at:], entry.line_at(at))
            return
        following = re.compile(rf"(?:[,;]|\boch\b|\t|\s{{2,}})\s*(?={NAME}\s*(?:$|[,;]|\boch\b))").search(
            text, head.end()
        )
        end = following.start() if following else len(text)
        tail = text[head.end() : end]
        party = None
        if lettered := re.match(
            r"\s*[,\t ]\s*([A-ZÅÄÖ][A-Za-zÅÄÖ]{0,2})(?=\s*(?:$|[,;\t]|\s{2,}|\s+[xX]\b))", tail
        ):
            party, tail = lettered[1], tail[lettered.end() :]
        yield _Piece(head["name"], party, "", tail, entry.line_at(head.start()))
        at = end


def _official_pieces(entry: _Entry) -> Iterator[_Piece]:
    """An entry of officials: "Bo Ek, kommundirektör", "Kommundirektör Bo Ek", or several in one line."""
    starts = list(_official_starts(entry.text))
    if not starts:
        yield _Piece("", None, "", entry.text, entry.line_at(0))
        return
    for index, (at, name, name_start, name_end) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(entry.text)
        before = entry.text[at:name_start]
        yield _Piece(name, None, before, entry.text[name_end:end], entry.line_at(name_start))


def _official_starts(text: str) -> Iterator[tuple[int, str, int, int]]:
    at = 0
    first = True
    for part in re.finditer(r"(?:[^,;\t (]|\((?:[^()]*)\)?| (?! ))+", text):
        segment = part.group()
        offset = part.start() + len(segment) - len(segment.lstrip())
        segment = segment.strip()
        lead = re.match(r"(?:och|samt)\s+", segment)
        if lead:
            offset, segment = offset + lead.end(), segment[lead.end() :]
        name = _official_name(segment)
        if name is None:
            continue
        begins, found = name
        parted = text[at : part.start()].rstrip()
        new = (
            first
            or parted.endswith((";", "\t"))
            or "  " in text[max(0, part.start() - 2) : part.start()]
            or (_titled_next(text, part.end()) or begins > 0)
        )
        if new:
            yield offset, found, offset + begins, offset + begins + len(found)
            first = False
            at = part.end()


def _titled_next(text: str, end: int) -> bool:
    """Whether a post follows, so that the name before the comma begins a new person."""
    return bool(re.match(r"\s*,\s*[a-zåäö][\wåäö-]*", text[end:]))


def _official_name(segment: str) -> tuple[int, str] | None:
    """Where the name begins in the segment, and the name; a post may stand before it."""
    words = segment.split()
    skipped = 0
    position = 0
    while (
        words
        and skipped < 6
        and (_POST.fullmatch(words[0].rstrip(":,")) or words[0][0].islower())
        and words[0] not in {"af", "von", "de", "van"}
    ):
        position = segment.index(words[0], position) + len(words[0])
        words = words[1:]
        skipped += 1
    rest = segment[position:]
    stripped = len(rest) - len(rest.lstrip())
    match = _HEAD.match(rest.lstrip())
    if not match or is_organisation(match["name"]):
        return None
    if skipped and not any(_POST.fullmatch(word.rstrip(":,")) for word in segment[:position].split()):
        return None
    return position + stripped, match["name"]


def _politician(piece: _Piece, field: Field, meeting: LineRange | None) -> Attendance | None:
    if not piece.name:
        return None
    replaced = _REPLACES.search(piece.tail)
    tail = piece.tail[: replaced.start()] + " , " + piece.tail[replaced.end() :] if replaced else piece.tail
    presence = read_presence(_unparenthesised(tail)).within(meeting)
    if presence is None:
        return None
    rest = presence.rest
    idle = bool(_NOT_SERVING.search(rest))
    rest = _NOT_SERVING.sub(" , ", rest)
    serves = bool(_SERVES.search(rest)) and not idle
    rest = _SERVES.sub(" , ", rest)
    substitute = bool(_SUBSTITUTE.search(rest))
    rest = _SUBSTITUTE.sub(" , ", rest)
    title = _title(piece.before, rest)
    role, serving = _role(
        field, serves=serves or bool(replaced), substitute=substitute or bool(replaced), idle=idle
    )
    return _present(
        Attendance(
            name=piece.name,
            party=piece.party,
            title=title,
            role=role,
            serving=serving,
            replaces=replaced["name"] if replaced else None,
            line=piece.line,
        ),
        presence,
    )


def _role(field: Field, *, serves: bool, substitute: bool, idle: bool) -> tuple[Role, bool]:
    if field is Field.ABSENT:
        return "absent", False
    if field is Field.SUBSTITUTES:
        return "substitute", serves
    if field is Field.SERVING_SUBSTITUTES or substitute:
        return "substitute", not idle
    return "member", True


def _official(piece: _Piece, meeting: LineRange | None) -> Attendance | None:
    if not piece.name:
        return None
    tail, party = piece.tail, None
    if lettered := re.match(rf"\s*\(\s*({PARTY})\s*\)", tail):
        if not _POST.fullmatch(lettered[1]):
            party = lettered[1] if lettered[1] not in "-–—" else None
            tail = tail[lettered.end() :]
    presence = read_presence(_unparenthesised(tail)).within(meeting)
    if presence is None:
        return None
    segments = _segments(piece.before) + _segments(presence.rest)
    if party is None and len(segments) > 1:
        political = any(
            "polit" in segment.casefold() or segment.casefold().startswith("pol.") for segment in segments
        )
        letters = [s for s in segments if s in _NATIONAL or (political and _LETTERS.fullmatch(s))]
        if letters and (political or letters[0] in _NATIONAL):
            party = letters[0]
            segments = [segment for segment in segments if segment != party]
    return _present(
        Attendance(
            name=piece.name,
            party=party,
            title=", ".join(segments) or None,
            role="official",
            serving=False,
            line=piece.line,
        ),
        presence,
    )


def _present(person: Attendance, presence: Presence) -> Attendance:
    return replace(
        person,
        from_paragraph=presence.from_paragraph,
        to_paragraph=presence.to_paragraph,
        from_time=presence.from_time,
        to_time=presence.to_time,
        paragraphs=presence.paragraphs,
    )


def _unparenthesised(text: str) -> str:
    return text.replace("(", " , ").replace(")", " , ")


def _segments(text: str) -> list[str]:
    parts = re.split(r"\s*[,;\t]\s*|\s{2,}|\s+[-–—]\s+", text)
    cleaned = (" ".join(part.split()).strip(" .:*–—-") for part in parts)
    return [part for part in cleaned if part and not _NOISE.fullmatch(part)]


def _title(before: str, rest: str) -> str | None:
    return ", ".join([*_segments(before), *_segments(rest)]) or None


def _once(found: list[Attendance]) -> Iterator[Attendance]:
    """Whoever serves the whole meeting and stands in the list of substitutes too is one person, once."""
    whole = {
        (person.name, person.party)
        for person in found
        if person.role == "substitute" and person.serving and _unbounded(person)
    }
    for person in found:
        idle = person.role == "substitute" and not person.serving and _unbounded(person)
        if not (idle and (person.name, person.party) in whole):
            yield person


def _unbounded(person: Attendance) -> bool:
    bounds = (person.from_paragraph, person.to_paragraph, person.from_time, person.to_time, person.paragraphs)
    return all(bound is None for bound in bounds)
