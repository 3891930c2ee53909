"""Words that point at one person without a name: "killen i 8B", "den nya tjejen i 9D"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from forebygg.privacy.guard.context import near
from forebygg.privacy.guard.lists import words as word_list
from forebygg.privacy.guard.marks import Kind, Mark, mark
from forebygg.privacy.guard.words import Prose, Word

_PRONOUNS: Final = frozenset({"han", "hon", "hen"})
_LEADS: Final = frozenset({"i", "på", "från", "ur"})
_INDEFINITE: Final = frozenset(
    "kille tjej pojke flicka grabb elev ungdom unge barn tonåring snubbe brud jänta".split()
)
_CLASS_WORDS: Final = frozenset(
    "ettan tvåan trean fyran femman sexan sjuan åttan nian klass åk årskurs".split()
)
_CLASS: Final = re.compile(
    r"(?:(?:klass|åk|årskurs)\s?)?[1-9]\s?(?:[A-ZÅÄÖ]\b|[a-g]\b)|(?:na|sa|te|ek|bf|vo|hu)\s?\d\d\w?\b",
    re.IGNORECASE,
)
_DEFINITE: Final = re.compile(r"\w{3,}(?:en|et|an|n)\Z")


def people(prose: Prose) -> Iterator[Mark]:
    """One person of a class with its letter, or "han i kiosken"."""
    text, words = prose.text, prose.words
    for index, word in enumerate(words[:-2]):
        lead = words[index + 1]
        if lead.key not in _LEADS or not near(lead) or not near(words[index + 2]):
            continue
        pronoun = word.key in _PRONOUNS
        if not pronoun and word.key not in word_list("person", "young", "kin", "grown"):
            continue
        place = words[index + 2]
        definite = pronoun or _is_definite(words, index)
        end = _class_end(text, place, definite=definite)
        if (
            end is None
            and pronoun
            and _DEFINITE.match(place.key)
            and not place.capital
            and _then_acts(words, index + 3)
        ):
            end = place.end
        if end is not None:
            yield mark(Kind.PERSON, words[_begin(words, index)].start, end, suggestion=_instead(word))


def _is_definite(words: Sequence[Word], index: int) -> bool:
    """ "killen", or "den nya killen"; "en elev" is anyone, unless the class has its letter."""
    return words[index].key not in _INDEFINITE


def _class_end(text: str, place: Word, *, definite: bool) -> int | None:
    """Where "8B" or, of a definite person, "åttan på Granviks skola" ends."""
    if found := _CLASS.match(text, place.start):
        return found.end()
    if definite and place.key in _CLASS_WORDS:
        return place.end
    return None


def _then_acts(words: Sequence[Word], index: int) -> bool:
    """ "han på macken sa", "hon i kafeterian är": told of one whom the reader can find."""
    return index < len(words) and words[index].key in word_list("acts", "saying", "doing", "weak")


def _begin(words: Sequence[Word], index: int) -> int:
    """With "den nya", "en", and "lillebrorsan till" before."""
    first = index
    if first and words[first - 1].key in {
        "nya",
        "lilla",
        "stora",
        "långa",
        "unga",
        "gamla",
        "andra",
        "äldre",
        "yngre",
    }:
        first -= 1
    if first and words[first - 1].key in {"den", "en", "ett", "det", "denna", "denne"}:
        first -= 1
    if (
        first > 1
        and words[first - 1].key in {"till", "åt"}
        and words[first - 2].key in word_list("person", "kin")
    ):
        first -= 2
    return first


def _instead(word: Word) -> str:
    """ "en elev" for "eleven", "en ungdom" for the young, "en person" for the rest."""
    if word.key.startswith("elev"):
        return "en elev"
    return "en ungdom" if word.key in word_list("person", "young") else "en person"
