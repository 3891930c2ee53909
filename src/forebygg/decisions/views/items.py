"""An item, and the list of all."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forebygg.decisions.models import Item
from forebygg.decisions.selectors import search
from forebygg.decisions.selectors.items import item_page
from forebygg.decisions.views.visits import Visit, visited
from forebygg.web.pagination import paginate


@require_safe
def item(request: HttpRequest, municipality: str, case: int, item: int) -> HttpResponse:  # noqa: ARG001
    """What was moved, voted and decided under one paragraph, and what came of it."""
    folder = visited(cast(Visit, request), case)
    page = item_page(folder, item)
    if page is None:
        raise Http404
    context = {"case": folder.case, "folder": folder, "item": page.item, "page": page}
    return render(request, "decisions/item.html", context)


@require_safe
def items(request: HttpRequest, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """Every item of every case, newest first, narrowed to what is asked for."""
    visit = cast(Visit, request)
    asked = search.Asked.of(request.GET)
    page = paginate(search.shown(search.found(visit.municipality, visit.user, asked)), request)
    for row in page.rows:
        row.municipality = row.case.municipality = visit.municipality
    context = {
        "asked": asked,
        "choices": search.choices(visit.municipality, visit.user),
        "outcomes": Item.Outcome.choices,
        "page": page,
    }
    return render(request, "decisions/items.html", context)
