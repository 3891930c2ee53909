"""Corrections of what was read of the papers, before the papers are laid together.

What follows from a corrected fact follows it: the items of a meeting have its body and its date, the paper
that holds an extract is called as its item, and an edition, a memo or a statement as its paper.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from forebygg.casefile.amending.correction import Correction
from forebygg.casefile.amending.fields import KindName
from forebygg.casefile.amending.holding import holding
from forebygg.casefile.amending.rows import amended
from forebygg.casefile.facts import Document, Item, Meeting
from forebygg.casefile.gathering import Gathered

Some = TypeVar("Some", Document, Meeting, Item)
Head = TypeVar("Head")
_Sorted = Mapping[KindName, list[Correction]]

# The corrected fact's field → the field of what follows from it.
_ITEM_OF_MEETING: Final = {"body": "body", "date": "date"}
_PAPER_OF_MEETING: Final = {"body": "title", "date": "date"}
_PAPER_OF_ITEM: Final = {"title": "title", "date": "date", "registry_number": "registry_number"}


def amend(gathered: Gathered, corrections: Sequence[Correction]) -> list[Correction]:
    """Correct what was gathered; the corrections that found their place are returned."""
    placed: list[Correction] = []
    by_paper: defaultdict[str, defaultdict[KindName, list[Correction]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for one in corrections:
        if paper := _paper(gathered.documents, one):
            by_paper[paper.id][one.kind].append(one)
    for number, document in enumerate(gathered.documents):
        if told := by_paper.get(document.id):
            amending = _Amending(gathered, document)
            amending.meeting(told)
            amending.items(told)
            gathered.documents[number] = amending.paper(told)
            placed.extend(amending.placed)
    return placed


def _paper(documents: Iterable[Document], one: Correction) -> Document | None:
    """The paper that holds the line, or the only one of the file."""
    own = [document for document in documents if document.file == one.file]
    holding_it = [document for document in own if _holds(document, one.line)]
    return next(iter(holding_it or (own if len(own) == 1 else ())), None)


def _holds(fact: Document | Meeting | Item, line: int) -> bool:
    return fact.lines[0] <= line <= fact.lines[1]


class _Amending:
    """One paper with what was read of it."""

    def __init__(self, gathered: Gathered, document: Document) -> None:
        self.gathered = gathered
        self.document = document
        self.placed: list[Correction] = []

    def meeting(self, told: _Sorted) -> None:
        """Correct the paper's meeting, and who was there."""
        found = next((one for one in self._meetings() if one.document == self.document.id), None)
        if not found or not (told.get("meeting") or told.get("attendance")):
            return
        meeting = self._changed(found, told.get("meeting", ()))
        present, placed = amended(meeting.attendance, told.get("attendance", ()))
        self.placed.extend(placed)
        meeting = replace(meeting, attendance=present)
        self._put(meeting)
        self.gathered.items[:] = [
            _following(item, found, meeting, _ITEM_OF_MEETING) if item.document == meeting.document else item
            for item in self.gathered.items
        ]
        self.document = _following(self.document, found, meeting, _PAPER_OF_MEETING)

    def items(self, told: _Sorted) -> None:
        """Correct the paper's items, and what was moved, voted and stated under them."""
        kinds: tuple[KindName, ...] = ("item", "motion", "vote", "statement")
        if not any(told.get(kind) for kind in kinds):
            return
        own = {
            number: item
            for number, item in enumerate(self.gathered.items)
            if item.document == self.document.id
        }
        at: defaultdict[int, defaultdict[KindName, list[Correction]]] = defaultdict(lambda: defaultdict(list))
        for kind in kinds:
            for one in told.get(kind, ()):
                holding_it = [number for number, item in own.items() if _holds(item, one.line)]
                for number in holding_it[:1] or (own if len(own) == 1 else ()):
                    at[number][kind].append(one)
        for number, here in at.items():
            self.gathered.items[number] = self._item(own[number], here)
            self.gathered.told[number] = _given(self.gathered.items[number], here.get("item", ()))

    def _item(self, found: Item, told: _Sorted) -> Item:
        item = self._changed(found, told.get("item", ()))
        motions, moved = amended(item.motions, told.get("motion", ()))
        votes, voted = amended(item.votes, told.get("vote", ()))
        statements, stated = amended(item.statements, told.get("statement", ()))
        self.placed.extend((*moved, *voted, *stated))
        if self.document.kind == "minutes_item":
            self.document = _following(self.document, found, item, _PAPER_OF_ITEM)
        return replace(item, motions=motions, votes=votes, statements=statements)

    def paper(self, told: _Sorted) -> Document:
        """The paper as corrected, with the edition, the memo or the statement that it holds."""
        said = [one for one in told.get("document", ()) if one.field != "kind"]
        document = self._changed(self.document, said)
        given = _given(document, said)
        if given:
            self.gathered.told[document.id] = given
            plans = self.gathered.plans
            plans[:] = [as_told(one, given) if one.document == document.id else one for one in plans]
            _name_anew(self.gathered.memos, document.id, given)
            _name_anew(self.gathered.statements, document.id, given)
        return document

    def _changed(self, fact: Some, corrections: Iterable[Correction]) -> Some:
        changed = fact
        for one in corrections:
            for name, value in one.values().items():
                changed = holding(changed, name, value)
            self.placed.append(one)
        return changed

    def _meetings(self) -> list[Meeting]:
        return [*self.gathered.meetings, *self.gathered.unnamed]

    def _put(self, meeting: Meeting) -> None:
        """The meeting in its place, also if neither a body nor a date had told that there was one."""
        order = {document.id: number for number, document in enumerate(self.gathered.documents)}
        others = [one for one in self.gathered.meetings if one.document != meeting.document]
        self.gathered.meetings[:] = sorted([*others, meeting], key=lambda one: order[one.document])


def _following(fact: Some, before: Meeting | Item, after: Meeting | Item, names: Mapping[str, str]) -> Some:
    """The fact with what it had from another, or lacked, as the other has it now."""
    given: dict[str, Any] = {
        its: getattr(after, name)
        for name, its in names.items()
        if getattr(after, name) != getattr(before, name)
        and getattr(fact, its) in {None, getattr(before, name)}
    }
    return replace(fact, **given) if given else fact


def _given(fact: Document | Item, corrections: Iterable[Correction]) -> dict[str, object]:
    return {one.field: getattr(fact, one.field) for one in corrections}


def _name_anew(heads: MutableMapping[str, Head], document: str, given: Mapping[str, object]) -> None:
    if document in heads:
        heads[document] = as_told(heads[document], given)


def as_told(read: Head, given: Mapping[str, object]) -> Head:
    """What was read of a paper with what a person said of it, as far as it has fields for that."""
    held: Any = read
    own = {one.name for one in fields(held)}
    known: dict[str, Any] = {name: value for name, value in given.items() if name in own}
    told: Head = replace(held, **known)
    return told
