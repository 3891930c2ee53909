"""Guests of a case: who sees it for a while, let in and out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.decisions.forms.inviting import GuestForm
from forebygg.decisions.views.keeping import keepers
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.papers.models import Invitation
from forebygg.papers.permissions import INVITE
from forebygg.papers.selectors import guests_of, possible_guests
from forebygg.papers.services.inviting import end_invitation, invite
from forebygg.web.forms import done


@require_http_methods(["GET", "HEAD", "POST"])
def guests(request: Visit, municipality: str, case: int) -> HttpResponse:
    """Who sees the case as a guest now, and a form to invite one more."""
    gate(request, INVITE)
    folder = visited(request, case)
    today = timezone.localdate()
    form = GuestForm(
        request.POST if request.method == "POST" else None,
        guests=possible_guests(folder.case, today),
        authorities=keepers(request),
    )

    def act() -> None:
        told = form.cleaned_data
        by = who_acts(request)
        invite(folder.case, told["guest"], last_day=told["last_day"], authority=told.get("authority"), by=by)

    if done(form, act):
        messages.success(request, _("{name} sees the case now.").format(name=form.cleaned_data["guest"].user))
        return redirect("decisions:guests", municipality, case)
    context = {
        "case": folder.case,
        "folder": folder,
        "form": form,
        "invitations": guests_of(folder.case, today),
        "shown": sum(paper.kept_by_id is None for paper in folder.papers.values()),
    }
    return render(request, "decisions/guests.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: Visit, municipality: str, case: int, invitation: int) -> HttpResponse:
    """Somebody is a guest of the case no longer."""
    gate(request, INVITE)
    folder = visited(request, case)
    standing = Invitation.objects.filter(case=folder.case, ended_at=None)
    found = get_object_or_404(standing.select_related("guest__user", "case__municipality"), pk=invitation)
    if request.method != "POST":
        context = {"case": folder.case, "folder": folder, "invitation": found}
        return render(request, "decisions/end_invitation.html", context)
    end_invitation(found, by=who_acts(request))
    messages.success(request, _("{name} no longer sees the case.").format(name=found.guest.user))
    return redirect("decisions:guests", municipality, case)
