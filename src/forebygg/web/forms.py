"""Forms as our pages show them: label, help, error, each tied to its field."""

from collections.abc import Callable

from django.forms import BaseForm, BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from forebygg.core.errors import CodedError


class Renderer(TemplatesSetting):
    """Makes `{{ form }}` give an error summary and every field in our dress."""

    form_template_name = "web/form.html"
    field_template_name = "web/field.html"


def done(form: BaseForm, act: Callable[[], object]) -> bool:
    """Whether what was sent is right and *act* was done with it; what the act refuses is told in the form."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        act()
    except CodedError as error:
        form.add_error(None, error.told(gettext))
        return False
    return True


def described_by(field: BoundField) -> str:
    """The ids of the help and of the error, as far as the field has them."""
    parts = [("help", field.help_text), ("error", field.errors)]
    return " ".join(f"{field.auto_id}_{part}" for part, present in parts if present)


def control(field: BoundField) -> SafeString:
    """The field's input, with what a screen reader needs to say about it."""
    attributes: dict[str, str | bool] = {} if is_group(field) else {"class": "ds-input"}
    if ids := described_by(field):
        attributes["aria-describedby"] = ids
    return field.as_widget(attrs=attributes)


def is_group(field: BoundField) -> bool:
    """Whether the field is several inputs (radio buttons, a date in parts), named together by a legend."""
    return bool(field.field.widget.use_fieldset)


def is_choice_box(field: BoundField) -> bool:
    """Whether the field is one box to tick, whose label stands after it."""
    return getattr(field.field.widget, "input_type", None) == "checkbox" and not is_group(field)
