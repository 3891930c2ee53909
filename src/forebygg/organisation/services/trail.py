"""Copies of the audit trail, taken away; that it was done is itself told there."""

import csv
import io
import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.audit.events import AuditExported
from forebygg.audit.models import Entry, Head
from forebygg.audit.recording import record
from forebygg.organisation.permissions import READ_AUDIT, Viewer
from forebygg.organisation.selectors.trail import Asked, Told, found, tell

Form = Literal["csv", "jsonl"]
_AT_A_TIME: Final = 1_000
# What a spreadsheet would take for a formula, at the beginning of a cell.
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, kw_only=True)
class Copy:
    """The entries that were asked for, oldest first, as they stood when they were."""

    rows: MunicipalityQuerySet[Entry]
    municipality: Municipality
    viewer: Viewer
    form: Form
    language: str

    def __iter__(self) -> Iterator[str]:
        """The file piece by piece: however many entries there are, some are held at a time."""
        with translation.override(self.language):
            beginning = _begin_csv() if self.form == "csv" else ""
        if beginning:
            yield beginning
        rows = self.rows.order_by("number").iterator(chunk_size=_AT_A_TIME)
        while entries := list(itertools.islice(rows, _AT_A_TIME)):
            with translation.override(self.language):
                piece = self._written(entries)
            yield piece

    def _written(self, entries: Sequence[Entry]) -> str:
        told = tell(entries, self.municipality, self.viewer)
        return _csv(map(_row, told)) if self.form == "csv" else "".join(f"{_line(one)}\n" for one in told)


@transaction.atomic
def export(asked: Asked, form: Form, *, within: Municipality, by: User) -> Copy:
    """What the trail shows this reader when asked so. Taking it away is an act."""
    READ_AUDIT.require(by, within=within)
    viewer = Viewer.of(by, within)
    last = Head.objects.select_for_update().filter(municipality=within).first()
    number = last.number if last else 0
    rows = found(within, viewer, asked).filter(number__lte=number)
    record(AuditExported(entries=rows.count(), last=number, form=form), about=within, by=by)
    language = translation.get_language() or "sv"
    return Copy(rows=rows, municipality=within, viewer=viewer, form=form, language=language)


def _begin_csv() -> str:
    """The heads; a byte order mark before them, by which spreadsheets know UTF-8."""
    heads = (gettext("Number"), gettext("Time"), gettext("What happened"), gettext("Kind"), gettext("Hash"))
    return "\ufeff" + _csv([heads])


def _row(told: Told) -> tuple[object, ...]:
    entry = told.entry
    at = timezone.localtime(entry.at).strftime("%Y-%m-%d %H:%M:%S")
    return entry.number, at, _no_formula(told.sentence), "" if told.is_kept else entry.event, entry.hash


def _no_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _csv(rows: Iterator[tuple[object, ...]] | Sequence[tuple[object, ...]]) -> str:
    """With semicolons, as spreadsheets in Swedish expect."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _line(told: Told) -> str:
    """All that the entry holds, so that its hash can be computed; without it, what the reader may know."""
    entry = told.entry
    said: dict[str, object] = {
        "municipality": entry.municipality_id,
        "number": entry.number,
        "at": entry.at.isoformat(),
        "by": entry.by_id,
    }
    if not told.is_kept:
        said |= {
            "event": entry.event,
            "data": entry.data,
            "about": {"type": entry.about_type, "id": entry.about_id},
        }
    said |= {"sentence": told.sentence, "previous": entry.previous, "hash": entry.hash}
    return json.dumps(said, ensure_ascii=False)
