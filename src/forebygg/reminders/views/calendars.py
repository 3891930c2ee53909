"""One's own calendar: the address by which it is read, and single entries to put into another."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from forebygg.accounts.models import Municipality, User
from forebygg.organisation.permissions import Viewer
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.reminders import permissions
from forebygg.reminders.calendars import CONTENT_TYPE, written
from forebygg.reminders.models import CalendarFeed
from forebygg.reminders.selectors.calendars import entries
from forebygg.reminders.selectors.hands import hands_of
from forebygg.reminders.services.feeds import checksum, make_feed, withdraw_feed


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def calendar(request: Visit, municipality: str) -> HttpResponse:
    """Whether there is an address; a new one is shown once, since nobody can be told it later."""
    gate(request, permissions.CHOOSE)
    user, within = who_acts(request), request.municipality
    url = ""
    if request.method == "POST" and "withdraw" in request.POST:
        withdraw_feed(within=within, by=user)
    elif request.method == "POST":
        _feed, token = make_feed(get_language() or "sv", within=within, by=user)
        with override(settings.LANGUAGE_CODE):
            path = reverse("reminders:feed", args=[municipality, token])
        url = request.build_absolute_uri(path)
    feed = CalendarFeed.objects.of(within).filter(user=user, withdrawn_at=None).first()
    told = {"feed": feed, "url": url, "webcal": f"webcal:{url.partition(':')[2]}" if url else ""}
    return render(request, "reminders/calendar.html", told)


@never_cache
@require_safe
def feed(request: Visit, municipality: str, secret: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """What a calendar program reads, with neither login nor session; it ends with the person's last post."""
    within = request.municipality
    current = CalendarFeed.objects.of(within).filter(withdrawn_at=None).select_related("user")
    found = current.filter(checksum=checksum(secret)).first()
    viewer = Viewer.of(found.user, within) if found else None
    if found is None or viewer is None or not viewer.may(permissions.CHOOSE):
        raise Http404
    with override(found.language):
        answer = _file(viewer, found.user, within)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@require_safe
def one(request: Visit, municipality: str, key: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """A single entry, to be put into any calendar."""
    gate(request, permissions.CHOOSE)
    answer = _file(request.viewer, who_acts(request), request.municipality, key)
    answer["Content-Disposition"] = f'attachment; filename="{key}.ics"'
    return answer


def _file(viewer: Viewer, user: User, within: Municipality, key: str = "") -> HttpResponse:
    """All entries, or the one with that key; 404 where there is none such."""
    today = timezone.localdate()
    found = entries(viewer, within, hands_of(user, within), today=today)
    if key:
        found = [entry for entry in found if entry.key == key]
        if not found:
            raise Http404
    name = gettext("Förebygg, {municipality}").format(municipality=within)
    language = get_language() or settings.LANGUAGE_CODE
    told = written(found, within, name=name, language=language, on=today)
    return HttpResponse(told, content_type=CONTENT_TYPE)
