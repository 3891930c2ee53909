"""The figures of a closed round, as they were."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, MunicipalityQuerySet
from forebygg.followup.models.rounds import Round
from forebygg.privacy.texts import Texts


class FrozenPart(models.Model):
    """A part of what was frozen: "commitments", "goals", "boards", and "cells:3" for the units of board 3.

    What each holds is written down in round.schema.json. Rows are added at closing and never change.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="parts")
    name = models.CharField(_("name"), max_length=20)
    content = models.JSONField(_("content"))
    checksum = models.CharField(_("checksum"), max_length=64)

    texts = Texts(codes="name content checksum")
    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("frozen part of a round")
        ordering: ClassVar = ["round", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "name"], name="followup_frozen_once"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.name}"
