"""Whom the words of a list mean: as somebody has said, or as the organisation's own names tell."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.utils.translation import override

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Meaning
from forebygg.commitments.rules.bodies import MAY_ANSWER, NEVER_BOUND
from forebygg.commitments.rules.lists.heads import Column
from forebygg.commitments.rules.proposing import match
from forebygg.commitments.selectors.choices import posts
from forebygg.organisation.models import Nearness, Post, Role, Unit
from forebygg.organisation.rules import known_by
from forebygg.organisation.selectors.units import latest_nearness

NOBODY = "nobody"


class How(StrEnum):
    """How it is known whom words mean."""

    SAID = "said"
    """Somebody has chosen, now or before."""
    NAMED = "named"
    """It is what the organisation calls it."""
    UNKNOWN = "unknown"
    PERSON = "person"
    """The words name a person, and owners are posts."""


@dataclass(frozen=True)
class Meant:
    """A post, a unit, all units under a board; or nobody here."""

    post: Post | None = None
    unit: Unit | None = None
    is_all_under: bool = False

    @property
    def code(self) -> str:
        """As forms send it."""
        if self.post:
            return f"post-{self.post.pk}"
        if self.unit:
            return f"{'under' if self.is_all_under else 'unit'}-{self.unit.number}"
        return NOBODY


@dataclass
class Said:
    """Words that stand in a column, on so many rows."""

    column: Column
    words: str
    how: How
    meant: Meant | None
    is_new: bool = False
    """Whether somebody says so now, and it is to be remembered."""
    count: int = 0

    @property
    def name(self) -> str:
        """The field that asks about them."""
        return name_of(self.column, self.words)


def name_of(column: Column, words: str) -> str:
    """A field's name for words of any length."""
    return f"w-{column}-{hashlib.sha256(known_by(words).encode()).hexdigest()[:16]}"


class Organisation:
    """Who there is to mean, and what has been said before. Five queries."""

    def __init__(self, within: Municipality, chosen: Mapping[str, str] | None = None) -> None:
        self.within, self._chosen = within, chosen or {}
        units = Unit.objects.of(within).standing().select_related("authority")
        self.units = list(units.annotate(nearness=latest_nearness()).order_by("name", "number"))
        self.posts = posts(within)
        self._by_number = {unit.number: unit for unit in self.units}
        self._by_key = {unit.pk: unit for unit in self.units}
        self._posts = {post.pk: post for post, _held in self.posts}
        self._before = {
            (one.column, one.words): one for one in Meaning.objects.of(within).filter(words__gt="")
        }
        self._names = [(unit.pk, unit.name, unit.kind) for unit in self.units]
        # A list is in its own language, whatever the reader's is.
        self._roles: dict[str, Post] = {}
        for language, _name in settings.LANGUAGES:
            with override(language):
                self._roles |= {known_by(str(post)): post for post, _held in self.posts}
        self.said: dict[tuple[Column, str], Said] = {}

    def is_known(self, column: Column, words: str) -> bool:
        """Whether it is said, or called so, whom the words mean as a whole."""
        return bool(self._remembered(column, words) or self._named(column, words))

    @property
    def boards(self) -> list[Unit]:
        """Those that may answer for a commitment."""
        return [unit for unit in self.units if unit.kind in MAY_ANSWER]

    def meant(self, column: Column, words: str) -> Said:
        """Whom the words mean there; asked again it is the same."""
        key = column, known_by(words)
        if key not in self.said:
            self.said[key] = self._found(column, words)
        self.said[key].count += 1
        return self.said[key]

    def all_under(self, board: Unit) -> list[Unit]:
        """Its units, but for those that the scope register says are not concerned."""
        return [
            unit
            for unit in self.units
            if unit.authority_id == board.pk and unit != board and unit.nearness != Nearness.OUTSIDE  # type: ignore[attr-defined] # annotated
        ]

    def answerer_of(self, unit: Unit) -> Post | None:
        """The post that answers for it, if there is one."""
        found = (post for post in self._posts.values() if post.role == Role.ANSWERER)
        return next((post for post in found if post.unit_id == unit.pk), None)

    def _found(self, column: Column, words: str) -> Said:
        known = self._remembered(column, words) or self._named(column, words)
        if known is None and names_a_person(words):
            return Said(column, words, How.PERSON, None)
        chosen = self._decoded(self._chosen.get(name_of(column, words), ""))
        if chosen is not None and chosen != (known and known[1]):
            return Said(column, words, How.SAID, chosen, is_new=True)
        if known:
            return Said(column, words, *known)
        return Said(column, words, How.UNKNOWN, None)

    def _remembered(self, column: Column, words: str) -> tuple[How, Meant] | None:
        """What holds no longer, as a unit that has been closed down, is asked about anew."""
        one = self._before.get((column, known_by(words)))
        if one is None:
            return None
        meant = Meant(self._posts.get(one.post_id or 0), self._by_key.get(one.unit_id or 0), one.is_all_under)
        is_gone = (one.post_id and not meant.post) or (one.unit_id and not meant.unit)
        return None if is_gone else (How.SAID, meant)

    def _named(self, column: Column, words: str) -> tuple[How, Meant] | None:
        if column == Column.OWNER and (post := self._roles.get(known_by(words))):
            return How.NAMED, Meant(post=post)
        key = match(words, self._names)
        if key is None:
            return None
        unit = self._by_key[key]
        if column == Column.ACCOUNTABLE:
            board = self.answering(unit)
            return (How.NAMED, Meant(unit=board)) if board else None
        return How.NAMED, Meant(unit=unit)

    def answering(self, unit: Unit) -> Unit | None:
        """The municipality's own authority that answers for what the unit does."""
        board = self._by_key.get(unit.authority_id or 0)
        return board if board and board.kind in MAY_ANSWER else None

    def is_outside(self, unit: Unit) -> bool:
        """Whether it is somebody else's, and so never bound."""
        board = self._by_key.get(unit.authority_id or 0)
        return board is not None and board.kind in NEVER_BOUND

    def _decoded(self, code: str) -> Meant | None:
        """What a form sent; None for what there is not."""
        if code == NOBODY:
            return Meant()
        kind, _dash, number = code.partition("-")
        key = int(number) if number.isdecimal() and len(number) < 10 else 0
        if kind == "post":
            return Meant(post=self._posts[key]) if key in self._posts else None
        if kind in {"unit", "under"} and key in self._by_number:
            return Meant(unit=self._by_number[key], is_all_under=kind == "under")
        return None


def names_a_person(words: str) -> bool:
    """Whether the words, or some of them, name somebody: posts own commitments, people do not."""
    # The guard's lists take a tenth of a second to read.
    from forebygg.privacy.guard import Kind, look  # noqa: PLC0415

    people = {Kind.NAME, Kind.EMAIL, Kind.PHONE, Kind.PERSONAL_NUMBER, Kind.HANDLE}
    return any(mark.kind in people for mark in look(words))


def questions(said: Sequence[Said]) -> list[Said]:
    """All that can be asked about, what is not known first, then as the list has them."""
    return sorted(
        (one for one in said if one.how is not How.PERSON), key=lambda one: one.how is not How.UNKNOWN
    )
