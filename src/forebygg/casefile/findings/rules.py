"""All rules, in the order in which their findings are told."""

from collections.abc import Callable, Iterator
from typing import Final

from forebygg.casefile.evidence import Evidence
from forebygg.casefile.facts import Finding
from forebygg.casefile.findings import (
    actors,
    attachments,
    copies,
    doors,
    editions,
    papers,
    plans,
    procedure,
    referrals,
    registry,
    weekdays,
)

RULES: Final[tuple[Callable[[Evidence], Iterator[Finding]], ...]] = (
    procedure.council_decision,
    editions.undeclared_changes,
    editions.declared_as_less,
    editions.lost_references,
    doors.contradictory_doors,
    referrals.referrals,
    procedure.approval_and_notice,
    weekdays.weekdays,
    papers.memo_older_than_edition,
    papers.missing_editions,
    plans.contents,
    actors.missing_actors,
    plans.differing_terms,
    plans.twice_defined_terms,
    plans.half_renamed,
    registry.registry_number,
    attachments.attachments,
    registry.titles,
    registry.headings,
    registry.paragraphs,
    papers.replaced_but_present,
    copies.differences,
)


def findings(evidence: Evidence) -> tuple[Finding, ...]:
    """All findings, those about the plan and its way first."""
    return tuple(finding for rule in RULES for finding in rule(evidence))
