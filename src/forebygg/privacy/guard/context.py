"""What stands around a name: what shows a person, and what shows a place, an association or a book."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from forebygg.privacy.guard.known import stems
from forebygg.privacy.guard.lists import ends, words
from forebygg.privacy.guard.words import Word

_CLOSE: Final = frozenset({" ", "\n", "\xa0", " \n", "\r\n", " “", " ”", ' "', " »"})
_LISTED: Final = frozenset({"och", "å", "o", "samt", "eller", "resp", "med"})
_PERSON_NOUNS: Final = ("kin", "young", "grown", "titles", "families")


def near(word: Word) -> bool:
    """Whether only a space parts the word from the one before."""
    return word.gap in _CLOSE


@lru_cache(maxsize=8)
def person_nouns() -> frozenset[str]:
    """Words for a person that stand before a name, and families."""
    return words("person", *_PERSON_NOUNS)


@lru_cache(maxsize=16_384)
def is_person_noun(key: str) -> bool:
    """ "kusinen", "rektor", and compounds of such: "skolkuratorn", "ungdomsledaren"."""
    return key in person_nouns() or key.endswith(ends("person", "ends"))


def is_called(words_: Sequence[Word], first: int) -> bool:
    """ "kallar sig Skuggan", "han heter visst Greven": whatever the word, it is what someone is called."""
    place = first - 1
    while place > 0 and words_[place].key in words("acts", "adverbs") and near(words_[place + 1]):
        place -= 1
    if place < 1 or not near(words_[first]):
        return False
    place -= words_[place].key == "sig"
    if place < 1 or words_[place].key not in words("person", "called"):
        return False
    subject = words_[place - 1].key
    return subject in words("pointing", "pronouns") or (is_person_noun(subject) and subject.endswith("n"))


def personal_before(words_: Sequence[Word], first: int) -> bool:
    """A kinsman, a title or "heter" right before: "kusinen Baran", "mamma till Elliot", "Pappan, Reza"."""
    if first == 0 or words_[first].opens:
        return False
    if is_called(words_, first):
        return True
    before = words_[first - 1]
    close = near(words_[first])
    if close and before.key in words("person", "called"):
        return not (first > 1 and is_thing(words_[first - 2].key))
    if is_person_noun(before.key):
        return close or words_[first].gap.strip() == ","
    if close and before.key in {"till", "åt"} and first > 1:
        return words_[first - 2].key in words("person", "kin")
    return False


def acting(words_: Sequence[Word], last: int, *, surely: bool) -> bool:
    """What a person does right after: "Linda vägrade", "Björn har slutat", "Ask är bara tolv år".

    With *surely*, only what hardly anything but a person does.
    """
    after = _following(words_, last)
    if not after:
        return False
    verb = after[0].key
    if verb in words("acts", "saying", "doing"):
        return not surely or verb not in words("acts", "ambiguous") or _then_person(after[1:])
    if verb in words("acts", "weak"):
        rest = [word for word in after[1:] if word.key not in words("acts", "adverbs")]
        return bool(rest) and (rest[0].key in words("acts", "states") or _age(rest))
    return False


def _following(words_: Sequence[Word], last: int) -> list[Word]:
    """The words after, as far as the sentence goes, six at most; an age in brackets is passed by."""
    after: list[Word] = []
    begin = last + 1
    passed = {"i", "på", "från", "hos"} | _LISTED
    if begin < len(words_) and words_[begin].key in passed and near(words_[begin]):
        begin += 2
    for word in words_[begin : begin + 7]:
        if word.opens or (word.gap.strip(" \n\xa0") and not after and not word.number):
            break
        if word.number and not after:
            continue
        after.append(word)
    return after


def _then_person(after: Sequence[Word]) -> bool:
    """After "kom", "vill" and the like: "hit", "inte att vi", another act."""
    rest = [word for word in after if word.key not in words("acts", "adverbs")]
    return bool(rest) and (
        rest[0].key in words("acts", "completed") or rest[0].key in words("acts", "states")
    )


def _age(rest: Sequence[Word]) -> bool:
    numeral = rest[0].number or rest[0].key in _NUMERALS
    return numeral and len(rest) > 1 and rest[1].key in {"år", "bast", "åring"}


_NUMERALS: Final = frozenset(
    "sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo".split()
)


def owning(words_: Sequence[Word], last: int) -> bool:
    """A genitive and what only a person has: "Noels föräldrar", "petras bedömning"."""
    if not words_[last].key.endswith("s") or last + 1 >= len(words_) or not near(words_[last + 1]):
        return False
    owned = words_[last + 1].key
    return owned in words("acts", "belongings") or owned in words("person", "kin")


@lru_cache(maxsize=16_384)
def is_thing(key: str) -> bool:
    """ "kvinnojouren", "stormen", "grupprummen": what follows is the thing's name."""
    return key in words("things", "before") or key.endswith(ends("things", "before_ends"))


def of_a_thing(words_: Sequence[Word], first: int, last: int, *, lone: bool) -> bool:
    """Whether the name is part of a thing's name: "Maria kyrkogata", "Kvinnojouren Alma", "Ernst & Young".

    *lone* is a single first name: what it owns is not called after it ("Ahmeds skola").
    """
    if _after_thing(words_, first):
        return True
    after = words_[last + 1] if last + 1 < len(words_) else None
    if not lone and ("&" in words_[first].gap or (after and "&" in after.gap)):
        return True
    if last > first and words_[last].capital and _called_after(words_[last].key):
        return True
    if after is None or after.opens or not near(after):
        return False
    if (
        lone
        and not after.capital
        and words_[last].key.endswith("s")
        and after.key in words("things", "owned")
    ):
        return False
    return _called_after(after.key) or _told_of_thing(words_, last + 1)


def _after_thing(words_: Sequence[Word], first: int) -> bool:
    """ "Kvinnojouren Alma", "Grupprummen heter Saga"."""
    if not first or words_[first].opens or not near(words_[first]):
        return False
    before = words_[first - 1].key
    if before in words("person", "called") and first > 1:
        before = words_[first - 2].key
    return is_thing(before)


@lru_cache(maxsize=16_384)
def _called_after(key: str) -> bool:
    """ "plats", "musikklasser": a word that makes a place or a body of the name before it."""
    if not words("things", "after").isdisjoint(stems(key)):
        return True
    return key.endswith(ends("things", "after_ends"))


def _told_of_thing(words_: Sequence[Word], index: int) -> bool:
    """ "Frida är ett nätverk", "Hugo är namnet på en storm"."""
    if words_[index].key not in {"är", "heter"}:
        return False
    said = {word.key for word in words_[index + 1 : index + 4] if not word.opens}
    return "namnet" in said or not said.isdisjoint(words("things", "sorts"))


def joined(words_: Sequence[Word], index: int) -> bool:
    """Whether the word stands in one list with the word before: "Eken, Linden"."""
    word = words_[index]
    return word.key in _LISTED or word.gap.strip(" \n\xa0") in {",", "/", "&", "+"}
