"""Every cell of the matrix as rows of a spreadsheet, and such a sheet filled in, beside what is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.text import capfirst
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality
from forebygg.commitments.errors import NoSuchSheet
from forebygg.commitments.marks import STANDS
from forebygg.commitments.models import Answer, Share, State
from forebygg.core.messages import N_, Notice
from forebygg.organisation.models import Unit
from forebygg.organisation.spreadsheets import Fault, read_sheet
from forebygg.organisation.spreadsheets.sheet import Row
from forebygg.organisation.spreadsheets.writing import Column, Value, plain_again
from forebygg.web.numbers import whole_number

LONGEST: Final = 2_000
"""Characters of a text in a cell; as many as the page takes."""

COMMITMENT, WHAT, UNIT, NAME, BOARD = "commitment", "what", "unit", "name", "board"
STATE, ON, EVIDENCE, BECAUSE, ANSWER = "state", "on", "evidence", "because", "answer"
_HEADS: Final = {
    COMMITMENT: (_("Commitment number"), 12),
    WHAT: (_("What is promised"), 60),
    UNIT: (_("Unit number"), 12),
    NAME: (_("Unit"), 30),
    BOARD: (_("Board"), 30),
    STATE: (_("State"), 18),
    ON: (_("Answered on"), 14),
    EVIDENCE: (_("What shows it"), 50),
    BECAUSE: (_("Why not"), 50),
    ANSWER: (_("Answer number (leave as it is)"), 14),
}
_NEEDED: Final = (COMMITMENT, UNIT, STATE, ANSWER)

_NO_NUMBERS: Final = N_("The numbers of the commitment and the unit are not there. Leave them as they came.")
_NOT_CONCERNED: Final = N_("Commitment {commitment} does not concern unit {unit}. Take the row away.")
_TWICE: Final = N_("Commitment {commitment} and unit {unit} stand in row {row} too. Keep one of them.")
_NO_STATE: Final = N_("“{state}” is no state that is known. Choose one of: {states}.")
_EMPTIED: Final = N_("What has been answered cannot be taken back. Write a state.")
_SAID_ALREADY: Final = N_("The unit has answered since the sheet was taken out. Take out a new sheet.")
_LONG: Final = N_("The text has {length} characters, and there is room for {longest}.")
_NO_EVIDENCE: Final = N_("Say what shows that it is done.")
_NO_REASON: Final = N_("Say why it does not apply.")


@dataclass(frozen=True)
class Said:
    """What stands in the cells of one row that somebody fills in."""

    state: str
    evidence: str
    because: str


@dataclass(frozen=True)
class Difference:
    """A row that says something else than what is known."""

    number: int
    share: Share
    now: Said

    @property
    def before(self) -> Said:
        return Said(self.share.state, self.share.evidence, self.share.because)


@dataclass(frozen=True)
class Comparison:
    """A sheet beside what is known: every row is a difference, a fault, or as before."""

    differences: Sequence[Difference]
    faults: Sequence[Fault]
    unchanged: int

    @property
    def doubtful(self) -> Sequence[int]:
        """The rows whose new texts look like personal data."""
        # The guard's lists take a tenth of a second to read.
        from forebygg.privacy.guard import look  # noqa: PLC0415

        return [
            one.number
            for one in self.differences
            if any(look(now) for now, before in _texts(one) if now and now != before)
        ]


def columns() -> list[Column]:
    """The heads in the language now active."""
    states = [capfirst(str(mark.words)) for state, mark in STANDS.items() if state]
    return [
        Column(head=str(head), width=width, choices=states if key == STATE else ())
        for key, (head, width) in _HEADS.items()
    ]


def rows(within: Municipality, board: Unit | None = None) -> Iterator[Sequence[Value]]:
    """Every part that a unit has in a commitment, board by board and unit by unit. One query."""
    shares = _shares(within)
    if board:
        shares = shares.filter(unit__authority=board)
    words = {state: capfirst(str(mark.words)) if state else "" for state, mark in STANDS.items()}
    told = shares.order_by(
        "unit__authority__name", "unit__name", "unit__number", "commitment__number"
    ).values_list(
        "commitment__number", "commitment__what", "unit__number", "unit__name", "unit__authority__name",
        "state", "answered_on", "evidence", "because", "latest",
    )  # fmt: skip
    for number, what, unit, name, authority, state, on, evidence, because, latest in told.iterator():
        day = on.isoformat() if on else ""
        yield number, what, unit, name, authority or "", words[state], day, evidence, because, latest or ""


def compare(within: Municipality, data: bytes) -> Comparison:
    """Raises a SpreadsheetError, or NoSuchSheet for what has not come from here. One query."""
    sheet = read_sheet(data).rows
    at = _columns(sheet[0])
    if any(key not in at for key in _NEEDED):
        raise NoSuchSheet
    shares = _shares(within).select_related("commitment", "unit")
    known = {(one.commitment.number, one.unit.number): one for one in shares}
    differences: list[Difference] = []
    faults: list[Fault] = []
    seen: dict[tuple[int, int], int] = {}
    for row in sheet[1:]:
        found = _Filled(row, at).beside(known, seen)
        if isinstance(found, Notice):
            faults.append(Fault(row.number, found))
        elif found is not None:
            differences.append(found)
    return Comparison(differences, faults, len(sheet) - 1 - len(differences) - len(faults))


class _Filled:
    """A row of a sheet, as somebody has filled it in."""

    def __init__(self, row: Row, at: Mapping[str, int]) -> None:
        self.row = row
        self._cells = {
            key: plain_again(row.cells[column]) if column < len(row.cells) else ""
            for key, column in at.items()
        }

    def _cell(self, key: str) -> str:
        return self._cells.get(key, "").strip()

    def beside(
        self, known: Mapping[tuple[int, int], Share], seen: dict[tuple[int, int], int]
    ) -> Difference | Notice | None:
        """What it would change, what is wrong with it, or None when it says what is known."""
        commitment, unit = whole_number(self._cell(COMMITMENT)), whole_number(self._cell(UNIT))
        if commitment is None or unit is None:
            return Notice(_NO_NUMBERS)
        place = commitment, unit
        if (share := known.get(place)) is None:
            return Notice(_NOT_CONCERNED, commitment=commitment, unit=unit)
        if (first := seen.setdefault(place, self.row.number)) != self.row.number:
            return Notice(_TWICE, commitment=commitment, unit=unit, row=first)
        state = _states().get(self._cell(STATE).casefold())
        if state is None:
            return Notice(_NO_STATE, state=self._cell(STATE)[:60], states=", ".join(map(str, State.labels)))
        told = Difference(self.row.number, share, Said(state, self._cell(EVIDENCE), self._cell(BECAUSE)))
        return None if _is_same(told) else _wrong(told, self._cell(ANSWER)) or told


def _is_same(told: Difference) -> bool:
    """Line ends and spaces are no news."""
    return _words(told.now) == _words(told.before)


def _words(said: Said) -> tuple[str, list[str], list[str]]:
    return said.state, said.evidence.split(), said.because.split()


def _wrong(told: Difference, answer: str) -> Notice | None:
    now = told.now
    if (whole_number(answer) or 0) != (told.share.latest or 0):  # type: ignore[attr-defined] # annotated
        return Notice(_SAID_ALREADY)
    if not now.state:
        return Notice(_EMPTIED)
    for text in (now.evidence, now.because):
        if len(text) > LONGEST:
            return Notice(_LONG, length=len(text), longest=LONGEST)
    if now.state == State.DONE and not now.evidence:
        return Notice(_NO_EVIDENCE)
    if now.state == State.NOT_APPLICABLE and not now.because:
        return Notice(_NO_REASON)
    return None


def _texts(one: Difference) -> Iterable[tuple[str, str]]:
    return (one.now.evidence, one.before.evidence), (one.now.because, one.before.because)


def _shares(within: Municipality) -> QuerySet[Any, Any]:
    """With `latest`, the number of the unit's last answer."""
    last = Answer.objects.filter(share=OuterRef("pk")).order_by("-number").values("number")[:1]
    return Share.objects.of(within).current().annotate(latest=Subquery(last))


def _columns(head: Row) -> dict[str, int]:
    """Which column is which, by the words above it in any of our languages."""
    known = _known_heads()
    return {known[word]: at for at, cell in enumerate(head.cells) if (word := cell.casefold()) in known}


@cache
def _known_heads() -> Mapping[str, str]:
    return _in_each_language({key: head for key, (head, _width) in _HEADS.items()})


@cache
def _states() -> Mapping[str, str]:
    """States by their words, in any of our languages; nothing is never answered."""
    return {"": ""} | _in_each_language({state: mark.words for state, mark in STANDS.items()})


def _in_each_language(words: Mapping[str, object]) -> dict[str, str]:
    known: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            known |= {gettext(str(word)).casefold(): key for key, word in words.items()}
    return known
