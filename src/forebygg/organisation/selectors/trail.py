"""The audit trail as people read it: who did what, in their language, with things called by their names."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, SystemUser, User
from forebygg.audit.events import Event, Mention, parts
from forebygg.audit.models import Entry
from forebygg.organisation.naming import Key, Named, names_of, subjects
from forebygg.organisation.permissions import Viewer
from forebygg.web.html import Html, escaped
from forebygg.web.numbers import whole_number

# By their moments: a clock that was set back does not hide an entry from the day that was asked for.
NEWEST_FIRST: Final = ("-at", "-number")
_LINK: Final = Html('<a href="{url}">{words}</a>')
_PERSON: Final = Html("<strong>{who}</strong> {told}")
_FIELD: Final = re.compile(r"\{\w+\}")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the reader of the trail asked for; nonsense counts as nothing."""

    by: int | None = None
    kind: str = ""
    model: str = ""
    number: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        kind, model = query.get("kind", ""), query.get("about", "")
        model = model if model in subjects() else ""
        return cls(
            by=whole_number(query.get("by")),
            kind=kind if kind in Event.kinds else "",
            model=model,
            number=whole_number(query.get("number")) if model and subjects()[model].numbered else None,
            since=_day(query.get("since", "")),
            until=_day(query.get("until", "")),
        )

    @property
    def is_anything(self) -> bool:
        return self != Asked()

    @property
    def fields(self) -> dict[str, str]:
        """What was asked for, as the form's fields hold it."""
        held = {
            "by": self.by,
            "kind": self.kind,
            "about": self.model,
            "number": self.number,
            "since": self.since,
            "until": self.until,
        }
        return {name: str(value) for name, value in held.items() if value}


def _day(text: str) -> dt.date | None:
    try:
        return parse_date(text[:10])
    except ValueError:
        return None


def found(municipality: Municipality, viewer: Viewer, asked: Asked) -> MunicipalityQuerySet[Entry]:
    """The entries, newest first.

    Whoever asks for one kind of act, or for what one thing is about, does not get those of which they may
    not know what was done: the answer would tell it.
    """
    rows = Entry.objects.of(municipality)
    if asked.by:
        rows = rows.filter(by=asked.by)
    if asked.kind:
        rows = rows.filter(event=asked.kind)
    if asked.model:
        rows = rows.filter(about_type=asked.model)
        numbered = subjects()[asked.model].numbered
        if asked.number and numbered:
            rows = rows.filter(about_id__in=list(numbered(asked.number, municipality)))
    if asked.kind or asked.model:
        for model, subject in subjects().items():
            if subject.kept_from:
                kept = subject.kept_from(viewer, municipality).values("pk")
                rows = rows.exclude(Q(about_type=model, about_id__in=kept))
    if asked.since:
        rows = rows.filter(at__gte=_midnight(asked.since))
    if asked.until and asked.until < dt.date.max:
        rows = rows.filter(at__lt=_midnight(asked.until + dt.timedelta(days=1)))
    return rows.order_by(*NEWEST_FIRST)


def _midnight(day: dt.date) -> dt.datetime:
    """When the day begins where the municipality is."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


@dataclass(frozen=True, kw_only=True)
class Told:
    """An entry as this reader may read it; `is_kept` when only that something was done may be told."""

    entry: Entry
    who: str
    pieces: Sequence[Named]
    is_kept: bool = False

    @property
    def sentence(self) -> str:
        return capfirst(f"{self.who} {''.join(piece.words for piece in self.pieces)}")

    @property
    def html(self) -> SafeString:
        """The sentence, with links to what it tells of."""
        told = "".join(
            _LINK(url=one.url, words=one.words) if one.url else escaped(one.words) for one in self.pieces
        )
        return _PERSON(who=capfirst(self.who), told=SafeString(told))


def tell(entries: Sequence[Entry], municipality: Municipality, viewer: Viewer) -> list[Told]:
    """The entries with everything called by its name, in a number of queries that does not grow with them."""
    kept = _kept(entries, municipality, viewer)
    said = [[] if entry.pk in kept else parts(entry.event, entry.data) for entry in entries]
    keys: dict[str, set[Key]] = defaultdict(set)
    keys["accounts.user"].update(entry.by_id for entry in entries)
    for mention in (part for sentence in said for part in sentence if isinstance(part, Mention)):
        if mention.to and isinstance(mention.value, int | str):
            keys[mention.to].add(mention.value)
    names = names_of(keys, municipality, viewer)
    secret = Named(gettext("did something in a matter that another authority keeps to itself"))
    return [
        Told(
            entry=entry,
            who=names["accounts.user", entry.by_id].words,
            pieces=[secret] if entry.pk in kept else [_named(part, names) for part in sentence],
            is_kept=entry.pk in kept,
        )
        for entry, sentence in zip(entries, said, strict=True)
    ]


def _named(part: str | Mention, names: dict[tuple[str, Key], Named]) -> Named:
    """Words as they are; a thing by its name, or by its key when nobody knows it any more."""
    if isinstance(part, Mention) and part.to and isinstance(part.value, int | str):
        return names.get((part.to, part.value)) or Named(str(part))
    return Named(str(part))


def _kept(entries: Iterable[Entry], municipality: Municipality, viewer: Viewer) -> set[int]:
    """The keys of those entries that are about what is kept from the viewer. One query a kind of thing."""
    about: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        about[entry.about_type].add(entry.about_id)
    kept: set[tuple[str, int]] = set()
    for model, keys in about.items():
        subject = subjects().get(model)
        if subject and subject.kept_from:
            rows = subject.kept_from(viewer, municipality).filter(pk__in=keys)
            kept.update((model, key) for key in rows.values_list("pk", flat=True))
    return {entry.pk for entry in entries if (entry.about_type, entry.about_id) in kept}


@dataclass(frozen=True)
class Choices:
    """What the trail can be narrowed to: values and what they are called, in the order of the words."""

    people: Sequence[tuple[str, str]]
    kinds: Sequence[tuple[str, str]]
    subjects: Sequence[tuple[str, str]]


def choices(municipality: Municipality) -> Choices:
    """Those who hold or have held a post here, and the system's own. One query."""
    people = User.objects.filter(Q(holdings__municipality=municipality) | Q(system__in=SystemUser.values))
    return Choices(
        people=_in_order((str(user.pk), capfirst(str(user))) for user in people.distinct()),
        kinds=_kinds(get_language()),
        subjects=_in_order((model, str(subject.title)) for model, subject in subjects().items()),
    )


@lru_cache
def _kinds(language: str | None) -> Sequence[tuple[str, str]]:  # noqa: ARG001 - what the words are in
    """Those of the program; tests have kinds of their own."""
    return _in_order(
        (name, capfirst(_FIELD.sub("…", str(kind.sentence))))
        for name, kind in Event.kinds.items()
        if kind.__module__.startswith("forebygg.")
    )


def _in_order(options: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(options, key=lambda option: option[1].casefold())
