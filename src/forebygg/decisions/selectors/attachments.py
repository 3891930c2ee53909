"""The papers that an item names, found among those of the case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forebygg.casefile.facts import CaseHeading, Item
from forebygg.casefile.paper import Line
from forebygg.casefile.paper import Paper as PaperAsRead
from forebygg.decisions.models import Item as ItemRow
from forebygg.decisions.selectors import stored
from forebygg.decisions.selectors.folder import Folder
from forebygg.decisions.selectors.lines import Lines
from forebygg.papers.models import Paper

if TYPE_CHECKING:
    from forebygg.casefile.evidence import Evidence
    from forebygg.casefile.papers.letters.statement import StatementHead


@dataclass(frozen=True)
class Attachment:
    """A paper as the item names it, and the paper that it is; None when the case has none such."""

    name: str
    paper: Paper | None


def statement_papers(folder: Folder) -> list[Paper]:
    """Whose heads tell what an attachment may be called by."""
    return [paper for paper in folder.papers.values() if paper.kind == "statement" and not paper.copy_of_id]


def attached(item: ItemRow, items: Iterable[ItemRow], folder: Folder, lines: Lines) -> list[Attachment]:
    """Every paper named under the item, attachments first, each name once. *items* are the case's."""
    names = list(dict.fromkeys([*item.attachments, *item.listed_papers]))
    if not names:
        return []
    by_id = {stored.identity(paper): paper for paper in folder.papers.values() if paper.copy_of_id is None}
    evidence = _evidence(by_id, [one for one in items if one.pk != item.pk], lines)
    return [Attachment(name, _paper(name, evidence, by_id)) for name in names]


def _paper(name: str, evidence: "Evidence", by_id: Mapping[str, Paper]) -> Paper | None:
    from forebygg.casefile.findings.attachments import is_attachment  # noqa: PLC0415 - loads half the reader

    return next(
        (by_id[one.id] for one in evidence.documents if is_attachment(name, one, evidence)),
        None,
    )


def _evidence(by_id: Mapping[str, Paper], items: Sequence[ItemRow], lines: Lines) -> "Evidence":
    from forebygg.casefile.evidence import Evidence  # noqa: PLC0415 - loads half the reader

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
        statements={key: _head(paper, lines) for key, paper in by_id.items() if paper.kind == "statement"},
    )


def _head(paper: Paper, lines: Lines) -> "StatementHead":
    """What the statement's first lines say: its headings are not stored."""
    from forebygg.casefile.papers.letters.statement import read_statement  # noqa: PLC0415 - as above

    printed = enumerate(lines.of(paper), start=paper.first_line)
    numbered = tuple(Line(number, text.strip()) for number, text in printed)
    return read_statement(PaperAsRead(id="", file="", kind="statement", lines=numbered))[0]
