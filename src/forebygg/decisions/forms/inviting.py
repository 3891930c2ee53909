"""Whom a case is shown to for a while."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from forebygg.organisation.forms.units import DayField
from forebygg.organisation.models import Holding, Unit


class GuestField(forms.ModelChoiceField):  # type: ignore[type-arg] # not subscriptable
    """Guests by name."""

    def label_from_instance(self, guest: Holding) -> str:
        """The person, as those who invite know them."""
        return f"{guest.user.name} ({guest.user.email})" if guest.user.email else guest.user.name


class GuestForm(forms.Form):
    """A guest and their last day; who acts for an authority also says whether they see what it keeps."""

    guest = GuestField(queryset=Holding.objects.none(), label=_("Guest"))
    last_day = DayField(
        label=_("Last day"), help_text=_("The guest sees the case through this day, at most a year from now.")
    )
    authority = forms.ModelChoiceField(
        queryset=Unit.objects.none(),
        label=_("What an authority keeps to itself"),
        help_text=_("Only what your own authority keeps, and only after you have tried the secrecy."),
        required=False,
        empty_label=_("is not shown to the guest"),
    )

    def __init__(
        self,
        *told: Any,  # noqa: ANN401 - Form's
        guests: QuerySet[Holding, Holding],
        authorities: Sequence[Unit],
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*told, **options)
        self.fields["guest"].queryset = guests  # type: ignore[attr-defined]
        if authorities:
            own = Unit.objects.filter(pk__in=[unit.pk for unit in authorities])
            self.fields["authority"].queryset = own  # type: ignore[attr-defined]
        else:
            del self.fields["authority"]
