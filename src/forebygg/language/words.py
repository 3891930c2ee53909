"""Whether a reading is a Swedish word, by the dictionary in `data`."""

from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Protocol

from hunspell import Hunspell


class _Speller(Protocol):
    def spell(self, word: str) -> bool: ...


@cache
def _dictionary() -> _Speller:
    """Loaded at the first question only: it takes half a second and some 20 MB."""
    with as_file(files("forebygg.language") / "data") as folder:
        speller: _Speller = Hunspell("sv", hunspell_data_dir=f"{folder}/")
    return speller


@lru_cache(maxsize=65_536)
def is_word(word: str) -> bool:
    """The dictionary has the word, or it is a compound of words that may be joined; figures are none."""
    if not any(map(str.isalpha, word)) or len(word) > 80:
        return False
    spelled, small = _dictionary().spell, word.casefold()
    return spelled(word) or (small != word and spelled(small))  # it is slow in saying no
