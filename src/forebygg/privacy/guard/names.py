"""Names of people: which words of a text are one, by lists, capitals and what stands around them."""

from collections.abc import Iterator, Sequence
from typing import Final

from forebygg.privacy.guard.context import (
    acting,
    is_person_noun,
    joined,
    near,
    of_a_thing,
    owning,
    personal_before,
)
from forebygg.privacy.guard.known import Known, is_place
from forebygg.privacy.guard.lists import ends
from forebygg.privacy.guard.lists import words as word_list
from forebygg.privacy.guard.marks import Kind, Mark, mark
from forebygg.privacy.guard.runs import Run, capital_runs, known_word, small_runs
from forebygg.privacy.guard.words import Prose, Word

_JOINING: Final = frozenset({"och", "å", "o", "samt", "eller", "resp"})


def names(prose: Prose) -> Iterator[Mark]:
    """Every name, first those that show themselves, then those listed with one ("Arvid och Sakarias")."""
    text, words = prose.text, prose.words
    runs = sorted([*capital_runs(words), *small_runs(words)], key=lambda run: run.first)
    titled = _spread(words, [run for run in runs if _is_things(words, run)], runs)
    things = titled | {run for run in runs if _is_beside_things(words, run)}
    free = [run for run in runs if run not in things]
    sure = [run for run in free if _is_name(text, words, run)]
    named = _spread(words, sure, [run for run in free if _may_follow(words, run)])
    told: list[str] = []
    for run in runs:
        if run in named:
            suggestion = _instead(words, run, told)
            yield mark(Kind.NAME, words[run.first].start, _end(text, words[run.last]), suggestion=suggestion)


def _instead(words: Sequence[Word], run: Run, told: list[str]) -> str:
    """ "en person", another for another name, "personen" when the name comes back; nothing after "rektor"."""
    key = words[run.first].key
    owned = key.endswith("s") and run.first == run.last
    stem = key.removesuffix("s")
    again = stem in told
    if not again:
        told.append(stem)
    if not owned and personal_before(words, run.first) and near(words[run.first]):
        return ""
    first, second, more = ("personen", "den andra personen", "personen") if again else _OTHERS
    return (first, second, more)[min(told.index(stem), 2)] + "s" * _is_genitive(words, run)


_OTHERS: Final = ("en person", "en annan person", "ytterligare en person")


def _is_genitive(words: Sequence[Word], run: Run) -> bool:
    """ "Elliots mamma", "Sara Eks yrkande": an s, and a word in small letters right after."""
    last = words[run.last]
    if not last.key.endswith("s") or last.key in word_list("names", "ending_in_s"):
        return False
    after = words[run.last + 1] if run.last + 1 < len(words) else None
    return bool(
        after and near(after) and not after.opens and not after.capital and after.key not in _NOT_OWNED
    )


_NOT_OWNED: Final = frozenset(
    "och i på av för att med till som är var har hade vill kan ska inte eller samt".split()
)


def _spread(words: Sequence[Word], seeds: Sequence[Run], others: Sequence[Run]) -> set[Run]:
    """The seeds, and those of *others* that stand in one list with them, however long: "Arvid, Ek och Lo"."""
    found = set(seeds)
    firsts, lasts = {run.first for run in seeds}, {run.last for run in seeds}
    for run in (*others, *reversed(others)):
        if run not in found and _is_listed(words, run, firsts, lasts):
            found.add(run)
            firsts.add(run.first)
            lasts.add(run.last)
    return found


def _is_listed(words: Sequence[Word], run: Run, firsts: set[int], lasts: set[int]) -> bool:
    before, after = run.first, run.last
    return (
        (before - 1 in lasts and _listed_at(words, before - 1, before))
        or (before - 2 in lasts and _listed_at(words, before - 2, before))
        or (after + 1 in firsts and _listed_at(words, after, after + 1))
        or (after + 2 in firsts and _listed_at(words, after, after + 2))
    )


def _listed_at(words: Sequence[Word], left: int, right: int) -> bool:
    """Whether a comma parts the two, or "och" alone stands between."""
    if right - left == 1:
        return joined(words, right)
    return right - left == 2 and words[left + 1].key in _JOINING


def _end(text: str, last: Word) -> int:
    """With the full stop of a last initial, unless it ends the sentence."""
    dotted = len(last.text) == 1 and text[last.end : last.end + 1] == "."
    return last.end + 1 if dotted and text[last.end + 1 : last.end + 2] not in {"", "\n"} else last.end


def _is_things(words: Sequence[Word], run: Run) -> bool:
    lone = run.first == run.last and run.kinds[0] is Known.FIRST
    return of_a_thing(words, run.first, run.last, lone=lone)


def _is_beside_things(words: Sequence[Word], run: Run) -> bool:
    """Capital words, none a clear first name, in the company of places and things."""
    if not words[run.first].capital or not _CLEAR.isdisjoint(run.told):
        return False
    if run.first != run.last:
        return _is_english(words, run)
    return _beside_thing(words, run) or _listed_with_place(words, run)


def _beside_thing(words: Sequence[Word], run: Run) -> bool:
    """ "ICA Nära", "Röda Korset", "Livsby Livs": a capital word beside it that is no name."""
    before = words[run.first - 1] if run.first else None
    after = words[run.last + 1] if run.last + 1 < len(words) else None
    if before and before.capital and near(words[run.first]) and not words[run.first].opens:
        told = not before.opens or known_word(before) is Known.THING
        if told and not is_person_noun(before.key):
            return True
    return bool(after and after.capital and not after.opens and near(after))


def _listed_with_place(words: Sequence[Word], run: Run) -> bool:
    """ "Mariestad, Gustavsberg och Eskilstuna": in one list with a place."""
    neighbours = [
        index for index in (run.first - 1, run.first - 2) if index >= 0 and not words[index + 1].opens
    ]
    neighbours += [index for index in (run.last + 1, run.last + 2) if index < len(words)]
    return any(
        is_place(words[index].key) and _listed_at(words, min(index, run.first), max(index, run.last))
        for index in neighbours
        if words[index].capital
    )


def _is_name(text: str, words: Sequence[Word], run: Run) -> bool:
    if not words[run.first].capital:
        return _is_small_name(words, run)
    if len(run.kinds) == 1:
        return _is_single_name(words, run)
    return _is_full_name(text, words, run)


def _is_full_name(text: str, words: Sequence[Word], run: Run) -> bool:
    """Several capital words in a row: "Ann Catrine Fogelgren", "Ek, Nguyen", "A. Haddad", "Ö.K."."""
    told = run.told
    if not told:
        return _are_initials(text, words, run)
    if Known.FIRST in told:
        return True
    weight = sum(_WEIGHTS.get(kind, 0) for kind in told) + 1.5 * (len(told) < len(run.kinds))
    if weight >= 2.5:
        return True
    strangers = told.count(Known.UNKNOWN) == len(told) > 1 and not words[run.first].opens
    return (strangers and not _is_english(words, run)) or _personal(words, run)


def _is_english(words: Sequence[Word], run: Run) -> bool:
    """ "Awareness Network": a project's name rather than two strangers'."""
    return any(word.key.endswith(ends("things", "english_ends")) for word in words[run.first : run.last + 1])


_CLEAR: Final = frozenset({Known.FIRST})
# Two and a half are enough for a name: Björn Ek, Reza Falk; not Röda Korset.
_WEIGHTS: Final = {
    Known.BOTH: 2.0,
    Known.SURNAME: 2.0,
    Known.ENDING: 1.5,
    Known.RARE: 1.5,
    Known.UNKNOWN: 1.0,
    Known.BOTH_LAST: 1.0,
    Known.WEAK: 0.5,
}


def _are_initials(text: str, words: Sequence[Word], run: Run) -> bool:
    """ "Ö.K." and "S.A.", each with its full stop, two or three of them."""
    letters = words[run.first : run.last + 1]
    return 2 <= len(letters) <= 3 and all(text[letter.end : letter.end + 1] == "." for letter in letters)


def _is_single_name(words: Sequence[Word], run: Run) -> bool:
    """One capital word: the less the lists are sure of it, the more its surroundings must say."""
    [kind] = run.kinds
    word = words[run.first]
    if kind is None or (run.first and words[run.first - 1].number and kind is Known.BOTH):
        return False
    if word.opens and _is_month(words, run.last):
        return False
    if word.key in word_list("small", "words"):
        return acting(words, run.last, surely=True)
    if kind is Known.FIRST or (kind is Known.RARE and _after_preposition(words, run.first)):
        return True
    if not word.opens and kind in {Known.BOTH, Known.SURNAME}:
        return not _in_a_place(words, run.first)
    surely = kind not in {Known.SURNAME, Known.RARE}
    return _personal(words, run, surely=surely)


def _is_month(words: Sequence[Word], last: int) -> bool:
    """ "Maj har varit lugn", "Maj och juni": the month; "Maj sa" and "Maj och Sven" are people."""
    after = [word.key for word in words[last + 1 : last + 3]]
    if words[last].key != "maj" or len(after) < 2:
        return False
    return after[1] in _MONTHS if after[0] in _JOINING else after == ["har", "varit"]


_MONTHS: Final = frozenset("mars april juni juli augusti september".split())


def _after_preposition(words: Sequence[Word], index: int) -> bool:
    """ "från Kowalczyk", "med Hedlunds": a capital after what people stand after, more often than things."""
    return index > 0 and near(words[index]) and words[index - 1].key in word_list("person", "before")


def _in_a_place(words: Sequence[Word], index: int) -> bool:
    """ "i Lund", "på Linden": where one is, unless a person of that name stands nearer."""
    return index > 0 and near(words[index]) and words[index - 1].key in {"i", "på", "vid"}


def _is_small_name(words: Sequence[Word], run: Run) -> bool:
    kind = run.kinds[0]
    if kind is Known.FIRST:
        return not words[run.first].gap.endswith(("-", "–", "."))
    if kind is Known.SURNAME:
        return _personal(words, run)
    word = words[run.first]
    if word.key in word_list("acts", "saying", "doing", "weak", "states"):
        return False
    if personal_before(words, run.first):
        return True
    subject = word.opens or words[run.first - 1].key in word_list("acts", "clause")
    return subject and acting(words, run.last, surely=True)


def _personal(words: Sequence[Word], run: Run, *, surely: bool = False) -> bool:
    """A title before, something owned after, or what a person does."""
    if personal_before(words, run.first) or owning(words, run.last):
        return True
    return acting(words, run.last, surely=surely)


def _may_follow(words: Sequence[Word], run: Run) -> bool:
    """Whether the run is a name once another stands beside it: not an ordinary word in small letters."""
    word = words[run.first]
    if word.capital:
        return run.kinds[0] is not None
    return word.key not in word_list("acts", "saying", "doing", "weak", "states")
