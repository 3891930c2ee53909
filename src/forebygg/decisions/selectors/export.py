"""A case as the contract's JSON, built from stored rows; the public gets only what is released."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext

from forebygg.casefile import facts
from forebygg.casefile.contract import Json, Parts, by_part, plan_as_json
from forebygg.decisions.errors import CaseChanged
from forebygg.decisions.models import BodyChange, Event, Finding
from forebygg.decisions.selectors import editions as plan_editions
from forebygg.decisions.selectors import gathered, stored
from forebygg.decisions.selectors.folder import Folder
from forebygg.papers.models import Case, Original
from forebygg.plans.contract import standing
from forebygg.plans.models import Change, Edition, Section, Wording
from forebygg.plans.selectors.adoptions import Adopted, adopted_editions

# An item as others point at it: its body and paragraph.
Pointed = tuple[str, int]


def case_parts(folder: Folder) -> Iterator[tuple[str, Json | Iterator[Json]]]:
    """By casefile.schema.json, in the reader's language; each part is fetched when it is asked for.

    Sixteen queries, and two for each edition. Tables of contents are not stored, and so not told; whether an
    edition is adopted is. Raises `CaseChanged` at the end when what was told may be of two readings.
    """
    case = folder.case
    papers, files = list(folder.papers.values()), gathered.files_of(folder)
    held = plan_editions.editions(folder)
    adopted = adopted_editions([edition.pk for edition in held], seen_by=folder.viewer)
    seen: dict[int, Pointed] = {}
    told = Parts(
        case=facts.CaseHeading(registry_number=case.registry_number or None, title=case.title or None),
        documents=gathered.documents(folder, papers, files),
        meetings=gathered.meetings(folder, papers),
        items=_items(folder, files, seen),
        plans=_plans(held, adopted),
        changes=_changes(folder, held, seen),
        body_changes=_body_changes(folder, seen),
        findings=_findings(folder, files) if folder.is_whole else (),
        timeline=_timeline(folder),
        unread=_unread(folder) if folder.is_whole else (),
    )
    yield from by_part(told, gettext)
    if Case.objects.values_list("revision", flat=True).get(pk=case.pk) != case.revision:
        raise CaseChanged


def _items(folder: Folder, files: Mapping[int, str], seen: dict[int, Pointed]) -> Iterator[facts.Item]:
    """The items; what later parts point at is noted as *seen*."""
    for row, told in gathered.items(folder, list(folder.papers.values()), files):
        seen[row.pk] = row.body, row.paragraph
        yield told


def _plans(held: Sequence[Edition], adopted: Mapping[int, Adopted]) -> Iterator[Json]:
    for edition in sorted(held, key=lambda one: one.paper.number):
        told = plan_as_json(_plan(edition))
        del told["contents"]
        yield told | standing(adopted.get(edition.pk))


def _plan(edition: Edition) -> facts.Plan:
    wordings = gathered.by(Wording.objects.filter(edition=edition).order_by("position"), "section_id")
    return facts.Plan(
        document=stored.identity(edition.paper),
        date=edition.date,
        title=edition.title or None,
        sections=tuple(
            _section(section, wordings[section.pk])
            for section in Section.objects.filter(edition=edition).order_by("position")
        ),
    )


def _section(section: Section, wordings: Sequence[Wording]) -> facts.Section:
    """The running text is made of the sentences again; how lines were broken is not kept."""
    paragraphs = gathered.by(wordings, "paragraph")
    return facts.Section(
        number=section.label,
        title=section.title,
        paragraphs=tuple(" ".join(one.text for one in paragraphs[number]) for number in sorted(paragraphs)),
        sentences=tuple(
            facts.Sentence(text=one.text, lines=(one.first_line, one.last_line)) for one in wordings
        ),
        lines=(section.first_line, section.last_line),
    )


def _changes(folder: Folder, held: Sequence[Edition], seen: Mapping[int, Pointed]) -> Iterator[facts.Change]:
    """A mover is named when the paragraph under which they moved it may be seen."""
    pointed = set(seen.values())
    rows: Sequence[Change] = plan_editions.changes(folder, held)
    for row in rows:
        movers = [one for one in row.moved_by if ((one["body"] or ""), one["paragraph"]) in pointed]
        yield stored.change(row, folder.papers, movers=movers)


def _body_changes(folder: Folder, seen: Mapping[int, Pointed]) -> Iterator[facts.BodyChange]:
    rows = BodyChange.objects.filter(case=folder.case).order_by("position")
    for row in rows.iterator(chunk_size=gathered.AHEAD):
        earlier, later = seen.get(row.earlier_id), seen.get(row.later_id)
        if earlier and later:
            yield facts.BodyChange(
                from_body=earlier[0] or None,
                from_paragraph=earlier[1],
                to_body=later[0] or None,
                to_paragraph=later[1],
                kind=row.kind,  # type: ignore[arg-type]  # written by the reader
                before=row.before or None,
                after=row.after or None,
                before_lines=stored.span(row.before_lines),
                after_lines=stored.span(row.after_lines),
            )


def _timeline(folder: Folder) -> Iterator[facts.Event]:
    rows = Event.objects.filter(case=folder.case).order_by("position")
    for event in folder.each(rows.iterator(chunk_size=gathered.AHEAD)):
        yield facts.Event(
            date=event.date, code=event.code, values=event.values, document=stored.identity(event.paper)
        )


def _findings(folder: Folder, files: Mapping[int, str]) -> Iterator[facts.Finding]:
    rows = Finding.objects.filter(case=folder.case).order_by("position")
    for row in rows.iterator(chunk_size=gathered.AHEAD):
        paper = folder.papers.get(row.paper_id or 0)
        yield facts.Finding(
            code=row.code,
            values=row.values,
            caveat=row.caveat or None,
            document=stored.identity(paper) if paper else None,
            places=tuple(
                facts.Place(file=files[place["original"]], lines=(place["lines"][0], place["lines"][1]))
                for place in row.places
            ),
        )


def _unread(folder: Folder) -> Iterator[facts.Unread]:
    for name, lines in Original.objects.filter(case=folder.case).values_list("name", "unread"):
        for line in lines:
            yield facts.Unread(file=name, line=line["line"], text=line["text"])
