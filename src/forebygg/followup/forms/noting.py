"""What was wrong in a closed round."""

from django import forms
from django.utils.translation import gettext_lazy as _

from forebygg.followup.models import Note
from forebygg.web.texts import GuardedText


class NoteForm(forms.Form):
    """What is right instead, and why it came out otherwise."""

    text = GuardedText(
        Note, "text", label=_("What is right"), widget=forms.Textarea({"rows": 4, "lang": "sv"})
    )
    because = GuardedText(
        Note, "because", label=_("Reason"), widget=forms.Textarea({"rows": 2, "lang": "sv"})
    )
