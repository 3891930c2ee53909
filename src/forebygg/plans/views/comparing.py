"""Two editions, inline or side by side."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from forebygg.organisation.visits import Visit
from forebygg.plans import contract
from forebygg.plans.models import Edition
from forebygg.plans.selectors.changes import MARKS
from forebygg.plans.selectors.comparing import Comparison, Show, comparison, shown
from forebygg.plans.views.finding import Found, plan_of
from forebygg.web.marks import Mark
from forebygg.web.numbers import whole_number

VIEWS: Final = {"inline": _("In one text"), "side": _("Side by side")}
SHOWS: Final[tuple[Show, ...]] = ("text", "changes", *MARKS)


@dataclass(frozen=True)
class Choice:
    """One of several ways to look, with its address."""

    key: str
    words: str | Promise
    url: str
    is_chosen: bool


@require_safe
def choose(
    request: Visit,
    municipality: str,
    number: int,
) -> HttpResponse | HttpResponseRedirectBase:
    """Where the chooser leads: to the comparison of the two editions, the earlier first.

    Without a choice, or with the same one twice, an edition is compared with the one before it.
    """
    found = plan_of(request, number)
    first, second = (_chosen(found, request.GET.get(name, "")) for name in ("from", "to"))
    earlier, later = _pair(found, first, second)
    if earlier is None:
        return HttpResponseRedirect(found.plan.get_absolute_url())
    kept = {key: value for key in ("view", "show") if (value := request.GET.get(key))}
    url = reverse("plans:compare", args=[municipality, number, earlier.number, later.number])
    return HttpResponseRedirect(f"{url}?{urlencode(kept)}" if kept else url)


def _chosen(found: Found, typed: str) -> Edition | None:
    number = whole_number(typed)
    return None if number is None else found.among.edition(number)


def _pair(found: Found, first: Edition | None, second: Edition | None) -> tuple[Edition | None, Edition]:
    editions = found.among.editions
    if first and second and first != second:
        earlier, later = sorted((first, second), key=editions.index)
        return earlier, later
    later = second or first or editions[-1]
    place = editions.index(later)
    if place:
        return editions[place - 1], later
    return (later, editions[1]) if len(editions) > 1 else (None, later)


@require_safe
def compare(
    request: Visit, municipality: str, number: int, earlier: int, later: int
) -> HttpResponse | HttpResponseRedirectBase:
    """Editions in the wrong order, or one with itself, lead to where they can be compared."""
    found = plan_of(request, number)
    first, second = found.edition(earlier), found.edition(later)
    if found.among.order(first.pk) >= found.among.order(second.pk):
        query = urlencode({"from": later, "to": earlier})
        return HttpResponseRedirect(f"{reverse('plans:choose', args=[municipality, number])}?{query}")
    told = comparison(found.plan, first, second, found.among, seen_by=found.viewer)
    asked = request.GET.get("view", "")
    view = asked if asked in VIEWS else "inline"
    show = next((one for one in SHOWS if one == request.GET.get("show")), SHOWS[0])
    whole: Show = "text"
    few: Show = "changes" if show == "text" else show
    extents: list[tuple[Show, str | Promise]] = [(whole, _("The whole text")), (few, _("The changes alone"))]
    context = {
        "comparison": told,
        "plan": found.plan,
        "blocks": shown(told.blocks, show),
        "view": view,
        "views": [Choice(key, words, _query(key, show), key == view) for key, words in VIEWS.items()],
        "extents": [Choice(key, words, _query(view, key), key == show) for key, words in extents],
        "figures": _figures(told, view, show),
        "text_url": _query(view, "text"),
        "kept": _asked(view, show).items(),
    }
    return render(request, "plans/compare.html", context)


@dataclass(frozen=True)
class Figure:
    """A number that leads to what it counts."""

    key: str
    count: int
    url: str
    is_chosen: bool
    mark: Mark | None = None


def _figures(told: Comparison, view: str, show: Show) -> list[Figure]:
    """The summary; the numbers by declaration add up to the first."""
    changes = Figure("changes", len(told.changes), _query(view, "changes"), show == "changes")
    return [
        changes,
        *(
            Figure(key, told.counts.get(key, 0), _query(view, key), key == show, mark)
            for key, mark in MARKS.items()
            if key != "unknown" or told.counts.get(key)
        ),
    ]


def _asked(view: str, show: Show) -> dict[str, str]:
    """What differs from the usual way to look."""
    return {
        key: value
        for key, value, usual in (("view", view, "inline"), ("show", show, "text"))
        if value != usual
    }


def _query(view: str, show: Show) -> str:
    return f"?{urlencode(_asked(view, show))}"


@require_safe
def compare_json(
    request: Visit,
    municipality: str,  # noqa: ARG001 - named by the address
    number: int,
    earlier: int,
    later: int,
) -> HttpResponse:
    found = plan_of(request, number)
    told = comparison(
        found.plan, found.edition(earlier), found.edition(later), found.among, seen_by=found.viewer
    )
    return JsonResponse(contract.comparison(told), json_dumps_params={"ensure_ascii": False, "indent": 2})
