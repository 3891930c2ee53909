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
        rf"{_MATTER}[^.]{{0,80}}\b(?:{done})\b|\b(?:{doing})\b[^.]{{0,60}}{_MATTER}|^(?:{alone})\b",
        re.IGNORECASE,
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
_STEMS: Final = {  # looked for first: it is cheaper
    "sent_back": ("återremi", "tillbaka", "återförvis"),
    "tabled": ("bordlä", "bordlag"),
    "withdrawn": ("utgå", "återta", "tillbaka", "återkall", "bort", "stryk", "lyft", "tas ur"),
}
_NOTED: Final = re.compile(
    r"\b(?:anteckna[rs]?|notera[rs]?|till handlingarna|ta[r]? del av|tagit del av|tackar för|anmäls|anmälda|"
    r"godkänner informationen|godkänna informationen|informationen godkänns|ta emot|tar emot|mottagit)\b",
    re.IGNORECASE,
)
_ADOPTS: Final = re.compile(
    r"\b(?:antas|anta|antar|avslå[rs]?|bifall\w*|fastställ\w*|godkänns|"
    r"godkänn(?:a|er)(?! informationen)|utse[rs]?|"
    r"välj\w*|bevilja[rs]?)\b",
    re.IGNORECASE,
)
# An instruction to those who prepare the matter anew leaves it sent back; another decision does not.
_DISPOSES: Final = re.compile(rf"{_ADOPTS.pattern}|\b(?:bordläggs|anteckna[rs]?|förklaras)\b", re.IGNORECASE)
_SETTLES: Final = re.compile(r"\b(?:fullgjor|avsluta|besvara|uppdra|i uppdrag)", re.IGNORECASE)
_NOTES_INFORMATION: Final = re.compile(r"informationen godkänns", re.IGNORECASE)
_PART: Final = re.compile(r"\bpunkt(?:en|erna)?\b\s*\d", re.IGNORECASE)


def outcome_of(decided: Sequence[str], proposed: Sequence[str]) -> Outcome | None:
    """What became of the matter, by what the body decided; None where it neither decides nor proposes.

    Tabling, sending back and withdrawing count only for the whole matter, and so does noting: a matter
    with one point tabled and another adopted is decided.
    """
    if not decided:
        return "decided" if proposed else None
    if proposed:
        return "decided"
    adopts = any(_ADOPTS.search(text) and not _NOTES_INFORMATION.search(text) for text in decided)
    folded = " ".join(decided).casefold()
    for outcome, pattern in _WHOLE:
        if not any(stem in folded for stem in _STEMS[outcome]):
            continue
        others = [text for text in decided if not pattern.search(text) or _PART.search(text, 0, 60)]
        if len(others) < len(decided) and not any(map(_DISPOSES.search, others)):
            return outcome
    noted = all(_NOTED.search(text) for text in decided)
    return "noted" if noted and not adopts and not any(map(_SETTLES.search, decided)) else "decided"
