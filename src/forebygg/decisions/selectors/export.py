"""A case as the contract's JSON, built from stored rows; the public gets only what is released."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext

from forebygg.casefile import CaseFile, facts
from forebygg.casefile.contract import Json, as_json
from forebygg.decisions.models import BodyChange, Event, Finding, Item
from forebygg.decisions.selectors import editions as plan_editions
from forebygg.decisions.selectors import stored
from forebygg.decisions.selectors.folder import Folder
from forebygg.decisions.selectors.gathered import by, gathered
from forebygg.papers.models import Original
from forebygg.plans.contract import standing
from forebygg.plans.models import Change, Edition, Section, Wording
from forebygg.plans.selectors.adoptions import adopted_editions


def case_as_json(folder: Folder) -> Json:
    """In the reader's language, by casefile.schema.json. Twenty queries.

    Tables of contents are not stored, and so not told; whether an edition is adopted is.
    """
    held = plan_editions.editions(folder)
    told = as_json(_case(folder, held), gettext)
    adopted = adopted_editions([edition.pk for edition in held], seen_by=folder.viewer)
    known = {stored.identity(edition.paper): adopted.get(edition.pk) for edition in held}
    told["plans"] = [
        {key: value for key, value in plan.items() if key != "contents"} | standing(known[plan["document"]])
        for plan in told["plans"]
    ]
    return told


def _case(folder: Folder, held: Sequence[Edition]) -> CaseFile:
    case = folder.case
    read = gathered(folder, folder.papers.values())
    return CaseFile(
        case=facts.CaseHeading(registry_number=case.registry_number or None, title=case.title or None),
        documents=read.documents,
        meetings=read.meetings,
        items=read.items,
        plans=tuple(_plans(held)),
        changes=tuple(_changes(folder, held, read.rows)),
        body_changes=tuple(_body_changes(folder, read.rows)),
        findings=tuple(_findings(folder, read.files)) if folder.is_whole else (),
        timeline=tuple(
            facts.Event(
                date=event.date, code=event.code, values=event.values, document=stored.identity(event.paper)
            )
            for event in folder.rows(Event.objects.filter(case=case).order_by("position"))
        ),
        unread=tuple(_unread(folder)) if folder.is_whole else (),
    )


def _plans(held: Sequence[Edition]) -> Iterable[facts.Plan]:
    sections = by(Section.objects.filter(edition__in=held).order_by("position"), "edition_id")
    wordings = by(Wording.objects.filter(edition__in=held).order_by("position"), "section_id")
    for edition in sorted(held, key=lambda one: one.paper.number):
        yield facts.Plan(
            document=stored.identity(edition.paper),
            date=edition.date,
            title=edition.title or None,
            sections=tuple(_section(section, wordings[section.pk]) for section in sections[edition.pk]),
        )


def _section(section: Section, wordings: Sequence[Wording]) -> facts.Section:
    """The running text is made of the sentences again; how lines were broken is not kept."""
    paragraphs = by(wordings, "paragraph")
    return facts.Section(
        number=section.label,
        title=section.title,
        paragraphs=tuple(" ".join(one.text for one in paragraphs[number]) for number in sorted(paragraphs)),
        sentences=tuple(
            facts.Sentence(text=one.text, lines=(one.first_line, one.last_line)) for one in wordings
        ),
        lines=(section.first_line, section.last_line),
    )


def _changes(folder: Folder, held: Sequence[Edition], items: Sequence[Item]) -> Iterable[facts.Change]:
    """A mover is named when the paragraph under which they moved it may be seen."""
    seen = {(item.body, item.paragraph) for item in items}
    rows: Sequence[Change] = plan_editions.changes(folder, held)
    for row in rows:
        movers = [one for one in row.moved_by if ((one["body"] or ""), one["paragraph"]) in seen]
        yield stored.change(row, folder.papers, movers=movers)


def _body_changes(folder: Folder, items: Sequence[Item]) -> Iterable[facts.BodyChange]:
    by_pk = {item.pk: item for item in items}
    for row in BodyChange.objects.filter(case=folder.case).order_by("position"):
        earlier, later = by_pk.get(row.earlier_id), by_pk.get(row.later_id)
        if earlier and later:
            yield facts.BodyChange(
                from_body=earlier.body or None,
                from_paragraph=earlier.paragraph,
                to_body=later.body or None,
                to_paragraph=later.paragraph,
                kind=row.kind,  # type: ignore[arg-type]  # written by the reader
                before=row.before or None,
                after=row.after or None,
                before_lines=stored.span(row.before_lines),
                after_lines=stored.span(row.after_lines),
            )


def _findings(folder: Folder, files: Mapping[int, str]) -> Iterable[facts.Finding]:
    for row in Finding.objects.filter(case=folder.case).order_by("position"):
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


def _unread(folder: Folder) -> Iterable[facts.Unread]:
    for name, lines in Original.objects.filter(case=folder.case).values_list("name", "unread"):
        for line in lines:
            yield facts.Unread(file=name, line=line["line"], text=line["text"])
