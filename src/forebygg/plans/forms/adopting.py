"""The council's decision on an edition, as the minutes print it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from forebygg.organisation.forms.units import DayField
from forebygg.plans.models import Adoption
from forebygg.web.texts import GuardedText, OpenText

_EARLIER = gettext_lazy(
    "The edition bears a later day than the decision. Look at both; tick below if that is right all the same."
)


class AdoptionForm(forms.Form):
    """When, under which paragraph, and the minutes that show it.

    A decision earlier than the day that the edition bears is asked about once more.
    """

    decided_on = DayField(label=_("Decided on"))
    paragraph = OpenText(
        Adoption,
        "paragraph",
        label=_("Paragraph"),
        help_text=_("As printed in the minutes: § 41."),
        max_length=40,
    )
    body = OpenText(Adoption, "body", label=_("Body"), max_length=200, widget=forms.TextInput({"lang": "sv"}))
    extract = forms.TypedChoiceField(
        label=_("Minutes that show it"), coerce=int, empty_value=None, required=False
    )
    sure = forms.BooleanField(
        label=_("The decision is earlier than the day that the edition bears, and that is right"),
        required=False,
    )

    def __init__(
        self,
        dated: dt.date | None,
        papers: Iterable[tuple[int, str]],
        posted: QueryDict | None,
        initial: dict[str, Any],
    ) -> None:
        super().__init__(posted, initial=initial)
        none = ("", gettext("None of the papers in the case"))
        self.fields["extract"].choices = [none, *papers]  # type: ignore[attr-defined]
        self.dated = dated
        day = posted.get("decided_on", "") if posted else ""
        # Only a whole day as browsers send it: others are told as wrong, and asked about when they are right.
        if not (dated and day and day < dated.isoformat()):
            del self.fields["sure"]

    def clean(self) -> dict[str, Any]:
        """Whether an earlier day is meant."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if "sure" in self.fields and "decided_on" in told and not told.get("sure"):
            raise ValidationError({"sure": _EARLIER})
        return told


class WithdrawalForm(forms.Form):
    """Why a decision was recorded wrongly."""

    because = GuardedText(
        Adoption,
        "withdrawn_because",
        label=_("Why it was recorded wrongly"),
        widget=forms.Textarea({"rows": 3, "lang": "sv"}),
    )
