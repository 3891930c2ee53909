"""Who someone is, and for which municipality."""

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.privacy.texts import Because, Texts

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

Row = TypeVar("Row", bound=models.Model)


class Municipality(models.Model):
    """One of those that this installation serves; none ever sees another's rows."""

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("address"), unique=True)

    texts = Texts(names_belong_here={Because.AUTHORITIES: "name"})

    class Meta:
        verbose_name = _("municipality")

    def __str__(self) -> str:
        return self.name

    @property
    def municipality(self) -> Self:
        """Itself, so that an audit entry may be about it as about anything that belongs to it."""
        return self


class MunicipalityQuerySet(models.QuerySet[Row]):
    """Rows that belong to a municipality; every selection starts with `of`."""

    def of(self, municipality: Municipality) -> Self:
        """Those of *municipality*."""
        return self.filter(municipality=municipality)


class SystemUser(models.TextChoices):
    """Who acts when nobody has logged in."""

    COMMAND = "command", _("a command")
    CLOCK = "clock", _("the clock")
    LINK = "link", _("somebody with a link")


class User(AbstractBaseUser):
    """A person who logs in, or one of the system's own.

    A system user has no address and no password and can never log in.
    """

    email = models.EmailField(_("e-mail address"), unique=True, null=True, blank=True)
    system = models.CharField(
        _("system user"), max_length=10, choices=SystemUser, unique=True, null=True, blank=True
    )
    name = models.CharField(_("name"), max_length=200)
    is_active = models.BooleanField(_("active"), default=True)
    # One of the demo's people, whose password is printed: nothing more is asked of them (accounts.demo).
    is_invented = models.BooleanField(_("invented"), default=False)

    texts = Texts(names_belong_here={Because.ACCOUNTS: "email name"}, codes="password")

    if TYPE_CHECKING:  # made by django-allauth, which has no types
        emailaddress_set: RelatedManager[Any]
        authenticator_set: RelatedManager[Any]
        socialaccount_set: RelatedManager[Any]

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = BaseUserManager["User"]()

    class Meta:
        verbose_name = _("user")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(email=None) ^ Q(system=None), name="accounts_user_person_or_system"
            ),
            # The demo's addresses end in what nobody can own (RFC 2606).
            models.CheckConstraint(
                condition=Q(is_invented=False) | Q(email__endswith=".example"),
                name="accounts_user_invented_nowhere",
            ),
        ]

    def __str__(self) -> str:
        return self.get_system_display() if self.system else self.name or gettext("a person without a name")

    @property
    def has_come(self) -> bool:
        """Whether they have chosen a password, or log in elsewhere; until then they are invited."""
        return self.has_usable_password() or self.last_login is not None
