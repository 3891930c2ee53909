"""The people of a municipality and their posts: what an administrator looks after."""

from django.contrib import messages
from django.core.mail import send_mail
from django.db import transaction
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.accounts.links import welcome_link
from forebygg.accounts.models import User
from forebygg.organisation import permissions
from forebygg.organisation.forms.people import HandOverForm, InvitationForm
from forebygg.organisation.models import Holding, Recovery, Role
from forebygg.organisation.selectors.people import ownerless, people, person
from forebygg.organisation.services.people import engage
from forebygg.organisation.services.posts import hand_over, relieve
from forebygg.organisation.services.recovery import approve_recovery, ask_for_recovery
from forebygg.organisation.visits import Visit, gate
from forebygg.organisation.visits import person as who_acts


@require_http_methods(["GET", "HEAD", "POST"])
def all_people(request: Visit, municipality: str) -> HttpResponse | HttpResponseRedirectBase:
    """Everybody with their posts, and a form to invite more."""
    gate(request, permissions.APPOINT)
    form = InvitationForm(request.POST or None, within=request.municipality)
    if request.method == "POST" and form.is_valid():
        invite(request, form)
        return redirect("organisation:people", municipality)
    told = {
        "people": people(request.municipality),
        "ownerless": ownerless(request.municipality),
        "form": form,
    }
    return render(request, "organisation/people.html", told, status=422 if form.errors else 200)


def invite(request: Visit, form: InvitationForm) -> None:
    """Give the post, and send a link to whoever has no password yet."""
    given, by = form.cleaned_data, who_acts(request)
    role, within = Role(given["role"]), request.municipality
    with transaction.atomic():
        invited = engage(given["email"], given["name"], role, within=within, unit=given["unit"], by=by)
        if invited.has_usable_password():
            messages.success(request, _("The post has been given."))
            return
        link = request.build_absolute_uri(welcome_link(invited))
        told = {"person": invited, "municipality": within, "by": by, "role": role.label, "link": link}
        letter = render_to_string("organisation/email/invitation.txt", told)
        # An invitation that could not be sent has not been made.
        send_mail(_("Invitation to Förebygg"), letter, None, [invited.email or ""])
    messages.success(request, _("An invitation has been sent to {email}.").format(email=invited.email))


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: Visit, municipality: str, holding: int) -> HttpResponse | HttpResponseRedirectBase:
    """Somebody's time in one post ends."""
    gate(request, permissions.APPOINT)
    found = get_object_or_404(Holding.objects.of(request.municipality).current(), pk=holding)
    if request.method != "POST":
        return render(request, "organisation/end.html", {"holding": found})
    relieve(found, by=who_acts(request))
    messages.success(request, _("The post has ended."))
    return redirect("organisation:people", municipality)


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: Visit, municipality: str, user: int) -> HttpResponse | HttpResponseRedirectBase:
    """Somebody leaves, and another takes over all that they hold, or nobody does."""
    gate(request, permissions.APPOINT)
    leaver = person(request.municipality, user)
    if leaver is None:
        raise Http404
    form = HandOverForm(request.POST or None, within=request.municipality, leaver=leaver.user)
    if request.method == "POST" and form.is_valid():
        successor: User | None = form.cleaned_data["successor"]
        hand_over(leaver.user, successor, within=request.municipality, by=who_acts(request))
        messages.success(request, _("The posts have been handed over."))
        return redirect("organisation:people", municipality)
    return render(request, "organisation/leave.html", {"leaver": leaver, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def recover(request: Visit, municipality: str, user: int) -> HttpResponse | HttpResponseRedirectBase:
    """Somebody has lost their second factor: one administrator asks, and another approves."""
    gate(request, permissions.RECOVER)
    found = person(request.municipality, user)
    if found is None:
        raise Http404
    waiting = Recovery.objects.of(request.municipality).waiting().filter(user=found.user).first()
    if request.method != "POST":
        return render(request, "organisation/recover.html", {"person": found, "waiting": waiting})
    if waiting is None:
        ask_for_recovery(found.user, within=request.municipality, by=who_acts(request))
        messages.success(request, _("Asked for. Another administrator has to approve it within three days."))
    else:
        approve_recovery(waiting, by=who_acts(request))
        messages.success(request, _("Taken away. The next login asks for a new second factor."))
    return redirect("organisation:people", municipality)
