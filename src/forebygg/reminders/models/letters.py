"""What somebody wants to be told of by e-mail, and which e-mails they have been sent."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.privacy.texts import Texts


class Subscription(models.Model):
    """In which language somebody is reminded, and of what they are not; who has none is reminded of all.

    `declined` holds the keys of kinds (`reminders.due.Kind`).
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="subscriptions")
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    declined = models.JSONField(_("declined"), default=list, blank=True)

    texts = Texts(codes="declined")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("choice of reminders")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "user"], name="reminders_subscription_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.language} {' '.join(self.declined)}".rstrip()


class Fate(models.TextChoices):
    """What became of an e-mail, as far as anybody can know."""

    BEGUN = "begun", _("unclear whether it was sent")
    WAITING = "waiting", _("the mail server could not take it; it is tried again")
    SENT = "sent", _("sent")
    REFUSED = "refused", _("refused by the mail server")
    GIVEN_UP = "given_up", _("given up for the day")


class Digest(models.Model):
    """One day's reminders to somebody (sammanställning): never two of a day. Its words are not kept.

    It is BEGUN before the mail server is spoken to. Whoever finds it so afterwards cannot know whether it
    was sent, and does not send it again.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="digests")
    day = models.DateField(_("day"))
    fate = models.CharField(_("what became of it"), max_length=8, choices=Fate, default=Fate.BEGUN)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    tried_at = models.DateTimeField(_("last tried"))
    coming = models.PositiveIntegerField(_("coming"), default=0)
    overdue = models.PositiveIntegerField(_("overdue"), default=0)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("e-mail with reminders")
        ordering: ClassVar = ["-day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "user", "day"], name="reminders_digest_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.day}"
