"""To whom a unit's link is sent."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LinkForm(forms.Form):
    """The address is not kept."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Whoever opens the link answers for the unit. Send it to nobody else."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
