"""The form that corrects a fact: built from the reader's own table of what can be corrected."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from forebygg.casefile import amending as reader
from forebygg.casefile.amending import CorrectionError, Field, Json
from forebygg.casefile.amending.anchors import Anchor
from forebygg.core.messages import N_
from forebygg.papers.models import Correction
from forebygg.web.texts import OpenText

_HELP: Final = {
    "date": _("For example 2024-05-13."),
    "time": _("For example 13:30."),
    "paragraphs": _("The first and the last, for example 33–45."),
    "ranges": _("For example 33–35, 38–40."),
    "names": _("One a line."),
    "texts": _("With a blank line between two."),
}
_LONG: Final = frozenset({"long_text", "names", "texts"})


class ReadValue(OpenText):
    """One field of a fact, typed as the paper prints it and held as the reader holds it."""

    def __init__(self, field: Field, *, initial: str = "") -> None:
        widget = forms.Textarea({"rows": 4}) if field.type in _LONG else forms.TextInput()
        super().__init__(
            Correction,
            "value",
            label=gettext_lazy(field.label),
            required=field.required,
            widget=widget,
            initial=initial,
            help_text=_HELP.get(field.type, ""),
        )
        self.read = field

    def clean(self, value: str | None) -> Json:
        """The value as JSON; what cannot be read is said in the person's language."""
        return _typed(self.read, super().clean(value))


class ReadChoice(forms.ChoiceField):
    """One of the values that the reader knows."""

    def __init__(self, field: Field, *, initial: str = "") -> None:
        known = [(value, gettext_lazy(label)) for value, label in field.choices or _TRUTH]
        none = [] if field.required else [("", _("The paper does not say"))]
        super().__init__(
            label=gettext_lazy(field.label),
            required=field.required,
            choices=[*none, *known],
            initial=initial,
        )
        self.read = field

    def clean(self, value: str | None) -> Json:
        """The value as JSON."""
        return _typed(self.read, super().clean(value))


_TRUTH: Final = (("true", N_("Yes")), ("false", N_("No")))


def _typed(field: Field, text: str) -> Json:
    try:
        # A browser ends lines in its own way; what nobody typed in would else be a correction.
        value = field.typed(text.replace("\r\n", "\n"))
        field.parse(value)
    except CorrectionError as error:
        raise forms.ValidationError(error.told(gettext), code=error.code) from error
    return value


class FactForm(forms.Form):
    """The fields of one kind of fact, showing what was read; `corrections` what a person typed otherwise."""

    def __init__(self, fields: Sequence[tuple[Field, Json]], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        # What comes back from somebody who types nothing: spaces at the ends of a line are not shown.
        self.held = {field.name: field.typed(field.shown(value)) for field, value in fields}
        for field, value in fields:
            kind = ReadChoice if field.type in {"choice", "truth"} else ReadValue
            self.fields[field.name] = kind(field, initial=field.shown(value))

    def corrections(self, anchor: Anchor) -> list[reader.Correction]:
        """One of each field that now reads otherwise, of the fact that stands at *anchor*."""
        return [
            reader.Correction(**anchor._asdict(), field=name, value=value)
            for name, value in self.cleaned_data.items()
            if value != self.held[name]
        ]
