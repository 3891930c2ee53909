"""What the public may see of a case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.decisions.forms.releasing import ReleaseForm
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.papers import permissions
from forebygg.papers.errors import PaperIsKept
from forebygg.papers.services.releasing import release_only
from forebygg.web.numbers import whole_number


@require_http_methods(["GET", "POST"])
def release(request: Visit, municipality: str, case: int) -> HttpResponse:  # noqa: ARG001
    """The papers with a box each: ticked is public, all others are not."""
    gate(request, permissions.RELEASE)
    folder = visited(request, case)
    of, papers = folder.case, list(folder.papers.values())
    form = ReleaseForm((paper.number for paper in papers), request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            shown, closed = release_only(of, form.cleaned_data["papers"], by=who_acts(request))
        except PaperIsKept as error:
            form.add_error("papers", error.told(_))
        else:
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
