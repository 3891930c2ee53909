"""Somebody leaves a post, or all of them; is not to come after all; or has left and is to be forgotten."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.organisation import permissions
from forebygg.organisation.forms.people import HandOverForm
from forebygg.organisation.models import Holding
from forebygg.organisation.selectors.people import known, person
from forebygg.organisation.services.forgetting import forget as forget_person
from forebygg.organisation.services.people import withdraw_invitation
from forebygg.organisation.services.posts import hand_over, relieve
from forebygg.organisation.views.people import posted
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.forms import done


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: Visit, municipality: str, holding: int) -> HttpResponse | HttpResponseRedirectBase:
    """Somebody's time in one post ends."""
    gate(request, permissions.APPOINT)
    held = Holding.objects.of(request.municipality).current()
    found = get_object_or_404(held.select_related("user", "post__unit"), pk=holding)
    form = forms.Form(posted(request))
    if done(form, lambda: relieve(found, by=who_acts(request))):
        messages.success(request, _("The post has ended."))
        return redirect("organisation:people", municipality)
    told = {"holding": found, "form": form}
    return render(request, "organisation/end.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: Visit, municipality: str, user: int) -> HttpResponse | HttpResponseRedirectBase:
    """Somebody leaves, and another takes over all that they hold, or nobody does."""
    gate(request, permissions.APPOINT)
    leaver = person(request.municipality, user)
    if leaver is None:
        raise Http404
    form = HandOverForm(posted(request), within=request.municipality, leaver=leaver.user)

    def act() -> None:
        successor = form.cleaned_data["successor"]
        hand_over(leaver.user, successor, within=request.municipality, by=who_acts(request))

    if done(form, act):
        messages.success(request, _("The posts have been handed over."))
        return redirect("organisation:people", municipality)
    told = {"leaver": leaver, "form": form}
    return render(request, "organisation/leave.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: Visit, municipality: str, user: int) -> HttpResponse | HttpResponseRedirectBase:
    """Somebody who has been invited is not to come."""
    gate(request, permissions.APPOINT)
    invited = person(request.municipality, user)
    if invited is None:
        raise Http404
    form = forms.Form(posted(request))
    within, by = request.municipality, who_acts(request)
    if done(form, lambda: withdraw_invitation(invited.user, within=within, by=by)):
        messages.success(request, _("The invitation has been withdrawn."))
        return redirect("organisation:people", municipality)
    told = {"person": invited, "form": form}
    return render(request, "organisation/withdraw.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def forget(request: Visit, municipality: str, user: int) -> HttpResponse | HttpResponseRedirectBase:
    """The name and the address of somebody who has left are taken away."""
    gate(request, permissions.FORGET)
    found = known(request.municipality, user)
    if found is None:
        raise Http404
    form = forms.Form(posted(request))
    within, by = request.municipality, who_acts(request)
    if done(form, lambda: forget_person(found.user, within=within, by=by)):
        messages.success(request, _("The name and the address have been taken away."))
        return redirect("organisation:people", municipality)
    told = {"person": found, "form": form}
    return render(request, "organisation/forget.html", told, status=422 if form.errors else 200)
