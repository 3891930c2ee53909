"""Where people type what is kept: a field of a form follows what the model says of its text.

`GuardedText` is looked through before it is kept; `OpenText` is not, since names belong there. Neither can be
made for a text that says otherwise, and no form has a text field of any other sort (tests/test_texts.py).
"""

from collections.abc import Container, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField, Widget
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from forebygg.privacy.texts import Policy, SaysOfTexts

if TYPE_CHECKING:
    from forebygg.web.seen import Seen

LONGEST: Final = 10_000
"""Characters: some four pages. No more is looked through, so no more is kept."""

_FOUND, _REWRITTEN = "personal_data", "rewritten"

_HELP: Final = _("Tell what it is about, not who. The text is looked through before it is saved.")
_WARNED: Final = _("There seem to be personal data here: %(found)s. Nothing is saved yet.")
_REFUSED: Final = _("There seem to be personal data here: %(found)s. Such a text cannot be saved here.")
_READ_AGAIN: Final = _(
    "The marked words have been replaced, and nothing is saved yet. Read the text; save it if it is right."
)
_TOO_LONG: Final = _(
    "The text has %(length)s characters, and there is room for %(longest)s. All of it is still here, for you "
    "to shorten."
)


class Typed(str):
    """What came from the browser, and how its person answered what was marked the last time."""

    __slots__ = ("__dict__",)

    agreed: frozenset[str] = frozenset()
    """The signs of what somebody has said may stand."""
    asks_to_rewrite = False

    @cached_property
    def seen(self) -> "Seen":
        """What the guard sees in as much as can be kept."""
        # Only when somebody has typed: the guard's rules would be a tenth of a second of every start.
        from forebygg.web.seen import Seen  # noqa: PLC0415

        return Seen(self, until=LONGEST)

    @property
    def is_agreed(self) -> bool:
        """Whether all that is marked may stand."""
        return self.seen.signs <= self.agreed


class GuardedBoundField(BoundField):
    """A guarded field in its form: what was typed, and what the page is to say of it."""

    field: "GuardedText"

    @cached_property
    def data(self) -> Typed:  # asked for several times, looked through once
        """What was typed, with its answers."""
        typed = Typed((super().data or "").replace("\r\n", "\n"))  # a browser ends lines in its own way
        typed.asks_to_rewrite = self.rewrite_name in self.form.data
        # What was kept before has been agreed to before.
        ticked = self.form.data.get(self.agree_name, "").split()
        typed.agreed = frozenset(ticked) | Typed(self.initial or "").seen.signs
        return typed

    @property
    def rewrite_name(self) -> str:
        """The button that asks to have the text rewritten."""
        return f"{self.html_name}-rewrite"

    @property
    def agree_name(self) -> str:
        """The box that says that the text may stand."""
        return f"{self.html_name}-agree"

    @property
    def agreement(self) -> str:
        """What the box sends."""
        return " ".join(sorted(self.data.seen.signs))

    @property
    def seen(self) -> "Seen | None":
        """What the guard saw, when somebody has to answer it."""
        return self.data.seen if self._has(_FOUND) else None

    @property
    def may_stand(self) -> bool:
        """Whether a person may say that what was found is right."""
        return self.field.policy is Policy.WARN

    @property
    def is_rewritten(self) -> bool:
        """Whether the text that is shown is the guard's, not what was typed."""
        return self._has(_REWRITTEN)

    @property
    def tone(self) -> str:
        """How grave it is: what is only to be read once more is no error."""
        if self.is_rewritten:
            return "info"
        return "warning" if {_FOUND} == self._codes and self.may_stand else "danger"

    @property
    def _codes(self) -> set[str | None]:
        return {fault.code for fault in self.errors.as_data()}

    def _has(self, code: str) -> bool:
        return code in self._codes

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        """What has been rewritten is not wrong."""
        built = super().build_widget_attrs(attrs, widget)
        if self.is_rewritten:
            built.pop("aria-invalid", None)
        return built


class GuardedText(forms.CharField):
    """A text that the guard looks through: *model* says of its field *name* whether it warns or refuses."""

    def __init__(self, model: type[SaysOfTexts], name: str, **options: Any) -> None:  # noqa: ANN401 - CharField's
        self.policy = _declared(model, name, {Policy.WARN, Policy.REFUSE})
        # Not Django's: a browser that knows it cuts a pasted text without a word.
        self.longest: int = options.pop("max_length", LONGEST)
        options.setdefault("widget", forms.Textarea({"rows": 5}))
        options.setdefault("help_text", _HELP)
        super().__init__(**options)

    def widget_attrs(self, widget: Widget) -> dict[str, Any]:
        """The next person at the screen is not offered what this one typed."""
        return super().widget_attrs(widget) | {"autocomplete": "off"}

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> GuardedBoundField:
        """The field in its form."""
        return GuardedBoundField(form, self, field_name)

    def bound_data(self, data: Any, initial: Any) -> Any:  # noqa: ANN401 - Django's own types
        """What is shown again: as typed, or rewritten when that was asked for."""
        typed = super().bound_data(data, initial)
        return typed.seen.rewritten if isinstance(typed, Typed) and typed.asks_to_rewrite else typed

    def clean(self, value: str | None) -> str:
        """The text, when it may be kept; every fault it has, when it may not."""
        typed = value if isinstance(value, Typed) else Typed(value or "")
        if typed.asks_to_rewrite:
            raise ValidationError(_READ_AGAIN, code=_REWRITTEN)
        faults = list(self._faults(typed))
        try:
            text: str = super().clean(str(typed))
        except ValidationError as error:
            raise ValidationError([*error.error_list, *faults]) from error
        if faults:
            raise ValidationError(faults)
        return text

    def _faults(self, typed: Typed) -> Iterator[ValidationError]:
        """That it is too long; that there is something that has not been agreed to."""
        if len(typed) > self.longest:
            sizes = {
                "length": number_format(len(typed), force_grouping=True),
                "longest": number_format(self.longest, force_grouping=True),
            }
            yield ValidationError(_TOO_LONG, code="too_long", params=sizes)
        found = {"found": typed.seen.kinds}
        if self.policy is Policy.REFUSE and typed.seen.marks:
            yield ValidationError(_REFUSED, code=_FOUND, params=found)
        elif not typed.is_agreed:
            yield ValidationError(_WARNED, code=_FOUND, params=found)


class OpenText(forms.CharField):
    """A text where names belong, as *model* says of its field *name*."""

    def __init__(self, model: type[SaysOfTexts], name: str, **options: Any) -> None:  # noqa: ANN401 - CharField's
        _declared(model, name, {Policy.NAMES_BELONG_HERE})
        super().__init__(**options)


def _declared(model: type[SaysOfTexts], name: str, allowed: Container[Policy]) -> Policy:
    """What the model says. Raises TypeError when it says something else."""
    policy = model.texts.policy(name)
    if policy not in allowed:
        message = f"{model.__name__}.{name} says {policy!r}: this form field is not for such a text."
        raise TypeError(message)
    return policy


def only_asks(form: forms.BaseForm) -> bool:
    """Whether nothing is wrong, but for what the guard asks to have read once more."""
    codes = {fault.code for faults in form.errors.as_data().values() for fault in faults}
    return bool(codes) and codes <= {_FOUND, _REWRITTEN}
