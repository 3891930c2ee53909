"""The light mode: whether it is on, why, and what it leaves out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.commitments import permissions
from forebygg.commitments.forms.extent import ExtentForm
from forebygg.commitments.selectors.extent import choices_made, extent_of
from forebygg.commitments.services.extent import choose_extent
from forebygg.commitments.views.finding import posted
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.forms import done
from forebygg.web.pagination import paginate

_SIZE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def light(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """What holds, with a form for whoever may choose otherwise."""
    gate(request, permissions.LIGHTEN if request.method == "POST" else permissions.SEE_EXTENT)
    within = request.municipality
    extent = extent_of(within)
    # Two who do the same at once do it once: the form says what is to hold, not that it is to change.
    wanted = request.POST.get("light") == "1" if request.method == "POST" else not extent.is_light
    form = ExtentForm(posted(request))

    def act() -> None:
        choose_extent(within, is_light=wanted, because=form.cleaned_data["because"], by=who_acts(request))

    if done(form, act):
        messages.success(request, _("The light mode is on.") if wanted else _("The light mode is off."))
        return redirect("commitments:light", within.slug)
    context = {
        "extent": extent,
        "form": form,
        "may_choose": request.viewer.may(permissions.LIGHTEN),
        "page": paginate(choices_made(within), request, size=_SIZE),
        "wanted": wanted,
    }
    return render(request, "commitments/light.html", context, status=422 if form.errors else 200)
