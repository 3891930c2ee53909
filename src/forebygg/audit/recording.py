"""The one door into the audit: `record` is a service's last statement."""

import hashlib
import json
from typing import Any, ClassVar, Final, Protocol

from django.db import transaction
from django.utils import timezone

from forebygg.accounts.models import Municipality, User
from forebygg.audit.events import Event
from forebygg.audit.models import Entry, Head

_JSON: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Subject(Protocol):
    """What an entry can be about: a stored row that belongs to a municipality."""

    pk: Any
    _meta: ClassVar[Any]

    @property
    def municipality(self) -> Municipality:
        """Whose it is."""


def record(event: Event, *, about: Subject, by: User) -> Entry:
    """Add the entry of an act, inside the act's own transaction.

    Raises TransactionManagementError outside one: no act without its entry, no entry without its act.
    """
    municipality = about.municipality
    if not transaction.get_connection().in_atomic_block:
        message = "an act is recorded in the transaction that carries it out"
        raise transaction.TransactionManagementError(message)
    heads = Head.objects.select_for_update().filter(municipality=municipality)
    if (head := heads.first()) is None:
        Head.objects.get_or_create(municipality=municipality)
        head = heads.get()
    entry = Entry(
        municipality=municipality,
        number=head.number + 1,
        at=timezone.now(),
        by=by,
        event=event.name,
        data=event.data(),
        about_type=about._meta.label_lower,  # noqa: SLF001 - Django's public name for it
        about_id=about.pk,
        previous=head.hash,
    )
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    head.number, head.hash = entry.number, entry.hash
    head.save(update_fields=["number", "hash"])
    return entry


def digest(entry: Entry) -> str:
    """SHA-256 over everything the entry says and the hash of the one before it."""
    return said_by(
        (
            entry.municipality_id,
            entry.number,
            entry.at,
            entry.by_id,
            entry.event,
            entry.data,
            entry.about_type,
            entry.about_id,
            entry.previous,
        )
    )


def said_by(values: tuple[Any, ...]) -> str:
    """The hash of these values of an entry, in this order, its moment the third.

    Written down in docs/howto/audit.md, so that others can compute it without us.
    """
    text = _JSON.encode([*values[:2], values[2].isoformat(), *values[3:]])
    return hashlib.sha256(text.encode()).hexdigest()
