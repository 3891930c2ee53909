"""Whom an administrator invites, and who takes over."""

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality, User
from forebygg.organisation.models import Holding, Role, Unit
from forebygg.organisation.rules import IN_A_UNIT
from forebygg.web.texts import OpenText


class InvitationForm(forms.Form):
    """Somebody and their post; whoever has an account already only gets the post."""

    name = OpenText(User, "name", label=_("Name"), max_length=200)
    email = OpenText(
        User,
        "email",
        label=_("E-mail address"),
        max_length=254,
        validators=[EmailValidator()],
        widget=forms.EmailInput(),
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    unit = forms.ModelChoiceField(
        queryset=Unit.objects.none(),
        label=_("Where"),
        required=False,
        empty_label=_("in the whole municipality"),
    )

    def __init__(self, *args: object, within: Municipality, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # passed on as they are
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ModelChoiceField)  # noqa: S101 - made above
        unit.queryset = Unit.objects.of(within).standing().only("name")

    def clean(self) -> dict[str, object]:
        """Some roles are always held somewhere."""
        given = super().clean() or {}
        if given.get("role") in IN_A_UNIT and not given.get("unit"):
            self.add_error("unit", _("That role is always held in a unit. Say which."))
        return given


class HandOverForm(forms.Form):
    """Who takes over all that somebody holds: another of those who hold a post here, or nobody."""

    successor = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label=_("Who takes over"),
        required=False,
        empty_label=_("nobody, so far"),
    )

    def __init__(self, *args: object, within: Municipality, leaver: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        successor = self.fields["successor"]
        assert isinstance(successor, forms.ModelChoiceField)  # noqa: S101
        held = Holding.objects.of(within).current().exclude(user=leaver)
        successor.queryset = User.objects.filter(pk__in=held.values("user")).order_by("name")
