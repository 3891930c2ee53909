"""A page as the child process found it: words and rules, turned so that its text is upright."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

MOSTLY_PICTURE: Final = 0.5
HARDLY_ANY: Final = 60
"""Letters; a scanned page may still carry a stamp or a registry number as text."""

ASLANT: Final = 45
LEANING: Final = 5  # degrees that a scanned line may lean and still be upright
_SIGNS: Final = {
    0xF0B7: "•",
    0xF0A7: "•",
    0xF0D8: "•",
    0xF076: "•",
    0xF0FC: "•",
    0xF02D: "-",
    0xF020: "",
}
"""What Word's symbol fonts draw before list items."""


class Word(NamedTuple):
    """Letters without a space in them; lengths in points, `y` on the baseline and growing upwards."""

    text: str
    x0: float
    x1: float
    y: float
    em: float
    order: int
    glued: bool


class Rule(NamedTuple):
    """A straight line along a side of the page."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class Page:
    """What stands on one page.

    `aside` holds words that run in another direction than the page: stamps in a margin, watermarks.
    """

    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    aside: tuple[tuple[Word, ...], ...] = ()
    is_picture: bool = False
    is_broken: bool = False


def page_of(facts: Mapping[str, Any]) -> Page:
    """The page that the child described."""
    if facts.get("broken"):
        return Page(is_broken=True)
    directions: Counter[int] = Counter()
    by_direction: dict[int, list[Word]] = {}
    letters = unknown = 0
    for order, (text, x0, y0, x1, y1, em, angle, glued) in enumerate(facts["words"]):
        direction = _direction(angle)
        signs = text if text.isascii() else text.translate(_SIGNS)
        letters += len(signs)
        unknown += sum(not _is_known(sign) for sign in signs) if not signs.isascii() else 0
        directions[direction] += len(signs)
        start, end = _turned(x0, y0, direction), _turned(x1, y1, direction)
        if direction == ASLANT:  # has no rows: one after another, as drawn
            start, end = (order * 10.0, 0.0), (order * 10.0 + 10.0, 0.0)
        word = Word(signs, start[0], max(start[0], end[0]), start[1], em or 10.0, order, bool(glued))
        if signs:
            by_direction.setdefault(direction, []).append(word)
    if unknown * 2 > letters:  # a font that tells no letters: as good as a picture
        return Page(is_picture=True)
    is_picture = facts["pictures"] >= MOSTLY_PICTURE and letters < HARDLY_ANY
    if not by_direction:
        return Page(is_picture=facts["pictures"] > 0)
    main = directions.most_common(1)[0][0]
    return Page(
        words=tuple(by_direction.pop(main)),
        rules=tuple(_turned_rule(rule, main) for rule in facts["rules"]),
        aside=tuple(tuple(words) for words in by_direction.values()),
        is_picture=is_picture,
    )


def _is_known(sign: str) -> bool:
    return not ("\ue000" <= sign <= "\uf8ff" or sign in "\ufffd\ufffe\uffff" or sign < " ")


def _direction(angle: int) -> int:
    """The quarter turn nearest to *angle*, or ASLANT."""
    quarter = round(angle / 90) % 4 * 90
    return quarter if min(abs(angle - quarter), 360 - abs(angle - quarter)) <= LEANING else ASLANT


def _turned(x: float, y: float, direction: int) -> tuple[float, float]:
    match direction:
        case 90:
            return y, -x
        case 180:
            return -x, -y
        case 270:
            return -y, x
        case _:
            return x, y


def _turned_rule(rule: tuple[float, float, float, float], direction: int) -> Rule:
    (x0, y0), (x1, y1) = _turned(rule[0], rule[1], direction), _turned(rule[2], rule[3], direction)
    return Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
