"""What a word and its other forms have in common, also inside a compound."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from snowballstemmer.swedish_stemmer import SwedishStemmer

# Definite forms that the Snowball rules leave alone: policyn, skolan, programmet.
_DEFINITE: Final = (("mmet", 3), ("yn", 1), ("plan", 0), ("man", 0), ("an", 2), ("et", 2))
_SHORTEST: Final = 4


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The part that "polisen", "polisens" and "polis" share; folded to lower case."""
    folded = word.casefold()
    # "Rektorn" is not known to the rules as a form of "rektor".
    found: str = _snowball().stemWord(folded[:-1] if folded.endswith("orn") else folded)
    for ending, letters in _DEFINITE:
        if found.endswith(ending) and len(found) - letters >= _SHORTEST:
            return found[: len(found) - letters]
    return found


@cache
def _snowball() -> "SwedishStemmer":
    # It comes with thirty other languages, and pages that compare nothing do without (docs/adr/0013).
    from snowballstemmer import stemmer  # noqa: PLC0415

    return stemmer("swedish")


def akin(one: str, other: str) -> bool:
    """Two stems are of the same word, or one is a part that opens or closes a compound with the other.

    "polis" is in "polismyndighet" and in "närpolis"; parts shorter than four letters say nothing.
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and (long.startswith(short) or long.endswith(short))
