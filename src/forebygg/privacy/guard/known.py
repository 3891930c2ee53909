"""What the lists and the dictionary know of a word: a first name, a surname, a place, an ordinary word."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from forebygg.language.words import is_word
from forebygg.privacy.guard.lists import ends, names, words
from forebygg.privacy.guard.words import plain

_CAMEL: Final = re.compile(r"(?<=[a-zåäöé])(?=[A-ZÅÄÖ])")
_JOINT: Final = re.compile(r"[-‐‑]")
_POSSESSIVE: Final = re.compile(r"[:’'´]?s\Z")


class Known(Enum):
    """What a word may be, the surest sign of a name first."""

    __hash__ = object.__hash__  # each is one object; Enum's own is asked often and works its hash out anew

    FIRST = auto()
    """A first name and nothing else."""
    BOTH = auto()
    """A Swedish first name that is a word or a place too: Björn, Linda, Nora."""
    SURNAME = auto()
    """One of the commonest Swedish surnames, and no ordinary word."""
    ENDING = auto()
    """A surname by its end alone: -sson, -ström, -oğlu."""
    RARE = auto()
    """On a long list of the world's names only."""
    BOTH_LAST = auto()
    """A surname that is a word or a place too: Ek, Lund."""
    WEAK = auto()
    """An ordinary word that is a name somewhere in the world: Antal, Röda."""
    UNKNOWN = auto()
    """On no list and in no dictionary."""
    THING = auto()
    """A place, an association, a body, an abbreviation."""
    WORD = auto()
    """An ordinary word."""


NAMES: Final = frozenset(Known) - {Known.THING, Known.WORD}


def stems(key: str) -> Iterator[str]:
    """The word, and without the genitive's s: "ahmeds", "Lottas", "Anna's"."""
    yield key
    if key.endswith("s") and len(key) > 2:
        yield _POSSESSIVE.sub("", key)


# What a word in capitals may be and still be a name rather than an abbreviation.
_SHOUTED: Final = frozenset({Known.FIRST, Known.BOTH, Known.SURNAME})


@lru_cache(maxsize=16_384)
def known(text: str, key: str) -> Known:
    """What the word, written as *text*, may be. Cached: the dictionary is slow in saying no."""
    if words("things", "known") & {*stems(key)}:
        return Known.THING
    if len(parts := _parts(text, key)) > 1:
        return _joint(parts, capitals=text.title() == text or _CAMEL.search(text) is not None)
    found = listed(key)
    if text.isupper() and len(text) > 1 and (found not in _SHOUTED or _is_abbreviation(key)):
        return Known.THING
    return found or _unlisted(text, key)


def _is_abbreviation(key: str) -> bool:
    """Of a word in capitals: too short to be a name, unless Swedes bear it."""
    return len(key) < (3 if key in names("first_names_sweden") else 5)


def _parts(text: str, key: str) -> list[str]:
    """ "Gun-Britt" and "AnnaSara" in two."""
    if _JOINT.search(key):
        return [part for part in _JOINT.split(key) if part]
    return [part.casefold() for part in _CAMEL.split(text)] if not text.isupper() else [key]


def _joint(parts: list[str], *, capitals: bool) -> Known:
    """A double name is one when each part is; "IT-samordnare" and "Haga-Brunnsbo" are not."""
    found = [listed(part) for part in parts]
    if all(found) and (Known.FIRST in found or found.count(Known.BOTH) == len(found)):
        return Known.FIRST
    if all(found) and Known.SURNAME in found:
        return Known.SURNAME
    if Known.FIRST in found and all(
        part in _particles() or kind for part, kind in zip(parts, found, strict=True)
    ):
        return Known.FIRST
    if parts[0] in _particles() and capitals:
        return Known.SURNAME
    return Known.THING


def _particles() -> frozenset[str]:
    return words("names", "particles")


@lru_cache(maxsize=1)
def _every_name() -> frozenset[str]:
    """All lists in one, to ask of every word of a text whether it is worth another question."""
    lists = ("first_names_sweden", "surnames_sweden", "first_names_many", "first_names_some", "surnames")
    return words("names", "nicknames", "familiar").union(*map(names, lists))


@lru_cache(maxsize=65_536)
def may_be_listed(key: str) -> bool:
    """Whether some list may have the word; false for nearly every word of ordinary prose."""
    every, bare = _every_name(), key if key.isascii() else plain(key)
    if bare in every or key in every or (bare[-1] == "s" and bare[:-1] in every):
        return True
    return not bare.isalpha() and not bare[0].isdigit()


@lru_cache(maxsize=16_384)
def listed(key: str) -> Known | None:
    """By the lists alone; None when no list has it."""
    if key in words("small", "words"):
        return Known.BOTH if key in names("first_names_sweden") else Known.WORD
    place = any(stem in names("places") for stem in stems(key))
    found = {_listed_stem(stem, owned=stem != key and is_word(key), place=place) for stem in stems(key)}
    kinds = sorted((kind for kind in found if kind), key=lambda kind: kind.value)
    return kinds[0] if kinds else Known.THING if place else None


def _listed_stem(stem: str, *, owned: bool, place: bool) -> Known | None:
    """*owned*: an ordinary word ends in the s that is taken for a genitive's ("klass" is not Klas')."""
    ordinary = owned or place or stem in names("ordinary")
    if stem in names("first_names_sweden") or stem in words("names", "nicknames", "familiar"):
        return Known.BOTH if ordinary else Known.FIRST
    if stem in names("surnames_sweden"):
        return Known.BOTH_LAST if ordinary else Known.SURNAME
    bare = plain(stem)
    ordinary = ordinary or (bare != stem and is_word(stem))
    if bare in names("first_names_many"):
        return Known.WEAK if ordinary else Known.RARE if len(stem) < 3 else Known.FIRST
    if stem in names("surnames") or bare in names("first_names_some"):
        return Known.WEAK if ordinary else Known.RARE
    return None


def _unlisted(text: str, key: str) -> Known:
    """By its end, then by the dictionary, which is slow in saying no."""
    stem, nature = key.removesuffix("s"), ends("names", "nature_ends")
    if len(stem) > 5 and text[0].isupper() and (key.endswith(nature) or stem.endswith(nature)):
        return Known.ENDING
    if is_body(key):
        return Known.THING
    if key.endswith(ends("things", "place_ends")):
        return Known.ENDING if stem.endswith(_AMBIGUOUS) and not is_word(text) else Known.THING
    return Known.WORD if is_word(key) else _stranger(text, stem)


def _stranger(text: str, stem: str) -> Known:
    """Of a word that is no ordinary one; with a capital the dictionary has many places."""
    if len(stem) > 5 and stem.endswith(ends("names", "surname_ends")):
        return Known.ENDING
    return Known.THING if any(map(str.isupper, text[1:])) or is_word(text) else Known.UNKNOWN


# Ends that people and places share alike.
_AMBIGUOUS: Final = ("berg", "lund", "holm", "borg", "vik", "ås", "sta", "by", "dal")


def is_body(key: str) -> bool:
    """ "Kommunstyrelsens", "Stadsbyggnadskontoret": never the surname of the name before."""
    return key.endswith(ends("things", "body_ends"))


def is_swedish_name(key: str) -> bool:
    """Among the commonest first names in Sweden, or a nickname."""
    return any(
        stem in names("first_names_sweden") or stem in words("names", "nicknames", "familiar")
        for stem in stems(key)
    )


def is_place(key: str) -> bool:
    """A municipality, a country or another place on the list."""
    return any(stem in names("places") for stem in stems(key))
