"""What a unit says of one commitment; a page has one such form for each."""

from typing import Any, Final
from uuid import uuid4

from django import forms
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.commitments.marks import STANDS
from forebygg.commitments.models import Answer, State
from forebygg.commitments.selectors.answering import Promise
from forebygg.commitments.services.answering import Given
from forebygg.web.marks import Mark
from forebygg.web.texts import GuardedText

AGAIN: Final = "again"
_TOLD: Final = ("state", "evidence", "because", "evidence-rewrite", "because-rewrite")


class AnswerForm(forms.Form):
    """Where the unit stands with a commitment. A form that nobody has begun says nothing, and is no fault.

    So browsers demand no choice either: whoever answers for one of many sends them all in one form.
    """

    use_required_attribute = False

    key = forms.UUIDField(widget=forms.HiddenInput)
    state = forms.ChoiceField(
        label=_("Where does the unit stand?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where the unit stands, or empty the fields below.")},
    )
    evidence = GuardedText(
        Answer,
        "evidence",
        label=_("What shows it"),
        required=False,
        help_text="",
        max_length=2_000,
        widget=forms.Textarea({"rows": 2, "lang": "sv"}),
    )
    because = GuardedText(
        Answer,
        "because",
        label=_("Why it does not apply, or has not begun"),
        required=False,
        help_text="",
        max_length=2_000,
        widget=forms.Textarea({"rows": 2, "lang": "sv"}),
    )

    def __init__(self, promise: Promise, data: QueryDict | None = None, **options: Any) -> None:  # noqa: ANN401
        super().__init__(data, prefix=f"{promise.number}", **options)
        self.promise = promise
        self.initial.setdefault("key", uuid4())
        again = [(AGAIN, gettext("Nothing has changed since last time"))] if promise.may_stand else []
        said = [(state.value, _in_full(STANDS[state.value])) for state in State]
        self.fields["state"].choices = [*again, *said]  # type: ignore[attr-defined]

    @classmethod
    def as_typed(cls, promise: Promise, data: QueryDict) -> "AnswerForm":
        """With all that was typed, said to be neither right nor wrong."""
        told = {
            name: data.get(f"{promise.number}-{name}", "") for name in ("key", "state", "evidence", "because")
        }
        return cls(promise, initial={name: value for name, value in told.items() if value})

    @property
    def number(self) -> int:
        return self.promise.number

    @property
    def is_begun(self) -> bool:
        """Whether somebody has chosen or typed anything."""
        return any(self.data.get(self.add_prefix(name), "").strip() for name in _TOLD)

    def clean(self) -> dict[str, Any]:
        """What is done is shown by something; what does not apply has a reason."""
        told = super().clean() or {}
        state = told.get("state")
        if state == State.DONE and not told.get("evidence") and "evidence" in told:
            self.add_error("evidence", gettext("Say what shows that it is done."))
        if state == State.NOT_APPLICABLE and not told.get("because") and "because" in told:
            self.add_error("because", gettext("Say why it does not apply."))
        return told

    @property
    def given(self) -> Given:
        """The answer, once it is found right."""
        told, last = self.cleaned_data, self.promise.share
        again = told["state"] == AGAIN
        return Given(
            commitment=self.number,
            key=told["key"],
            state=State(last.state if again else told["state"]),
            evidence=told["evidence"] or (last.evidence if again else ""),
            because=told["because"] or (last.because if again else ""),
        )


def _in_full(mark: Mark) -> str:
    return Mark(capfirst(str(mark.words)), mark.shape, mark.tone).html
