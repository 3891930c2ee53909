"""How far a case has come, in words and as steps, with what the file lacks named."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from forebygg.casefile.findings.numbers import same_number
from forebygg.decisions.models import Event, Finding, Item
from forebygg.decisions.rules.standing import Stage, Standing, stage_of, standing
from forebygg.decisions.selectors.folder import Folder, Sight
from forebygg.papers.models import Case, Paper
from forebygg.web.dates import written_day
from forebygg.web.steps import Step


@dataclass(frozen=True)
class Progress:
    """Where the matter stands, in one sentence, by which item, and the steps that lead there."""

    standing: Standing
    words: str
    item: Item | None
    steps: tuple[Step, ...] = ()


_PARTS: Final = re.compile(r"[^\W\d_]+|\d+")
_TELLING: Final = 3  # series, year and number
_SETTLED: Final = {
    Standing.ADOPTED: gettext_noop("Adopted by {where}"),
    Standing.DECIDED: gettext_noop("Decided by {where}"),
    Standing.SENT_BACK: gettext_noop("Sent back by {where}"),
    Standing.TABLED: gettext_noop("Tabled by {where}"),
    Standing.WITHDRAWN: gettext_noop("Withdrawn at {where}"),
}
# What is not among the papers that somebody sees may still lie in the file.
_PROPOSED: Final = {
    Sight.WHOLE: gettext_noop("Proposed: no council decision in the file."),
    Sight.PART: gettext_noop("Proposed: no council decision is among the papers that you may see."),
    Sight.RELEASED: gettext_noop("Proposed: no council decision is among the released papers."),
}
_IN_PREPARATION: Final = {
    Sight.WHOLE: gettext_noop("In preparation: the file holds no meeting that took the matter up."),
    Sight.PART: gettext_noop(
        "In preparation: no meeting that took the matter up is among the papers that you may see."
    ),
    Sight.RELEASED: gettext_noop(
        "In preparation: no meeting that took the matter up is among the released papers."
    ),
}
_TITLES: Final = {
    Stage.MEMO: gettext_noop("Memo"),
    Stage.REFERRAL: gettext_noop("Referral"),
    Stage.COMMITTEE: gettext_noop("Committee"),
    Stage.BOARD: gettext_noop("Executive board"),
    Stage.COUNCIL: gettext_noop("Council"),
}


def matter_of(case: Case) -> Q:
    """Which items may be the case's own, for the database; `of_the_matter` then tells exactly.

    Papers write a number with other marks, and without the classification at its end.
    """
    own = Q(registry_number="")
    if parts := _PARTS.findall(case.registry_number):
        own |= Q(*(("registry_number__icontains", part) for part in parts[:_TELLING]))
    return own | Q(title=case.title) if case.title else own


def of_the_matter(items: Iterable[Item], case: Case) -> list[Item]:
    """The case's own items, in order of date; whole minutes hold other matters too."""
    number = case.registry_number
    own = [
        item
        for item in items
        if not number or not item.registry_number or same_number(item.registry_number, number)
    ]
    return sorted(own, key=lambda item: (item.date is not None, item.date or 0, item.paragraph))


def is_matter(folder: Folder) -> bool:
    """Whether the papers are one matter's file, and not just somebody's minutes."""
    return bool(folder.case.registry_number) or any(
        paper.kind in {"plan", "memo"} for paper in folder.papers.values()
    )


def said(items: Sequence[Item], sight: Sight, *, is_proposal: bool) -> Progress:
    """How far the matter has come, without its steps. *items* are its own, in order of date.

    It holds a plan and *is_proposal* when nobody has recorded that the council adopted it.
    """
    found, item = standing(items)
    if found is Standing.ADOPTED and item and is_proposal:
        words = _("Decided by {where}, and not yet recorded: the plan is shown as a proposal").format(
            where=_where(item)
        )
    elif found in _SETTLED and item:
        words = _(_SETTLED[found]).format(where=_where(item))
    else:
        words = _((_PROPOSED if found is Standing.PROPOSED else _IN_PREPARATION)[sight])
    return Progress(found, words, item)


def progress(
    folder: Folder,
    items: Sequence[Item],
    events: Sequence[Event],
    findings: Sequence[Finding],
    *,
    is_proposal: bool,
) -> Progress:
    """The same with its steps. Steps that are not there are told only to those who see the whole file."""
    told = said(items, folder.sight, is_proposal=is_proposal)
    steps: dict[Stage, Step | None] = dict.fromkeys(Stage)
    steps[Stage.MEMO] = _memo(folder.papers.values())
    steps[Stage.REFERRAL] = _referral(events, findings)
    for stage in (Stage.COMMITTEE, Stage.BOARD, Stage.COUNCIL):
        steps[stage] = _meetings(stage, [item for item in items if stage_of(item.body) is stage])
    if not folder.is_whole:
        return Progress(told.standing, told.words, told.item, tuple(step for step in steps.values() if step))
    last = max((list(steps).index(stage) for stage, step in steps.items() if step), default=-1)
    whole = tuple(
        step or Step(_(_TITLES[stage]), "missing" if place <= last + 1 else "ahead")
        for place, (stage, step) in enumerate(steps.items())
    )
    return Progress(told.standing, told.words, told.item, whole)


def _memo(papers: Iterable[Paper]) -> Step | None:
    for paper in papers:
        if paper.kind == "memo" and not paper.copy_of_id:
            return Step(_(_TITLES[Stage.MEMO]), "done", _dated(paper.date), paper.get_absolute_url())
    return None


def _referral(events: Sequence[Event], findings: Sequence[Finding]) -> Step | None:
    """Sent and answered, sent and not answered, or only spoken of."""
    sent = [event for event in events if event.code == "referral"]
    answers = [event for event in events if event.code == "answer"]
    silent = [
        str(finding.values["addressee"]) for finding in findings if finding.code == "referral_unanswered"
    ]
    notes = [
        _("answer from {author}, {day}").format(author=event.values["author"], day=written_day(event.date))
        for event in answers
    ]
    notes += [_("no answer from {addressee} in the file").format(addressee=one) for one in silent]
    if sent:
        notes.insert(0, _dated(sent[0].date))
    if not notes:
        return None
    note = "; ".join(notes)
    first = next(iter([*sent, *answers]), None)
    url = first.paper.get_absolute_url() if first else ""
    return Step(_(_TITLES[Stage.REFERRAL]), "done" if first else "missing", note[:1].upper() + note[1:], url)


def _meetings(stage: Stage, items: Sequence[Item]) -> Step | None:
    if not items:
        return None
    note = "; ".join(_where(item) for item in items)
    unsettled = items[-1].outcome in {"tabled", "sent_back"}
    return Step(
        _(_TITLES[stage]),
        "current" if unsettled else "done",
        note[:1].upper() + note[1:],
        items[-1].get_absolute_url(),
    )


def _where(item: Item) -> str:
    """Body, day and paragraph as they stand inside a sentence."""
    body = item.body
    if (get_language() or "").startswith("sv"):
        body = body[:1].lower() + body[1:]
    if item.date is None:
        return _("{body}, § {paragraph}").format(body=body, paragraph=item.paragraph)
    return _("{body} on {day}, § {paragraph}").format(
        body=body, day=written_day(item.date), paragraph=item.paragraph
    )


def _dated(day: object) -> str:
    return written_day(day) if day else ""  # type: ignore[arg-type]
