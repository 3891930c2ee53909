"""What falls to somebody, what they are reminded of by e-mail, and which e-mails they have been sent."""

import datetime as dt

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from forebygg.accounts.models import SystemUser
from forebygg.accounts.services import system_user
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.reminders import due, permissions
from forebygg.reminders.forms.choosing import ChoiceForm
from forebygg.reminders.links import whom_to_stop
from forebygg.reminders.selectors.digests import sent_to, subscription
from forebygg.reminders.selectors.hands import hands_of
from forebygg.reminders.services import choosing
from forebygg.web.forms import done
from forebygg.web.pagination import paginate

_AHEAD = dt.timedelta(days=60)


@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: Visit, municipality: str) -> HttpResponse:
    """One's own, nobody else's."""
    gate(request, permissions.CHOOSE)
    user, within = who_acts(request), request.municipality
    chosen, kinds = subscription(user, within), due.kinds()
    initial = {"kinds": [key for key in kinds if key not in chosen.declined], "language": chosen.language}
    data = request.POST if request.method == "POST" else None
    form = ChoiceForm(list(kinds.values()), data, initial=initial)

    def act() -> None:
        declined = kinds.keys() - set(form.cleaned_data["kinds"])
        choosing.choose(declined, form.cleaned_data["language"], within=within, by=user)
        messages.success(request, gettext("Your choice has been saved."))

    if done(form, act):
        return redirect("reminders:reminders", municipality)
    today = timezone.localdate()
    items = due.due(within, today + _AHEAD, among=hands_of(user, within))
    told = {
        "form": form,
        "overdue": [item for item in items if item.on is None or item.on < today],
        "coming": [item for item in items if item.on is not None and item.on >= today],
        "page": paginate(sent_to(user, within), request),
    }
    return render(request, "reminders/reminders.html", told, status=422 if form.errors else 200)


@csrf_exempt  # a mail program posts there without having looked (RFC 8058); the link says who may
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Visit, municipality: str, signature: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """Say no to what an e-mail reminded of; looking changes nothing."""
    found = whom_to_stop(signature, request.municipality)
    if found is None:
        raise Http404
    user, kind = found
    all_kinds = due.kinds()
    stopped = [all_kinds[kind]] if kind in all_kinds else list(all_kinds.values())
    is_done = request.method == "POST"
    if is_done:
        keys = [one.key for one in stopped]
        choosing.decline(keys, user, within=request.municipality, by=system_user(SystemUser.LINK))
    told = {"kinds": stopped, "is_done": is_done}
    answer = render(request, "reminders/stop.html", told)
    # The address is a key: it is told to no other site, and to no search engine.
    answer["Referrer-Policy"], answer["X-Robots-Tag"] = "strict-origin", "noindex, nofollow"
    return answer
