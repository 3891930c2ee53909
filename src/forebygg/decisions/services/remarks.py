"""Findings, events and changes between bodies, as rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from forebygg.casefile import CaseFile
from forebygg.casefile import facts as read
from forebygg.decisions.models import BodyChange, Event, Finding, Item
from forebygg.papers.models import Case, Original
from forebygg.papers.services.filing import Filed
from forebygg.papers.services.reconciling import reconcile


def write_remarks(
    case: Case, told: CaseFile, filed: Filed, originals: Mapping[str, Original], items: Sequence[Item]
) -> int:
    """Store what is remarkable, what happened when, and what one body's item says unlike another's."""
    findings = [
        Finding(
            municipality_id=case.municipality_id,
            case=case,
            position=position,
            code=finding.code,
            values={**finding.values},
            caveat=finding.caveat or "",
            paper=filed.papers[finding.document] if finding.document else None,
            places=[_place(place, filed, originals) for place in finding.places],
        )
        for position, finding in enumerate(told.findings)
    ]
    events = [
        Event(
            municipality_id=case.municipality_id,
            case=case,
            paper=filed.papers[event.document],
            position=position,
            date=event.date,
            code=event.code,
            values={**event.values},
        )
        for position, event in enumerate(told.timeline)
    ]
    changes = _body_changes(case, told.body_changes, items)
    return (
        reconcile(Finding.objects.filter(case=case), findings, key=lambda row: row.position).written
        + reconcile(Event.objects.filter(case=case), events, key=lambda row: row.position).written
        + reconcile(BodyChange.objects.filter(case=case), changes, key=lambda row: row.position).written
    )


def _place(place: read.Place, filed: Filed, originals: Mapping[str, Original]) -> dict[str, object]:
    original = originals[place.file].pk
    paper = filed.holding(original, place.lines)
    return {"original": original, "paper": paper.number if paper else None, "lines": [*place.lines]}


def _body_changes(case: Case, changes: Sequence[read.BodyChange], items: Sequence[Item]) -> list[BodyChange]:
    wanted: list[BodyChange] = []
    numbered: defaultdict[tuple[str, int], list[Item]] = defaultdict(list)
    for item in items:
        numbered[item.body, item.paragraph].append(item)
    for change in changes:
        earlier = _holding(numbered[change.from_body or "", change.from_paragraph], change.before_lines)
        later = _holding(numbered[change.to_body or "", change.to_paragraph], change.after_lines)
        if earlier and later:
            wanted.append(
                BodyChange(
                    municipality_id=case.municipality_id,
                    case=case,
                    position=len(wanted),
                    earlier=earlier,
                    later=later,
                    kind=change.kind,
                    before=change.before or "",
                    after=change.after or "",
                    before_lines=None if change.before_lines is None else [*change.before_lines],
                    after_lines=None if change.after_lines is None else [*change.after_lines],
                )
            )
    return wanted


def _holding(items: Sequence[Item], lines: read.LineRange | None) -> Item | None:
    """The item that holds the lines; minutes of several years have many of one body and paragraph."""
    holding = [item for item in items if lines and item.first_line <= lines[0] <= item.last_line]
    return next(iter((*holding, *items)), None)
