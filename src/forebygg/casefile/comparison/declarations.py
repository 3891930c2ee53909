"""Where the papers of the case say that the plan was changed."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from forebygg.casefile.comparison.clauses import Declaration, read_declarations
from forebygg.casefile.comparison.verbs import VERB
from forebygg.casefile.facts import Document, Item, Plan
from forebygg.casefile.paper import Line
from forebygg.casefile.prose import flowed, flowing, sentences

__all__ = ["Declaration", "declarations"]


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
    titles = sorted(
        {section.title.casefold() for plan in plans for section in plan.sections if " " in section.title},
        key=len,
        reverse=True,
    )
    found: dict[Declaration, None] = {}
    for document in documents:
        told = _in_items(document, items) if document.kind.startswith("minutes") else _in_text(document, text)
        for date, paragraph in told:
            if VERB.search(paragraph):
                for sentence in sentences(paragraph):
                    found.update(dict.fromkeys(read_declarations(sentence, titles, document.id, date)))
    return tuple(found)


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
