"""An indicator, and what it was in a period."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from forebygg.indicators.figures import written
from forebygg.indicators.models import DECIMALS, DIGITS, Direction, Indicator, Outcome, Period, Sex
from forebygg.organisation.forms.units import DayField
from forebygg.organisation.rules import MOST_HEADS
from forebygg.web.texts import GuardedText

_LINE = {"lang": "sv"}
# A choice without a value would be one that nobody has made.
EVERYBODY = "all"
SEXES = [(one.value or EVERYBODY, capfirst(one.label)) for one in Sex]


class FigureField(forms.DecimalField):
    """A number, with decimals where there are some: 12.5, or 12,5 as Swedish writes it."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - DecimalField's
        widget = forms.TextInput({"inputmode": "decimal"})
        super().__init__(max_digits=DIGITS, decimal_places=DECIMALS, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 - Django's own types
        """What the form begins with, as it is written; what was typed as it was typed."""
        return written(value, grouped=False) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Any:  # noqa: ANN401 - Django's own types
        """With a decimal comma and spaces between thousands too."""
        return super().to_python(
            "".join(value.split()).replace(",", ".") if isinstance(value, str) else value
        )


class IndicatorForm(forms.Form):
    """What is said of an indicator."""

    name = GuardedText(
        Indicator,
        "name",
        label=_("Name"),
        help_text=_("What the figure tells, such as: staff who know where to turn with a worry."),
        max_length=200,
        widget=forms.TextInput(_LINE),
    )
    unit = GuardedText(
        Indicator,
        "unit",
        label=_("Unit of measure"),
        help_text=_("Such as per cent, people, conversations, kronor."),
        max_length=60,
        widget=forms.TextInput(_LINE),
    )
    direction = forms.ChoiceField(
        label=_("Where it should go"),
        choices=[(one.value, capfirst(one.label)) for one in Direction],
        widget=forms.RadioSelect,
    )
    period = forms.ChoiceField(
        label=_("How often"),
        choices=[(one.value, capfirst(one.label)) for one in Period],
        help_text=_("How long the time is that one outcome tells of."),
    )
    by_sex = forms.BooleanField(
        label=_("Divided by sex"),
        help_text=_(
            "Every outcome then says how many people it rests on; what rests on fewer than five is hidden."
        ),
        required=False,
    )
    baseline = FigureField(label=_("Baseline"), help_text=_("Where it began."), required=False)
    baseline_on = DayField(label=_("Day of the baseline"), required=False)
    target = FigureField(label=_("Target"), help_text=_("Where it should be."), required=False)
    target_on = DayField(label=_("Day of the target"), required=False)


class OutcomeForm(forms.Form):
    """What an indicator was in a period; `sex` is asked for only where it is divided."""

    starts_on = forms.TypedChoiceField(label=_("Period"), coerce=dt.date.fromisoformat)
    sex = forms.ChoiceField(label=_("Of whom"), choices=SEXES)
    value = FigureField(label=_("Value"))
    heads = forms.IntegerField(
        label=_("Number of people it rests on"),
        help_text=_("Leave it empty only when the figure tells nothing of people."),
        min_value=0,
        max_value=MOST_HEADS,
        required=False,
    )
    source = GuardedText(
        Outcome,
        "source",
        label=_("Source"),
        help_text=_("Where the figure comes from, so that somebody else finds it again."),
        max_length=200,
        widget=forms.TextInput(_LINE),
    )

    def __init__(
        self,
        indicator: Indicator,
        periods: Iterable[tuple[str, str]],
        posted: QueryDict | None,
        initial: dict[str, Any],
    ) -> None:
        super().__init__(posted, initial=initial)
        self.fields["starts_on"].choices = list(periods)  # type: ignore[attr-defined]
        self.fields["value"].help_text = indicator.unit
        self.fields["heads"].required = indicator.by_sex
        if not indicator.by_sex:
            del self.fields["sex"]
