"""What one sentence says was changed in a plan: its clauses, each with its verb, section and object."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.comparison.verbs import AUXILIARY, EDITS, EMPTY, SUPPOSED, UNMADE, VERB, Act


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """One change that a sentence says was made.

    `words` are the stems of what was added, removed or put in another's place; a declaration without
    them is general. `section` is how the sentence names the section, `numbers` the numbers it gives;
    without both it speaks of the whole plan. `by_decision`: made as a decision asked.
    """

    document: str
    date: dt.date | None
    text: str
    act: Act
    section: str = ""
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    by_decision: bool = False

    @property
    def is_general(self) -> bool:
        """It says that something was done, not what."""
        return self.act == "general" or (self.act in {"added", "removed", "replaced"} and not self.words)


_NUMBER: Final = r"\d{1,2}(?:\.\d{1,2})*"
_SECTION: Final = re.compile(
    r"(?:(?:under|i|ur|från|till|av|om)\s+)?(?<!\w)(?:under)?(?:avsnitt(?:et|en)?|rubrik(?:en|erna)?|kapit(?:el|let|len)|"
    r"kap\.|punkt(?:en|erna)?|stycket|delen)\s+"
    rf"(?:(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s+och\s+|\s*[-–]\s*){_NUMBER})*)|(?:om\s+|för\s+)?[\"”'’]?(?P<title>[^\"”;.]+))",
    re.IGNORECASE,
)
_PLAN: Final = re.compile(
    r"(?<!\w)(?:[\wåäö]*(?:plan(?:en|ens)|policyn?s?|program(?:met|mets)|strategin?s?|riktlinje(?:n|rna|rnas)|"
    r"dokument(?:et|ets)|text(?:en|ens)|version(?:en|ens)|utgåva(?:n|ns)|förslag(?:et|ets)|utkast(?:et|ets)))(?!\w)",
    re.IGNORECASE,
)
_BY_DECISION: Final = re.compile(
    r"(?:enligt|i\s+enlighet\s+med|utifrån|till\s+följd\s+av)\s+[^,;]*(?:beslut|yrkande|uppdrag)",
    re.IGNORECASE,
)
_CUT: Final = re.compile(r",\s+(?:och\s+|samt\s+)?|;\s+|\s+(?:och|samt|medan|varvid|men)\s+", re.IGNORECASE)
_NEW_SUBJECT: Final = re.compile(
    r"(?:avsnitt|rubrik|kapit|punkt|text|stycke|plan|handlingsplan|del|mening|formulering|ordet|begreppet)\w*\s",
    re.IGNORECASE,
)
# Words around what was added that are none of it.
_AROUND: Final = frozenset(
    content
    for text in (
        "planen handlingsplanen policyn programmet strategin dokumentet texten versionen förslaget utkastet avsnitt "
        "avsnittet rubriken kapitel kapitlet punkten stycket mening meningen formulering formuleringar skrivning "
        "skrivningar aktör aktörer ny nytt nya tillägg ändring ändringar del ett en som även också dessutom sedan "
        "därefter vidare nu bland annat dels samt",
    )
    for content in content_of(text)
)
_TRAILER: Final = re.compile(
    r"(?<!\w)(?:enligt|efter|inför|utifrån|för\s+att|så\s+att|i\s+samband\s+med|med\s+anledning\s+av|i\s+enlighet\s+med)"
    r"(?!\w).*",
    re.IGNORECASE | re.DOTALL,
)


def read_declarations(
    sentence: str, titles: Sequence[str], document: str, date: dt.date | None
) -> Iterator[Declaration]:
    """What the sentence says was changed; the plans' *titles*, folded, tell where its clauses end."""
    verbs = [
        match
        for match in VERB.finditer(sentence)
        if not (EMPTY.fullmatch(match.group()) and not _edits(sentence, match))
    ]
    section, subject = "", ""
    numbers: tuple[str, ...] = ()
    start = 0
    for verb, following in zip_longest(verbs, verbs[1:]):
        end = _cut(sentence, verb.end(), following.start(), titles) if following else len(sentence)
        before, after = sentence[start : verb.start()], sentence[verb.end() : end]
        start = end
        lead = _CUT.sub("", before, count=1) if _CUT.match(before) else before
        subject = lead if AUXILIARY.sub("", lead).strip(" ,") else subject
        if not _is_made(subject if lead.strip() == "" else lead):
            continue
        named = _section(f"{lead} | {after}") or (("", ()) if _speaks_of_plan(lead) else (section, numbers))
        section, numbers = named
        act: Act = verb.lastgroup  # type: ignore[assignment] # the groups are named after the acts
        words = _object(act, subject, lead, after)
        if not (section or numbers or words or _speaks_of_plan(sentence)):
            continue
        if act == "general" and not (
            section or numbers or _speaks_of_plan(lead + subject) or EDITS.search(lead)
        ):
            continue
        yield Declaration(
            document=document,
            date=date,
            text=sentence,
            act=act,
            section=section,
            numbers=numbers,
            words=words,
            by_decision=bool(_BY_DECISION.search(before + after)),
        )


def _edits(sentence: str, verb: re.Match[str]) -> bool:
    return bool(EDITS.search(sentence, max(0, verb.start() - 80), verb.end() + 40))


def _speaks_of_plan(text: str) -> bool:
    return bool(_PLAN.search(text))


def _is_made(lead: str) -> bool:
    """The clause tells of the past: nothing in it wishes, denies or supposes."""
    last = max((match.end() for match in AUXILIARY.finditer(lead)), default=0)
    if re.search(r"(?<!\w)(?:inte|ej|aldrig)(?!\w)", lead[last:], re.IGNORECASE):
        return False
    if last:
        return not SUPPOSED.search(lead[: last - 3])
    return not UNMADE.search(lead) and not SUPPOSED.search(lead)


def _cut(sentence: str, start: int, end: int, titles: Sequence[str]) -> int:
    """Where between two verbs the second one's clause begins."""
    stretch = sentence[start:end]
    folded = stretch.casefold()
    covered = [
        (at, at + len(title))
        for title in titles
        if (at := folded.find(title)) >= 0 and len(title) < len(stretch)
    ]
    cuts = [
        match
        for match in _CUT.finditer(stretch)
        if not any(low < match.start() and match.end() <= high for low, high in covered)
    ]
    if not cuts:
        return start
    fresh = [match for match in cuts if _NEW_SUBJECT.match(stretch, match.end())]
    commas = [match for match in cuts if match.group().startswith((",", ";"))]
    with_auxiliary = [match for match in cuts if AUXILIARY.search(stretch, match.end())] or cuts
    chosen = next(
        (
            match
            for group in (fresh, commas, with_auxiliary)
            for match in reversed(group)
            if match in with_auxiliary
        ),
        cuts[-1],
    )
    return start + chosen.start()


def _section(clause: str) -> tuple[str, tuple[str, ...]] | None:
    match = _SECTION.search(clause)
    if not match:
        return None
    if match["numbers"]:
        return "", tuple(re.findall(_NUMBER, match["numbers"]))
    title = AUXILIARY.split(match["title"].split(" | ")[0], maxsplit=1)[0]
    return _TRAILER.sub("", title).strip(" ,\"”'’").casefold(), ()


def _object(act: Act, subject: str, lead: str, after: str) -> tuple[str, ...]:
    """The stems of what was added, removed, replaced or named."""
    if act in {"general", "moved", "divided"}:
        return ()
    tail = re.match(r"\s*(?:med|till|mot|av|från)\s+(?P<object>.*)", after, re.IGNORECASE | re.DOTALL)
    parts: list[str] = []
    if tail:
        parts.append(tail["object"])
    if act != "renamed" and not (tail and act == "added"):
        rest = AUXILIARY.split(lead if lead.strip() else subject)
        # "har även polisen lagts till" has what was added after the auxiliary, "polisen har lagts till" before.
        inner = rest[-1] if len(rest) > 1 else ""
        parts.append(inner if _stems(inner) else rest[0])
        if not tail and act == "added" and not _stems(" ".join(parts)):
            parts.append(after)
    return tuple(dict.fromkeys(stem for part in parts for stem in _stems(part)))


def _stems(text: str) -> list[str]:
    bare = _TRAILER.sub("", _SECTION.sub(" ", text))
    return [one for one in content_of(bare) if one not in _AROUND and not one.isdecimal()]
