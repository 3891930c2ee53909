"""Where someone lives and what they drive: addresses and registration plates."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from forebygg.privacy.guard.context import near
from forebygg.privacy.guard.lists import ends
from forebygg.privacy.guard.lists import words as word_list
from forebygg.privacy.guard.marks import Kind, Mark, mark
from forebygg.privacy.guard.words import Prose, Word

_REST: Final = re.compile(
    r"(?:[-–]\d{1,3})?(?:[ \xa0]?[A-Ha-h](?!\w))?"
    r"(?:,?[ \xa0]\d{1,2}[ \xa0]?tr\b)?"
    r"(?:,?[ \xa0]?(?:lgh|lägenhet)\.?[ \xa0]?\d{2,4})?"
    r"(?:,?[ \xa0]\d{3}[ \xa0]?\d\d[ \xa0][A-ZÅÄÖ][a-zåäö]+)?"
)


def addresses(prose: Prose) -> Iterator[Mark]:
    """A street with the number of a house, and what may follow: stairs, flat, town."""
    text, words = prose.text, prose.words
    for index in prose.numbers:
        word = words[index]
        if not index or len(word.text) > 3 or not near(word):
            continue
        first = _street(words, index - 1)
        if first is not None and (rest := _REST.match(text, word.end)) and not _is_measure(text, rest.end()):
            yield mark(Kind.ADDRESS, words[first].start, max(rest.end(), word.end))


def _street(words: Sequence[Word], index: int) -> int | None:
    """Where the street's name begins that ends at *index*; None when it is no street."""
    word = words[index]
    key = word.key.split("-")[-1]
    if key in word_list("streets", "others") or not key.endswith(ends("streets", "ends")):
        return None
    if key not in word_list("streets", "alone") and key not in ends("streets", "ends"):
        sure = key.endswith(ends("streets", "sure_ends"))
        if not sure and not word.capital:
            return None
        return _with_epithet(words, index)
    first = index
    while first and _is_named(words[first - 1]) and near(words[first]):
        first -= 1
    return first if first < index else None


def _is_named(word: Word) -> bool:
    """ "Gustaf Adolfs" before "torg", but not "Längs" before "väg"."""
    return word.capital and word.key not in word_list("small", "words")


def _with_epithet(words: Sequence[Word], index: int) -> int:
    """ "Norra Storgatan", "Lilla Nygatan"."""
    return (
        index - 1
        if index and words[index - 1].key in word_list("streets", "epithets") and near(words[index])
        else index
    )


_MEASURE: Final = re.compile(r"[ \xa0]?(?:%|km\b|meter\b|m\b|kr\b|procent\b|år\b|dagar\b|mnkr\b|tkr\b)")


def _is_measure(text: str, position: int) -> bool:
    """ "vägen 3 km" is no address."""
    return _MEASURE.match(text, position) is not None


# Letters that plates never have are left out; the last place is a letter since 2019.
_PLATE: Final = re.compile(
    r"(?<![\w-])(?P<letters>[A-HJ-PR-UW-Za-hj-pr-uw-z]{3})(?P<gap>[ \xa0]?)"
    r"(?P<rest>\d\d[\dA-HJ-NPR-UW-Za-hj-npr-uw-z])(?![\w-])"
)
_VEHICLE: Final = re.compile(
    r"(?i)\b(?:bil|bilen|bilar|reg|regnr|regnummer|registreringsnummer|regskylt|nummerplåt|skåpbil\w*|moped\w*|moppe\w*|epa\w*|"
    r"mc|motorcykel\w*|volvo|saab|bmw|audi|mercedes|toyota|golf|passat|kia|ford|tesla|skoda|fordon\w*|släp\w*)\b"
)


def plates(prose: Prose) -> Iterator[Mark]:
    """Three letters, two figures, a third or a letter: in capitals, or where a vehicle is spoken of."""
    vehicle: bool | None = None
    for found in _PLATE.finditer(prose.text):
        letters = found["letters"]
        if letters.casefold() in word_list("plates", "others"):
            continue
        if not letters.isupper():
            vehicle = bool(_VEHICLE.search(prose.text)) if vehicle is None else vehicle
            if not vehicle:
                continue
        if found["gap"] and _is_measure(prose.text, found.end()):
            continue
        yield mark(Kind.PLATE, *found.span())
