"""A purpose or a goal, and which of the plan's sentences are such."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.indicators.models import Indicator
from forebygg.organisation.forms.units import DayField
from forebygg.plans.aims import Aim
from forebygg.plans.models import Goal
from forebygg.web.texts import GuardedText

KINDS = [(kind.value, capfirst(kind.label)) for kind in Goal.Kind]


def _under() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=_("Under"), coerce=int, empty_value=None, required=False)


def _purposes(purposes: Iterable[Goal]) -> list[tuple[int | str, str]]:
    return [("", gettext("No purpose")), *((one.number, f"{one.number}. {one.text}") for one in purposes)]


class GoalForm(forms.Form):
    """What it says, what it lies under, and what follows it."""

    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS, widget=forms.RadioSelect)
    text = GuardedText(Goal, "text", label=_("Text"), widget=forms.Textarea({"rows": 3, "lang": "sv"}))
    above = _under()
    indicators = forms.TypedMultipleChoiceField(
        label=_("Indicators"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        purposes: Iterable[Goal],
        indicators: Sequence[Indicator],
        posted: QueryDict | None,
        initial: dict[str, Any],
    ) -> None:
        super().__init__(posted, initial=initial)
        self.fields["above"].choices = _purposes(purposes)  # type: ignore[attr-defined]
        if indicators:
            self.fields["indicators"].choices = [  # type: ignore[attr-defined]
                (one.number, one.name) for one in indicators
            ]
        else:
            del self.fields["indicators"]


class EndForm(forms.Form):
    """Why a goal is followed no longer."""

    on = DayField(label=_("Ended on"))
    because = GuardedText(
        Goal, "ended_because", label=_("Why"), widget=forms.Textarea({"rows": 3, "lang": "sv"})
    )


class ProposalsForm(forms.Form):
    """Which of the proposed sentences are purposes and goals; the page draws a row for each."""

    sentences = forms.TypedMultipleChoiceField(
        label=_("Sentences"), coerce=int, error_messages={"required": _("Tick at least one sentence.")}
    )
    above = _under()

    def __init__(self, proposed: Sequence[Aim], purposes: Iterable[Goal], posted: QueryDict | None) -> None:
        super().__init__(posted)
        self.proposed = proposed
        self.fields["sentences"].choices = [(aim.key, str(aim.key)) for aim in proposed]  # type: ignore[attr-defined]
        self.fields["above"].choices = _purposes(purposes)  # type: ignore[attr-defined]
        for aim in proposed:
            self.fields[f"kind-{aim.key}"] = forms.ChoiceField(choices=KINDS, required=False)

    def kind_of(self, aim: Aim) -> Goal.Kind:
        """What the sentence was said to be, else what it was taken for."""
        return Goal.Kind(self.data.get(f"kind-{aim.key}") or aim.kind)

    @property
    def chosen(self) -> list[tuple[Aim, Goal.Kind]]:
        """The ticked ones, in their order."""
        ticked = set(self.cleaned_data["sentences"])
        return [(aim, self.kind_of(aim)) for aim in self.proposed if aim.key in ticked]

    @property
    def rows(self) -> list[tuple[Aim, str, bool]]:
        """Each proposal with its kind and whether it is ticked, as typed."""
        ticked = set(self.data.getlist("sentences")) if isinstance(self.data, QueryDict) else set()
        return [
            (aim, self.data.get(f"kind-{aim.key}") or aim.kind, str(aim.key) in ticked)
            for aim in self.proposed
        ]
