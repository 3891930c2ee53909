"""What a careful registrar would raise, grouped by what it is about."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.casefile.sentences import CAVEATS, FINDINGS, sentence
from forebygg.decisions import taking
from forebygg.decisions.models import Finding, Meeting
from forebygg.decisions.selectors.editions import compare_url, editions
from forebygg.decisions.selectors.folder import Folder
from forebygg.law.cards import Card, card
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case, Paper
from forebygg.plans.models import Change
from forebygg.plans.threads import Strand
from forebygg.web.dates import written_day


@dataclass(frozen=True)
class Where:
    """The lines of one paper that show a finding."""

    paper: Paper
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class FindingRow:
    """One finding as it is told, where it shows, the law behind it, and the comparison that it is about."""

    number: int
    words: str
    caveat: str
    paper: Paper | None
    places: tuple[Where, ...]
    card: Card | None
    compare_url: str
    taken: Sequence[Strand] = ()
    offer: str = ""
    """Where the viewer takes it on; "" when they may not, or somebody has."""


@dataclass(frozen=True)
class FindingGroup:
    """Findings about the same kind of thing."""

    key: str
    title: str | Promise
    lead: str | Promise
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True)
class _Kind:
    title: str | Promise
    lead: str | Promise
    codes: tuple[str, ...]


KINDS: Final[Mapping[str, _Kind]] = {
    "text": _Kind(
        _("The plan’s text was changed without being said"),
        _("Changes that no paper declares, or that are more than the paper says."),
        ("undeclared_changes", "declared_as_less", "reference_lost"),
    ),
    "days": _Kind(
        _("Days and order"),
        _("Days that do not agree with the law or with each other, and steps that the file does not show."),
        (
            "approval_late", "notice_late", "appeal_time_cut_short", "date_weekday_disagrees",
            "paragraph_missing", "no_council_decision", "replaced_but_present",
        ),
    ),
    "lacking": _Kind(
        _("Not in the file"),
        _("Papers that others name and that nobody has put here."),
        ("attachment_missing", "edition_missing", "referral_unanswered"),
    ),
    "disagreeing": _Kind(
        _("Does not agree"),
        _("Two places that say different things. One of them may be mistaken."),
        (
            "contradictory_doors", "actor_missing", "term_differs", "contents_differ", "person_two_titles",
            "registry_number_differs", "statement_two_headings", "memo_older_than_edition",
        ),
    ),
    "copies": _Kind(
        _("Copies that read differently"),
        _("The same paper lies here twice and cannot be read alike. One reading is taken."),
        ("copies_differ", "copies_unsettled"),
    ),
}  # fmt: skip
# The question that the law card answers.
_CARDS: Final = {"approval_late": "approval", "notice_late": "notice", "appeal_time_cut_short": "appeal"}
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")


def finding_groups(folder: Folder, *, seen_by: Viewer) -> list[FindingGroup]:
    """Every finding of the case, in its group, with what has been made of it. Five queries."""
    days = dict(Meeting.objects.filter(case=folder.case).values_list("paper", "date"))
    compared = _comparisons(folder)
    made = taking.taken(folder.case, seen_by=seen_by)
    groups: dict[str, list[FindingRow]] = {key: [] for key in KINDS}
    for number, key, finding in numbered(folder.case):
        row = _row(number, finding, folder, days, compared)
        mark = taking.key_of(finding)
        strands = made.get(mark, ())
        offer = "" if strands else taking.offer(folder.case, mark, row.words, seen_by=seen_by)
        groups[key].append(replace(row, taken=strands, offer=offer))
    return [
        FindingGroup(key, KINDS[key].title, KINDS[key].lead, tuple(rows))
        for key, rows in groups.items()
        if rows
    ]


def numbered(case: Case) -> Iterator[tuple[int, str, Finding]]:
    """Every finding with its number on the page and the key of its group, in the page's order. One query."""
    found = list(Finding.objects.filter(case=case).order_by("position"))
    ordered = [(key, one) for key, kind in KINDS.items() for one in found if one.code in kind.codes]
    for number, (key, finding) in enumerate(ordered, start=1):
        yield number, key, finding


def told(finding: Finding) -> str:
    """What the finding says in the reader's language, its days written out."""
    values = {name: _written(str(value)) for name, value in finding.values.items()}
    return sentence(FINDINGS[finding.code], values, gettext)


def places_of(finding: Finding, papers: Iterable[Paper]) -> list[Where]:
    """Where the finding shows, paper by paper, in papers that may be seen."""
    by_number = {paper.number: paper for paper in papers}
    spans: dict[int, dict[tuple[int, int], None]] = {}
    for place in finding.places:
        if place["paper"] in by_number:
            first, last = place["lines"]
            spans.setdefault(place["paper"], {})[(first, last)] = None
    return [Where(by_number[number], tuple(those)) for number, those in spans.items()]


def _row(
    number: int,
    finding: Finding,
    folder: Folder,
    days: Mapping[int, dt.date | None],
    compared: Mapping[tuple[int, int], str],
) -> FindingRow:
    paper = folder.papers.get(finding.paper_id or 0)
    day = days.get(finding.paper_id or 0)
    key = _CARDS.get(finding.code)
    places = places_of(finding, folder.papers.values())
    shown_in = {finding.paper_id, *(place.paper.pk for place in places)}
    comparisons = (url for pair, url in compared.items() if shown_in.issuperset(pair))
    return FindingRow(
        number=number,
        words=told(finding),
        caveat=gettext(CAVEATS[finding.caveat]) if finding.caveat else "",
        paper=paper,
        places=tuple(places),
        card=card(key, on=day) if key and day else None,
        compare_url=next(comparisons, "") if finding.code in KINDS["text"].codes else "",
    )


def _comparisons(folder: Folder) -> dict[tuple[int, int], str]:
    """The comparison of each edition with the one before, by the papers of both."""
    held = {edition.pk: edition for edition in editions(folder)}
    pairs = Change.objects.filter(later__in=held, earlier__in=held).values_list("earlier", "later").distinct()
    return {
        (held[earlier].paper_id, held[later].paper_id): compare_url(held[earlier], held[later])
        for earlier, later in pairs
    }


def _written(value: str) -> str:
    return written_day(dt.date.fromisoformat(value)) if _ISO.fullmatch(value) else value
