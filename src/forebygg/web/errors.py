"""What a view refuses is told as a page, in the reader's language."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext

from forebygg.core.errors import CodedError

REFUSED = 400


class NotLoggedInError(Exception):
    """What is asked for may be theirs: they are to say who they are."""


class ErrorMiddleware:
    """Renders the errors that say themselves what is wrong, and the refusals that Django leaves blank."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Django answers a method that a view does not take with an empty page."""
        response = self.get_response(request)
        if response.status_code != 405 or not isinstance(response, HttpResponse) or response.content:
            return response
        told = render(request, "405.html", status=405)
        told["Allow"] = response["Allow"]
        return told

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Errors without a sentence are left to Django, and to the log."""
        if isinstance(exception, NotLoggedInError):
            return redirect_to_login(request.get_full_path())
        if not isinstance(exception, CodedError):
            return None
        context = {"sentence": exception.told(gettext), "code": exception.code}
        return render(request, "refused.html", context, status=getattr(exception, "status", REFUSED))
