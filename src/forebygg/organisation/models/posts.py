"""Posts: a role in a unit or in the whole municipality; and who holds them, from when until when."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.organisation.models.units import Unit
from forebygg.privacy.texts import Texts

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Role(models.TextChoices):
    """What somebody is in the work with the plan."""

    COORDINATOR = "coordinator", _("coordinator")
    MEMBER = "member", _("member of the local crime prevention council")
    ANSWERER = "answerer", _("one who answers for a unit")
    REGISTRAR = "registrar", _("registrar")
    SECRETARY = "secretary", _("board secretary")
    EDITOR = "editor", _("editor of public pages")
    AUDITOR = "auditor", _("auditor")
    SPECIALIST = "specialist", _("member of the specialist team")
    WORKING_GROUP = "working_group", _("member of a working group")
    GUEST = "guest", _("guest")
    ADMINISTRATOR = "administrator", _("administrator")


class PostQuerySet(MunicipalityQuerySet["Post"]):
    def ownerless(self) -> Self:
        """Those that nobody holds now: what they own waits for somebody."""
        return self.exclude(Exists(Holding.objects.filter(post=OuterRef("pk")).current()))


class Post(models.Model):
    """A role somewhere (uppdrag). What somebody owns belongs to the post, so that it outlives its holder."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=13, choices=Role)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="posts", verbose_name=_("unit"), null=True, blank=True
    )

    texts = Texts(codes="role")
    objects = PostQuerySet.as_manager()

    if TYPE_CHECKING:
        holdings: RelatedManager["Holding"]

    class Meta:
        verbose_name = _("post")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["municipality", "role", "unit"],
                condition=Q(unit__isnull=False),
                name="organisation_post_in_unit",
            ),
            models.UniqueConstraint(
                fields=["municipality", "role"], condition=Q(unit=None), name="organisation_post_everywhere"
            ),
        ]

    def __str__(self) -> str:
        role = str(Role(self.role).label)
        return f"{role}, {self.unit}" if self.unit else role


class HoldingQuerySet(MunicipalityQuerySet["Holding"]):
    def current(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_at=None)


class Holding(models.Model):
    """That a person holds a post, from one day to another; many may hold the same one."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="holdings")
    since = models.DateTimeField(_("since"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    texts = Texts()
    objects = HoldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("holding of a post")
        ordering: ClassVar = ["post", "since"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["post", "user"], condition=Q(ended_at=None), name="organisation_holding_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.post}"
