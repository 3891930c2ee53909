"""Who may do what: one constant an act, the roles beside it; and who is looking.

A frozenset of roles is the whole mechanism. The system's own users act for nobody in particular, as
commands do, and may do everything but what a person must answer for.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Final, Self

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from forebygg.accounts.models import Municipality, User
from forebygg.organisation import guests
from forebygg.organisation.models import Holding, Role, Unit

Anybody = AbstractBaseUser | AnonymousUser

# The administrator manages access and reads nothing by that right; a guest sees what they are invited to.
READING: Final = frozenset(Role) - {Role.ADMINISTRATOR, Role.GUEST}


@dataclass(frozen=True)
class Held:
    """A role that somebody holds: in a unit, of an authority, or without either in the whole municipality."""

    role: Role
    unit: int | None = None
    authority: int | None = None


@dataclass(frozen=True)
class Viewer:
    """Somebody who looks at one municipality: what they hold there, and as a guest may see of it.

    The public holds nothing and is a guest nowhere.
    """

    user: Anybody
    held: frozenset[Held] = frozenset()
    invited: frozenset[guests.Invited] = frozenset()

    @classmethod
    def of(cls, user: Anybody, municipality: Municipality) -> Self:
        """*user* as they stand in *municipality*. One query, two for guests, none for public and system."""
        if not isinstance(user, User) or not user.is_active or user.system:
            return cls(user)
        holdings = Holding.objects.of(municipality).current().filter(user=user)
        rows = holdings.values_list("post__role", "post__unit", "post__unit__authority")
        held = frozenset(Held(Role(role), unit, authority) for role, unit, authority in rows)
        is_guest = any(one.role is Role.GUEST for one in held)
        return cls(user, held, guests.invited(user, municipality) if is_guest else frozenset())

    @property
    def is_system(self) -> bool:
        """Whether it is the program itself that looks, as when a command reads a case."""
        return isinstance(self.user, User) and self.user.is_active and bool(self.user.system)

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(one.role for one in self.held)

    @cached_property
    def reads(self) -> bool:
        """Whether they see more of what the municipality works with than the public does."""
        return self.is_system or not READING.isdisjoint(self.roles)

    @cached_property
    def authorities(self) -> frozenset[int]:
        """The authorities whose own matters they see: those in which they hold a post that reads."""
        return frozenset(
            one.authority for one in self.held if one.role in READING and one.authority is not None
        )

    def may(self, permission: "Permission", *, at: Unit | None = None) -> bool:
        """Whether they have the right to an act, there."""
        return permission.given_to(self, at=at)


@dataclass(frozen=True)
class Permission:
    """The right to one act, named <app>.<act>."""

    name: str
    roles: frozenset[Role]
    by_system: bool = True

    named: ClassVar[dict[str, "Permission"]] = {}

    def __post_init__(self) -> None:
        """Know every right by its name; two of one name is a mistake."""
        if self.named.setdefault(self.name, self) != self:
            message = f"two permissions are named {self.name}"
            raise TypeError(message)

    def given_to(self, viewer: Viewer, *, at: Unit | None = None) -> bool:
        """Whether *viewer* has it; *at* a unit, by a role there, at its authority or everywhere."""
        if viewer.is_system:
            return self.by_system
        held = [one for one in viewer.held if one.role in self.roles]
        if at is None:
            return bool(held)
        reach = {None, at.pk, at.authority_id}
        return any(one.unit in reach for one in held)

    def allows(self, user: Anybody, *, within: Municipality, at: Unit | None = None) -> bool:
        """Whether *user* has it in that municipality. One query."""
        return self.given_to(Viewer.of(user, within), at=at)

    def require(self, by: Anybody, *, within: Municipality, at: Unit | None = None) -> None:
        """Raise PermissionDenied unless *by* has it."""
        if not self.allows(by, within=within, at=at):
            raise PermissionDenied(self.name)


APPOINT: Final = Permission("organisation.appoint", frozenset({Role.ADMINISTRATOR}))
SEE: Final = Permission("organisation.see", READING | {Role.ADMINISTRATOR})
ORGANISE: Final = Permission("organisation.organise", frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}))
COUNT: Final = Permission("organisation.count", frozenset({Role.COORDINATOR, Role.ANSWERER}))
DECIDE_SCOPE: Final = Permission("organisation.decide_scope", frozenset({Role.COORDINATOR}))
READ_AUDIT: Final = Permission(
    "organisation.read_audit", frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.COORDINATOR})
)
FORGET: Final = Permission("organisation.forget", frozenset({Role.ADMINISTRATOR}))
RECOVER: Final = Permission("organisation.recover", frozenset({Role.ADMINISTRATOR}), by_system=False)
