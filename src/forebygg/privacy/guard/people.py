"""Words that point at one person without a name: "killen i 8B", "den nya tjejen i 9D"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from forebygg.privacy.guard.context import near
from forebygg.privacy.guard.lists import words as word_list
from forebygg.privacy.guard.marks import Kind, Mark, mark
from forebygg.privacy.guard.words import Prose, Word

# A class with its letter ("8B", "åk 9 c") or a programme with its year ("NA22b"): a couple of dozen people.
_CLASS: Final = re.compile(
    r"(?:(?:klass|åk|årskurs)\s?)?[1-9]\s?[a-gA-GÅÄÖ]\b|(?:na|sa|te|ek|bf|vo|hu|ba|el|fs)\s?\d\d[a-z]?\b",
    re.IGNORECASE,
)
# A whole year or a door: enough to find a person whom the writer already knows ("pojken i åk 5").
_YEAR: Final = re.compile(
    r"(?:klass|åk|årskurs)\s?\d|(?:ett|två|tre|fyr|femm|sex|sju|ått|ni)an\b|(?:lägenhet|lgh|rum)\s?\d+",
    re.IGNORECASE,
)
_SOMEWHERE: Final = re.compile(r"[a-zåäö]{3,}(?:en|et|an|n)\b")


def people(prose: Prose) -> Iterator[Mark]:
    """One person of a class with its letter, a known one of a year or door, or "hon i kafeterian är"."""
    words, leads = prose.words, word_list("pointing", "leads")
    for index, word in enumerate(words[:-2]):
        if words[index + 1].key not in leads or not _is_one(word.key):
            continue
        place = words[index + 2]
        if not near(words[index + 1]) or not near(place):
            continue
        found = _CLASS.match(prose.text, place.start)
        if not found and _is_known(word.key):
            found = _YEAR.match(prose.text, place.start)
        if not found and word.key in word_list("pointing", "pronouns") and _then_acts(words, index + 3):
            found = _SOMEWHERE.match(prose.text, place.start)
        if found:
            start = words[_begin(words, index)].start
            yield mark(Kind.PERSON, start, found.end(), suggestion=_instead(word.key))


def _is_one(key: str) -> bool:
    return key in word_list("pointing", "pronouns") or key in word_list(
        "person", "young", "kin", "grown", "titles"
    )


def _is_known(key: str) -> bool:
    """ "killen", "han": someone whom the writer has in mind; "en elev" is anyone."""
    return key.endswith("n") and key not in word_list("pointing", "anyone")


def _then_acts(words: Sequence[Word], index: int) -> bool:
    """ "han på macken sa", "hon i kafeterian är": told of one whom the reader can find."""
    return index < len(words) and words[index].key in word_list("acts", "saying", "doing", "weak")


def _begin(words: Sequence[Word], index: int) -> int:
    """With what belongs to it before: "den nya", "hans", "den äldre brodern till"."""
    first = _with_attributes(words, index)
    while (
        first > 1
        and words[first - 1].key in {"till", "åt"}
        and words[first - 2].key in word_list("person", "kin")
    ):
        first = _with_attributes(words, first - 2)
    return first


def _with_attributes(words: Sequence[Word], first: int) -> int:
    if first and words[first - 1].key in word_list("pointing", "attributes") and not words[first].opens:
        first -= 1
    if first and words[first - 1].key in word_list("pointing", "articles") and not words[first].opens:
        first -= 1
    return first


def _instead(key: str) -> str:
    """ "en elev" for "eleven", "en ungdom" for the young, "en person" for the rest."""
    if key.startswith("elev"):
        return "en elev"
    return "en ungdom" if key in word_list("person", "young") else "en person"
