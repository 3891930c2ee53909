"""Whether a chain is whole: each entry as it was written, none missing, and every head kept elsewhere met."""

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils import timezone

from forebygg.accounts.models import Municipality
from forebygg.audit.heads import ExportedHead
from forebygg.audit.models import Entry, Head
from forebygg.audit.recording import said_by
from forebygg.core.messages import N_, Translate
from forebygg.web.dates import written_day

# So many entries are held at a time, however many there are.
_AT_A_TIME: Final = 2_000
_COLUMNS: Final = (
    "municipality_id", "number", "at", "by_id", "event", "data", "about_type", "about_id", "previous", "hash",
)  # fmt: skip


class What(enum.StrEnum):
    """What can be wrong with a chain; `SENTENCES` tells each."""

    CHANGED = "changed"
    UNLINKED = "unlinked"
    MISSING = "missing"
    TWICE = "twice"
    CUT = "cut"
    ADDED = "added"
    NO_HEAD = "no_head"
    REWRITTEN = "rewritten"
    CUT_BEFORE_HEAD = "cut_before_head"


SENTENCES: Final = {
    What.CHANGED: N_("entry {number} is not as it was written"),
    What.UNLINKED: N_("entry {number} does not follow from the one before it: one of them was exchanged"),
    What.MISSING: N_("entry {number} is missing; the next that is there is {other}"),
    What.TWICE: N_("entry {number} stands more than once"),
    What.CUT: N_("the last entry is {other}, but there has been one numbered {number}: the end was cut off"),
    What.ADDED: N_("entry {number} stands after the end of the chain: it was not recorded by the program"),
    What.NO_HEAD: N_("the end of the chain has been taken away, but there are entries"),
    What.REWRITTEN: N_(
        "entry {number} is another than the one whose head was kept on {day}: it, or one before it, was"
        " changed and the chain written anew"
    ),
    What.CUT_BEFORE_HEAD: N_(
        "the last entry is {other}, but a head kept on {day} tells of one numbered {number}: entries were"
        " cut away"
    ),
}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that is wrong, at the entry with that number."""

    what: What
    number: int
    other: int = 0
    day: str = ""

    def told(self, tell: Translate) -> str:
        """The fault as a sentence without its full stop."""
        return tell(SENTENCES[self.what]).format(number=self.number, other=self.other, day=self.day)


class Chain:
    """A municipality's chain as it is gone through, entry by entry; what this tells grows meanwhile."""

    def __init__(self, municipality: Municipality, kept: Iterable[ExportedHead] = ()) -> None:
        self.municipality = municipality
        self.entries = 0
        self.last = 0
        self.hash = ""
        self.met: list[ExportedHead] = []
        self._awaited: dict[int, list[ExportedHead]] = {}
        for head in kept:
            self._awaited.setdefault(head.number, []).append(head)

    def faults(self) -> Iterator[Fault]:
        """Everything that is wrong, in the order of the entries.

        Entries that are recorded meanwhile do no harm: the end of the chain is read first, and again last.
        """
        end = Head.objects.filter(municipality=self.municipality).first()
        reached = ""
        rows = Entry.objects.of(self.municipality).order_by("number", "pk").values_list(*_COLUMNS)
        for row in rows.iterator(chunk_size=_AT_A_TIME):
            yield from self._at(row)
            if end is not None and self.last == end.number:
                reached = self.hash
        yield from self._at_the_end(end, reached)
        for number, heads in sorted(self._awaited.items()):
            for head in heads:
                yield Fault(what=What.CUT_BEFORE_HEAD, number=number, other=self.last, day=_day(head))

    def _at(self, row: tuple[Any, ...]) -> Iterator[Fault]:
        """What is wrong with an entry, and between it and the one before."""
        number, previous, digest = row[1], row[8], row[9]
        follows = number == self.last + 1
        if self.entries and number == self.last:
            yield Fault(what=What.TWICE, number=number)
        elif not follows:
            yield Fault(what=What.MISSING, number=self.last + 1, other=number)
        if said_by(row[:9]) != digest:
            yield Fault(what=What.CHANGED, number=number)
        elif previous != self.hash and follows:
            yield Fault(what=What.UNLINKED, number=number)
        self.entries, self.last, self.hash = self.entries + 1, number, digest
        for head in self._awaited.pop(number, ()):
            if head.hash == digest:
                self.met.append(head)
            else:
                yield Fault(what=What.REWRITTEN, number=number, day=_day(head))

    def _at_the_end(self, end: Head | None, reached: str) -> Iterator[Fault]:
        """Whether the chain ends where the database says that it does."""
        if end is None or self.last > end.number:
            now = Head.objects.filter(municipality=self.municipality).first()
            if now is None:
                yield from [Fault(what=What.NO_HEAD, number=self.last)] * bool(self.entries)
            elif now.number < self.last:
                yield Fault(what=What.ADDED, number=now.number + 1)
        if end is not None and self.last < end.number:
            yield Fault(what=What.CUT, number=end.number, other=self.last)
        elif end is not None and reached != end.hash:
            yield Fault(what=What.UNLINKED, number=end.number)


def _day(head: ExportedHead) -> str:
    return written_day(timezone.localdate(head.at))
