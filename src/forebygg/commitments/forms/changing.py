"""Whose a commitment is, what it stands on when that is no sentence, and why it ends."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.commitments.forms.terms import DayField, TermsForm
from forebygg.commitments.models import Commitment, Ground
from forebygg.commitments.rules.extent import FULL, Extent
from forebygg.commitments.services.changing import Cited
from forebygg.organisation.models import Post, Unit
from forebygg.papers.models import Case
from forebygg.web.texts import GuardedText


class OwnerForm(forms.Form):
    """Two posts, or nobody."""

    owner = forms.ChoiceField(
        label=_("Owner"),
        required=False,
        help_text=_("A post, not a person: whoever takes over the post takes over what it owns."),
    )
    deputy = forms.ChoiceField(label=_("Deputy"), required=False)

    def __init__(
        self,
        posts: Iterable[tuple[Post, bool]],
        *told: Any,  # noqa: ANN401 - Form's own
        extent: Extent = FULL,
        kept: Commitment | None = None,
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*told, **options)
        self._kept = kept
        those = list(posts)
        self.posts = {str(post.pk): post for post, _held in those}
        nobody = gettext("nobody holds it now")
        words = [
            (str(post.pk), capfirst(f"{post}") if held else capfirst(f"{post} ({nobody})"))
            for post, held in those
        ]
        for name in ("owner", "deputy"):
            self.fields[name].choices = [("", gettext("Nobody yet")), *words]  # type: ignore[attr-defined]
        if not extent.shows("deputy"):
            del self.fields["deputy"]

    @property
    def chosen(self) -> tuple[Post | None, Post | None]:
        """The owner and the deputy."""
        told = self.cleaned_data
        if "deputy" not in told:  # not asked for, so it stays as it is, unless it is now the owner
            owner, kept = self.posts.get(told["owner"]), self._kept.deputy if self._kept else None
            return owner, kept if kept != owner else None
        return self.posts.get(told["owner"]), self.posts.get(told["deputy"])


class MakeForm(TermsForm):
    """A commitment made by hand."""

    kind = forms.ChoiceField(label=_("What it stands on"))
    cited = GuardedText(
        Ground,
        "cited",
        label=_("Cited as"),
        help_text=_("Body and paragraph, or the report’s title and date: “Kommunfullmäktige § 41”."),
        max_length=500,
        widget=forms.TextInput({"lang": "sv"}),
    )
    case = forms.ChoiceField(label=_("Case"), required=False)
    finding = forms.RegexField(r"^[0-9a-f]{64}$", required=False, widget=forms.HiddenInput)
    field_order: Iterable[str] = (
        "kind",
        "cited",
        "case",
        *TermsForm.field_order,
    )

    def __init__(self, boards: Iterable[Unit], cases: Iterable[Case], *told: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(boards, *told, **options)
        self.cases = {str(case.number): case for case in cases}
        self.fields["kind"].choices = kinds()  # type: ignore[attr-defined]
        self.fields["case"].choices = [  # type: ignore[attr-defined]
            ("", gettext("None")),
            *((key, str(case)) for key, case in self.cases.items()),
        ]

    @property
    def stands_on(self) -> Cited:
        """What was said of that."""
        told = self.cleaned_data
        return Cited(Ground.Kind(told["kind"]), told["cited"], self.cases.get(told["case"]), told["finding"])


def kinds() -> list[tuple[str, str]]:
    """What a commitment that is made by hand can stand on."""
    elsewhere = {Ground.Kind.SENTENCE, Ground.Kind.LIST}
    return [(value, capfirst(str(words))) for value, words in Ground.Kind.choices if value not in elsewhere]


class EndForm(forms.Form):
    """That it no longer holds."""

    because = GuardedText(
        Commitment, "ended_because", label=_("Why"), widget=forms.Textarea({"rows": 3, "lang": "sv"})
    )
    on = DayField(label=_("Ends on"))
