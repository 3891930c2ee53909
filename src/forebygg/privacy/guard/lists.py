"""The guard's lists, read from `privacy/data` at the first question (sources and licences: its README)."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

from forebygg.privacy.guard.words import folded

_DATA: Final = files("forebygg.privacy") / "data"


@cache
def names(file: str) -> frozenset[str]:
    """A list with one name a line; reading all of them takes some tens of milliseconds, once."""
    return frozenset((_DATA / f"{file}.txt").read_text("utf-8").split())


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((_DATA / "words.toml").read_text("utf-8"))


@cache
def words(table: str, *lists: str) -> frozenset[str]:
    """The words of one or several lists of `words.toml`; "_" stands for a space inside an expression."""
    return frozenset(
        folded(word).replace("_", " ") for name in lists for word in _tables()[table][name].split()
    )


@cache
def ends(table: str, name: str) -> tuple[str, ...]:
    """The ends of words in a list, longest first, without the hyphen that marks them."""
    found: Iterable[str] = (folded(end.removeprefix("-")) for end in _tables()[table][name].split())
    return tuple(sorted(set(found), key=len, reverse=True))
