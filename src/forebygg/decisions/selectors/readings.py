"""What was read from each line of a paper, as quiet links beside the lines."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from forebygg.decisions.models import Attendance, Item, Meeting, Motion, Statement, Vote
from forebygg.decisions.rules.places import line_of
from forebygg.decisions.rules.presence import Span
from forebygg.decisions.selectors.editions import change_row, changes, editions
from forebygg.decisions.selectors.findings import numbered, places_of
from forebygg.decisions.selectors.folder import Folder
from forebygg.papers.models import Correction, Paper
from forebygg.plans.models import Edition, Section, Wording
from forebygg.web.addresses import address


class Reading(NamedTuple):
    """What a line was read as, and where that is told."""

    line: int
    words: str
    url: str


def readings(folder: Folder, paper: Paper, lines: Sequence[str], shown: Span) -> dict[int, list[Reading]]:
    """By line, what was read from the *shown* lines of the paper, of which *lines* are all.

    Thirteen queries at most, whatever the paper's length.
    """
    found: defaultdict[int, list[Reading]] = defaultdict(list)
    sources = (
        _meetings(folder, paper, lines, shown),
        _items(folder, paper, lines, shown),
        _edition(folder, paper, shown),
        _changes(folder, paper),
        _remarks(folder, paper, shown) if folder.is_whole else (),
    )
    for one in (reading for source in sources for reading in source):
        if one not in found[one.line]:
            found[one.line].append(one)
    return dict(found)


def _meetings(folder: Folder, paper: Paper, lines: Sequence[str], shown: Span) -> Iterator[Reading]:
    meetings = folder.rows(Meeting.objects.filter(paper=paper).order_by("date", "pk"))
    for meeting in meetings:
        url = meeting.get_absolute_url()
        printed = lines[meeting.first_line - paper.first_line : meeting.last_line - paper.first_line + 1]
        for words, value in (
            (_("time"), meeting.starts),
            (_("place"), meeting.place),
            (_("minutes approved"), meeting.approved_on),
            (_("notice put up"), meeting.posted_on),
            (_("notice taken down"), meeting.removed_on),
            (_("kept at"), meeting.kept_at),
        ):
            if line := line_of(value, printed, meeting.first_line):
                yield Reading(line, words, f"{url}#facts")
    by_pk = {meeting.pk: meeting for meeting in meetings}
    people = Attendance.objects.filter(meeting__in=by_pk, line__range=shown)
    for person in people.only("meeting", "line", "role").order_by("line", "position"):
        url = by_pk[person.meeting_id].get_absolute_url()
        yield Reading(person.line, person.get_role_display(), f"{url}#attendance")


def _items(folder: Folder, paper: Paper, lines: Sequence[str], shown: Span) -> Iterator[Reading]:
    found = Item.objects.filter(paper=paper, first_line__lte=shown[1], last_line__gte=shown[0])
    items = folder.rows(found.defer("description", "order", "folded").order_by("date", "pk"))
    for item in items:
        url = item.get_absolute_url()
        yield Reading(item.first_line, f"§ {item.paragraph}", url)
        printed = lines[item.first_line - paper.first_line : item.last_line - paper.first_line + 1]
        for words, anchor, entries in (
            (_("proposal"), "decision", item.proposal),
            (_("decision"), "decision", item.decision),
            (_("reservation"), "reservations", item.reservations),
            (_("attachment"), "attachments", item.attachments),
            (_("sent to"), "sent-to", item.sent_to),
        ):
            for entry in entries:
                if line := line_of(entry, printed, item.first_line):
                    yield Reading(line, words, f"{url}#{anchor}")
    urls = {item.pk: item.get_absolute_url() for item in items}
    for motion in Motion.objects.filter(item__in=urls, line__range=shown).order_by("line", "position"):
        yield Reading(motion.line, _("motion"), f"{urls[motion.item_id]}#motion-{motion.position + 1}")
    for vote in Vote.objects.filter(item__in=urls, line__range=shown).order_by("line", "position"):
        yield Reading(vote.line, _("ballot"), f"{urls[vote.item_id]}#ballot-{vote.position + 1}")
    for statement in Statement.objects.filter(item__in=urls, line__range=shown).order_by("line", "position"):
        yield Reading(statement.line, statement.kind, f"{urls[statement.item_id]}#statements")


def _edition(folder: Folder, paper: Paper, shown: Span) -> Iterator[Reading]:
    edition = Edition.objects.filter(paper=paper).select_related("plan").order_by("pk").first()
    if edition is None:
        return
    edition.municipality = edition.plan.municipality = folder.case.municipality
    url = edition.get_absolute_url()
    sections = Section.objects.filter(edition=edition, first_line__range=shown).order_by("position")
    for line, label in sections.values_list("first_line", "label"):
        words = _("section {number}").format(number=label) if label else _("heading")
        yield Reading(line, words, url)
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    wordings = Wording.objects.filter(edition=edition, first_line__range=shown).order_by("position")
    for line, number in wordings.values_list("first_line", "sentence__number"):
        numbers[line].append(number)
    called = _("sentence {number}")
    for line, those in numbers.items():
        for number in those:
            at = address("plans:sentence", folder.case.municipality.slug, edition.plan.number, number)
            yield Reading(line, called.format(number=number), at)


def _changes(folder: Folder, paper: Paper) -> Iterator[Reading]:
    held = editions(folder)
    if not any(edition.paper_id == paper.pk for edition in held):
        return
    for change in changes(folder, held):
        lines = (
            change.before_lines
            if change.earlier.paper_id == paper.pk
            else change.after_lines
            if change.later.paper_id == paper.pk
            else None
        )
        if lines:
            words = _("change {number}").format(number=change.number)
            yield Reading(lines[0], words, change_row(change).url)


def _remarks(folder: Folder, paper: Paper, shown: Span) -> Iterator[Reading]:
    """What is for staff only: findings, and what was corrected by hand."""
    case = folder.case
    findings = address("decisions:findings", case.municipality.slug, case.number)
    for number, _key, finding in numbered(case):
        for place in places_of(finding, [paper]):
            for first, _last in place.spans:
                words = _("finding {number}").format(number=number)
                yield Reading(first, words, f"{findings}#finding-{number}")
    corrected = Correction.objects.filter(original_id=paper.original_id, line__range=shown)
    for line in corrected.values_list("line", flat=True):
        url = address("decisions:corrections", case.municipality.slug, case.number)
        yield Reading(line, _("corrected by hand"), url)
