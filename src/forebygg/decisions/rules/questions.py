"""What the chair asked and found, sentence by sentence, as minutes word it.

The chair puts questions that can be answered with yes or no and says what the body decides; who is not
content asks for a ballot (kommunallagen (2017:725) 5:53 and 6:35).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.paper import Line
from forebygg.casefile.prose import passages, sentences


class Ballot(NamedTuple):
    """The figures that decide."""

    yes: int
    no: int


class Answer(NamedTuple):
    """A sentence that settles something: what was asked, what was found, and which ballot followed."""

    said: str
    asked: str
    found: str
    ballot: int | None = None


_FINDS: Final = re.compile(
    r"\bfinner\s+(?:att\s+)?|\bbeslutar\s+(?:(?:först|härefter|därefter|slutligen)\s+)?att\s+", re.IGNORECASE
)
_CALLED: Final = re.compile(
    r"\b(?:om)?röstning\w*\s+begär|\bvotering\w*\s+begär|\bbegär\w*\s+(?:om)?(?:röst|voter)", re.IGNORECASE
)
_REFUSED: Final = re.compile(r"\bavsl(?:å|ag|og|ogs|år)|\binte\s+(?:bifall|bifölls|godkänn)", re.IGNORECASE)
_GRANTED: Final = re.compile(
    r"\bbif(?:all|öll)|\bså\s+sker\b|\bantag|\bantas\b|\bgodkänn|\bbesluta(?:s|ts)?\s+så\b", re.IGNORECASE
)
# The ballot's form, not its matter: which proposal stands against which.
_FORM: Final = re.compile(r"\bmotförslag|-?proposition\s+i\s+huvudvotering", re.IGNORECASE)
_DATED: Final = re.compile(r"\s+(?:den\s+)?\d{1,2}\s+\w+\s+\d{4}.*$", re.DOTALL)
_DEFINITE: Final = re.compile(r"(\w*yrkande|förslag|motion)(?:et|en|t)\b")
_DECIDES: Final = re.compile(r"styrelse|nämnd|utskott|fullmäktig|beslut|ordförande|sammanträde")
_NOT: Final = re.compile(r"\binte\b|\bej\b", re.IGNORECASE)


def answers(order: str, decision: Sequence[str], ballots: int) -> Iterator[Answer]:
    """Every sentence that settles something; a ballot asked for goes with what was found just before."""
    said = [one for paragraph in order.split("\n") for one in sentences(paragraph)]
    never_asked = not any(_CALLED.search(one) for one in said)
    taken = 0
    for index, sentence in enumerate(said):
        ballot = None
        after = said[index + 1] if index + 1 < len(said) else ""
        if taken < ballots and (_CALLED.search(after) or _CALLED.search(sentence)):
            ballot, taken = taken, taken + 1
        elif never_asked and ballots == 1 and index == len(said) - 1:
            ballot = 0
        matches = list(_FINDS.finditer(sentence))
        if matches and not _FORM.search(sentence):
            yield Answer(sentence, sentence[: matches[-1].start()], sentence[matches[-1].end() :], ballot)
    yield from (Answer(point, point, point) for point in decision)


def found_in(lines: Sequence[Line], order: str) -> str:
    """The order of decision with what the chair found in other parts of the item, such as after a ballot."""
    if not any("finner" in line.text for line in lines):
        return order
    known = " ".join(order.split())
    more = [
        sentence
        for passage in passages(lines)
        for sentence in sentences(passage.text)
        if "finner" in sentence and " ".join(sentence.split()) not in known
    ]
    return "\n".join([order, *more])


def granted(found: str) -> bool | None:
    """Whether what was found is a yes; None when it is neither."""
    if _REFUSED.search(found):
        return False
    return True if _GRANTED.search(found) else None


def says_so(found: str, text: str) -> bool:
    """Whether what was found is what the text asks for: "avstyrka motionen"."""
    matter = [one for one in content_of(found) if not _DECIDES.search(one)]
    return (
        len(matter) > 1
        and set(matter) <= set(content_of(text))
        and bool(_NOT.search(found)) == bool(_NOT.search(text))
    )


def key(text: str, *, dated: bool = False) -> str:
    """The words by which a proposal is known again, whether it is spoken of as "a" or "the"."""
    folded = " ".join(text.casefold().split()).rstrip(".")
    return _DEFINITE.sub(r"\1", folded if dated else _DATED.sub("", folded))
