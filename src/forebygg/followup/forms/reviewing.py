"""What the council concluded of one commitment; a page has one such form for each."""

from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.followup.figures import PointTold
from forebygg.followup.marks import CONCLUSIONS, HELPED
from forebygg.followup.models import Conclusion, Helped, Point
from forebygg.followup.services.reviewing import Concluded
from forebygg.web.marks import Mark
from forebygg.web.texts import GuardedText

TOLD: Final = ("conclusion", "words", "helped", "method", "source")


class PointForm(forms.Form):
    """Change, continue or stop, and why; and whether it helped, which is another question.

    A form that nobody has touched says nothing, so browsers demand nothing of it either.
    """

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    conclusion = forms.ChoiceField(
        label=_("What becomes of it?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in Conclusion],
        error_messages={"required": _("Choose what becomes of it, or empty the fields below.")},
    )
    words = GuardedText(
        Point,
        "words",
        label=_("Why"),
        help_text="",
        max_length=4_000,
        widget=forms.Textarea({"rows": 2, "lang": "sv"}),
    )
    helped = forms.ChoiceField(
        label=_("Did it help?"),
        widget=forms.RadioSelect,
        choices=[(one.value, capfirst(one.label)) for one in Helped],
        help_text=_("That it was done says nothing of that. Not yet known is an honest answer."),
    )
    method = GuardedText(
        Point,
        "method",
        label=_("By what method that is known"),
        required=False,
        help_text="",
        max_length=2_000,
        widget=forms.Textarea({"rows": 2, "lang": "sv"}),
    )
    source = GuardedText(
        Point,
        "source",
        label=_("From what source"),
        required=False,
        help_text="",
        max_length=2_000,
        widget=forms.Textarea({"rows": 2, "lang": "sv"}),
    )

    def __init__(
        self,
        point: PointTold,
        version: int,
        data: QueryDict | None = None,
        typed: dict[str, str] | None = None,
    ) -> None:
        stands = {
            "version": version,
            "conclusion": point.conclusion,
            "words": point.words,
            "helped": point.helped or Helped.UNKNOWN.value,
            "method": point.method,
            "source": point.source,
        }
        super().__init__(data, prefix=f"{point.number}", initial={**stands, **(typed or {})})
        self.point = point
        self.recorded = stands
        for name, marks in (("conclusion", CONCLUSIONS), ("helped", HELPED)):
            field = self.fields[name]
            field.choices = [  # type: ignore[attr-defined]
                (key, _shown(marks[key], words))
                for key, words in field.choices  # type: ignore[attr-defined]
            ]

    @classmethod
    def as_typed(cls, point: PointTold, version: int, data: QueryDict) -> "PointForm":
        """With all that was typed, said to be neither right nor wrong."""
        names = {name: f"{point.number}-{name}" for name in TOLD}
        typed = {name: f"{data[key]}" for name, key in names.items() if key in data}
        return cls(point, version, typed=typed)

    @property
    def number(self) -> int:
        return self.point.number

    @property
    def is_begun(self) -> bool:
        """Whether what was sent is anything else than what is recorded."""
        sent = {name: self.data.get(self.add_prefix(name)) for name in TOLD}
        return any(
            value is not None and value.replace("\r\n", "\n").strip() != self.recorded[name]
            for name, value in sent.items()
        ) or any(self.add_prefix(f"{name}-rewrite") in self.data for name in TOLD)

    def clean(self) -> dict[str, Any]:
        """Whoever says that something helped, or did not, says how that is known."""
        told = super().clean() or {}
        if told.get("helped") not in {None, Helped.UNKNOWN.value}:
            for name in ("method", "source"):
                if name in told and not told[name]:
                    self.add_error(name, gettext("Say how it is known, or choose not yet known."))
        return told

    @property
    def concluded(self) -> Concluded:
        """The conclusion, once it is found right."""
        told = self.cleaned_data
        return Concluded(
            commitment=self.number,
            version=told["version"],
            conclusion=Conclusion(told["conclusion"]),
            words=told["words"],
            helped=Helped(told["helped"]),
            method=told["method"],
            source=told["source"],
        )


def _shown(mark: Mark, words: str) -> str:
    return Mark(words, mark.shape, mark.tone).html
