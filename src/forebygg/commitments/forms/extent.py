"""Why the light mode is begun or ended."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forebygg.commitments.models import ExtentChoice
from forebygg.web.texts import GuardedText


class ExtentForm(forms.Form):
    """The reason; what is chosen is the other than what holds."""

    because = GuardedText(
        ExtentChoice,
        "because",
        label=_("Why"),
        help_text=_("For example: we are few, and follow the plan up in the boards’ ordinary meetings."),
        max_length=2_000,
        widget=forms.Textarea({"rows": 3, "lang": "sv"}),
    )
