"""Links by which a unit answers without logging in."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet, User
from forebygg.organisation.models import Unit
from forebygg.privacy.texts import Texts


class AnswerLink(models.Model):
    """A link that opens a unit's open questions, once and until a day (svarslänk).

    What stands in the link is not kept, only its checksum: whoever reads the database cannot answer.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="answer_links", verbose_name=_("unit")
    )
    checksum = models.CharField(_("checksum"), max_length=64)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made"))
    expires_at = models.DateTimeField(_("holds until"))
    used_at = models.DateTimeField(_("used"), null=True, blank=True)

    texts = Texts(codes="checksum")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to answer by")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["municipality", "checksum"], name="commitments_link_checksum"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.expires_at:%Y-%m-%d}"
