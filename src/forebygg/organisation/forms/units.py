"""A unit: what it is called, what it is, where it lies, and when it was closed down."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.organisation.models import Kind, StaffGroup, Unit
from forebygg.organisation.rules import MOST_HEADS
from forebygg.web.texts import GuardedText, OpenText

KINDS = [(kind.value, capfirst(kind.label)) for kind in Kind]


class DayField(forms.DateField):
    """A day, as browsers ask for it."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - DateField's
        super().__init__(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **options)


class NameForm(forms.Form):
    """What a unit is called and what it is."""

    name = OpenText(Unit, "name", label=_("Name"), max_length=200)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=KINDS,
        help_text=_(
            "Boards, companies and those outside are authorities: what one keeps, the others do not see."
        ),
    )


class PlaceForm(forms.Form):
    """What a unit lies under."""

    under = forms.TypedChoiceField(label=_("Under"), required=False, coerce=int, empty_value=None)

    def __init__(self, places: Iterable[tuple[int, str]], *told: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*told, **options)
        at_the_top = ("", gettext("Nothing: it lies at the top"))
        self.fields["under"].choices = [at_the_top, *places]  # type: ignore[attr-defined]


class UnitForm(NameForm, PlaceForm):
    """A new unit."""

    field_order = ("name", "kind", "under")


class CloseForm(forms.Form):
    """The last day of a unit, and who takes over what it keeps to itself where somebody has to."""

    on = DayField(label=_("Closed down on"))
    successor = forms.ModelChoiceField(
        queryset=Unit.objects.none(),
        label=_("Authority that takes over"),
        help_text=_(
            "This one keeps papers that nobody would see any longer. The one that takes over keeps them from "
            "then on."
        ),
    )

    def __init__(
        self,
        *told: Any,  # noqa: ANN401 - Form's
        successors: QuerySet[Unit, Unit] | None,
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*told, **options)
        if successors is None:
            del self.fields["successor"]
        else:
            self.fields["successor"].queryset = successors  # type: ignore[attr-defined]


class CountForm(forms.Form):
    """How many a staff group is."""

    name = GuardedText(
        StaffGroup,
        "name",
        label=_("Staff group"),
        help_text=_("What they work as, such as teachers; never who they are."),
        max_length=100,
        widget=forms.TextInput(attrs={"lang": "sv"}),
    )
    heads = forms.IntegerField(
        label=_("Number of people"),
        help_text=_("People, not full-time posts. 0 when there are none any more."),
        min_value=0,
        max_value=MOST_HEADS,
    )
    on = DayField(label=_("Counted on"))
