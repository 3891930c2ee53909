"""A coordinator's own list of measures becomes commitments: all of it in one act, or nothing."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from django.db import transaction

from forebygg.accounts.models import Municipality, User
from forebygg.audit.recording import record
from forebygg.commitments import permissions
from forebygg.commitments.errors import ListRefused
from forebygg.commitments.events import ListReadIn
from forebygg.commitments.models import Commitment, Ground, ListColumns, Meaning, MeasureList, Share
from forebygg.commitments.selectors.lists.comparing import Comparison, Effect, Outcome, ReadAs, compare
from forebygg.commitments.selectors.lists.meaning import Said
from forebygg.commitments.selectors.lists.table import Table
from forebygg.commitments.services.concerning import settle_units
from forebygg.commitments.services.terms import lock, next_number
from forebygg.organisation.rules import known_by

_BATCH: Final = 500
_MANY: Final = frozenset({"goals", "units"})


@transaction.atomic
def read_list(within: Municipality, table: Table, read_as: ReadAs, *, name: str, by: User) -> Comparison:
    """Commitments from the list; what its columns are and whom its words mean is remembered.

    The same list a second time changes nothing. Raises ListRefused when a row is wrong.
    """
    permissions.CHANGE.require(by, within=within)
    lock(within)
    found = compare(within, table, read_as)
    if found.faults:
        raise ListRefused(count=len({fault.number for fault in found.faults}))
    if not found.changes_anything:
        return found
    _remember(within, found)
    made, changed = found.of(Effect.ADDED), found.of(Effect.CHANGED)
    if made or changed:
        measures = MeasureList.objects.create(
            municipality=within,
            name=name[:200],
            sheet=table.called[:200],
            checksum=table.checksum,
            read_by=by,
        )
        _make(within, made, measures, table.key)
        _change(changed, measures, table.key)
    told = ListReadIn(made=len(made), changed=len(changed), checksum=table.checksum)
    record(told, about=within, by=by)
    return found


def _remember(within: Municipality, found: Comparison) -> None:
    columns = [column or "" for column in found.columns]
    ListColumns.objects.update_or_create(
        municipality=within, heads=found.table.key, defaults={"columns": columns}
    )
    for said in found.new_meanings:
        Meaning.objects.update_or_create(
            municipality=within, column=said.column, words=known_by(said.words)[:300], defaults=_meant(said)
        )


def _meant(said: Said) -> dict[str, Any]:
    meant = said.meant
    if meant is None:
        return {}
    return {"post": meant.post, "unit": meant.unit, "is_all_under": meant.is_all_under}


def _make(within: Municipality, rows: Sequence[Outcome], measures: MeasureList, heads: str) -> None:
    number = next_number(within)
    made = Commitment.objects.bulk_create(
        (
            Commitment(municipality=within, number=number + place, **_fields(row, row.wanted.fields))
            for place, row in enumerate(rows)
        ),
        batch_size=_BATCH,
    )
    Ground.objects.bulk_create(
        (
            Ground(
                municipality=within,
                commitment=commitment,
                kind=Ground.Kind.LIST,
                measures=measures,
                row=row.wanted.row,
                said=row.wanted.said | {"heads": heads},
            )
            for commitment, row in zip(made, rows, strict=True)
        ),
        batch_size=_BATCH,
    )
    Share.objects.bulk_create(
        (
            Share(municipality=within, commitment=commitment, unit=unit)
            for commitment, row in zip(made, rows, strict=True)
            for unit in row.wanted.fields.get("units", ())
        ),
        batch_size=_BATCH,
    )
    serves = Commitment.goals.through
    serves.objects.bulk_create(
        (
            serves(commitment_id=commitment.pk, goal_id=goal.pk)
            for commitment, row in zip(made, rows, strict=True)
            for goal in row.wanted.fields.get("goals", ())
        ),
        batch_size=_BATCH,
    )


def _change(rows: Sequence[Outcome], measures: MeasureList, heads: str) -> None:
    """What the rows say otherwise than before; what else has been changed here stays."""
    for row in rows:
        commitment, ground = row.commitment, row.ground
        if commitment is None or ground is None:
            continue
        fields = _fields(row, row.changed)
        for name, value in fields.items():
            setattr(commitment, name, value)
        if fields:
            commitment.save(update_fields=list(fields))
        if "goals" in row.changed:
            commitment.goals.set(row.wanted.fields["goals"])
        if "units" in row.changed:
            _concern(commitment, row, ground.said or {})
        ground.said = (ground.said or {}) | row.wanted.said | {"heads": heads}
        ground.measures, ground.row = measures, row.wanted.row
        ground.save(update_fields=["said", "measures", "row"])


def _concern(commitment: Commitment, row: Outcome, before: Mapping[str, Any]) -> None:
    """Those that the list has taken away are lifted; those that a person has chosen here stay."""
    wanted = {unit.number: unit for unit in row.wanted.fields["units"]}
    dropped = {*before.get("units", ())} - {*wanted}
    now = {
        share.unit.number: share.unit
        for share in commitment.shares.filter(lifted_on=None).select_related("unit")
        if share.unit.number not in dropped
    }
    settle_units(commitment, (now | wanted).values())


def _fields(row: Outcome, names: Collection[str]) -> dict[str, Any]:
    """As the model's fields are called."""
    told = row.wanted.fields
    return {name: told[name] for name in names if name in told and name not in _MANY}
