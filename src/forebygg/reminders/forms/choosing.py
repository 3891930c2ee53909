"""What somebody wants to be reminded of."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from forebygg.reminders.due import Kind


class ChoiceForm(forms.Form):
    """A box for each kind that may fall to them, and the language of the e-mails."""

    kinds = forms.MultipleChoiceField(
        label=_("Remind me by e-mail of"), required=False, widget=forms.CheckboxSelectMultiple
    )
    language = forms.ChoiceField(
        label=_("Language of the e-mails"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )

    def __init__(self, kinds: list[Kind], *told: Any, **options: Any) -> None:  # noqa: ANN401 - Form's own
        super().__init__(*told, **options)
        choices = [(kind.key, capfirst(str(kind.words))) for kind in kinds]
        self.fields["kinds"].choices = choices  # type: ignore[attr-defined]
