"""The people of a municipality and their posts: what an administrator looks after."""

import logging
from smtplib import SMTPRecipientsRefused

from django.contrib import messages
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.accounts.links import welcome_link
from forebygg.accounts.models import User
from forebygg.organisation import permissions
from forebygg.organisation.errors import MailRefused, MailSilent
from forebygg.organisation.forms.people import InvitationForm
from forebygg.organisation.models import Role
from forebygg.organisation.selectors.people import gone, holders, ownerless, people
from forebygg.organisation.services.people import engage
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.web.forms import done
from forebygg.web.pagination import paginate

_log = logging.getLogger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
def all_people(request: Visit, municipality: str) -> HttpResponse | HttpResponseRedirectBase:
    """Everybody with their posts, and a form to invite more."""
    gate(request, permissions.APPOINT)
    form = InvitationForm(posted(request), within=request.municipality)
    if done(form, lambda: invite(request, form)):
        return redirect("organisation:people", municipality)
    page = paginate(holders(request.municipality), request)
    told = {
        "people": people(request.municipality, page.rows),
        "page": page,
        "gone": gone(request.municipality),
        "ownerless": ownerless(request.municipality),
        "form": form,
    }
    return render(request, "organisation/people.html", told, status=422 if form.errors else 200)


def posted(request: Visit) -> QueryDict | None:
    """What a form was sent with; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def invite(request: Visit, form: InvitationForm) -> None:
    """Give the post, and send a link to whoever has no password yet.

    Raises what engage does, MailRefused, MailSilent.
    """
    given, by = form.cleaned_data, who_acts(request)
    role, within = Role(given["role"]), request.municipality
    with transaction.atomic():
        invited = engage(given["email"], given["name"], role, within=within, unit=given["unit"], by=by)
        if invited.has_come:
            messages.success(request, _("The post has been given."))
            return
        link = request.build_absolute_uri(welcome_link(invited))
        told = {"person": invited, "municipality": within, "by": by, "role": role.label, "link": link}
        # An invitation that could not be sent has not been made.
        _send(invited, render_to_string("organisation/email/invitation.txt", told))
    messages.success(request, _("An invitation has been sent to {email}.").format(email=invited.email))


def _send(invited: User, letter: str) -> None:
    try:
        send_mail(_("Invitation to Förebygg"), letter, None, [invited.email or ""])
    except SMTPRecipientsRefused as error:
        raise MailRefused(email=invited.email) from error
    except OSError as error:  # what smtplib raises, too
        # Its words may hold the address, which no log is to keep.
        _log.warning("An invitation could not be sent: %s.", type(error).__name__)
        raise MailSilent from error
