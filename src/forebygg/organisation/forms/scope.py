"""How near the plan comes to the ticked units, and why."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from forebygg.organisation.forms.units import DayField
from forebygg.organisation.models import Nearness, Scope
from forebygg.web.texts import GuardedText

NEARNESS = [
    (Nearness.CONTACT.value, _("In contact: they meet those whom the plan is there for")),
    (Nearness.TOUCHED.value, _("Touched: what they do changes by the plan, without such meetings")),
    (Nearness.OUTSIDE.value, _("Not concerned")),
]


class ScopeForm(forms.Form):
    """One decision for all the ticked units, which the page draws itself."""

    units = forms.TypedMultipleChoiceField(
        coerce=int, label=_("Units"), error_messages={"required": _("Tick at least one unit.")}
    )
    nearness = forms.ChoiceField(
        label=_("How near the plan comes"), choices=NEARNESS, widget=forms.RadioSelect
    )
    reason = GuardedText(Scope, "reason", label=_("Why"), widget=forms.Textarea({"rows": 3, "lang": "sv"}))
    on = DayField(label=_("Decided on"))

    def __init__(self, numbers: Iterable[int], *told: Any, **options: Any) -> None:  # noqa: ANN401 - Form's own
        super().__init__(*told, **options)
        self.fields["units"].choices = [(number, str(number)) for number in numbers]  # type: ignore[attr-defined]
