"""Persons as minutes print them: "Anna Berg (S)", "ordföranden Bo af Ek (GRP)", "Eva Dal (-)".

One cheap pass: each parenthesis that can be a party is found, and the name is read backwards from it.
Going backwards, a word of office, a function word that opens the sentence, or any small letter ends it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

# A name: two to five words that begin with a capital; particles and double names included. Minutes give
# office-holders with given name and surname; a single word is no name here.
_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞĀĆČĐĒĘĢĪĶŁŃŅŌŐŠŚŞŪŰŹŻŽİ]"
_WORD: Final = rf"(?:(?:al|el|bin|ben)-)?{_CAPITAL}[\w'’´.-]*"
_PARTICLES: Final = frozenset(
    "von af de der den del della di da dos das du van ten ter el al bin ibn ben la le zu und y e".split()
)
_PARTICLE: Final = rf"(?:{'|'.join(sorted(_PARTICLES))})"
# One space parts the words of a name; a tab or a wide gap begins the next column.
_SPACE: Final = r"(?:[ \n](?![ \t]))"
NAME: Final = rf"{_WORD}(?:{_SPACE}(?:{_PARTICLE}{_SPACE}){{0,2}}{_WORD}){{1,4}}"
# A party: one to five letters ("M", "SD", "SKP", "FiB"), small letters as older minutes have them, a dash
# for those who left theirs (politiska vildar), or the whole name of a local party.
_UNAFFILIATED: Final = r"[-–—]|(?:partilös|obunden|oberoende|(?:pol(?:itisk|\.)?\s+)?vilde)"
PARTY: Final = (
    rf"[A-ZÅÄÖ][A-Za-zÅÄÖåäö.]{{0,4}}|F!|s|m|c|l|v|fp|kd|mp|sd|nyd|{_UNAFFILIATED}"
    r"|[A-ZÅÄÖ][a-zåäöé]+(?:[ -][A-ZÅÄÖa-zåäöé]+){0,4}"
)
PERSON: Final = re.compile(rf"(?P<name>{NAME})\s*\(\s*(?P<party>{PARTY})\s*\)")
_PARENTHESIS: Final = re.compile(rf"\(\s*(?P<shared>(?:båda|bägge|samtliga|alla)\s+)?(?P<party>{PARTY})\s*\)")
# The parties of the Riksdag, now and before, whose letters need no explanation.
NATIONAL: Final = frozenset("M S C L KD V MP SD FP FI Fi F! NYD s m c l kd v mp sd fp".split())
_OPENING: Final = re.compile(r"\((?=\s*(?:[^\W\d_]|[-–—]))")
_NO_PARTY: Final = re.compile(_UNAFFILIATED)
_TOKEN: Final = re.compile(r"\S+")
_NAME_WORD: Final = re.compile(rf"{_WORD}")
_LINE: Final = 120  # characters of a line in a list
_REACH: Final = 120  # characters; the longest run of names that one parenthesis can speak for

_INITIAL: Final = 2  # letters of an initial, its full stop included

# Words that open a sentence or a line with a capital and would be taken for a given name.
_OPENERS: Final = frozenset(
    """
    ajournering andra andre anförande angående ansvarig att av avslag avstod avstår bakom bara beslut
    beslutande bifall bilaga bland borgarråd båda både dels deltar deltog den denna dessa dessutom det
    detta där därefter därför därmed därpå därtill därutöver då efter eftersom ej eller emot endast
    enligt enskild ersättare ersätter fru fråga frågan från frånvarande för fördes före föredragande
    föredragning förrättning förslag först första förste genom gentemot gruppledare herr hos här i
    information inför ingen inlägg innan inom inte interpellation ja jag justerande justerare justeras
    jäv kommunalråd kring ledamot ledamöter liksom med medan medans mellan men mot motion mötet nej
    nämnden när närvarande närvaro och också om omedelbart omröstning oppositionsråd ordförande partiet
    protokollsanteckning på regionråd replik reservation respektive samt samtliga sedan sekreterare
    senare skrivelse slutligen som statsråd styrelsen svar särskilt således till tillsammans
    tilläggsyrkande tjg tjänstgörande tredje trots under utan utom utsedd utses utskottet utöver val
    vald varefter vem via vice vid vidare votering yrkande yrkanden ytterligare yttrande ändring
    ändringsyrkande är ärendet även åter återigen över övriga
    """.split()
)
_OFFICES: Final = (
    "ordförande ordföranden ledamoten ledamöterna ersättaren ersättarna sekreteraren rådet rådman ledaren "
    "direktören direktör chefen chef talaren talare ställaren ställare anterna ministern"
).split()
_OFFICE_ENDS: Final = tuple(_OFFICES)
# Words of office that stand before a name; `bare_name` takes them off.
OFFICE: Final = re.compile(
    r"(?<!\w)(?:(?:tjänstgörande|tjg\.?|vikarierande|avgående|ålders?|förste|andre|tredje|[123]:[ea]|vice|v\.?|"
    r"ordf(?:örande[n]?|\.)?|ersättar(?:en|na|e)|ledam(?:oten|ot|öterna|öter)|kommunalråde[tn]|kommunalråd|"
    r"oppositionsråde[tn]|regionråde[tn]|borgarråde[tn]|kommunstyrelsens|kommunfullmäktiges|nämndens|utskottets|"
    r"gruppledaren|sekreteraren|rådman|herr|fru)\s+)+",
    re.IGNORECASE,
)
# "Svenska Röda Korset (SRK)": an organisation with its short name is nobody.
_COMPANIES: Final = frozenset({"ab", "hb", "kb"})
_ORGANISATION_ENDS: Final = tuple(
    """
    kommun kommuns regionen stad stads länet verket förvaltning förvaltningen nämnd nämnden styrelse styrelsen
    kontoret förbund förbundet förening föreningen bolag bolaget rådet korset parti partiet universitet
    universitetet högskola högskolan institut institutet centret centrum myndighet myndigheten polisen kyrkan
    stiftelse stiftelsen enheten avdelningen skolan gruppen sverige vården riksdagen utskottet beredningen
    kommittén kommitténs akademi akademin organisation organisationen
    """.split()
)


class Person(NamedTuple):
    """A name with its party, and where in the text it stands, from the name to the parenthesis."""

    name: str
    party: str | None
    start: int
    end: int


def bare_name(text: str) -> str:
    """The name without words of office before it."""
    return OFFICE.sub("", text, count=1).strip() if OFFICE.match(text) else text.strip()


def unstopped(name: str) -> str:
    """The name without the full stop of its sentence; an initial keeps its own."""
    return name[:-1] if name.endswith(".") and len(name.rpartition(" ")[2]) > _INITIAL else name


@lru_cache(maxsize=8192)
def is_organisation(name: str) -> bool:
    """Whether a word of the capitalised phrase says that it names an organisation."""
    words = name.casefold().split()
    return any(word.endswith(_ORGANISATION_ENDS) or word in _COMPANIES for word in words)


def persons(text: str) -> list[Person]:
    """Everyone whom the text names with a party, in order; "A och B (båda S)" names two."""
    return list(_known_line(text)) if len(text) <= _LINE else _persons(text)


@lru_cache(maxsize=8192)
def _known_line(text: str) -> tuple[Person, ...]:
    """The same members are listed meeting after meeting."""
    return tuple(_persons(text))


def _persons(text: str) -> list[Person]:
    found: list[Person] = []
    after = 0
    for opening in _OPENING.finditer(text):
        position = opening.start()
        match = _PARENTHESIS.match(text, position)
        if match and not match["party"].casefold().endswith(_OFFICE_ENDS):
            party = None if _NO_PARTY.fullmatch(match["party"]) else match["party"]
            read = list(_names_before(text, after, position, several=bool(match["shared"])))
            found += [Person(name, party, start, match.end()) for name, start in reversed(read)]
            after = match.end()
    return _without_genitives(found)


def _names_before(text: str, after: int, end: int, *, several: bool) -> Iterator[tuple[str, int]]:
    """Names that end where the parenthesis begins, the nearest first."""
    since = max(after, end - _REACH)
    tokens = list(_TOKEN.finditer(text, since, end))
    if tokens and tokens[0].start() == since > 0 and not text[since - 1].isspace() and since != after:
        del tokens[0]  # cut in the middle of a word
    while tokens:
        words = _name_at_end(tokens)
        if not words:
            return
        name = " ".join([word for word, _ in words])
        if not is_organisation(name):
            yield name, words[0][1]
        if not several or not tokens:
            return
        if tokens[-1].group() in {"och", "samt"}:
            tokens.pop()
        elif not tokens[-1].group().endswith(","):
            return


def _name_at_end(tokens: list[re.Match[str]]) -> list[tuple[str, int]]:
    """The name that the tokens end with, which are taken from the list; empty when they end otherwise."""
    words: list[tuple[str, int]] = []
    particles: list[tuple[str, int]] = []
    capitals = 0
    used = 0
    for back, token in enumerate(reversed(tokens), start=1):
        word, start = token.group(), token.start()
        if back == 1:
            word = word.rstrip(",")
        else:
            between = token.string[token.end() : tokens[-back + 1].start()]
            if len(between) > 1 or between == "\t":
                break  # a column's gap
        opened = len(word) - len(word.lstrip("(\"”'/–-•*"))
        word = word[opened:]
        if word in _PARTICLES and words:
            particles.append((word, start))
            if len(particles) > 2:
                break
            continue
        if not _is_name_word(word, words):
            break
        words += [*particles, (word, start + opened)]
        particles = []
        capitals += 1
        used = back
        if opened or capitals == 5:
            break
    if capitals < 2:
        return []
    del tokens[len(tokens) - used :]
    return words[::-1]


def _is_name_word(word: str, later: list[tuple[str, int]]) -> bool:
    # "KS Anna Berg (S)": letters of a body, unless the whole name is in capitals.
    letters = 2 <= len(word) <= 4 and word.isupper() and word.isalpha()
    return _can_name(word) and not (letters and later and not later[-1][0].isupper())


@lru_cache(maxsize=8192)
def _can_name(word: str) -> bool:
    """Whether the word can stand in a name; the same names come again and again."""
    if not _NAME_WORD.fullmatch(word) or not (word.isalpha() or set(word).isdisjoint("0123456789")):
        return False
    if word.endswith(".") and len(word) > 3 and "-" not in word:
        return False
    folded = word.casefold()
    return folded not in _OPENERS and not folded.endswith(_OFFICE_ENDS)


def _without_genitives(found: list[Person]) -> list[Person]:
    """Read "Anna Bergs (S) yrkande" as Anna Berg's, where the same text names her so."""
    known = {(person.name, person.party) for person in found}
    return [
        person._replace(name=person.name[:-1])
        if person.name.endswith("s") and (person.name[:-1], person.party) in known
        else person
        for person in found
    ]
