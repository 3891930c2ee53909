"""Persons as minutes print them: "Anna Berg (S)", "tjänstgörande ersättaren Bo Ek (GRP)"."""

import re
from typing import Final, NamedTuple

# A name: two to five words that begin with a capital; particles and double names included. Minutes give
# office-holders with given name and surname; a single word is no name here.
_WORD: Final = r"[A-ZÅÄÖÉÜØÆÁČĆŠŽŁŃÇİ][\w'’.-]*"
_PARTICLE: Final = r"(?:von|af|av|de|der|den|del|della|di|da|dos|van|ten|ter|el|al|bin|ibn|la|le|zu|und)"
NAME: Final = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_WORD}){{1,4}}"
# A party: one to five letters ("M", "SD", "SKP", "FiB"), or the whole name of a local party.
PARTY: Final = r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö.]{0,4}|-|[A-ZÅÄÖ][a-zåäöé]+(?:[ -][A-ZÅÄÖa-zåäöé]+){0,4}"
PERSON: Final = re.compile(rf"(?P<name>{NAME})\s*\(\s*(?P<party>{PARTY})\s*\)")
# Words of office that open a sentence with a capital and would be taken for a given name.
OFFICE: Final = re.compile(
    r"(?:(?:tjänstgörande|tjg\.?|vikarierande|avgående|ålders?|förste|andre|tredje|[123]:[ea]|vice|v\.?|"
    r"ordf(?:örande[n]?|\.)?|ersättar(?:en|na|e)|ledam(?:oten|ot|öterna|öter)|kommunalråde[tn]|kommunalråd|"
    r"oppositionsråde[tn]|regionråde[tn]|borgarråde[tn]|kommunstyrelsens|kommunfullmäktiges|nämndens|utskottets|"
    r"gruppledaren|sekreteraren|rådman|herr|fru)\s+)+",
    re.IGNORECASE,
)


class Person(NamedTuple):
    """A name with its party, and where in the text it stands."""

    name: str
    party: str | None
    start: int
    end: int


def bare_name(text: str) -> str:
    """The name without words of office before it."""
    return OFFICE.sub("", text, count=1).strip() if OFFICE.match(text) else text.strip()


def persons(text: str) -> list[Person]:
    """Everyone whom the text names with a party, in order."""
    if "(" not in text:
        return []
    return [
        Person(
            bare_name(match["name"]),
            match["party"] if match["party"] != "-" else None,
            match.start(),
            match.end(),
        )
        for match in PERSON.finditer(text)
    ]
