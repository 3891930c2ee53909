"""An item, and the list of all."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from forebygg.decisions.models import Item
from forebygg.decisions.selectors import search
from forebygg.decisions.selectors.items import item_page
from forebygg.decisions.views.visits import visited
from forebygg.organisation.visits import Visit
from forebygg.web.pagination import paginate


@require_safe
def item(request: Visit, municipality: str, case: int, item: int) -> HttpResponse:  # noqa: ARG001
    """What was moved, voted and decided under one paragraph, and what came of it."""
    folder = visited(request, case)
    page = item_page(folder, item)
    if page is None:
        raise Http404
    context = {"case": folder.case, "folder": folder, "item": page.item, "page": page}
    return render(request, "decisions/item.html", context)


@require_safe
def items(request: Visit, municipality: str) -> HttpResponse:  # noqa: ARG001 - request.municipality
    """Every item of every case, newest first, narrowed to what is asked for."""
    asked = search.Asked.of(request.GET)
    found = search.found(request.municipality, request.viewer, asked)
    choices = search.choices(request.municipality, request.viewer)
    total = None if asked.is_anything else choices.items
    page = paginate(search.shown(found), request, counted=found, total=total)
    context = {
        "asked": asked,
        "choices": choices,
        "outcomes": Item.Outcome.choices,
        "page": page,
        "rows": search.as_rows(request.municipality, page.rows),
    }
    return render(request, "decisions/items.html", context)
