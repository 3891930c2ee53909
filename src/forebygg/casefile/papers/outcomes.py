"""What became of a matter: decided, sent back, tabled, withdrawn or noted."""

import re
from collections.abc import Sequence
from typing import Final

from forebygg.casefile.facts import Outcome

_MATTER: Final = r"(?:ärende(?:t|na)|ärende|frågan|motionen|interpellationen|förslaget|detaljplanen|valet|svaret|medborgarförslaget|redovisningen|rapporten|punkten)"
_SENT_BACK: Final = re.compile(
    rf"\b{_MATTER}\b[^.]{{0,80}}\b(?:återremitteras|återremitteras|skickas tillbaka|återförvisas)|"
    rf"\b(?:återremittera|återförvisa)\b[^.]{{0,60}}\b{_MATTER}\b|\b{_MATTER}\s+återremitter|^återremiss",
    re.IGNORECASE,
)
_TABLED: Final = re.compile(
    rf"\b{_MATTER}\b[^.]{{0,80}}\bbordläggs|\b(?:att\s+)?bordlägga\b[^.]{{0,60}}\b{_MATTER}\b|^bordläggs\b|^bordlägges\b",
    re.IGNORECASE,
)
_WITHDRAWN: Final = re.compile(
    rf"\b{_MATTER}\b[^.]{{0,60}}\b(?:utgår|återtas|dras tillbaka|återkallas|tas bort|lyfts ur|tas ur)\b|^utgår\b|"
    rf"\b(?:stryka|ta bort|dra tillbaka)\b[^.]{{0,40}}\b{_MATTER}\b|\b{_MATTER}\s+(?:är|har) (?:återtage[tn]|utgått)",
    re.IGNORECASE,
)
_NOTED: Final = re.compile(
    r"\b(?:antecknas|anteckna|antecknar|noteras|notera|noterar|läggs? till handlingarna|lägga\b.{0,80}\btill handlingarna|"
    r"lägger\b.{0,80}\btill handlingarna|lagts till handlingarna|ta del av|tar del av|tagit del av|tackar för informationen|"
    r"godkänner informationen|godkänna informationen|informationen godkänns|ta emot|mottagit|anmäls|anmälda)\b",
    re.IGNORECASE,
)
_SETTLED: Final = re.compile(
    r"\b(?:fullgjor|avsluta|besvara|antas\b|anta\b|antar\b|avslå|avslår|bifall|uppdra|i uppdrag|fastställ|godkänns|godkänna\b(?! informationen)|"
    r"godkänner (?!informationen)|utse|utses|välj|välja|beviljas?)",
    re.IGNORECASE,
)
_PARTIAL: Final = re.compile(r"\bpunkt(?:en|erna)?\b\s*\d", re.IGNORECASE)


def outcome_of(decided: Sequence[str], proposed: Sequence[str]) -> Outcome | None:
    """What became of the matter, by what the body decided; None where it neither decides nor proposes.

    Tabling or sending back counts only for the whole matter, and so does noting.
    """
    if not decided:
        return "decided" if proposed else None
    whole = [text for text in decided if not _PARTIAL.search(text[:60])]
    for pattern, outcome in _OUTCOMES:
        if any(pattern.search(text) for text in whole) and not proposed and len(whole) == len(decided):
            return outcome
    if not proposed and all(_NOTED.search(text) and not _SETTLED.search(text) for text in decided):
        return "noted"
    return "decided"


_OUTCOMES: Final[tuple[tuple[re.Pattern[str], Outcome], ...]] = (
    (_SENT_BACK, "sent_back"),
    (_TABLED, "tabled"),
    (_WITHDRAWN, "withdrawn"),
)
