"""Where the papers of the case say that the plan was changed: how, in which section, by which words."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from forebygg.casefile.comparison.clauses import Clause, clauses
from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.comparison.verbs import AUXILIARY, COMPLETES, EDITS, VERB, Act
from forebygg.casefile.facts import Document, Item, Plan
from forebygg.casefile.paper import Line
from forebygg.casefile.prose import flowed, flowing, sentences


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
        return self.act == "general" or (self.act in {"added", "removed", "replaced"} and not self.words)

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
    rf"(?:(?:under|i|ur|från|till|av|om)\s+)?(?<!\w){_PART}\s+"
    rf"(?:(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s+och\s+|\s*[-–]\s*){_NUMBER})*)"
    r"|(?:om\s+|för\s+)?[\"”'’]?(?P<title>[^\"”;.]+))",
    re.IGNORECASE,
)
_NEW: Final = re.compile(
    r"(?:ett|en)\s+(?:nytt|ny|eget|egen|särskilt|särskild)?\s*(?:avsnitt|rubrik|kapitel|del)\s+(?:om|för|med)\s+(?P<title>.+)",
    re.IGNORECASE | re.DOTALL,
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
        "bland annat dels ordet orden begreppet uttrycket hänvisning hänvisningen hänvisningar skett gjorts"
    )
)
_TRAILER: Final = re.compile(
    r"(?<!\w)(?:enligt|efter|inför|utifrån|för\s+att|så\s+att|i\s+samband\s+med|med\s+anledning\s+av|"
    r"i\s+enlighet\s+med)(?!\w).*",
    re.IGNORECASE | re.DOTALL,
)
_ADVERBIAL: Final = re.compile(
    r"(?:sedan|efter|i|under|enligt|inför|därefter|vidare|dessutom|även|utifrån|på|genom|det|av|med|för|nu|här)\s",
    re.IGNORECASE,
)
_WITH: Final = re.compile(r"(?<!\w)(?:med|till|mot|av)\s+(?P<object>.*)", re.IGNORECASE | re.DOTALL)
_FROM_TO: Final = re.compile(r"(?<!\w)(?:från|till|med|mot|av)\s+", re.IGNORECASE)


def declarations(
    documents: Sequence[Document],
    items: Sequence[Item],
    text: Mapping[str, Sequence[Line]],
    plans: Sequence[Plan],
) -> tuple[Declaration, ...]:
    """What the bodies' items and the other papers than plans say was changed, in their order.

    `text` is each document's lines. With fewer than two editions there is nothing to declare.
    """
    if len(plans) < 2:
        return ()
    titles = section_titles(plans)
    found: dict[Declaration, None] = {}
    for document in documents:
        told = _in_items(document, items) if document.kind.startswith("minutes") else _in_text(document, text)
        for date, paragraph in told:
            if VERB.search(paragraph):
                for sentence in sentences(paragraph):
                    found.update(dict.fromkeys(read_declarations(sentence, titles, document.id, date)))
    return tuple(found)


def section_titles(plans: Sequence[Plan]) -> list[str]:
    """The titles of several words that the editions' sections bear, folded, the longest first."""
    titles = {section.title.casefold() for plan in plans for section in plan.sections if " " in section.title}
    return sorted(titles, key=lambda title: (-len(title), title))


def _in_items(document: Document, items: Sequence[Item]) -> Iterator[tuple[dt.date | None, str]]:
    for item in items:
        if item.document != document.id:
            continue
        notes = (statement.text for statement in item.statements)
        for part in (
            item.description,
            *item.decision,
            *item.proposal,
            item.earlier,
            item.information,
            *notes,
        ):
            if part:
                yield from ((item.date, paragraph) for paragraph in part.split("\n"))


def _in_text(document: Document, text: Mapping[str, Sequence[Line]]) -> Iterator[tuple[dt.date | None, str]]:
    """A plan is not asked: what it says has been developed is the work, not its own wording."""
    if document.kind != "plan" and not document.copy_of:
        for group in flowing(text.get(document.id, ())):
            yield document.date, flowed(group)


def read_declarations(
    sentence: str, titles: Sequence[str], document: str, date: dt.date | None
) -> Iterator[Declaration]:
    """What one sentence says was changed; a clause that names no section speaks of the one before it."""
    section = ""
    numbers: tuple[str, ...] = ()
    for clause in clauses(sentence, titles):
        new = _NEW.search(clause.after) if clause.act == "added" else None
        named = ("", ()) if new else _section(clause.text)
        if named is None:
            named = ("", ()) if _PLAN.search(clause.lead) else (section, numbers)
        section, numbers = named
        act: Act = clause.act
        if act == "moved" and not re.search(_PART, clause.lead, re.IGNORECASE):
            act = "replaced"  # "Ansvaret har flyttats från …": not a section but what stands in it
        words = tuple(dict.fromkeys(_stems(new["title"]))) if new else _object(clause, act)
        if not _is_about_plan(clause, act, words, named=bool(section or numbers)):
            continue
        yield Declaration(
            document=document,
            date=date,
            text=sentence,
            act=act,
            section=new["title"].strip(" .").casefold() if new else section,
            numbers=numbers,
            words=words,
            is_new=bool(new),
            by_decision=bool(_BY_DECISION.search(clause.text)),
        )


def _is_about_plan(clause: Clause, act: Act, words: Sequence[str], *, named: bool) -> bool:
    if named:
        return True
    if _ELSE.search(clause.lead):
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


def _object(clause: Clause, act: Act) -> tuple[str, ...]:
    """The stems of what was added, removed, replaced or named."""
    if act in {"general", "moved", "divided"}:
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
    """What was put in or taken out: "polisen har lagts till", "har även polisen lagts till"."""
    first, *rest = AUXILIARY.split(clause.lead)
    inner = rest[-1] if rest else ""
    if _stems(inner):
        return inner
    if first.strip() and not _ADVERBIAL.match(first.lstrip()):
        return first
    return clause.after


def _stems(text: str, *, duties: bool = False) -> list[str]:
    bare = _TRAILER.sub("", _SECTION.sub(" ", text))
    return [one for one in content_of(bare, duties=duties) if one not in _AROUND and not one.isdecimal()]
