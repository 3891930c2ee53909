"""Which papers of a case the public may see."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _


class ReleaseForm(forms.Form):
    """The numbers of the ticked papers; none ticked closes them all."""

    papers = forms.TypedMultipleChoiceField(coerce=int, required=False, label=_("Papers"))

    def __init__(self, numbers: Iterable[int], data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["papers"].choices = [(number, str(number)) for number in numbers]  # type: ignore[attr-defined]
