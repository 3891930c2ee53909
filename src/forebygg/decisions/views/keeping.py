"""What an authority keeps of a case from the other authorities."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.core.errors import CodedError
from forebygg.decisions.forms.releasing import ReleaseForm
from forebygg.decisions.views.visits import visited
from forebygg.organisation.models import Unit
from forebygg.organisation.visits import Visit, staff_only, who_acts
from forebygg.papers.permissions import KEEP
from forebygg.papers.services.secrecy import keep_only
from forebygg.web.numbers import whole_number


@require_http_methods(["GET", "POST"])
def keep(request: Visit, municipality: str, case: int) -> HttpResponse:  # noqa: ARG001
    """The papers with a box each: ticked stays within the authority; who acts for several chooses one."""
    staff_only(request)
    folder = visited(request, case)
    authorities = keepers(request)
    if not authorities:
        raise PermissionDenied(KEEP.name)
    chosen = whole_number(request.GET.get("within"))
    within = next((one for one in authorities if one.number == chosen), authorities[0])
    papers = [one for one in folder.papers.values() if one.kept_by_id in (None, within.pk)]
    form = ReleaseForm((one.number for one in papers), request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            kept, shared = keep_only(
                folder.case, form.cleaned_data["papers"], within=within, by=who_acts(request)
            )
        except CodedError as error:
            form.add_error("papers", error.told(_))
        else:
            told = _("Kept within {authority} now: {kept}. Shown to the other authorities: {shared}.")
            messages.success(request, told.format(authority=within, kept=len(kept), shared=len(shared)))
            return redirect(folder.case)
    ticked = set(map(whole_number, request.POST.getlist("papers")))
    held = ticked if form.is_bound else {one.number for one in papers if one.kept_by_id}
    context = {
        "case": folder.case,
        "folder": folder,
        "papers": papers,
        "form": form,
        "chosen": held,
        "within": within,
        "authorities": authorities,
    }
    return render(request, "decisions/keep.html", context, status=422 if form.errors else 200)


def keepers(request: Visit) -> list[Unit]:
    """The authorities of the viewer's own for which they may say what is kept. One query."""
    own = Unit.objects.of(request.municipality).filter(pk__in=request.viewer.authorities).order_by("name")
    return [unit for unit in own if request.viewer.may(KEEP, at=unit)]
