"""Sections, wordings and changes as rows."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from forebygg.casefile.facts import Change as ChangeAsRead
from forebygg.casefile.facts import LineRange
from forebygg.casefile.facts import Plan as PlanAsRead
from forebygg.casefile.facts import Section as SectionAsRead
from forebygg.papers.models import Paper
from forebygg.papers.services.reconciling import reconcile
from forebygg.plans.models import Change, Edition, Section, Wording

# A sentence that no paragraph holds as it stands is looked for in these many only.
_NEAR: Final = 20


def write_wordings(
    order: Sequence[Edition], read: Mapping[int, PlanAsRead], identities: Mapping[int, list[int]]
) -> int:
    """Store the editions that were read, and the identities in those that were not."""
    ours = [edition for edition in order if edition.pk in read]
    sections = reconcile(
        Section.objects.filter(edition__in=ours),
        [row for edition in ours for row in _sections(edition, read[edition.pk])],
        key=lambda section: (section.edition_id, section.position),
    )
    wanted = [
        row
        for edition in ours
        for row in _wordings(
            edition,
            read[edition.pk],
            [sections.rows[edition.pk, place] for place in range(len(read[edition.pk].sections))],
            identities[edition.pk],
        )
    ]
    others = []
    for wording in Wording.objects.filter(edition__in=[one for one in order if one.pk not in read]):
        identity = identities[wording.edition_id][wording.position]
        if wording.sentence_id != identity:
            wording.sentence_id = identity
            others.append(wording)
    Wording.objects.bulk_update(others, ["sentence"])
    result = reconcile(
        Wording.objects.filter(edition__in=ours),
        wanted,
        key=lambda wording: (wording.edition_id, wording.position),
    )
    return sections.written + result.written + len(others)


def write_changes(
    changes: Sequence[ChangeAsRead],
    editions: Mapping[str, Edition],
    ours: Collection[Edition],
    identities: Mapping[int, list[int]],
    papers: Mapping[str, Paper],
) -> int:
    """Store what differs from one edition to the next, numbered from 1 in each pair."""
    touched = {editions[name] for change in changes for name in (change.from_document, change.to_document)}
    sections = {
        (section.edition_id, section.position): section
        for section in Section.objects.filter(edition__in=touched)
    }
    wanted = []
    numbers: Counter[tuple[str, str]] = Counter()
    for change in changes:
        earlier, later = editions[change.from_document], editions[change.to_document]
        numbers[change.from_document, change.to_document] += 1
        before = [identities[earlier.pk][place] for place in change.before_at]
        after = [identities[later.pk][place] for place in change.after_at]
        wanted.append(
            Change(
                municipality_id=later.municipality_id,
                earlier=earlier,
                later=later,
                number=numbers[change.from_document, change.to_document],
                sentence_id=_whose(before, after),
                kind=change.kind,
                section=change.section,
                earlier_section=sections.get((earlier.pk, _at(change.before_section))),
                later_section=sections.get((later.pk, _at(change.after_section))),
                before=change.before or "",
                after=change.after or "",
                before_lines=_lines(change.before_lines),
                after_lines=_lines(change.after_lines),
                declared=change.declared,
                declared_in=papers[change.declared_in] if change.declared_in else None,
                described_as=change.described_as or "",
                may_be_noise=change.may_be_noise,
                moved_by=[
                    {"name": one.name, "party": one.party, "body": one.body, "paragraph": one.paragraph}
                    for one in change.moved_by
                ],
            )
        )
    result = reconcile(
        Change.objects.filter(later__in=ours),
        wanted,
        key=lambda change: (change.earlier_id, change.later_id, change.number),
    )
    return result.written


def _whose(before: Sequence[int], after: Sequence[int]) -> int | None:
    """The sentence that a change is about: the one that lives on, else the one that came or went."""
    living = [identity for identity in after if identity in before]
    return next(iter((*living, *after, *before)), None)


def _at(section: int | None) -> int:
    return -1 if section is None else section


def _lines(lines: LineRange | None) -> list[int] | None:
    return None if lines is None else [*lines]


def _sections(edition: Edition, read: PlanAsRead) -> Iterator[Section]:
    for position, section in enumerate(read.sections):
        yield Section(
            municipality_id=edition.municipality_id,
            edition=edition,
            position=position,
            label=section.number,
            title=section.title,
            first_line=section.lines[0],
            last_line=section.lines[1],
        )


def _wordings(
    edition: Edition, read: PlanAsRead, sections: Sequence[Section], identities: Sequence[int]
) -> Iterator[Wording]:
    position = 0
    for section, told in zip(sections, read.sections, strict=True):
        for sentence, paragraph in zip(told.sentences, _paragraphs(told), strict=True):
            yield Wording(
                municipality_id=edition.municipality_id,
                edition=edition,
                section=section,
                sentence_id=identities[position],
                position=position,
                paragraph=paragraph,
                text=sentence.text,
                first_line=sentence.lines[0],
                last_line=sentence.lines[1],
            )
            position += 1


def _paragraphs(section: SectionAsRead) -> Iterator[int]:
    """For each sentence the paragraph in which it stands, looked for from where the one before it ended."""
    here, start = 0, 0
    for sentence in section.sentences:
        for number in range(here, min(len(section.paragraphs), here + _NEAR)):
            at = section.paragraphs[number].find(sentence.text, start if number == here else 0)
            if at >= 0:
                here, start = number, at + len(sentence.text)
                break
        yield here
