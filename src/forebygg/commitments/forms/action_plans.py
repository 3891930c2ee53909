"""Action plans: what is said when they are proposed, decided, followed up and withdrawn."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.commitments.forms.terms import DayField
from forebygg.commitments.models import ActionPlan, ActionPlanReview
from forebygg.organisation.models import Post, Unit
from forebygg.plans.models import Edition
from forebygg.web.dates import written_day
from forebygg.web.texts import GuardedText, OpenText


class Ticked(forms.TypedMultipleChoiceField):
    """Several of those that are offered, by their keys."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - TypedMultipleChoiceField's
        super().__init__(coerce=int, widget=forms.CheckboxSelectMultiple, **options)


class ProposeWholeForm(forms.Form):
    """What is carried out, and who follows it up."""

    edition = forms.TypedChoiceField(
        label=_("Edition of the plan that it carries out"), coerce=int, empty_value=None, required=False
    )
    review_by = forms.TypedChoiceField(
        label=_("Followed up by"),
        coerce=int,
        help_text=_("A post, not a person: whoever takes over the post takes over what it owns."),
    )
    review_on = DayField(
        label=_("Next followed up"), help_text=_("At the latest two years after the decision.")
    )

    def __init__(
        self,
        editions: Iterable[Edition],
        posts: Iterable[tuple[Post, bool]],
        *told: Any,  # noqa: ANN401 - Form's
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*told, **options)
        self.editions = {edition.pk: edition for edition in editions}
        those = list(posts)
        self.posts = {post.pk: post for post, _held in those}
        nobody = gettext("nobody holds it now")
        self.fields["edition"].choices = [  # type: ignore[attr-defined]
            *((key, _named(edition)) for key, edition in self.editions.items()),
            ("", gettext("No edition")),
        ]
        self.fields["review_by"].choices = [  # type: ignore[attr-defined]
            (post.pk, capfirst(f"{post}" if held else f"{post} ({nobody})")) for post, held in those
        ]


class ProposeForm(ProposeWholeForm):
    """The same of several units under one board."""

    units = Ticked(label=_("Whose plans are proposed"))
    field_order = ("units", "edition", "review_by", "review_on")

    def __init__(
        self,
        units: Iterable[Unit],
        *told: Any,  # noqa: ANN401 - Form's
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*told, **options)
        self._units = {unit.pk: unit for unit in units}
        self.fields["units"].choices = [(key, str(unit)) for key, unit in self._units.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Unit]:
        return [self._units[key] for key in self.cleaned_data["units"]]


class DecideWholeForm(forms.Form):
    """What the minutes say of it."""

    decided_on = DayField(label=_("Decided on"))
    paragraph = OpenText(
        ActionPlan,
        "paragraph",
        label=_("Paragraph"),
        help_text=_("As printed in the minutes: § 41."),
        max_length=40,
    )
    body = OpenText(
        ActionPlan, "body", label=_("Body"), max_length=200, widget=forms.TextInput({"lang": "sv"})
    )
    review_on = DayField(
        label=_("Next followed up"),
        required=False,
        help_text=_("Leave it empty unless the body has set another day than was proposed."),
    )


class DecideForm(DecideWholeForm):
    """The same of several units under one board, all decided under one paragraph."""

    plans = Ticked(label=_("Whose plans were decided"))
    field_order = ("plans", "decided_on", "paragraph", "body", "review_on")

    def __init__(
        self,
        plans: Sequence[ActionPlan],
        *told: Any,  # noqa: ANN401 - Form's
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*told, **options)
        self._plans = {plan.pk: plan for plan in plans}
        self.fields["plans"].choices = [(key, str(plan.unit)) for key, plan in self._plans.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[ActionPlan]:
        return [self._plans[key] for key in self.cleaned_data["plans"]]


class WithdrawPlanForm(forms.Form):
    """Why it was proposed or recorded wrongly."""

    because = GuardedText(
        ActionPlan,
        "withdrawn_because",
        label=_("Why it is taken back"),
        widget=forms.Textarea({"rows": 3, "lang": "sv"}),
    )


class ReviewForm(forms.Form):
    """How it was followed up, and what then."""

    on = DayField(label=_("Followed up on"))
    words = GuardedText(
        ActionPlanReview,
        "words",
        label=_("What was said"),
        widget=forms.Textarea({"rows": 5, "lang": "sv"}),
    )
    then = forms.ChoiceField(label=_("What then"), widget=forms.RadioSelect)
    next_on = DayField(
        label=_("Next followed up"), help_text=_("At the latest two years after this follow-up.")
    )

    def __init__(self, *told: Any, **options: Any) -> None:  # noqa: ANN401 - Form's
        super().__init__(*told, **options)
        self.fields["then"].choices = [  # type: ignore[attr-defined]
            (value, capfirst(str(words))) for value, words in ActionPlanReview.Then.choices
        ]


def _named(edition: Edition) -> str:
    words = edition.title or str(edition.plan)
    return f"{words}, {written_day(edition.date)}" if edition.date else words
