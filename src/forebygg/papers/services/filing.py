"""The papers that a case's files hold, as the reader cuts them."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from forebygg.casefile.facts import Document, LineRange, Unread
from forebygg.papers.models import Case, Original, Paper
from forebygg.papers.rules import Span, followed
from forebygg.papers.services.reconciling import Reconciled, reconcile

# Lines are set aside past any that a text has while papers change places.
_ASIDE = 100_000_000


@dataclass(frozen=True, kw_only=True)
class Filed:
    """The papers of a reading by the reader's names for them, and what became of the others."""

    papers: Mapping[str, Paper]
    vanished: Sequence[Paper]
    no_longer_released: Sequence[int]
    written: int

    def holding(self, original: int, lines: LineRange) -> Paper | None:
        """The paper in which those lines of the original stand."""
        at = bisect_right(self._in_order, (original, lines[0]), key=_begins)
        paper = self._in_order[at - 1] if at else None
        return paper if paper and paper.original_id == original and lines[0] <= paper.last_line else None

    @cached_property
    def _in_order(self) -> Sequence[Paper]:
        return sorted(self.papers.values(), key=_begins)


def file_papers(case: Case, documents: Sequence[Document], originals: Mapping[str, Original]) -> Filed:
    """Store the papers; one that was there before keeps its number.

    What was released for other lines or as another kind of paper is released no more. Where an authority
    keeps all that was there, it keeps what is new. Papers that have vanished still stand, since other rows
    point at them: `remove` them last.
    """
    standing = {paper.pk: paper for paper in case.papers.all()}
    spans = [Span(originals[document.file].pk, document.lines) for document in documents]
    places = {
        pk: Span(paper.original_id, (paper.first_line, paper.last_line)) for pk, paper in standing.items()
    }
    found = followed(places, spans)
    keeper = _keeper(standing.values())
    numbers = count(case.last_paper + 1)
    wanted = []
    withdrawn = []
    for document, pk in zip(documents, found, strict=True):
        paper = _paper(case, document, originals[document.file])
        old = standing.get(pk) if pk is not None else None
        paper.kept_by_id = old.kept_by_id if old else keeper
        paper.pk, paper.number = (old.pk, old.number) if old else (None, next(numbers))
        if old:
            if _released_as(old) == _released_as(paper):
                paper.released_at, paper.released_by_id = old.released_at, old.released_by_id
            elif old.released_at:
                withdrawn.append(old.number)
        wanted.append(paper)
    kept = [paper for pk, paper in standing.items() if pk in found]
    _set_aside(kept, wanted)
    result: Reconciled[Paper] = reconcile(kept, wanted, key=lambda paper: paper.number, kept={"copy_of"})
    case.last_paper = next(numbers) - 1
    return Filed(
        papers={
            document.id: result.rows[paper.number] for document, paper in zip(documents, wanted, strict=True)
        },
        vanished=[paper for pk, paper in standing.items() if pk not in found],
        no_longer_released=withdrawn,
        written=result.written,
    )


def _keeper(standing: Collection[Paper]) -> int | None:
    """The authority that keeps every one of the papers to itself."""
    keepers = {paper.kept_by_id for paper in standing}
    return keepers.pop() if len(keepers) == 1 else None


def mark_copies(filed: Filed, copies: Mapping[str, Paper]) -> int:
    """Say of which paper each is a copy; *copies* has the reader's name for the copy and its original."""
    changed = []
    for name, paper in filed.papers.items():
        original = copies.get(name)
        if paper.copy_of_id != (original.pk if original else None):
            paper.copy_of = original
            changed.append(paper)
    if changed:
        Paper.objects.bulk_update(changed, ["copy_of"])
    return len(changed)


def remove(papers: Sequence[Paper]) -> None:
    """Take away papers that no reading finds any more, when nothing points at them."""
    if papers:
        Paper.objects.filter(pk__in=[paper.pk for paper in papers]).delete()


def note_unread(originals: Mapping[str, Original], unread: Sequence[Unread]) -> int:
    """Keep the lines that no rule understood with their originals."""
    left: dict[str, list[dict[str, object]]] = {name: [] for name in originals}
    for line in unread:
        left[line.file].append({"line": line.line, "text": line.text})
    changed = [original for name, original in originals.items() if original.unread != left[name]]
    for original in changed:
        original.unread = left[original.name]
    if changed:
        Original.objects.bulk_update(changed, ["unread"])
    return len(changed)


def _set_aside(standing: Sequence[Paper], wanted: Sequence[Paper]) -> None:
    """No two papers may begin at one line, not even while the one takes the other's place."""
    begins = {paper.pk: paper.first_line for paper in wanted}
    moving = [paper for paper in standing if begins[paper.pk] != paper.first_line]
    for paper in moving:
        paper.first_line += _ASIDE
        paper.last_line += _ASIDE
    if moving:
        Paper.objects.bulk_update(moving, ["first_line", "last_line"])


def _begins(paper: Paper) -> tuple[int, int]:
    return paper.original_id, paper.first_line


def _released_as(paper: Paper) -> tuple[object, ...]:
    return paper.original_id, paper.first_line, paper.last_line, paper.kind


def _paper(case: Case, document: Document, original: Original) -> Paper:
    return Paper(
        municipality_id=case.municipality_id,
        case=case,
        original=original,
        kind=document.kind,
        title=document.title or "",
        date=document.date,
        author=document.author or "",
        addressed_to=document.addressed_to or "",
        signed_by=[*document.signed_by],
        registry_number=document.registry_number or "",
        first_line=document.lines[0],
        last_line=document.lines[1],
    )
