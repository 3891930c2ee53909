"""From texts to a case: read, cut, understood, compared, and looked into."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

from forebygg.casefile.amending import Correction
from forebygg.casefile.amending.amendments import Amendments
from forebygg.casefile.amending.facts import as_told
from forebygg.casefile.case import CaseFile
from forebygg.casefile.comparison.between_bodies import compare_bodies
from forebygg.casefile.comparison.declarations import declarations
from forebygg.casefile.comparison.declaring import declared
from forebygg.casefile.comparison.editions import compare, consecutive
from forebygg.casefile.comparison.movers import moved
from forebygg.casefile.copies import Reading, settle
from forebygg.casefile.evidence import Bodies, Evidence
from forebygg.casefile.facts import CaseHeading, Document, Item
from forebygg.casefile.findings.rules import findings
from forebygg.casefile.gathering import Gathered, usual
from forebygg.casefile.pages import mark
from forebygg.casefile.paper import Paper, Text
from forebygg.casefile.papers.plans.plan import read_plan
from forebygg.casefile.placing import placed
from forebygg.casefile.timeline import timeline


def read(texts: Sequence[Text], corrections: Sequence[Correction]) -> CaseFile:
    """As `forebygg.casefile.read_texts` says."""
    with _uncollected():
        return _read(texts, Amendments(corrections))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: reading makes none, and looking for them took a sixth of its time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _read(texts: Sequence[Text], amendments: Amendments) -> CaseFile:
    gathered = Gathered()
    papers: list[Paper] = []
    ids = (f"d{number}" for number in count(1))
    for text in texts:
        marked = mark(amendments.text(text))
        for paper in amendments.papers(text.file, marked.lines, ids, marked.rows):
            gathered.add(paper, marked.heads)
            papers.append(paper)
    amendments.facts(gathered)
    evidence = _evidence(gathered, papers)
    return CaseFile(
        case=evidence.case,
        documents=evidence.documents,
        meetings=evidence.meetings,
        items=evidence.items,
        plans=evidence.plans,
        changes=evidence.changes,
        alignments=evidence.alignments,
        body_changes=evidence.body_changes,
        findings=findings(evidence),
        timeline=timeline(evidence),
        unread=tuple(gathered.unread),
        unplaced=amendments.unplaced,
    )


def _evidence(gathered: Gathered, papers: Sequence[Paper]) -> Evidence:
    told = gathered.told
    # What a person says of an item or a paper stands, wherever else it would have been taken from.
    items = [
        as_told(item, told[number]) if number in told else item
        for number, item in enumerate(placed(gathered.items, gathered.meetings))
    ]
    documents = [
        as_told(document, told[document.id]) if document.id in told else document
        for document in _dated(gathered.documents, items)
    ]
    settled = settle([Reading(document, paper) for document, paper in zip(documents, papers, strict=True)])
    copy_of = settled.copy_of
    original = {paper.id: paper for paper in papers}
    plans = [
        plan
        if settled.papers[plan.document] is original[plan.document]
        else as_told(read_plan(settled.papers[plan.document])[0], told.get(plan.document, {}))
        for plan in gathered.plans
        if plan.document not in copy_of
    ]
    evidence = Evidence(
        case=_heading(items, gathered),
        documents=tuple(replace(document, copy_of=copy_of.get(document.id)) for document in documents),
        meetings=tuple(meeting for meeting in gathered.meetings if meeting.document not in copy_of),
        items=tuple(item for item in items if item.document not in copy_of),
        plans=tuple(plans),
        differences=settled.differences,
        memos={name: head for name, head in gathered.memos.items() if name not in copy_of},
        statements={name: head for name, head in gathered.statements.items() if name not in copy_of},
        text=Bodies(settled.papers),
        appendices=gathered.appendices,
    )
    if not plans:
        return replace(evidence, body_changes=tuple(compare_bodies(evidence.items)))
    # Whole minutes hold other matters too, and their plans are not ours.
    matter = [item for item in evidence.items if evidence.is_of_the_case(item)] or evidence.items
    said = declarations(evidence.documents, matter, evidence.text, plans)
    compared = [compare(earlier, later) for earlier, later in consecutive(plans)]
    changes = [change for one in compared for change in one.changes()]
    return replace(
        evidence,
        declarations=said,
        changes=tuple(moved(declared(changes, said, plans, matter), matter, plans)),
        alignments=tuple(one.alignment for one in compared),
        body_changes=tuple(compare_bodies(evidence.items)),
    )


def _dated(documents: Sequence[Document], items: Sequence[Item]) -> list[Document]:
    """An extract takes the date of the meeting that holds its paragraph."""
    days = {item.document: item.date for item in items}
    return [
        replace(document, date=document.date or days.get(document.id))
        if document.kind == "minutes_item"
        else document
        for document in documents
    ]


def _heading(items: Sequence[Item], gathered: Gathered) -> CaseHeading:
    """What most papers of one matter carry; whole minutes hold many matters and speak only when alone."""
    extracts = {document.id for document in gathered.documents if document.kind == "minutes_item"}
    of_the_matter = [item for item in items if item.document in extracts]
    papers = [document for document in gathered.documents if not document.kind.startswith("minutes")]
    titled = [document for document in papers if document.kind != "other"]
    spoken = of_the_matter if of_the_matter or titled else items
    numbers = [*(item.registry_number for item in spoken), *(paper.registry_number for paper in papers)]
    titles = [*(item.title for item in spoken), *(paper.title for paper in titled)]
    return CaseHeading(registry_number=usual(numbers), title=usual(titles))
