"""Officials and guests in a list of attendance: name, title, presence, and the party of the political."""

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from forebygg.casefile.facts import Attendance, LineRange
from forebygg.casefile.papers.attendance.lists import POST, Entry, segments
from forebygg.casefile.papers.attendance.presence import read_presence
from forebygg.casefile.people import NAME, NATIONAL, PARTY, is_organisation, unstopped

_HEAD: Final = re.compile(rf"(?P<name>{NAME})(?=\s*(?:$|[,;(/–-]|§|[a-zåäö]|\d|\t|\s{{2,}}))")
# Where a new person may begin: at the start, after a comma or a gap, or after "och".
_BREAK: Final = re.compile(
    r"^|(?<=[a-zåäö]{3})\.\s+(?=[A-ZÅÄÖÉ])|[,;]\s*(?:(?:och|samt)\s+)?|\t+|\s{2,}|\s(?:och|samt)\s+"
)
_POST_BEFORE: Final = re.compile(
    r"(?:[A-ZÅÄÖa-zåäö][\w/]*-(?:,\s+[\w/]+-)*\s+och\s+|(?i:tf\.?|t\.f\.|bitr\.?|biträdande|tillförordnad|vice|förste|andre|första|andra|tredje|[12]:[ea]|[a-zåäö]{4,}s(?=\s+ordförande)|administrativ|teknisk|ekonomisk|juridisk|strategisk|medicinskt\s+ansvarig)\s+)*(?P<post>[\w-]+)"
    r"(?:\s+(?!(?:och|samt|för)\b)[a-zåäö][\w-]*){0,4}(?:\s+för\s+[\w-]+)?\s*:?\s+(?=[A-ZÅÄÖÉ])"
)
# Officials named in the same breath as the substitutes: "… och Eva Dal (L) samt sekreterare Bo Ek".
_AFTER_ELECTED: Final = re.compile(
    rf"\)[^()]*?(?:[,;]|\bsamt|\boch)\s+(?=(?P<post>[\w-]+)\s+{NAME}(?!\s*\())"
)
_AGENDA: Final = re.compile(r"\s+p(?:kt|unkt)?\.?\s*\d{1,2}(?:\s*(?:[-–,]|och)\s*\d{1,2})*$")  # "p 4"
# "rektorer Bo Ek, Eva Fors": the post of all who follow.
_SEVERAL: Final = re.compile(
    r"[\w-]*(?:chefer|ekonomer|rektorer|strateger|sekreterarna|cheferna|controllers)\s+$"
)
_HARD: Final = (";", "\t", "  ", ".")
_TITLE_NEXT: Final = re.compile(r"\s*(?:,\s*|\(|\t|\s{2,})(?P<word>[\w-]+)")
_PARENTHESIS: Final = re.compile(rf"\s*\(\s*(?P<party>{PARTY})\s*\)")
_POLITICAL: Final = re.compile(r"polit|pol\.|insyn|ledamot|ersättare|kommunalråd|oppositionsråd|gruppledare")
# What says that someone among the others is a substitute who does not serve.
_IDLE: Final = re.compile(
    r"(?i:(?:ej|icke|inte)\s+(?:tjänstgörande|tjg\.?|tj\.?)(?:\s*(?:ersättare|ers\.?))?)"
)
_SUBSTITUTE: Final = re.compile(rf"{_IDLE.pattern}|ersättare")
_LETTERS: Final = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}")


class _Start(NamedTuple):
    """Where one person's words begin, and the name within them."""

    at: int
    name: str
    name_at: int


def parted(entry: Entry) -> tuple[Entry, Entry | None]:
    """An entry of the elected, and the officials named at its end."""
    for match in _AFTER_ELECTED.finditer(entry.text):
        if POST.fullmatch(match["post"]):
            end = match.end()
            starts = tuple((max(0, start - end), line) for start, line in entry.starts if start <= end)[-1:]
            starts += tuple((start - end, line) for start, line in entry.starts if start > end)
            return Entry(entry.text[:end].rstrip(" ,;"), entry.starts), Entry(entry.text[end:], starts)
    return entry, None


def read_officials(
    entry: Entry, meeting: LineRange | None, parties: Collection[str]
) -> Iterator[Attendance | None]:
    """The persons of one entry; None beside or instead of one for what could not be understood.

    *parties* are those of the elected in the same paper: letters in a parenthesis are a party's only if
    they are among these or the national ones, since "(Vision)" is a union and "(HR)" an office.
    """
    starts = list(_starts(entry.text))
    if not starts:
        yield None
        return
    for index, start in enumerate(starts):
        end = starts[index + 1].at if index + 1 < len(starts) else len(entry.text)
        before = entry.text[start.at : start.name_at]
        tail = entry.text[start.name_at + len(start.name) : end]
        tail = _AGENDA.sub("", re.sub(r"[\s,;]*(?:\b(?:och|samt)\s*)?$", "", tail))
        if end < len(entry.text):
            tail = tail.removesuffix(".")
        yield from _official(start.name, before, tail, entry.line_at(start.name_at), meeting, parties)


def _starts(text: str) -> Iterator[_Start]:
    since = -1
    several = False
    for match in _BREAK.finditer(text):
        if match.end() <= since:
            continue
        found = _named(text, match.end())
        if found is None or (since >= 0 and not several and not _begins_anew(text, match.group(), found)):
            continue
        if found.name_at > found.at or since < 0:
            several = _SEVERAL.fullmatch(text, found.at, found.name_at) is not None
        yield found
        since = found.name_at + len(found.name)


def _named(text: str, at: int) -> _Start | None:
    """A name at this place, with or without a post before it: "Kommundirektör Bo Ek"."""
    start = at
    if (before := _POST_BEFORE.match(text, at)) and POST.fullmatch(before["post"]):
        start = before.end()
    head = _HEAD.match(text, start)
    if not head or is_organisation(head["name"]):
        return None
    words = head["name"].split()
    if POST.fullmatch(words[0]):  # "Kommundirektör Bo Ek", taken whole as a name
        if len(words) < 3:
            return None
        start = text.index(words[1], start)
        return _Start(at, head["name"][start - head.start() :], start)
    return _Start(at, head["name"], start)


def _begins_anew(text: str, gap: str, found: _Start) -> bool:
    """Whether a name inside an entry is the next person, and not the place where the last one works."""
    if found.name_at > found.at or gap.startswith(_HARD):
        return True
    following = _TITLE_NEXT.match(text, found.name_at + len(found.name))
    return bool(following and (following["word"][0].islower() or POST.fullmatch(following["word"])))


def _official(
    name: str, before: str, tail: str, line: int, meeting: LineRange | None, parties: Collection[str]
) -> Iterator[Attendance | None]:
    party = None
    if (given := _PARENTHESIS.match(tail)) and (given["party"] in NATIONAL or given["party"] in parties):
        party, tail = given["party"], tail[given.end() :]
    read = read_presence(tail.replace("(", " , ").replace(")", " , "))
    presence = read.within(meeting)
    if presence is None:
        yield None
        presence = read
    titles = segments(before) + segments(presence.rest)
    if party is None:
        political = any(_POLITICAL.search(title.casefold()) for title in titles)
        letters = (
            title
            for title in titles
            if title in NATIONAL or title in parties or (political and _LETTERS.fullmatch(title))
        )
        party = next(letters, None) if len(titles) > 1 else None
        titles = [title for title in titles if title != party]
    substitute = any(_IDLE.fullmatch(title) or (party and title == "ersättare") for title in titles)
    yield Attendance(
        name=unstopped(name),
        party=party,
        title=", ".join(title for title in titles if not (substitute and _SUBSTITUTE.fullmatch(title)))
        or None,
        role="substitute" if substitute else "official",
        serving=False,
        from_paragraph=presence.from_paragraph,
        to_paragraph=presence.to_paragraph,
        from_time=presence.from_time,
        to_time=presence.to_time,
        paragraphs=presence.paragraphs,
        line=line,
    )
