"""The papers that an item names, found among those of the case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import CaseHeading, Item
from forebygg.casefile.findings.attachments import is_attachment
from forebygg.casefile.papers.letters.statement import StatementHead
from forebygg.decisions.models import Item as ItemRow
from forebygg.decisions.selectors import stored
from forebygg.decisions.selectors.folder import Folder
from forebygg.papers.models import Paper


@dataclass(frozen=True)
class Attachment:
    """A paper as the item names it, and the paper that it is; None when the case has none such."""

    name: str
    paper: Paper | None


def attached(item: ItemRow, items: Iterable[ItemRow], folder: Folder) -> list[Attachment]:
    """Every paper named under the item, attachments first, each name once. *items* are the case's."""
    names = list(dict.fromkeys([*item.attachments, *item.listed_papers]))
    if not names:
        return []
    by_id = {stored.identity(paper): paper for paper in folder.papers.values() if paper.copy_of_id is None}
    evidence = _evidence(by_id, [one for one in items if one.pk != item.pk])
    return [Attachment(name, _paper(name, evidence, by_id)) for name in names]


def _paper(name: str, evidence: Evidence, by_id: Mapping[str, Paper]) -> Paper | None:
    return next(
        (by_id[one.id] for one in evidence.documents if is_attachment(name, one, evidence)),
        None,
    )


def _evidence(by_id: Mapping[str, Paper], items: Sequence[ItemRow]) -> Evidence:
    return Evidence(
        case=CaseHeading(registry_number=None, title=None),
        documents=tuple(map(stored.document, by_id.values())),
        items=tuple(
            Item(
                document=stored.identity(item.paper),
                file="",
                body=item.body or None,
                date=item.date,
                paragraph=item.paragraph,
                lines=(item.first_line, item.last_line),
            )
            for item in items
        ),
        statements={
            key: StatementHead(author=paper.author or None)
            for key, paper in by_id.items()
            if paper.kind == "statement"
        },
    )
