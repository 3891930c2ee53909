"""What a text binds: who acts, who must do something, and which other documents it leans on.

The forms are those of Swedish public prose at large, not of any one municipality's bodies.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.facts import Change
from forebygg.language.stems import stem
from forebygg.language.wording import WORD, plain

# Authorities, professions and groups that act, as whole words or as the last part of a compound.
_ACTOR_ENDS: Final = (
    r"polis(?:en|ens|er|erna)?|(?:myndighet|nämnd|beredning|förvaltning|mottagning|region)(?:en|ens|er|erna|ar|arna)?",
    r"styrelse(?:n|ns|r)?|fullmäktiges?|råd(?:et|ets)|(?:utskott|förbund|bolag|bibliotek)(?:et|ets|en)?|verket",
    r"kontoret|kansliet|(?:tjänst|psykiatri|vård|omsorg)(?:en|n|ens|ns)?|elevhälsa(?:n|ns)?|personal(?:en|ens)?",
    r"skol(?:a|an|ans|or|orna)|gymnasi(?:um|et|er)|medarbetare|fritidsgård(?:ar|arna|en)?|vårdnadshavare",
    r"(?:led|arbet|lär|handlägg|sekreter|samordn|förebygg|fält|åklag)ar(?:e|en|ens|na|nas)|kyrka(?:n)?",
    r"(?:chef|strateg|pedagog|mentor|kurator|rektor|direktör|coach)(?:en|n|er|erna|ens|s)?",
    r"förening(?:ar|arna|en|slivet)|föreningsliv(?:et)?|(?:ideella\s+|frivillig)organisationer(?:na)?",
    r"civilsamhälle(?:t|ts)?|trossamfund(?:en|et)?|näringsliv(?:et)?|företag(?:en|are)?|jour(?:en|er)?",
    r"arbetsförmedling(?:en)?|försäkringskassa(?:n)?|domstol(?:en|ar)?|säkerhetsfunktion(?:en)?",
    r"krisledning(?:en)?|(?:arbets|samverkans|styr|lednings|projekt)grupp(?:en|er|erna)?",
)
_ACTOR: Final = re.compile(rf"(?<!\w)[\wåäöé-]*?(?:{'|'.join(_ACTOR_ENDS)})(?![\wåäö])")
# Words that end like an actor's and are none.
_NO_ACTORS: Final = frozenset(
    "råd beredning myndighet myndigheter vård vården tjänst tjänsten omsorg arbetare".split()
)
# What lays a duty on someone. Source: Språkrådet, Myndigheternas skrivregler ("ska", "bör", "får").
_DUTY: Final = re.compile(
    r"(?<!\w)(?P<must>ska|skall|måste|åligger|skyldiga?)(?!\w)|(?<!\w)(?P<should>bör|borde)(?!\w)|"
    r"(?<!\w)(?P<answers>ansvarar|ansvariga?|ansvaret|ansvar\s+för|(?:till|i|som)\s+uppgift|(?:i|till)\s+uppdrag|"
    r"uppdraget)(?!\w)",
    re.IGNORECASE,
)
_DOCUMENT: Final = (
    r"(?:polic(?:yn?|ies)|program(?:met)?|strategi(?:n|er)?|riktlinje(?:r|rna|n)?|reglemente(?:t)?|"
    r"överenskommelse(?:n|r)?|plan(?:en|er|erna)?|föreskrift(?:er|erna)?|förordning(?:en)?|vägledning(?:en)?|"
    r"rekommendation(?:er|erna)?|konvention(?:en)?|lag(?:en|stiftning(?:en)?)?|balk(?:en)?)"
)
_REFERENCE: Final = re.compile(
    r"(?P<number>(?<!\d)(?:19|20)\d\d:\d+)"
    # "den brottsförebyggande policyn", "kommunens riktlinje för sekretess"
    rf"|(?<!\w)(?:[Dd]en|[Dd]e|(?![Ff]inns)[A-ZÅÄÖ]?[a-zåäö]+(?:ns|ets))\s+"
    rf"(?P<named>(?:\w+\s)?[\w-]*{_DOCUMENT}(?:\s+(?:för|om)\s+\w+)?)(?!\w)"
    # "riktlinje för sekretess", "lagen om kommuners ansvar"
    rf"|(?<!\w)(?P<about>[\w-]*{_DOCUMENT}\s+(?:för|om)\s+\w+)"
    # "skollagen", "trygghetsprogrammet"
    r"|(?<!\w)(?P<compound>[\w-]{3,}(?:polic(?:yn?|ies)|program(?:met)?|strategin?|reglemente(?:t)?|lagen|planen|"
    r"riktlinjer(?:na)?|förordningen|balken|överenskommelsen))(?!\w)"
    rf"|(?:[Ee]nligt|[Mm]ed\s+hänvisning\s+till|[Ii]\s+enlighet\s+med)\s+(?P<leaned>[\w\s-]{{0,60}}?{_DOCUMENT}"
    r"(?:\s+(?:för|om)\s+\w+)?)(?!\w)"
)
# One of these stands in every reference; most sentences have none.
_LEANS: Final = re.compile(
    r"\d:\d|polic|program|strategi|riktlinje|reglemente|överenskommelse|plan|föreskrift|förordning|vägledning|"
    r"rekommendation|konvention|lag|balk"
)
# The plan's own name, and papers that are yet to be written, lean on nothing.
_OWN: Final = re.compile(r"(?:\w+\s+)?(?:handlings)?plan(?:en|er|erna)?(?:\s.*)?", re.IGNORECASE)


def actors(text: str) -> frozenset[str]:
    """The stems of those who act in the text: "polisen" and "polis" are one."""
    # So many alternatives are found several times as fast in small letters as without regard to case.
    found = {match.group() for match in _ACTOR.finditer(plain(text).casefold())}
    return frozenset(stem(one) for one in found if one not in _NO_ACTORS)


def duties(text: str) -> Counter[str]:
    """How often the text says that someone must, should, or answers for something."""
    return Counter(match.lastgroup or "" for match in _DUTY.finditer(text))


def references(text: str) -> frozenset[str]:
    """The other documents and laws that the text leans on, by number or by the stems of their names."""
    found: set[str] = set()
    text = plain(text)
    for match in _REFERENCE.finditer(text) if _LEANS.search(text) else ():
        name = match[match.lastgroup or 0]
        if match.lastgroup == "number":
            found.add(name)
        elif not _OWN.fullmatch(name.strip()):
            found.add(" ".join(content_of(name)))
    return frozenset(found)


def as_printed(found: Iterable[str], text: str) -> list[str]:
    """The actors and references in the words of the text that they were found in, in its order."""
    tokens = [(stem(match.group()), match.start(), match.end()) for match in WORD.finditer(text)]
    printed: dict[str, None] = {}
    wanted = sorted({tuple(one.split()) for one in found})
    for at in range(len(tokens)):
        for stems in wanted:
            part = tokens[at : at + len(stems) + 2]
            inner = [token[0] for token in part]
            if stems and inner[:1] == [stems[0]] and set(stems) <= set(inner):
                last = max(i for i, one in enumerate(inner) if one == stems[-1])
                printed[text[part[0][1] : part[last][2]]] = None
    return list(printed)


def duty_words(found: Counter[str], text: str) -> list[str]:
    """The duties in the words of the text that they were found in: "ska", "bör", "ansvarar"."""
    return list(
        dict.fromkeys(match.group() for match in _DUTY.finditer(text) if found[match.lastgroup or ""])
    )


@dataclass(frozen=True, kw_only=True)
class Substance:
    """What a change gave and took: actors, duties, references, and the words that carry its matter."""

    added_actors: frozenset[str]
    removed_actors: frozenset[str]
    added_duties: Counter[str]
    removed_duties: Counter[str]
    added_references: frozenset[str]
    removed_references: frozenset[str]
    added_words: tuple[str, ...]
    removed_words: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """The change touches nobody's task and no other document."""
        return not (
            self.added_actors
            or self.removed_actors
            or self.added_duties
            or self.removed_duties
            or self.added_references
            or self.removed_references
        )


@lru_cache(maxsize=4096)
def substance(change: Change) -> Substance:
    """What the change gave and took; a title's change touches no duty."""
    before, after = change.before or "", change.after or ""
    old, new = content_of(before, duties=True), content_of(after, duties=True)
    old_actors, new_actors = actors(before), actors(after)
    old_duties, new_duties = duties(before), duties(after)
    old_references, new_references = references(before), references(after)
    return Substance(
        added_actors=new_actors - old_actors,
        removed_actors=old_actors - new_actors,
        added_duties=new_duties - old_duties,
        removed_duties=old_duties - new_duties,
        added_references=new_references - old_references,
        removed_references=old_references - new_references,
        added_words=_beyond(new, old),
        removed_words=_beyond(old, new),
    )


def _beyond(words: list[str], others: list[str]) -> tuple[str, ...]:
    """The words that the others do not have, in order, as often as they are more."""
    left = Counter(others)
    found = []
    for word in words:
        if left[word]:
            left[word] -= 1
        else:
            found.append(word)
    return tuple(found)
