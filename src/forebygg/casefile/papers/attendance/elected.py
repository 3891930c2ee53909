"""The elected in a list of attendance: members, substitutes and whom they replace, the absent."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Final, NamedTuple

from forebygg.casefile.facts import Attendance, LineRange, Role
from forebygg.casefile.papers.attendance.lists import Entry, segments
from forebygg.casefile.papers.attendance.presence import Presence, read_presence
from forebygg.casefile.papers.covers.fields import Field
from forebygg.casefile.people import NAME, NATIONAL, PARTY, is_organisation, persons

_HOW: Final = (
    r"(?i:\b(?:ersätter|ersatte|ersättande|i\s?stället\s+för|istf\.?|i\.?\s?st\.?\s?f\.?|för|vik\.?\s+för|ers\.?\s+f(?:ör|\.)?))\s+"
    r"(?i:(?:ledamoten|ledamot|ordinarie|ordföranden?)\s+)*"
)
_SMALL: Final = "s|m|c|l|v|fp|kd|mp|sd|nyd"  # party letters as older minutes write them
_REPLACES: Final = re.compile(
    rf"(?:{_HOW}|^[\s,(]*(?i:ers)\.?\s+)(?P<name>{NAME})(?:\s*,?\s*\(\s*(?:{PARTY})\s*\)|\s*,\s*(?:[A-ZÅÄÖ]{{1,3}}|{_SMALL})(?=\s*(?:$|,)))?"
)
_IN_BRACKETS: Final = re.compile(r"\s*\(\s*ers")  # "(ers Bo Ek (S))": the party is his
_BEFORE_REPLACED: Final = re.compile(rf"(?:{_HOW}|(?:(?<=\))[\s,(]*|\()ers\.?\s+)$")
_REPLACED_BY: Final = re.compile(r"(?i:\bersätt(?:s|es|ts)|\bersattes|\bvikarieras)\s+av\s*$")
_THEN: Final = re.compile(r"(?i:\b(?:därefter|sedan|och|samt|respektive))\s*$")
_SERVES: Final = re.compile(
    r"(?i:\b(?:tjänstgör(?:ande|de|)|tjänstg\.?|tjg\b\.?|tj\.?\s?g\b\.?|beslutande)(?:\s*(?:ersättare|ers\b\.?))?)(?!\w)"
)
_SUBSTITUTE: Final = re.compile(r"(?i:(?:\b\d:[ea]\s+)?\b(?:ersättare|ers\b\.?|suppleant))(?!\w)")
_NOT_SERVING: Final = re.compile(
    r"(?i:\b(?:ej|icke|inte)\s+(?:tjänstgör\w*|tjg\b\.?|tj\b\.?)(?:\s+(?:ersättare|ers\b\.?))?)"
)
# Said of someone in the list of members: not there at all.
_AWAY: Final = re.compile(
    r"(?i:(?<=,)\s*(?:frånvarande|frånv\.|ej\s+närvarande|förhindrad|(?:anmält\s+)?förhinder)\s*(?=,|$))"
)
# "Berg, Anna (S)"; two words on each side of the comma are rather two persons.
_SURNAME_FIRST: Final = re.compile(
    r"(?!\S+ \S+,\s*\S+ \S+ ?\()(?P<family>[A-ZÅÄÖÉ][\w'’-]*(?:\s+[A-ZÅÄÖÉ][\w'’-]*)?),\s*"
    r"(?P<given>[A-ZÅÄÖÉ][\w'’-]*(?:\s+[A-ZÅÄÖÉ][\w'’-]*)?)(?=\s*\(\s*(?:" + PARTY + r")\s*\))"
)
_HEAD: Final = re.compile(rf"(?P<name>{NAME})(?=\s*(?:$|[,;(/–-]|§|[a-zåäö]|\d|\t|\s{{2,}}))")
_TRAILING: Final = re.compile(r"[\s,;]*(?:\b(?:och|samt)\s*)?$")
_BETWEEN: Final = re.compile(r"[\s,;]*(?:(?:och|samt)\s+)?")
_NEXT_NAME: Final = re.compile(rf"(?:[,;]|\boch\b|\t|\s{{2,}})\s*(?=(?P<next>{NAME})\s*(?:$|[,;(]|\boch\b))")
_LETTERS: Final = re.compile(
    r"\s*[,\t ]\s*(?P<party>[A-ZÅÄÖ][A-Za-zÅÄÖ]{0,2}|" + _SMALL + r")(?=\s*(?:$|[,;\t]|\s{2,}|\s[xX§]))"
)
# "(ap)", "(spi)": a local party's small letters right after the name.
_LOCAL: Final = re.compile(r"\s*\((?P<party>(?!ordf|ers|adj|jäv|del|tjg|sekr|vice)[a-zåäö]{1,4})\)")
# "Samtliga ledamöter med undantag för …": those named are the absent.
_ALL_BUT: Final = re.compile(
    r"[^(]{0,60}\b(?:samtliga|alla)\s+ledamöter\b[^(]{0,40}\b(?:undantag|utom|förutom|förhind)", re.IGNORECASE
)
_CONFLICT: Final = re.compile(r"[,(]?\s*(?:på\s+grund\s+av|p\.?\s?g\.?\s?a\.?)?\s*\bjäv\b\)?", re.IGNORECASE)
# The office after the name of someone replaced is theirs.
_THEIR_OFFICE: Final = re.compile(r"\s*,\s*(?:\w+:[ea]\s+)?(?:vice\s+)?ordf(?:örande)?\b\.?")
_PARENTHESIS: Final = re.compile(rf"\(\s*(?P<party>{PARTY})\s*\)")
_OFFICES: Final = ("ordf", "sekreterare", "ledamot", "ersättare")
# Lists that are grouped by party. Source: the parties' registered names and letters, Valmyndigheten.
_PARTIES: Final = {
    "socialdemokraterna": "S",
    "moderaterna": "M",
    "nya moderaterna": "M",
    "centerpartiet": "C",
    "liberalerna": "L",
    "folkpartiet": "FP",
    "folkpartiet liberalerna": "FP",
    "kristdemokraterna": "KD",
    "vänsterpartiet": "V",
    "miljöpartiet": "MP",
    "miljöpartiet de gröna": "MP",
    "sverigedemokraterna": "SD",
}


_ALL_THE_MEETING: Final = Presence()


class _Piece(NamedTuple):
    """One person's part of an entry: the name, the party, and the text before and after."""

    name: str
    party: str | None
    before: str
    tail: str
    line: int
    instead_of: str | None = None
    starred: bool = False


def party_heading(text: str) -> str | None:
    """The letters of the party whose members follow, where a list is grouped by party."""
    return _PARTIES.get(re.sub(r"\s*\(\s*[A-Z]{1,2}\s*\)|:$", "", text).strip().casefold())


def read_elected(
    entry: Entry, field: Field, meeting: LineRange | None, *, star: bool = False
) -> Iterator[Attendance | None]:
    """The persons of one entry; None beside or instead of one for what could not be understood.

    *star* says that the paper explains a star as the mark of a serving substitute.
    """
    if all_but := _ALL_BUT.match(entry.text):
        yield from _absent(entry, all_but.end())
        return
    for piece in _pieces(entry):
        if not piece.name:
            yield None
            continue
        if not (piece.tail.strip(" ,.") or piece.before or piece.instead_of or piece.starred):
            yield _attendance(piece, field, None, _ALL_THE_MEETING, star=star)
            continue
        for name, replaces, tail, then in _services(piece):
            presence = read_presence(tail.replace("(", " , ").replace(")", " , "))
            if then and then.to_paragraph and not presence.from_paragraph:
                presence = replace(presence, from_paragraph=then.to_paragraph + 1)
            settled = presence.within(meeting)
            if settled is None:
                yield None
            yield _attendance(piece._replace(name=name), field, replaces, settled or presence, star=star)


def _absent(entry: Entry, since: int) -> Iterator[Attendance]:
    for person in persons(entry.text[since:]):
        line = entry.line_at(since + person.start)
        yield Attendance(name=person.name, party=person.party, role="absent", serving=False, line=line)


def _services(piece: _Piece) -> Iterator[tuple[str, str | None, str, Presence | None]]:
    """Name, whom the person replaces, and the words about when: once for each who is replaced in turn."""
    replaced = list(_REPLACES.finditer(piece.tail))
    if not replaced:
        yield piece.name, piece.instead_of, piece.tail, None
        return
    before = piece.tail[: replaced[0].start()]
    then: Presence | None = None
    for index, match in enumerate(replaced):
        end = replaced[index + 1].start() if index + 1 < len(replaced) else len(piece.tail)
        after = _CONFLICT.sub("", piece.tail[match.end() : end])  # the member's, which lets the other in
        after = _THEIR_OFFICE.sub("", after, count=1)
        yield piece.name, match["name"], f"{before} , {_THEN.sub('', after)}", then
        then = read_presence(after) if _THEN.search(after) else None


def _pieces(entry: Entry) -> Iterator[_Piece]:
    """An entry cut into persons; whoever is replaced stays with the substitute."""
    text = entry.text
    if "," in text and (flipped := _SURNAME_FIRST.match(text)):
        text = f"{flipped['given']} {flipped['family']}  {text[flipped.end() :].lstrip()}"
    heads, at = [], 0
    for person in persons(text):
        if person.start == at or not _BEFORE_REPLACED.search(text, at, person.start):
            heads.append(person)
        at = person.end
    if not heads:
        yield from _unlettered(entry, text)
        return
    before = text[: heads[0].start]
    instead_of = None
    if alone := _HEAD.match(before):  # a name without a party, before those that have one
        instead_of = alone["name"] if _REPLACED_BY.search(before) else None
        yield _Piece(alone["name"], None, "", "" if instead_of else before[alone.end() :], entry.line_at(0))
        before = ""
    for person, following in zip_longest(heads, heads[1:]):
        tail = text[person.end : following.start if following else len(text)]
        replaced = _REPLACED_BY.search(tail)
        starred = text[max(0, person.start - 2) : person.start].strip() == "*" or tail.startswith("*")
        yield _Piece(
            person.name,
            person.party,
            before,
            _TRAILING.sub("", tail[: replaced.start()] if replaced else tail),
            entry.line_at(person.start),
            instead_of,
            starred,
        )
        before, instead_of = "", person.name if replaced else None


def _unlettered(entry: Entry, text: str) -> Iterator[_Piece]:
    """Names without "(S)" right after them: none, as in councils of advice, or "Anna Berg, S"."""
    at = 0
    while at < len(text):
        lead = _BETWEEN.match(text, at)
        at = lead.end() if lead else at
        head = _HEAD.match(text, at)
        if not head or is_organisation(head["name"]):
            if text[at:].strip():
                yield _Piece("", None, "", text[at:], entry.line_at(at))
            return
        nexts = (
            match for match in _NEXT_NAME.finditer(text, head.end()) if not is_organisation(match["next"])
        )
        end = next((match.start() for match in nexts), len(text))
        name, _, last = head["name"].rpartition(" ")
        name, party = (name, last) if last in NATIONAL and " " in name else (head["name"], None)
        tail = text[head.end() : end]
        if letters := _LETTERS.match(tail) or _LOCAL.match(tail):
            party, tail = letters["party"], tail[letters.end() :]
        elif (
            (given := _PARENTHESIS.search(tail))
            and not given["party"].casefold().startswith(_OFFICES)
            and not _IN_BRACKETS.match(tail)
        ):
            party, tail = given["party"], tail[: given.start()] + tail[given.end() :]
        yield _Piece(name, party, "", tail, entry.line_at(head.start()))
        at = end


def _attendance(
    piece: _Piece, field: Field, replaces: str | None, presence: Presence, *, star: bool
) -> Attendance:
    marked = star and piece.starred
    if not (presence.rest or replaces or marked or piece.before):
        role, serving = _role(field, serves=False, substitute=False, idle=False)
        return Attendance(name=piece.name, party=piece.party, role=role, serving=serving, line=piece.line)
    rest = f",{presence.rest}"
    unused = _NOT_SERVING.search(rest)
    idle = bool(unused)
    rest = _NOT_SERVING.sub(" , ", rest)
    said = _SERVES.search(rest)
    serves = bool(replaces or marked or said) and not idle
    rest = _SERVES.sub(" , ", rest)
    # "tjänstgörande ersättare" in the list of members is no member, nor is "ej tjg ers".
    words = f"{rest} {said[0] if said else ''} {unused[0] if unused else ''}"
    substitute = bool(replaces or marked or _SUBSTITUTE.search(words))
    rest = _SUBSTITUTE.sub(" , ", rest)
    if _AWAY.search(rest):
        field, rest = Field.ABSENT, _AWAY.sub(" , ", rest)
    role, serving = _role(field, serves=serves, substitute=substitute, idle=idle)
    return Attendance(
        name=piece.name,
        party=piece.party,
        title=", ".join([*segments(piece.before), *segments(rest)]) or None,
        role=role,
        serving=serving,
        replaces=replaces,
        from_paragraph=presence.from_paragraph,
        to_paragraph=presence.to_paragraph,
        from_time=presence.from_time,
        to_time=presence.to_time,
        paragraphs=presence.paragraphs,
        line=piece.line,
    )


def _role(field: Field, *, serves: bool, substitute: bool, idle: bool) -> tuple[Role, bool]:
    if field is Field.ABSENT:
        return "absent", False
    if field in {Field.SUBSTITUTES, Field.SUBSTITUTES_AND_OTHERS}:
        return "substitute", serves
    if field is Field.SERVING_SUBSTITUTES or substitute:
        return "substitute", not idle
    return "member", True
