"""What became of a matter: decided, sent back, tabled, withdrawn or noted."""

import re
from collections.abc import Sequence
from typing import Final

from forebygg.casefile.facts import Outcome

_MATTER: Final = (
    r"\b(?:ärendet|ärendena|ärende|frågan|motionen|interpellationen|förslaget|detaljplanen|valet|svaret|"
    r"medborgarförslaget|redovisningen|rapporten|punkten|planen|remissen|yttrandet)\b"
)


def _of_the_matter(done: str, doing: str, alone: str) -> re.Pattern[str]:
    """The forms "Ärendet … bordläggs", "bordlägga … ärendet", and the word that needs no subject."""
    return re.compile(
        rf"{_MATTER}[^.]{{0,80}}\b(?:{done})\b|\b(?:{doing})\b[^.]{{0,60}}{_MATTER}|^(?:{alone})\b"
    )


_WHOLE: Final[tuple[tuple[Outcome, re.Pattern[str]], ...]] = (
    (
        "sent_back",
        _of_the_matter(
            "återremitteras|återremitterat|skickas tillbaka|återförvisas",
            "återremittera|återremitterar|återförvisa",
            "återremiss|återremitteras",
        ),
    ),
    (
        "tabled",
        _of_the_matter("bordläggs|bordlagt|bordlägges", "bordlägga|bordlägger", "bordläggs|bordläggning"),
    ),
    (
        "withdrawn",
        _of_the_matter(
            "utgår|utgått|återtas|återtaget|återtagen|dras tillbaka|återkallas|tas bort|lyfts ur|tas ur",
            "stryka|stryker|ta bort|tar bort|dra tillbaka|lyfta ur",
            "utgår",
        ),
    ),
)
_TELLING: Final = 600  # characters; what becomes of a matter is said before its details
_STEMS: Final = {  # looked for first: it is cheaper
    "sent_back": ("återremi", "tillbaka", "återförvis"),
    "tabled": ("bordlä", "bordlag"),
    "withdrawn": ("utgå", "återta", "tillbaka", "återkall", "bort", "stryk", "lyft", "tas ur"),
}
_NOTED_STEMS: Final = (
    "anteckn", "noter", "handl", " del ", "tack", "anm", "informationen", " emot", "mottag",
)  # fmt: skip
_NOTED: Final = re.compile(
    r"\b(?:anteckna(?:[rs]|de)?|notera(?:[rs]|de)?|till handlingarna|ta[r]? del av|tagit del av|"
    r"tacka(?:r|de) för|anmäls|anmälda|godkänner informationen|"
    r"godkänna informationen|informationen godkänns|ta emot|tar emot|mottagit)\b"
)
_ADOPTS: Final = re.compile(
    r"\b(?:antas|anta|antar|avslå[rs]?|bifall\w*|fastställ\w*|(?<!informationen )godkänns|"
    r"godkänn(?:a|er)(?! informationen)|utse[rs]?|"
    r"välj\w*|bevilja[rs]?|befri\w+|entledig\w+)\b"
)
# An instruction to those who prepare the matter anew leaves it sent back; another decision does not.
_DISPOSES: Final = re.compile(rf"{_ADOPTS.pattern}|\b(?:bordläggs|anteckna[rs]?|förklaras)\b")
_SETTLES: Final = re.compile(r"\b(?:fullgjor|avsluta|besvara|uppdra|i uppdrag|bordl|återremi)")
_PART: Final = re.compile(r"\bpunkt(?:en|erna)?\b\s*\d")


def outcome_of(decided: Sequence[str], proposed: Sequence[str]) -> Outcome | None:
    """What became of the matter, by what the body decided; None where it neither decides nor proposes.

    Tabling, sending back and withdrawing count only for the whole matter, and so does noting: a matter
    with one point tabled and another adopted is decided.
    """
    if not decided:
        return "decided" if proposed else None
    if proposed:
        return "decided"
    texts = [text[:_TELLING].casefold() for text in decided]
    said = "\n".join(texts)
    for outcome, pattern in _WHOLE:
        if not any(map(said.__contains__, _STEMS[outcome])):
            continue
        others = [text for text in texts if not pattern.search(text) or _PART.search(text, 0, 60)]
        if len(others) < len(texts) and not any(map(_DISPOSES.search, others)):
            return outcome
    if not any(map(said.__contains__, _NOTED_STEMS)):
        return "decided"
    noted = all(map(_NOTED.search, texts)) and not any(map(_ADOPTS.search, texts))
    return "noted" if noted and not any(map(_SETTLES.search, texts)) else "decided"
