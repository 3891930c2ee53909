"""The front, the home of a municipality, and what is answered when there is nothing to answer with."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from forebygg.accounts.models import Municipality
from forebygg.organisation.visits import Visit
from forebygg.site import selectors

# Search engines see what the public may see; behind the public door they would find it once more.
ROBOTS = "User-agent: *\nDisallow: /public/\n"


@require_safe
def front(request: HttpRequest) -> HttpResponse | HttpResponseRedirectBase:
    """The municipalities here; where there is but one, its home is the front."""
    municipalities = list(Municipality.objects.order_by("name"))
    if len(municipalities) == 1:
        return redirect("site:home", municipalities[0].slug)
    return render(request, "site/front.html", {"municipalities": municipalities})


@require_safe
def home(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - named by the address
    """What there is to see, and what comes next."""
    today = timezone.localdate()
    found = selectors.home(request.municipality, seen_by=request.viewer, today=today)
    return render(request, "site/home.html", {"home": found})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "site/accessibility.html")


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


@require_safe
def icon(_request: HttpRequest) -> HttpResponseRedirectBase:
    """Browsers ask for this one even where a page names another."""
    return redirect(static("web/icon.svg"), permanent=True)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What could not be understood; too large an upload is told as such."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)
