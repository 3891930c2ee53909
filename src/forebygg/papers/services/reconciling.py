"""Rows made to say what was read, writing only what differs."""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)
_BATCH = 500


@dataclass
class Reconciled(Generic[Row]):
    """The rows now standing, by key, and how many were written."""

    rows: dict[Hashable, Row] = field(default_factory=dict)
    created: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def written(self) -> int:
        """How many rows were touched; 0 when everything stood already."""
        return self.created + self.changed + self.removed


def reconcile(
    stored: Iterable[Row],
    wanted: Iterable[Row],
    *,
    key: Callable[[Row], Hashable],
    kept: Collection[str] = (),
) -> Reconciled[Row]:
    """Create, change and remove until the stored rows are the wanted ones.

    Rows of one *key* are the same row and keep their primary key; *kept* names the fields that are not
    read from papers. Four queries at most for each batch of rows, however many differ.
    """
    result = Reconciled[Row]()
    standing = {key(row): row for row in stored}
    new: list[Row] = []
    changed: list[Row] = []
    differing: set[str] = set()
    for row in wanted:
        name = key(row)
        old = standing.pop(name, None)
        if old is None:
            new.append(row)
            result.rows[name] = row
            continue
        result.rows[name] = old
        if fields := _differing(old, row, kept):
            for one in fields:
                setattr(old, one, getattr(row, one))
            differing.update(fields)
            changed.append(old)
    if standing:
        gone = [*standing.values()]
        _table(gone[0]).filter(pk__in=[row.pk for row in gone]).delete()
    if changed:
        _table(changed[0]).bulk_update(changed, sorted(differing), batch_size=_BATCH)
    if new:
        _table(new[0]).bulk_create(new, batch_size=_BATCH)
    result.created, result.changed, result.removed = len(new), len(changed), len(standing)
    return result


def _differing(old: Row, new: Row, kept: Collection[str]) -> set[str]:
    fields = old._meta.concrete_fields  # noqa: SLF001 - Django's public name for it
    return {
        one.attname
        for one in fields
        if not one.primary_key
        and one.name not in kept
        and getattr(old, one.attname) != getattr(new, one.attname)
    }


def _table(row: Row) -> "models.Manager[Row]":
    manager: models.Manager[Row] = type(row)._default_manager  # noqa: SLF001 - Django's public name for it
    return manager
