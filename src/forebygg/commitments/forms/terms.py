"""What a commitment says, as a person types it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.commitments.models import Commitment, Level, Rhythm
from forebygg.commitments.rules.extent import FULL, Extent
from forebygg.commitments.services.terms import Terms
from forebygg.organisation.models import Unit
from forebygg.plans.models import Goal
from forebygg.web.texts import GuardedText

MOST_HOURS = 10_000_000
MOST_MONEY = 10**12


class DayField(forms.DateField):
    """A day, as browsers ask for it."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - DateField's
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **options)


class WhatForm(forms.Form):
    """The least that a commitment is: what, who and on which level."""

    what = GuardedText(
        Commitment,
        "what",
        label=_("What is promised"),
        help_text="",
        widget=forms.Textarea({"rows": 3, "lang": "sv"}),
    )
    accountable = forms.ChoiceField(
        label=_("Accountable"),
        required=False,
        help_text=_(
            "A board or a company of the municipality. Those outside are counterparts, and never bound."
        ),
    )
    level = forms.ChoiceField(label=_("Level"), required=False)
    due_on = DayField(label=_("First due on"), required=False)
    rhythm = forms.ChoiceField(label=_("How often"), required=False)

    def __init__(
        self,
        boards: Iterable[Unit],
        *told: Any,  # noqa: ANN401 - Form's own
        extent: Extent = FULL,
        kept: Commitment | None = None,
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*told, **options)
        self.left_out = [name for name in self.fields if not extent.shows(name)]
        self._kept = kept
        self.boards = {str(unit.number): unit for unit in boards}
        choices = {
            "accountable": [
                ("", gettext("Nobody yet")),
                *((key, unit.name) for key, unit in self.boards.items()),
            ],
            "level": [("", gettext("Not said")), *_capitals(Level.choices)],
            "rhythm": [("", gettext("Once")), *_capitals(Rhythm.choices)],
        }
        for name, those in choices.items():
            self.fields[name].choices = those  # type: ignore[attr-defined]
        for name in self.left_out:
            del self.fields[name]

    @property
    def terms(self) -> Terms:
        """What was typed, when it is right."""
        told = dict(self.cleaned_data)
        if self._kept:  # what is not asked for stays as it is
            told |= {name: getattr(self._kept, name) for name in self.left_out if name != "goals"}
        told["accountable"] = self.boards.get(told["accountable"])
        names = {*Terms.__dataclass_fields__} - {"goals"}
        return Terms(**{name: value for name, value in told.items() if name in names})


class TermsForm(WhatForm):
    """All that a commitment says."""

    goals = forms.MultipleChoiceField(
        label=_("Goals that it serves"), required=False, widget=forms.CheckboxSelectMultiple
    )
    counterparts = GuardedText(
        Commitment,
        "counterparts",
        label=_("Counterparts"),
        required=False,
        help_text=_("Those outside who take part, as the police or an association. Nothing here binds them."),
        widget=forms.Textarea({"rows": 2, "lang": "sv"}),
    )
    evidence = GuardedText(
        Commitment,
        "evidence",
        label=_("What counts as evidence"),
        required=False,
        help_text=_(
            "What one can show afterwards: a document, a decision, a course that was held, a number."
        ),
        widget=forms.Textarea({"rows": 2, "lang": "sv"}),
    )
    hours = forms.IntegerField(
        label=_("Hours needed"),
        required=False,
        min_value=0,
        max_value=MOST_HOURS,
        help_text=_("A year. 0 is an answer; leave it empty when nobody knows yet."),
    )
    money = forms.IntegerField(
        label=_("Money needed, in kronor"),
        required=False,
        min_value=0,
        max_value=MOST_MONEY,
        help_text=_("A year, besides the hours."),
    )
    field_order: Iterable[str] = (
        "what",
        "goals",
        "accountable",
        "level",
        "counterparts",
        "due_on",
        "rhythm",
        "evidence",
    )

    def __init__(self, *told: Any, goals: Iterable[Goal] = (), **options: Any) -> None:  # noqa: ANN401
        super().__init__(*told, **options)
        self.chosen_from = {str(goal.pk): goal for goal in goals} if "goals" in self.fields else {}
        if not self.chosen_from:
            self.fields.pop("goals", None)
            return
        self.fields["goals"].choices = [(key, str(goal)) for key, goal in self.chosen_from.items()]  # type: ignore[attr-defined]

    @property
    def terms(self) -> Terms:
        """What was typed, when it is right."""
        chosen = [self.chosen_from[key] for key in self.cleaned_data.get("goals", ())]
        return replace(super().terms, goals=chosen if self.chosen_from else None)


def of(commitment: Commitment) -> dict[str, Any]:
    """What the form shows of a commitment as it is."""
    told = {name: getattr(commitment, name) for name in Terms.__dataclass_fields__}
    told["goals"] = [str(goal.pk) for goal in commitment.goals.all()]
    told["accountable"] = str(commitment.accountable.number) if commitment.accountable else ""
    return told


def _capitals(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(value, capfirst(str(words))) for value, words in choices]
