"""Somebody has lost their second factor: one administrator asks for a new start, and another approves."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.organisation import permissions
from forebygg.organisation.errors import RecoveryOver
from forebygg.organisation.models import Recovery
from forebygg.organisation.selectors.people import person
from forebygg.organisation.services.recovery import approve_recovery, ask_for_recovery
from forebygg.organisation.views.people import posted
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.forms import done


@require_http_methods(["GET", "HEAD", "POST"])
def recover(request: Visit, municipality: str, user: int) -> HttpResponse | HttpResponseRedirectBase:
    """The step that is next: asking, or approving what another has asked for."""
    gate(request, permissions.RECOVER)
    found = person(request.municipality, user)
    if found is None:
        raise Http404
    asked = Recovery.objects.of(request.municipality).waiting().filter(user=found.user)
    waiting = asked.select_related("asked_by").first()
    form = forms.Form(posted(request))

    def act() -> None:
        # Whoever pressed the first button has not approved of what another asked for meanwhile.
        if "approve" not in request.POST:
            ask_for_recovery(found.user, within=request.municipality, by=who_acts(request))
            words = _("Asked for. Another administrator has to approve it within three days.")
        elif waiting is None:
            raise RecoveryOver
        else:
            approve_recovery(waiting, by=who_acts(request))
            words = _("Taken away. The next login asks for a new second factor.")
        messages.success(request, words)

    if done(form, act):
        return redirect("organisation:people", municipality)
    told = {"person": found, "waiting": waiting, "form": form}
    return render(request, "organisation/recover.html", told, status=422 if form.errors else 200)
