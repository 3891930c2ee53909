"""What one sentence says was changed in the plan: how, in which section, by which words."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.casefile.comparison.clauses import Clause, clauses
from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.comparison.verbs import ANEW, AUXILIARY, COMPLETES, EDITS, GONE, OWN_PART, Act


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """One change that a sentence says was made.

    `words` are the stems of what was added, removed or put in another's place; a declaration without
    them is general. `section` is how the sentence names the section, `numbers` the numbers it gives;
    without both it speaks of the whole plan. `is_new` tells that the section itself was added,
    `by_decision` that the change was made as a decision asked.
    """

    document: str
    date: dt.date | None
    text: str
    act: Act
    section: str = ""
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    is_new: bool = False
    by_decision: bool = False

    @property
    def is_general(self) -> bool:
        """It says that something was done, not what."""
        if self.act == "general":
            return True
        return self.act in {"added", "removed", "replaced"} and not (self.words or self.is_new)

    @property
    def names_section(self) -> bool:
        """It speaks of one part of the plan and not of the whole."""
        return bool(self.section or self.numbers)


_NUMBER: Final = r"\d{1,2}(?:\.\d{1,2})*"
_PART: Final = (
    r"(?:under)?(?:avsnitt(?:et|en|ets|ens)?|rubrik(?:en|erna|ens)?|kapit(?:el|let|len|lets)|kap\.|punkt(?:en|erna)?|"
    r"stycket|delen)"
)
_SECTION: Final = re.compile(
    rf"(?:(?:under|i|ur|från|till|av|om)\s+)?(?<!\w)(?:rubriken\s+(?:på|till|för|i)\s+)?{_PART}\s+"
    rf"(?:(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s+och\s+|\s*[-–]\s*){_NUMBER})*)"
    r"|(?<!stycket\s)(?<!delen\s)(?:om\s+|för\s+)?[\"”'’]?(?P<title>[^\"”;.]+))",
    re.IGNORECASE,
)
_NEW: Final = re.compile(
    r"(?<!\w)(?:(?:ett|en)\s+)?(?P<fresh>nytt|ny|eget|egen|särskilt|särskild)?\s*(?<!\w)(?:avsnitt|rubrik|kapitel|del)"
    r"(?:\s+(?:om|för|kallat|benämnt|med(?:\s+(?:rubriken|titeln))?)\s+|,\s+|\s+(?=[\"”]))[\"”]?(?P<title>[^\"”,.;|]+)",
    re.IGNORECASE,
)
_PLAN: Final = re.compile(
    r"(?<!\w)[\wåäö]*(?:plan(?:en|ens)|policyn?s?|program(?:met|mets)|strategin?s?|riktlinje(?:n|rna|rnas)|"
    r"dokument(?:et|ets)|text(?:en|ens)|version(?:en|ens)|utgåva(?:n|ns)|förslag(?:et|ets)|utkast(?:et|ets))(?!\w)",
    re.IGNORECASE,
)
# What else is completed and revised in minutes, and is not the plan.
_ELSE: Final = re.compile(
    r"(?<!\w)(?:ärendet|underlaget|beslutet|protokollet|tjänsteskrivelsen|tjänsteutlåtandet|yttrandet|kallelsen|"
    r"dagordningen|ärendelistan|lagen|budgeten)(?!\w)",
    re.IGNORECASE,
)
# "Hänvisningen till lagen" stands in the plan, as the law does not.
_WORDS_OF: Final = re.compile(
    r"(?<!\w)(?:hänvisning|mening|formulering|skrivning|stycke|ordet|orden|begreppet)", re.IGNORECASE
)
_BY_DECISION: Final = re.compile(
    r"(?:enligt|i\s+enlighet\s+med|utifrån|till\s+följd\s+av)\s+[^,;]*(?:beslut|yrkande|uppdrag)",
    re.IGNORECASE,
)
# Words around what was added that are none of it.
_AROUND: Final = frozenset(
    content_of(
        "planen handlingsplanen dokumentet texten versionen förslaget utkastet avsnitt avsnittet rubriken "
        "kapitel kapitlet punkten stycket mening meningen formulering formuleringen formuleringar skrivning "
        "skrivningar aktör aktörer ny nytt nya tillägg ändring ändringar del sedan därefter vidare dessutom "
        "bland annat dels fått får ges roll rollen uppgift "
        "ordet orden begreppet uttrycket hänvisning hänvisningen hänvisningar skett gjorts"
    )
)
_TRAILER: Final = re.compile(
    r"(?<!\w)(?:enligt|efter|inför|utifrån|för\s+att|så\s+att|i\s+samband\s+med|med\s+anledning\s+av|"
    r"i\s+enlighet\s+med)(?!\w).*",
    re.IGNORECASE | re.DOTALL,
)
_VIEWS: Final = re.compile(
    r"(?<!\w)(?:synpunkt|remissvar|yttrande|önskemål|påpekande|kommentar)\w*", re.IGNORECASE
)
_NAME: Final = re.compile(r"\s*(?:rubriken|titeln|namnet)\s", re.IGNORECASE)
_ADVERBIAL: Final = re.compile(
    r"(?:sedan|efter|i|under|enligt|inför|därefter|vidare|dessutom|även|utifrån|på|genom|det|av|med|för|nu|här|"
    r"bland|slutligen|därutöver|utöver|som|till)\s",
    re.IGNORECASE,
)
_WITH: Final = re.compile(r"(?<!\w)(?:med|till|mot|av)\s+(?P<object>.*)", re.IGNORECASE | re.DOTALL)
_FROM_TO: Final = re.compile(r"(?<!\w)(?:från|till|med|mot|av)\s+", re.IGNORECASE)


def read_declarations(
    sentence: str, titles: Sequence[str], document: str, date: dt.date | None
) -> Iterator[Declaration]:
    """What one sentence says was changed; a clause that names no section speaks of the one before it."""
    section = ""
    numbers: tuple[str, ...] = ()
    for clause in clauses(sentence, titles):
        act = _act(clause)
        new = _new_section(clause)
        named = ("", ()) if new else _section(clause.text) or _by_title(clause.text, titles)
        if named is None:
            named = ("", ()) if _PLAN.search(clause.lead) else (section, numbers)
        section, numbers = named
        words = tuple(dict.fromkeys(_stems(new))) if new else _object(clause, act)
        if (
            act == "general"
            and not (section or numbers or _PLAN.search(clause.text))
            and _PLAN.search(sentence)
        ):
            section = _thing(clause).strip().casefold()  # "… och ansvarsfördelningen har förtydligats"
        if _is_about_plan(clause, act, words, named=bool(section or numbers)):
            yield Declaration(
                document=document,
                date=date,
                text=sentence,
                act=act,
                section=new.casefold() if new else section,
                numbers=numbers,
                words=words,
                is_new=bool(new) or ANEW.fullmatch(clause.verb) is not None,
                by_decision=bool(_BY_DECISION.search(clause.text)),
            )


def read_point(
    text: str, document: str, date: dt.date | None, *, otherwise: Act = "general"
) -> Declaration | None:
    """What a point of a list of changes says without a verb: "Avsnitt 3: elevhälsan som ny aktör".

    `otherwise` is how it changed the text, where no word of it tells.
    """
    place, colon, what = text.partition(":")
    if not colon:
        place, what = "", text
    section, numbers = _section(text) or ("", ())
    leading = re.match(rf"{_NUMBER}(?=[\s:.]|$)", place)
    if leading and not numbers:
        section, numbers = "", (leading.group(),)
    elif place and not section and not numbers:
        section = place.strip().casefold()
    act: Act = "added" if ANEW.search(what) else "removed" if GONE.search(what) else otherwise
    if act == "general" and not (section or numbers or EDITS.search(text)):
        return None
    words = () if act == "general" else tuple(dict.fromkeys(_stems(what)))
    return Declaration(
        document=document, date=date, text=text, act=act, section=section, numbers=numbers, words=words
    )


def _act(clause: Clause) -> Act:
    if clause.act == "replaced" and _NAME.match(clause.lead):
        return "renamed"
    # "Ansvaret har flyttats från …" speaks not of a section but of what stands in it.
    if clause.act == "moved" and not re.search(_PART, clause.lead, re.IGNORECASE):
        return "replaced"
    return clause.act


def _new_section(clause: Clause) -> str:
    """The title of a section that was added, "" for what is no new section."""
    if clause.act != "added":
        return ""
    if OWN_PART.match(clause.after):
        return AUXILIARY.split(clause.lead, maxsplit=1)[0].strip()
    # Completed with a section, or a section put in; "i avsnitt om" would be where, not what.
    new = _NEW.search(clause.after if COMPLETES.match(clause.verb) else clause.text)
    if not new or (not new["fresh"] and not re.match(r"\s*(?:ett|en)\s", new.group(), re.IGNORECASE)):
        return ""
    return AUXILIARY.split(new["title"], maxsplit=1)[0].strip()


def _is_about_plan(clause: Clause, act: Act, words: Sequence[str], *, named: bool) -> bool:
    if named:
        return True
    if _ELSE.search(clause.lead) and not _WORDS_OF.search(clause.lead):
        return False
    if act == "general":
        return bool(_PLAN.search(clause.text) or EDITS.search(clause.text))
    return bool(words) or bool(_PLAN.search(clause.text))


def _section(text: str) -> tuple[str, tuple[str, ...]] | None:
    match = _SECTION.search(text)
    if not match:
        return None
    if match["numbers"]:
        return "", tuple(re.findall(_NUMBER, match["numbers"]))
    title = AUXILIARY.split(match["title"].split(" | ")[0], maxsplit=1)[0]
    return _TRAILER.sub("", title).strip(" ,\"”'’").casefold(), ()


def _by_title(text: str, titles: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """The section in "under Samverkan har …", which only its capital and the plan tell from a word."""
    folded = text.casefold()
    for title in titles:
        at = folded.find(title)
        if at > 0 and text[at].isupper() and folded[:at].endswith(("under ", " i ")):
            return title, ()
    return None


def _object(clause: Clause, act: Act) -> tuple[str, ...]:
    """The stems of what was added, removed, replaced or named."""
    if act in {"general", "moved", "divided", "joined"}:
        return ()
    after = _WITH.search(clause.after)
    if act == "renamed" or (act == "added" and COMPLETES.match(clause.verb)):
        parts = [after["object"]] if after else []
    else:
        parts = [_thing(clause)]
        if act == "replaced":
            parts.extend(_FROM_TO.split(clause.after))
    return tuple(dict.fromkeys(stem for part in parts for stem in _stems(part, duties=act == "replaced")))


def _thing(clause: Clause) -> str:
    """What was put in or taken out: "polisen har lagts till", "därför har även polisen lagts till"."""
    first, *rest = AUXILIARY.split(clause.lead)
    if _VIEWS.search(clause.lead):
        return ""  # "nämndens synpunkter har arbetats in" does not say what they were
    if _stems(first) and not _ADVERBIAL.match(first.lstrip()):
        return first
    inner = rest[-1] if rest else ""
    return inner if _stems(inner) else clause.after


def _stems(text: str, *, duties: bool = False) -> list[str]:
    bare = _TRAILER.sub("", _SECTION.sub(" ", text))
    return [one for one in content_of(bare, duties=duties) if one not in _AROUND and not one.isdecimal()]
