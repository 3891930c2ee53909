"""What the public may see of a case."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.accounts.models import User
from forebygg.decisions.forms.releasing import ReleaseForm
from forebygg.decisions.views.visits import Visit
from forebygg.papers import permissions
from forebygg.papers.models import Case
from forebygg.papers.services.releasing import release_only
from forebygg.web.numbers import whole_number


@require_http_methods(["GET", "POST"])
def release(request: Visit, municipality: str, case: int) -> HttpResponse:  # noqa: ARG001
    """The papers with a box each: ticked is public, all others are not."""
    if not permissions.RELEASE.allows(request.user, within=request.municipality):
        raise Http404
    of = get_object_or_404(Case.objects.of(request.municipality).select_related("municipality"), number=case)
    papers = list(of.papers.select_related("case", "municipality"))
    form = ReleaseForm((paper.number for paper in papers), request.POST if request.method == "POST" else None)
    if form.is_valid():
        shown, closed = release_only(of, form.cleaned_data["papers"], by=cast("User", request.user))
        messages.success(
            request,
            _("Shown to the public now: {shown}. Closed to it: {closed}.").format(
                shown=len(shown), closed=len(closed)
            ),
        )
        return redirect(of)
    ticked = set(map(whole_number, request.POST.getlist("papers")))
    chosen = ticked if form.is_bound else {paper.number for paper in papers if paper.released_at}
    context = {"case": of, "papers": papers, "form": form, "chosen": chosen}
    return render(request, "decisions/release.html", context, status=422 if form.errors else 200)
