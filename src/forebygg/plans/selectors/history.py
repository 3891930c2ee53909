"""A sentence through the editions: how it read in each, who moved it, and which paragraph adopted it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from forebygg.organisation.permissions import Viewer
from forebygg.plans import threads
from forebygg.plans.models import Change, Edition, Plan, Sentence, Wording
from forebygg.plans.selectors.changes import ChangeRow, change_rows, stored_changes
from forebygg.plans.selectors.editions import EditionRow, Shelf, edition_rows
from forebygg.plans.selectors.quoting import with_quoted_lines


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The sentence in one edition: ended where it has no wording, as before where it has no change."""

    row: EditionRow
    wording: Wording | None
    changes: tuple[ChangeRow, ...] = ()
    is_first: bool = False

    @property
    def edition(self) -> Edition:
        """The edition."""
        return self.row.edition


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of the thread: it stood, it changed, somebody moved it, a paragraph adopted it."""

    kind: Literal["stood", "changed", "moved", "adopted", "ended"]
    stage: Stage
    on: dt.date | None = None
    change: ChangeRow | None = None
    movers: tuple[threads.Mover, ...] = ()
    citation: threads.Citation | None = None
    # Later editions in which it stood unchanged too.
    through: tuple[Stage, ...] = ()

    @property
    def unchanged_in(self) -> tuple[Stage, ...]:
        """The editions that a step of nothing happening covers."""
        return (self.stage, *self.through)


@dataclass(frozen=True, kw_only=True)
class History:
    """Everything that the sentence's page shows; the stages stand in the editions' order."""

    plan: Plan
    sentence: Sentence
    stages: tuple[Stage, ...]
    strands: tuple[threads.Strand, ...]

    @property
    def latest(self) -> Wording:
        """How it reads now, or read last."""
        return next(stage.wording for stage in reversed(self.stages) if stage.wording)

    @property
    def title(self) -> str:
        """The plan's title in the newest edition that has one."""
        return self.last_stage.edition.title or self.plan.title

    @property
    def last_stage(self) -> Stage:
        """The newest edition, or the one that lacks it."""
        return self.stages[-1]

    @property
    def steps(self) -> list[Step]:
        """The whole thread in order of time; editions in which nothing happened are one step."""
        found: list[Step] = []
        for step in (step for stage in self.stages for step in _steps(stage)):
            if found and step.kind == found[-1].kind == "stood" and not found[-1].stage.is_first:
                found[-1] = replace(found[-1], through=(*found[-1].through, step.stage))
            else:
                found.append(step)
        return found

    @property
    def has_ended(self) -> bool:
        """Whether the newest edition lacks it."""
        return self.stages[-1].wording is None


def history(plan: Plan, sentence: Sentence, among: Shelf, *, seen_by: Viewer) -> History | None:
    """The sentence's whole thread in a fixed number of queries; None when no edition with it may be seen."""
    of = Wording.objects.of(plan.municipality).filter(sentence=sentence)
    seen = of.filter(edition__in=[edition.pk for edition in among.editions]).select_related("section")
    wordings = {wording.edition_id: wording for wording in seen}
    if not wordings:
        return None
    stored = [
        change
        for change in stored_changes(plan, among.editions)
        if change.sentence_id == sentence.pk or _made_it(change, wordings)
    ]
    told = threads.tell(among.editions, stored, seen_by=seen_by)
    changes = with_quoted_lines(change_rows(plan, among, stored, told, seen_by=seen_by))
    stages = tuple(_stages(edition_rows(plan, among, told, {}), wordings, changes))
    here = next(stage.edition for stage in reversed(stages) if stage.wording)
    return History(
        plan=plan,
        sentence=sentence,
        stages=stages,
        strands=tuple(threads.strands(here, seen_by=seen_by).get(sentence.pk, ())),
    )


def _made_it(change: Change, wordings: dict[int, Wording]) -> bool:
    """Whether the sentence is one of several that a change made of one, or made one of."""
    if change.kind != Change.Kind.REWORDED:
        return False
    born = change.later_id in wordings and change.earlier_id not in wordings
    ended = change.earlier_id in wordings and change.later_id not in wordings
    return (born and _part(wordings[change.later_id], change.after, change.after_lines)) or (
        ended and _part(wordings[change.earlier_id], change.before, change.before_lines)
    )


def _part(wording: Wording, text: str, lines: Sequence[int] | None) -> bool:
    within = lines is not None and lines[0] <= wording.first_line <= wording.last_line <= lines[1]
    return within and wording.text in text


def _stages(
    rows: Sequence[EditionRow], wordings: dict[int, Wording], changes: Sequence[ChangeRow]
) -> Iterator[Stage]:
    """From the edition where it first stands to the newest, or to the one that lacks it again."""
    is_born = False
    for row in rows:
        wording = wordings.get(row.edition.pk)
        if not is_born and not wording:
            continue
        yield Stage(
            row=row,
            wording=wording,
            changes=tuple(change for change in changes if change.later == row.edition.pk),
            is_first=not is_born,
        )
        is_born = True
        if not wording and not _returns(row, rows, wordings):
            return


def _returns(row: EditionRow, rows: Sequence[EditionRow], wordings: dict[int, Wording]) -> bool:
    return any(later.edition.pk in wordings for later in rows[rows.index(row) + 1 :])


def _steps(stage: Stage) -> Iterator[Step]:
    """What was moved comes before the edition it led to, its adoption after."""
    moved = dict.fromkeys(mover for change in stage.changes for mover in change.movers)
    by_day: dict[dt.date | None, list[threads.Mover]] = {}
    for mover in moved:
        by_day.setdefault(mover.where.on, []).append(mover)
    day = stage.edition.date
    for on, those in sorted(by_day.items(), key=lambda entry: entry[0] or dt.date.min):
        yield Step(kind="moved", stage=stage, on=on, movers=tuple(those))
    for change in stage.changes:
        yield Step(kind="changed", stage=stage, on=day, change=change)
    if not stage.changes:
        yield Step(kind="stood" if stage.wording else "ended", stage=stage, on=day)
    if stage.row.adopted and stage.wording:
        yield Step(kind="adopted", stage=stage, on=stage.row.adopted.on, citation=stage.row.adopted)
