"""What becomes of a commitment whose sentence is otherwise now."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.commitments.models import Commitment
from forebygg.web.texts import GuardedText


class FollowForm(forms.Form):
    """Keep it, word it anew, or end it."""

    KEEP: ClassVar = "keep"
    REWORD: ClassVar = "reword"
    END: ClassVar = "end"

    how = forms.ChoiceField(
        label=_("What becomes of it"),
        choices=[
            (KEEP, _("It holds as it is")),
            (REWORD, _("It holds, in these words")),
            (END, _("It ends")),
        ],
        widget=forms.RadioSelect,
    )
    what = GuardedText(
        Commitment,
        "what",
        label=_("What is promised"),
        required=False,
        help_text="",
        widget=forms.Textarea({"rows": 3, "lang": "sv"}),
    )
    because = GuardedText(
        Commitment,
        "ended_because",
        label=_("Why it ends"),
        required=False,
        help_text="",
        widget=forms.Textarea({"rows": 2, "lang": "sv"}),
    )

    def clean(self) -> dict[str, Any]:
        """What each choice needs."""
        told: dict[str, Any] = super().clean() or {}
        needs = {self.REWORD: "what", self.END: "because"}.get(told.get("how", ""))
        if needs and needs in told and not told[needs]:
            self.add_error(needs, gettext("Say this too."))
        return told
