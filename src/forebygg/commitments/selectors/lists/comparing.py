"""What a list would do, row by row, beside the commitments that are there. Nothing is stored."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Commitment, Ground
from forebygg.commitments.rules.lists.heads import Column
from forebygg.commitments.rules.lists.measures import measures
from forebygg.commitments.selectors.choices import goals
from forebygg.commitments.selectors.lists.meaning import How, Organisation, Said
from forebygg.commitments.selectors.lists.reading import Reader, Wanted
from forebygg.commitments.selectors.lists.table import Table
from forebygg.core.messages import N_, Notice
from forebygg.language.wording import wording
from forebygg.organisation.spreadsheets import Fault

_TWICE: Final = N_(
    "The measure stands on row {row} too, for the same board and owner. Leave one out, or number them."
)
_MARK_TWICE: Final = N_("The number “{mark}” stands on row {row} too. Give each measure a number of its own.")
_ALIKE: Final = 0.6
_MOST_PAIRS: Final = 250_000


class Effect(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Outcome:
    """A row and what it does: to the commitment that it is the ground of, if there is one.

    `changed` names what the row says otherwise than when it was last read.
    """

    wanted: Wanted
    effect: Effect
    commitment: Commitment | None = None
    ground: Ground | None = None
    changed: Sequence[str] = ()


@dataclass(frozen=True)
class Comparison:
    """A list beside what is known. With faults nothing of it may be stored."""

    table: Table
    columns: Sequence[Column | None]
    rows: Sequence[Outcome]
    faults: Sequence[Fault]
    said: Sequence[Said]
    organisation: Organisation
    headings: Sequence[int]
    left_out: Sequence[int]
    gone: Sequence[Commitment]
    """Read from such a list before, and no longer in it; nobody ends them but a person."""

    def of(self, effect: Effect) -> list[Outcome]:
        """The rows that have it."""
        return [row for row in self.rows if row.effect is effect]

    @property
    def new_meanings(self) -> list[Said]:
        return [one for one in self.said if one.is_new]

    @property
    def changes_anything(self) -> bool:
        return bool(self.new_meanings) or any(row.effect is not Effect.UNCHANGED for row in self.rows)

    @property
    def unknown(self) -> list[Said]:
        """Words that nobody here is known to be meant by."""
        return [one for one in self.said if one.how is How.UNKNOWN]

    @property
    def ownerless(self) -> list[int]:
        """Rows whose owner is named and not known here: they are left without one."""
        return [row.wanted.row for row in self.rows if row.wanted.is_ownerless]

    @cached_property
    def doubtful(self) -> list[int]:
        """Rows whose texts look like personal data, where they are new."""
        # The guard's lists take a tenth of a second to read.
        from forebygg.privacy.guard import look  # noqa: PLC0415

        changing = (row for row in self.rows if row.effect is not Effect.UNCHANGED)
        return [row.wanted.row for row in changing if any(look(text) for text in row.wanted.texts)]


@dataclass(frozen=True)
class ReadAs:
    """What the columns of a list are, whom its words mean (as forms say it), and which rows to leave out."""

    columns: Sequence[Column | None]
    chosen: Mapping[str, str] = field(default_factory=dict)
    leave: Collection[int] = frozenset()


def compare(within: Municipality, of: Table, read_as: ReadAs) -> Comparison:
    """What the list would do, in a fixed number of queries."""
    columns, leave = read_as.columns, read_as.leave
    organisation = Organisation(within, read_as.chosen)
    told = measures(of.lines(), columns, leave)
    reader = Reader(organisation, goals(within), columns)
    wanted = [reader.read(measure) for measure in told.found]
    known = _Known(within)
    faults = [Fault(one.row, fault) for one in _without_doubles(wanted) for fault in one.faults]
    pairs = known.paired(wanted)
    taken = {ground.pk for ground in pairs.values()}
    return Comparison(
        table=of,
        columns=columns,
        rows=[_outcome(one, pairs.get(one.row), known) for one in wanted if not one.faults],
        faults=faults,
        said=list(organisation.said.values()),
        organisation=organisation,
        headings=told.headings,
        left_out=told.left_out,
        gone=[] if leave else known.gone(taken, of.key),
    )


def _without_doubles(wanted: Sequence[Wanted]) -> Iterator[Wanted]:
    """Each row, with a fault where another says the same."""
    marks: dict[str, int] = {}
    seen: dict[tuple[Any, ...], int] = {}
    for one in wanted:
        if one.mark:
            if (first := marks.setdefault(one.mark.casefold(), one.row)) != one.row:
                one.faults.append(Notice(_MARK_TWICE, mark=one.mark[:30], row=first))
        elif one.what and (first := seen.setdefault(_place(one), one.row)) != one.row:
            one.faults.append(Notice(_TWICE, row=first))
        yield one


def _place(one: Wanted) -> tuple[str, str, str]:
    return _text(one.what), _text(one.measure[Column.ACCOUNTABLE]), _text(one.measure[Column.OWNER])


def _text(words: str) -> str:
    return wording(words).casefold()


def _outcome(wanted: Wanted, ground: Ground | None, known: "_Known") -> Outcome:
    if ground is None:
        there = known.by_other_grounds.get(_text(wanted.what))
        return Outcome(wanted, Effect.UNCHANGED if there else Effect.ADDED, there)
    before, now = ground.said or {}, wanted.said
    # A list with a column less says nothing of what stood there.
    changed = [name for name in now if name != "words" and now[name] != before.get(name)]
    if now["words"] != before.get("words", {}):
        changed.append("words")
    if ground.commitment.ended_on:
        changed = []
    return Outcome(
        wanted, Effect.CHANGED if changed else Effect.UNCHANGED, ground.commitment, ground, changed
    )


class _Known:
    """The commitments that are there, those that were read from a list by what their rows said."""

    def __init__(self, within: Municipality) -> None:
        grounds = Ground.objects.of(within).filter(kind=Ground.Kind.LIST)
        self.grounds = list(
            grounds.select_related("commitment__accountable", "commitment__owner__unit", "measures").order_by(
                "pk"
            )
        )
        for ground in self.grounds:
            ground.commitment.municipality = within
        listed = {ground.commitment_id for ground in self.grounds}
        self.by_other_grounds = {
            _text(one.what): one
            for one in Commitment.objects.of(within).standing().exclude(pk__in=listed).order_by("-number")
        }
        for one in self.by_other_grounds.values():
            one.municipality = within

    def paired(self, wanted: Sequence[Wanted]) -> dict[int, Ground]:
        """By row the ground that it is: of the same number, the same words, or else of words much alike."""
        found: dict[int, Ground] = {}
        left = list(wanted)
        free = {ground.pk: ground for ground in self.grounds}
        for key in (_mark_of, _words_and_owner_of, _words_of):
            by_key: dict[Any, list[Ground]] = defaultdict(list)
            for ground in free.values():
                by_key[key(ground.said or {})].append(ground)
            counted = Counter(key(one.said) for one in left)
            for one in left:
                told = key(one.said)
                if told and counted[told] == 1 and len(same := by_key.get(told, [])) == 1:
                    found[one.row] = same[0]
                    del free[same[0].pk]
            left = [one for one in left if one.row not in found]
        return found | _alike(left, list(free.values()))

    def gone(self, taken: Collection[int], heads: str) -> list[Commitment]:
        """Those of lists with the same heads whose rows are there no longer."""
        return [
            ground.commitment
            for ground in self.grounds
            if ground.pk not in taken
            and (ground.said or {}).get("heads") == heads
            and ground.commitment.ended_on is None
        ]


def _mark_of(said: Mapping[str, Any]) -> str:
    return str(said.get("mark", "")).casefold()


def _words_and_owner_of(said: Mapping[str, Any]) -> tuple[Any, ...]:
    owner = said.get("owner"), said.get("words", {}).get(Column.OWNER)
    return _words_of(said), said.get("accountable"), *owner


def _words_of(said: Mapping[str, Any]) -> str:
    return _text(str(said.get("what", "")))


def _alike(left: Sequence[Wanted], free: Sequence[Ground]) -> dict[int, Ground]:
    """Rows that have been worded anew: most of the words are the same, and no other row has as many.

    A row with a number of its own is known by that alone.
    """
    unmarked = [one for one in left if not one.mark]
    those = [ground for ground in free if not _mark_of(ground.said or {})]
    if len(unmarked) * len(those) > _MOST_PAIRS:
        return {}
    words = {ground.pk: {*_words_of(ground.said or {}).split()} for ground in those}
    found: dict[int, Ground] = {}
    for one in unmarked:
        own = {*_text(one.what).split()}
        scored = sorted(
            (
                (len(own & words[ground.pk]) / len(own | words[ground.pk]), ground)
                for ground in those
                if own | words[ground.pk]
            ),
            key=lambda pair: -pair[0],
        )
        if scored and scored[0][0] >= _ALIKE and (len(scored) == 1 or scored[1][0] < scored[0][0]):
            found.setdefault(one.row, scored[0][1])
    doubled = {key for key, times in Counter(ground.pk for ground in found.values()).items() if times > 1}
    return {row: ground for row, ground in found.items() if ground.pk not in doubled}
