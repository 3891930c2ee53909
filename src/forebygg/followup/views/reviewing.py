"""The council's review, point by point: saved one at a time or together, and nothing typed is lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from forebygg.commitments.permissions import END
from forebygg.core.errors import CodedError
from forebygg.followup import permissions
from forebygg.followup.figures import Figures, PointTold
from forebygg.followup.forms.reviewing import TOLD, PointForm
from forebygg.followup.models import Point, Round
from forebygg.followup.rules.stages import Stage
from forebygg.followup.selectors import rounds as selectors
from forebygg.followup.selectors.figures import figures
from forebygg.followup.services.reviewing import conclude
from forebygg.followup.views.finding import round_of
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.pagination import Page, paginate_all

_SIZE: Final = 20
_VERSION: Final = re.compile(r"([1-9][0-9]{0,8})-version", re.ASCII)


@dataclass(frozen=True)
class Orphan:
    """What was typed of something that is no point any more: it is shown, so that it is not lost."""

    number: int
    words: str


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: Visit, municipality: str, number: int) -> HttpResponse:  # noqa: ARG001
    """The points, each with a form for whoever records what the council concludes."""
    found = round_of(request, number)
    told = figures(found)
    points = told.points(None if request.GET.get("kind") == "done" else ())
    may = found.stage == Stage.REVIEW and request.viewer.may(permissions.REVIEW)
    page = paginate_all(_asked_for(request, points), request, size=_SIZE)
    counted = {point.number: point for point in told.points([point.number for point in page.rows])}
    page = replace(page, rows=[counted[point.number] for point in page.rows])
    sheet = None
    if request.method == "POST":
        gate(request, permissions.REVIEW)
        sheet = Sheet(found, told, request.POST)
        kept = sheet.send(found, request)
        if kept:
            words = ngettext("{count} point has been saved.", "{count} points have been saved.", len(kept))
            messages.success(request, words.format(count=len(kept)))
            if not sheet.has_more:
                return redirect(request.get_full_path())
        forms, status = sheet.forms, sheet.status
        may = True
    else:
        forms, status = _forms(found, page, may=may), 200
    context = {
        "before": selectors.said_before(found),
        "forms": forms,
        "left": sum(1 for point in points if point.is_left),
        "may": may,
        "may_end": request.viewer.may(END),
        "page": page,
        "round": found,
        "sheet": sheet,
        "total": len(points),
    }
    return render(request, "followup/review.html", context, status=status)


def _asked_for(request: Visit, points: Sequence[PointTold]) -> Sequence[PointTold]:
    """All of them, those that are left, or those that ended or were judged in a certain way."""
    kind, key = request.GET.get("kind", ""), request.GET.get("key", "")
    if request.GET.get("show") == "left":
        return [point for point in points if point.is_left]
    if kind in {"done", "helped", "conclusion"}:
        return [point for point in points if getattr(point, kind) == key]
    return points


def _forms(of: Round, page: Page[PointTold], *, may: bool) -> list[PointForm]:
    versions = selectors.versions(of, [point.number for point in page.rows]) if may else {}
    return [PointForm(point, versions.get(point.number, 0)) for point in page.rows]


class Sheet:
    """The forms of a page as they came back: all that have been begun are kept, or none of them.

    One button keeps a single point instead; what else has been typed stays on the page.
    """

    def __init__(self, of: Round, told: Figures, data: QueryDict) -> None:
        self.refusal = ""
        self.has_more = False
        self.status = 422
        numbers = [int(found[1]) for name in data if (found := _VERSION.fullmatch(name))]
        known = {point.number: point for point in told.points(numbers)}
        self._data, self._only = data, data.get("only", "")
        self._points = [known[number] for number in numbers if number in known]
        self._versions = selectors.versions(of, numbers)
        self.orphans = [
            Orphan(number, words)
            for number in numbers
            if number not in known
            if (words := _words(data, number))
        ]
        self.forms = [self._form(point) for point in self._points]

    def _form(self, point: PointTold) -> PointForm:
        """One that is asked about: checked; any other as it was typed."""
        form = PointForm(point, self._versions.get(point.number, 0), self._data)
        is_asked = f"{point.number}" == self._only if self._only else form.is_begun
        return form if is_asked else self._typed(point)

    def _typed(self, point: PointTold) -> PointForm:
        return PointForm.as_typed(point, self._versions.get(point.number, 0), self._data)

    @property
    def wrong(self) -> list[PointForm]:
        return [form for form in self.forms if form.is_bound and form.errors]

    def send(self, of: Round, request: Visit) -> list[Point]:
        """What has been kept; nothing when anything is wrong, which the page then tells."""
        asked = [form for form in self.forms if form.is_bound]
        if self.wrong or self.orphans:
            return []
        try:
            kept = conclude(of, [form.concluded for form in asked], by=who_acts(request))
        except CodedError as error:
            self.refusal = error.told(gettext)
            # What is recorded now stands beside what was typed, which may then be saved over it.
            self.forms = [self._typed(point) for point in self._points]
            return []
        done = {form.number for form in asked}
        rest = [form for form in self.forms if form.number not in done]
        self.has_more = any(PointForm(form.point, 0, self._data).is_begun for form in rest)
        self.forms, self.status = rest, 200
        return kept


def _words(data: QueryDict, number: int) -> str:
    """What was typed or chosen of a point."""
    told = (data.get(f"{number}-{name}", "").strip() for name in TOLD)
    return " · ".join(filter(None, told))
