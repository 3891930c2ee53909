"""What the year holds, as a coordinator types it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality
from forebygg.organisation.models import Kind, Unit
from forebygg.reminders.models import Occasion
from forebygg.reminders.models.occasions import OccasionKind
from forebygg.reminders.rules.days import When, read_days, read_when
from forebygg.web.texts import GuardedText

KINDS = [(kind.value, capfirst(kind.label)) for kind in OccasionKind]


class WhenField(forms.Field):
    """A day, or a month."""

    def to_python(self, value: object) -> When | None:
        """Raises ValidationError for what is neither."""
        text = str(value or "").strip()
        if not text:
            return None
        when = read_when(text)
        if when is None:
            raise ValidationError(_("Write a day as 2027-03-15, or a month as 2027-03."))
        return when


class DaysField(forms.Field):
    """Days, one a line. One that cannot be read refuses them all, and is named by its line."""

    widget = forms.Textarea

    def to_python(self, value: object) -> list[When]:
        """Raises ValidationError that names each line without a day."""
        days, wrong = read_days(str(value or ""))
        if wrong:
            count = ngettext(
                "{count} line holds no day, or more than one. Nothing has been saved.",
                "{count} lines hold no day, or more than one. Nothing has been saved.",
                len(wrong),
            )
            each = [gettext("Line {line}: {text}").format(line=one.line, text=one.text) for one in wrong]
            raise ValidationError([count.format(count=len(wrong)), *each[:20]])
        return list(days)


class _OccasionFields(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS)
    title = GuardedText(
        Occasion, "title", label=_("What it is"), max_length=200, widget=forms.TextInput(attrs={"lang": "sv"})
    )
    board = forms.ModelChoiceField(
        queryset=Unit.objects.none(), label=_("Board"), required=False, empty_label=_("None in particular")
    )

    def __init__(self, within: Municipality, *told: Any, **options: Any) -> None:  # noqa: ANN401 - Form's own
        super().__init__(*told, **options)
        boards = Unit.objects.of(within).standing().filter(kind=Kind.BOARD).order_by("name")
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]


class OccasionForm(_OccasionFields):
    """One occasion."""

    when = WhenField(label=_("When"), help_text=_("A day, as 2027-03-15, or only a month, as 2027-03."))
    is_yearly = forms.BooleanField(label=_("It comes back every year"), required=False)
    reason = GuardedText(
        Occasion,
        "reason",
        label=_("What it is for"),
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "sv"}),
    )

    field_order = ("kind", "title", "when", "is_yearly", "board", "reason")


class DaysForm(_OccasionFields):
    """The same on many days, as a board's meetings of a year."""

    days = DaysField(
        label=_("Days, one a line"),
        help_text=_("As they stand in the board’s own list: 2027-03-15, 15 mars 2027 or 15/3 2027."),
        widget=forms.Textarea({"rows": 12, "autocomplete": "off"}),
    )
