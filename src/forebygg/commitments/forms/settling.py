"""The page of proposals: a row a sentence, sent together; and the parts of a sentence that is split."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from forebygg.commitments.errors import AlreadySettled
from forebygg.commitments.forms.terms import TermsForm, WhatForm
from forebygg.commitments.models import Settled
from forebygg.commitments.rules.extent import FULL, Extent
from forebygg.commitments.selectors.settling import Candidate, Done
from forebygg.commitments.services.terms import Terms
from forebygg.core.errors import CodedError
from forebygg.organisation.models import Unit
from forebygg.plans.models import Goal
from forebygg.web.texts import GuardedText

Part = TermsForm


class RowForm(WhatForm):
    """A proposed sentence; only those that are ticked are settled, and browsers ask nothing of the others."""

    use_required_attribute = False

    tick = forms.BooleanField(label=_("Choose"), required=False)


class BecauseForm(forms.Form):
    """Why sentences are no commitments: one reason for all that are ticked.

    Browsers do not demand it: without it the ticked ones can still be confirmed by the same form.
    """

    use_required_attribute = False

    because = GuardedText(
        Settled,
        "because",
        label=_("Why they are no commitments"),
        help_text=_("For example: it describes what others do, or it is a goal and not a promise."),
        widget=forms.Textarea({"rows": 2, "lang": "sv"}),
    )


class Rows:
    """The rows of the page, and what was sent of them."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        boards: Iterable[Unit],
        data: QueryDict | None,
        extent: Extent = FULL,
    ) -> None:
        those = list(boards)
        self.rows = [
            Row(one, RowForm(those, data, prefix=f"s{one.number}", initial=one.initial, extent=extent))
            for one in candidates
        ]
        self.data = data
        self.because = BecauseForm(data if data is not None and data.get("act") == "reject" else None)
        self.refused: list[str] = []

    def __iter__(self) -> Iterator["Row"]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def ticked(self) -> list[int]:
        """The numbers of the sentences that were."""
        return [row.number for row in self.rows if row.is_ticked]

    @cached_property
    def wanted(self) -> Mapping[int, Sequence[Terms]]:
        """What was typed of each that is ticked, when it is right."""
        return {row.number: [row.terms] for row in self.rows if row.is_ticked}

    @property
    def joined(self) -> dict[str, Any]:
        """What those that are ticked say together: their words after each other, else what the first says."""
        chosen = [row.form for row in self.rows if row.is_ticked]
        told = {name: chosen[0][name].value() for name in chosen[0].fields if name != "tick"}
        return told | {"what": "\n".join(str(form["what"].value()) for form in chosen)}

    def is_valid(self, *, only_ticked: bool = True) -> bool:
        """Whether what is ticked may be kept, and nothing was typed in a row that is not ticked."""
        wrong = False
        for row in self.rows:
            if row.is_ticked:
                wrong |= only_ticked and not row.form.is_valid()
            elif row.form.has_changed():
                row.form.add_error(
                    "tick", gettext("You have changed this one. Tick it, or take the change back.")
                )
                wrong = True
        return not wrong and (not self.because.is_bound or self.because.is_valid())

    def refuse(self, error: CodedError) -> None:
        """Tell what the act refused."""
        self.refused.append(error.told(gettext))

    def miss(self, settled: Mapping[int, Done]) -> None:
        """Tell which of those that are ticked somebody else has settled since, and what was typed of them."""
        sent = self.data or QueryDict()
        gone = [number for number in settled if sent.get(f"s{number}-tick")]
        if not gone:
            return
        self.refuse(AlreadySettled(sentences=", ".join(map(str, gone))))
        words = gettext("You had written of sentence {number}: “{words}”")
        self.refused += [
            words.format(number=number, words=typed)
            for number in gone
            if (typed := " ".join(sent.get(f"s{number}-what", "").split()))
        ]

    def keep(self, numbers: Collection[int]) -> None:
        """Leave only these, since somebody else has settled the others meanwhile."""
        self.rows = [row for row in self.rows if row.number in numbers]

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Everything that is wrong, each with where it is."""
        found = [("", words) for words in self.refused]
        for row in self.rows:
            if row.form.is_bound and (row.is_ticked or "tick" in row.form.errors):
                name = gettext("sentence {number}").format(number=row.number)
                found += [
                    (row.form[field].id_for_label, f"{name}: {words}")
                    for field, those in row.form.errors.items()
                    for words in those
                ]
        if self.because.is_bound:
            found += [
                (self.because["because"].id_for_label, str(words)) for words in self.because["because"].errors
            ]
        return found


class Row:
    """A sentence and its form."""

    def __init__(self, candidate: Candidate, form: RowForm) -> None:
        self.candidate, self.form = candidate, form
        self.number = candidate.number

    @property
    def is_ticked(self) -> bool:
        return bool(self.form["tick"].value())

    @property
    def terms(self) -> Terms:
        """What was typed, with those outside whom the sentence itself names beside it."""
        return replace(self.form.terms, counterparts=self.candidate.initial.get("counterparts", ""))


class Parts:
    """The parts that a sentence is split in; those after the first may be left empty."""

    def __init__(self, forms_: Sequence[Part]) -> None:
        self.forms = forms_
        self.refused: list[str] = []

    def __iter__(self) -> Iterator[Part]:
        return iter(self.forms)

    def __len__(self) -> int:
        return len(self.forms)

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]

    @property
    def parts(self) -> list[Part]:
        """Those that say something."""
        return [form for form in self.forms if form.cleaned_data.get("what")]

    @property
    def errors(self) -> list[tuple[str, str]]:
        """Everything that is wrong, each with where it is."""
        found = [("", words) for words in self.refused]
        for form in self.forms:
            found += [
                (form[name].id_for_label, f"{form[name].label}: {words}")
                for name, those in form.errors.items()
                for words in those
            ]
        return found

    def refuse(self, error: CodedError) -> None:
        """Tell what the act refused."""
        self.refused.append(error.told(gettext))


def part_forms(
    boards: Sequence[Unit],
    goals: Sequence[Goal],
    data: QueryDict | None,
    *,
    initial: Mapping[str, Any],
    count: int,
    extent: Extent = FULL,
) -> Parts:
    """As many as were asked for; one more each time that is asked."""
    if data is not None:
        told = data.get("parts", "1")
        count = min(int(told) if told.isdecimal() and len(told) < 3 else 1, 20) + ("more" in data)
    return Parts(
        [
            TermsForm(
                boards,
                data,
                prefix=f"p{place}",
                initial=initial if place == 0 else {},
                goals=goals,
                extent=extent,
                empty_permitted=place > 0,
                use_required_attribute=False,
            )
            for place in range(max(1, count))
        ]
    )
