"""A round's name and days, and the day when the council met."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.followup.models import Round
from forebygg.followup.services.planning import Terms
from forebygg.organisation.forms.units import DayField
from forebygg.plans.models import Plan
from forebygg.web.texts import GuardedText


class RoundForm(forms.Form):
    """What it is called, which days it tells of, and by when the units answer."""

    name = GuardedText(
        Round,
        "name",
        label=_("Name"),
        help_text=_("For example: Follow-up, autumn 2025."),
        max_length=200,
        widget=forms.TextInput({"lang": "sv"}),
    )
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))
    answers_by = DayField(
        label=_("Answers by"),
        help_text=_(
            "Whoever has not answered by then is shown as late. Answers are taken until the closing."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """The days come in their order."""
        told = super().clean() or {}
        first = told.get("starts_on")
        for name in ("ends_on", "answers_by"):
            if first and told.get(name) and told[name] < first:
                self.add_error(name, gettext("That is before the first day."))
        return told

    @property
    def terms(self) -> Terms:
        """What was typed, when it is right."""
        return Terms(**{name: self.cleaned_data[name] for name in Terms.__dataclass_fields__})


class PlanRoundForm(RoundForm):
    """The same, and of which plan, where there are several."""

    plan = forms.ChoiceField(label=_("Plan"))
    field_order = ("plan", "name", "starts_on", "ends_on", "answers_by")

    def __init__(self, plans: Iterable[Plan], *told: Any, **options: Any) -> None:  # noqa: ANN401 - Form's own
        super().__init__(*told, **options)
        self.plans: Mapping[str, Plan] = {f"{plan.number}": plan for plan in plans}
        self.fields["plan"].choices = [(key, str(plan)) for key, plan in self.plans.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Plan:
        """The plan."""
        return self.plans[self.cleaned_data["plan"]]


class MeetingForm(forms.Form):
    """When the council met."""

    met_on = DayField(
        label=_("The council met on"),
        help_text=_("What it concludes is recorded from now on, point by point."),
    )
