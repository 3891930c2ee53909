"""A unit answers by a link from an e-mail: its open questions and nothing else, without a login."""

import logging

from allauth.core import ratelimit
from django.contrib import messages
from django.core.mail import send_mail
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from forebygg.commitments import permissions
from forebygg.commitments.errors import LinkNotSent
from forebygg.commitments.forms.answering import AnswerForm
from forebygg.commitments.forms.links import LinkForm
from forebygg.commitments.models import AnswerLink
from forebygg.commitments.selectors.answering import promises
from forebygg.commitments.services import links as services
from forebygg.commitments.views.answering import Sheet
from forebygg.organisation.models import Unit
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.forms import done

_log = logging.getLogger(__name__)
_MOST = 150


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: Visit, municipality: str, unit: int) -> HttpResponse:
    """Make a link for a unit, and send it."""
    gate(request, permissions.ASK)
    of = get_object_or_404(Unit.objects.of(request.municipality).standing(), number=unit)
    of.municipality = request.municipality
    form = LinkForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        email = form.cleaned_data["email"]
        services.send_link(
            of, lambda link, token: _deliver(request, link, token, email), by=who_acts(request)
        )
        messages.success(request, gettext("A link has been sent to {email}.").format(email=email))

    if done(form, act):
        return redirect("commitments:answers", municipality, unit)
    told = {"form": form, "unit": of, "days": services.HOLDS.days}
    return render(request, "commitments/send_link.html", told, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer_by_link(request: Visit, municipality: str, token: str) -> HttpResponse:  # noqa: ARG001
    """The open questions of the link's unit; once they have been answered, thanks."""
    found = AnswerLink.objects.of(request.municipality).select_related("unit__authority")
    link = found.filter(checksum=services.checksum(token)).first()
    if link is None:
        raise Http404
    link.municipality = link.unit.municipality = request.municipality
    answer = _posted(request, link) if request.method == "POST" else _asked(request, link)
    # The address is a key: it is told to no other site, and to no search engine.
    answer["Referrer-Policy"], answer["X-Robots-Tag"] = "strict-origin", "noindex, nofollow"
    return answer


def _asked(request: Visit, link: AnswerLink) -> HttpResponse:
    if not services.holds(link):
        return _over(request, link)
    waiting = [one for one in promises(link.unit) if one.waits][:_MOST]
    told = {"unit": link.unit, "link": link, "forms": [AnswerForm(one) for one in waiting]}
    return render(request, "commitments/answer_by_link.html", told)


def _posted(request: Visit, link: AnswerLink) -> HttpResponse:
    if not ratelimit.consume(request, action="answer_by_link"):
        return render(request, "commitments/link_over.html", {"link": link, "is_hurried": True}, status=429)
    sheet = Sheet(link.unit, request.POST)
    kept = sheet.sent(lambda given: services.answer_by_link(link, given, on=timezone.localdate()))
    if kept:
        return render(request, "commitments/link_thanks.html", {"unit": link.unit, "count": len(kept)})
    if not services.holds(link):
        return _over(request, link)
    told = {"unit": link.unit, "link": link, "forms": sheet.forms, "sheet": sheet}
    return render(request, "commitments/answer_by_link.html", told, status=sheet.status)


def _over(request: Visit, link: AnswerLink) -> HttpResponse:
    return render(request, "commitments/link_over.html", {"link": link}, status=410)


def _deliver(request: Visit, link: AnswerLink, token: str, email: str) -> None:
    """Raises LinkNotSent."""
    path = reverse("commitments:answer-by-link", args=[request.municipality.slug, token])
    told = {"unit": link.unit, "link": link, "by": link.made_by, "url": request.build_absolute_uri(path)}
    letter = render_to_string("commitments/email/answer_link.txt", told)
    try:
        send_mail(gettext("Where does {unit} stand?").format(unit=link.unit), letter, None, [email])
    except OSError as error:  # what smtplib raises, too
        # Its words may hold the address, which no log is to keep.
        _log.warning("A link could not be sent: %s.", type(error).__name__)
        raise LinkNotSent(email=email) from error
