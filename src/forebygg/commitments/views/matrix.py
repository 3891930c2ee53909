"""Where practice stands: every commitment beside every board, and a board beside its units."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forebygg.commitments import permissions
from forebygg.commitments.marks import STANDS
from forebygg.commitments.models import Level
from forebygg.commitments.selectors.extent import extent_of
from forebygg.commitments.selectors.matrix import NEVER, Asked, Frame, cells, frame
from forebygg.organisation.visits import Visit, gate
from forebygg.web.pagination import paginate_all


@require_safe
def matrix(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """A page of it."""
    gate(request, permissions.SEE)
    asked = Asked.of(request.GET)
    found = frame(request.municipality, asked)
    page = paginate_all(found.commitments, request, size=found.rows_a_page)
    context = {
        "across": _across(request, found),
        "asked": asked,
        "cells": cells(found, page.rows, request.municipality),
        "frame": found,
        "levels": Level.choices if extent_of(request.municipality).shows("level") else (),
        "marks": STANDS.values(),
        "page": page,
        "states": [(state or NEVER, mark.words) for state, mark in STANDS.items()],
    }
    return render(request, "commitments/matrix.html", context)


def _across(request: Visit, found: Frame) -> dict[str, str]:
    """The addresses of the columns before and after these."""

    def at(number: int) -> str:
        query = request.GET.copy()
        query["across"] = str(number)
        return f"?{query.urlencode()}"

    told = {}
    if found.across > 1:
        told["previous"] = at(found.across - 1)
    if found.across < found.last_across:
        told["next"] = at(found.across + 1)
    return told
