"""Commitments whose sentence is gone or reads otherwise in the edition in force: keep, reword or end each."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.commitments import permissions
from forebygg.commitments.forms.following import FollowForm
from forebygg.commitments.selectors.following import Waiting, waiting
from forebygg.commitments.services.changing import end
from forebygg.commitments.services.following import keep
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.forms import done
from forebygg.web.numbers import whole_number


@require_http_methods(["GET", "POST"])
def follow(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """All that wait, side by side with how their sentences read now; each is decided by itself."""
    gate(request, permissions.CHANGE if request.method == "POST" else permissions.SEE)
    found = waiting(request.municipality)
    asked = whole_number(request.POST.get("ground")) if request.method == "POST" else None
    rows = [(one, _form(request, one, is_asked=one.ground.pk == asked)) for one in found]
    if request.method == "POST":
        chosen = next(((one, form) for one, form in rows if one.ground.pk == asked), None)
        if chosen is None:
            if asked is None:
                raise Http404
            messages.info(request, _("Somebody has decided on that one already."))
            return redirect("commitments:follow", request.municipality.slug)
        one, form = chosen
        if done(form, lambda: _decide(request, one, form)):
            messages.success(
                request, _("Decided on commitment {number}.").format(number=one.commitment.number)
            )
            return redirect("commitments:follow", request.municipality.slug)
    context = {"rows": rows, "may_decide": request.viewer.may(permissions.CHANGE)}
    wrong = any(form.errors for _one, form in rows)
    return render(request, "commitments/follow.html", context, status=422 if wrong else 200)


def _form(request: Visit, one: Waiting, *, is_asked: bool) -> FollowForm:
    initial = {"what": one.commitment.what}
    return FollowForm(request.POST if is_asked else None, prefix=f"g{one.ground.pk}", initial=initial)


def _decide(request: Visit, one: Waiting, form: FollowForm) -> None:
    told, by = form.cleaned_data, who_acts(request)
    if told["how"] == FollowForm.END:
        end(one.commitment, told["because"], on=timezone.localdate(), by=by)
    else:
        what = told["what"] if told["how"] == FollowForm.REWORD else ""
        keep(one.commitment, one.edition, what=what, by=by)
