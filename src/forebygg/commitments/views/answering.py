"""What a unit has promised, and its answers: one page, for whoever answers for it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from forebygg.commitments import permissions
from forebygg.commitments.forms.answering import AnswerForm
from forebygg.commitments.models import Answer
from forebygg.commitments.selectors import answering as selectors
from forebygg.commitments.selectors.answering import Promise
from forebygg.commitments.services.answering import Given, answer
from forebygg.core.errors import CodedError
from forebygg.organisation.models import Unit
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.pagination import paginate_all

_SIZE: Final = 25
_KEY: Final = re.compile(r"([1-9][0-9]{0,8})-key", re.ASCII)


@require_http_methods(["GET", "HEAD", "POST"])
def answers(request: Visit, municipality: str, unit: int) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """All that it has promised, each with a form for whoever answers for it."""
    gate(request, permissions.SEE)
    of = get_object_or_404(Unit.objects.of(request.municipality).select_related("authority"), number=unit)
    of.municipality = request.municipality
    may_answer = of.closed_on is None and request.viewer.may(permissions.ANSWER, at=of)
    if request.method == "POST":
        gate(request, permissions.ANSWER, at=of)
        sheet = Sheet(of, request.POST)
        by, today = who_acts(request), timezone.localdate()
        kept = sheet.sent(lambda given: answer(of, given, on=today, by=by))
        if kept:
            messages.success(request, saved(len(kept)))
            if not sheet.has_more:
                return redirect(request.get_full_path())
        status, forms = sheet.status, sheet.forms
        page = None
    else:
        page = paginate_all(selectors.promises(of), request, size=_SIZE)
        forms, status, sheet = [AnswerForm(one) for one in page.rows], 200, None
    context = {"unit": of, "forms": forms, "may_answer": may_answer, "page": page, "sheet": sheet}
    return render(request, "commitments/answers.html", context, status=status)


@require_safe
def share(request: Visit, municipality: str, commitment: int, unit: int) -> HttpResponse:  # noqa: ARG001
    """Where a unit stands with a commitment, and everything that it has answered."""
    gate(request, permissions.SEE)
    found = get_object_or_404(selectors.share_of(request.municipality, commitment, unit))
    found.unit.municipality = found.commitment.municipality = request.municipality
    told = {
        "share": found,
        "history": selectors.history(found),
        "may_answer": request.viewer.may(permissions.ANSWER, at=found.unit),
    }
    return render(request, "commitments/share.html", told)


def saved(count: int) -> str:
    words = ngettext("{count} answer has been saved.", "{count} answers have been saved.", count)
    return words.format(count=count)


@dataclass(frozen=True)
class Orphan:
    """What was typed of something that no longer concerns the unit: it is shown, so that it is not lost."""

    number: int
    words: str


class Sheet:
    """The forms of a page as they came back: all that have been begun are kept, or none of them.

    One button keeps a single answer instead; what else has been typed stays on the page.
    """

    def __init__(self, unit: Unit, data: QueryDict) -> None:
        self.refusal = ""
        self.has_more = False
        self.status = 422
        numbers = [int(found[1]) for name in data if (found := _KEY.fullmatch(name))]
        known = {one.number: one for one in selectors.promises(unit, numbers)}
        self._data, self._only = data, data.get("only", "")
        self._promised = [known[number] for number in numbers if number in known]
        self.orphans = [
            Orphan(number, words)
            for number in numbers
            if number not in known
            if (words := _words(data, number))
        ]
        self.forms = [self._form(one) for one in self._promised]

    def _form(self, promise: Promise) -> AnswerForm:
        """One that is asked about: checked; any other as it was typed."""
        form = AnswerForm(promise, self._data)
        is_asked = f"{promise.number}" == self._only if self._only else form.is_begun
        return form if is_asked else AnswerForm.as_typed(promise, self._data)

    @property
    def wrong(self) -> list[AnswerForm]:
        return [form for form in self.forms if form.is_bound and form.errors]

    def sent(self, act: Callable[[list[Given]], list[Answer]]) -> list[Answer]:
        """What *act* has kept; nothing when anything is wrong, which the page then tells."""
        asked = [form for form in self.forms if form.is_bound]
        if self.wrong or self.orphans:
            return []
        try:
            kept = act([form.given for form in asked])
        except CodedError as error:
            self.refusal = error.told(gettext)
            return []
        done = {form.number for form in asked}
        rest = [AnswerForm.as_typed(one, self._data) for one in self._promised if one.number not in done]
        self.has_more = any(_words(self._data, form.number) for form in rest)
        self.forms, self.status = rest, 200
        return kept


def _words(data: QueryDict, number: int) -> str:
    """What was typed or chosen of a commitment."""
    told = (data.get(f"{number}-{name}", "").strip() for name in ("state", "evidence", "because"))
    return " · ".join(filter(None, told))
