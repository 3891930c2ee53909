"""One constant an act: who may do it. Roles come with logins; until then only the system's own users act."""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from forebygg.accounts.models import Municipality, SystemUser, User

ACTING: Final = frozenset(SystemUser)


@dataclass(frozen=True)
class Permission:
    """The right to one act, named <app>.<act>."""

    name: str
    holders: frozenset[SystemUser] = ACTING

    def allows(self, user: AbstractBaseUser | AnonymousUser, *, within: Municipality) -> bool:  # noqa: ARG002
        """Whether *user* may, in that municipality."""
        return isinstance(user, User) and user.is_active and user.system in self.holders

    def require(self, by: AbstractBaseUser | AnonymousUser, *, within: Municipality) -> None:
        """Raise PermissionDenied unless *by* may."""
        if not self.allows(by, within=within):
            raise PermissionDenied(self.name)
