"""Settling an edition's sentences: many at once, or one that is split or joined; and the toothless ones."""

from collections.abc import Sequence
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from forebygg.commitments import permissions
from forebygg.commitments.errors import NotEnoughToJoin
from forebygg.commitments.forms.settling import Part, Rows, part_forms
from forebygg.commitments.models import Commitment
from forebygg.commitments.selectors import choices
from forebygg.commitments.selectors.extent import extent_of
from forebygg.commitments.selectors.settling import Candidate, Settlement, by_section, settlement
from forebygg.commitments.services.settling import confirm, join, reject, reopen
from forebygg.commitments.views.finding import edition_of, posted
from forebygg.core.errors import CodedError
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.plans.models import Edition, Sentence
from forebygg.web.numbers import whole_number

AT_A_TIME: Final = 20
"""Sentences on a page: as many as one reads in one go, and few enough that a page is quick."""


@require_http_methods(["GET", "POST"])
def settle(request: Visit, municipality: str, number: int, edition: int) -> HttpResponse:  # noqa: ARG001
    """The next proposals; those that are ticked are confirmed, joined or rejected together."""
    of = edition_of(request, number, edition)
    gate(request, permissions.SETTLE if request.method == "POST" else permissions.SEE)
    if request.POST.get("act") == "again":
        return _taken_up(request, of)
    told = settlement(of)
    extent = extent_of(request.municipality)
    rows = Rows(_shown(request, told), choices.boards(request.municipality), posted(request), extent)
    if request.method == "POST":
        rows.miss({one.number: one for one in told.done})
        if not rows.refused and (answer := _sent(request, of, told, rows)):
            return answer
        told = settlement(of)
        rows.keep([one.number for one in told.waiting])
    context = {
        "edition": of,
        "may_settle": request.viewer.may(permissions.SETTLE),
        "plan": of.plan,
        "rows": rows,
        "told": told,
    }
    return render(request, "commitments/settle.html", context, status=422 if rows.errors else 200)


@require_http_methods(["GET", "POST"])
def settle_one(
    request: Visit,
    municipality: str,  # noqa: ARG001
    number: int,
    edition: int,
    sentence: int,
) -> HttpResponse:
    """One sentence with all that a commitment says: split in parts, or joined with others (`?with=`)."""
    of = edition_of(request, number, edition)
    gate(request, permissions.SETTLE)
    told = settlement(of)
    numbers = list(dict.fromkeys([sentence, *_numbers(request.GET.getlist("with"))]))
    found = [told.candidate(one) for one in numbers]
    candidates = [one for one in found if one]
    if len(candidates) != len(numbers):
        if not any(one.wording.number == sentence for one in told.done):
            raise Http404
        messages.info(request, gettext("The sentence is settled already."))
        return redirect("commitments:settle", request.municipality.slug, number, edition)
    return _parts(request, of, candidates)


@require_safe
def toothless(request: Visit, municipality: str, number: int, edition: int) -> HttpResponse:  # noqa: ARG001
    """The sentences that nobody could be held to, before the council adopts them."""
    of = edition_of(request, number, edition)
    gate(request, permissions.SEE)
    told = settlement(of)
    context = {"edition": of, "plan": of.plan, "sections": by_section(told.toothless), "told": told}
    return render(request, "commitments/toothless.html", context)


def _taken_up(request: Visit, of: Edition) -> HttpResponse:
    """A rejected sentence is proposed again."""
    number = whole_number(request.POST.get("sentence")) or 0
    one = Sentence.objects.of(request.municipality).filter(plan=of.plan, number=number).first()
    if one is None:
        raise Http404
    reopen(of, one, by=who_acts(request))
    return redirect("commitments:settle", request.municipality.slug, of.plan.number, of.number)


def _shown(request: Visit, told: Settlement) -> Sequence[Candidate]:
    """Those that were on the page when it was sent, else the next ones."""
    if request.method == "POST":
        numbers = set(_numbers(request.POST.getlist("shown")))
        return [one for one in told.waiting if one.number in numbers]
    return told.waiting[:AT_A_TIME]


def _sent(request: Visit, of: Edition, told: Settlement, rows: Rows) -> HttpResponse | None:
    if request.POST.get("act") == "join":
        return _to_join(request, of, told, rows) if rows.is_valid(only_ticked=False) else None
    return _settled(request, of, rows)


def _settled(request: Visit, of: Edition, rows: Rows) -> HttpResponse | None:
    """Back to the rest; None when it was refused, which the rows then tell."""
    act = request.POST.get("act")
    if not rows.is_valid(only_ticked=act == "confirm"):
        return None
    by = who_acts(request)
    try:
        if act == "reject":
            because = rows.because.cleaned_data["because"] if rows.because.is_valid() else ""
            if not because:
                return None
            count = len(reject(of, rows.ticked, because, by=by))
        else:
            count = len(confirm(of, rows.wanted, by=by))
    except CodedError as error:
        rows.refuse(error)
        return None
    if act == "reject":
        words = ngettext("{count} sentence is no commitment.", "{count} sentences are no commitments.", count)
    else:
        words = ngettext("{count} commitment confirmed.", "{count} commitments confirmed.", count)
    messages.success(request, words.format(count=count))
    return redirect("commitments:settle", request.municipality.slug, of.plan.number, of.number)


def _to_join(request: Visit, of: Edition, told: Settlement, rows: Rows) -> HttpResponse | None:
    """The form of what is joined, begun with what was typed of each; None when there is nothing to join."""
    candidates = [one for one in told.waiting if one.number in rows.ticked]
    if len(candidates) < 2:
        rows.refuse(NotEnoughToJoin())
        return None
    return _parts(request, of, candidates, begun=rows.joined)


def _parts(
    request: Visit, of: Edition, candidates: Sequence[Candidate], *, begun: dict[str, object] | None = None
) -> HttpResponse:
    data = posted(request) if begun is None else None
    forms = part_forms(
        choices.boards(request.municipality),
        choices.goals(request.municipality, of.plan),
        data,
        initial=begun or candidates[0].initial,
        count=whole_number(request.GET.get("parts"), most=20) or 1,
        extent=extent_of(request.municipality),
    )
    numbers = [one.number for one in candidates]
    if data is not None and "more" not in data and forms.is_valid():
        try:
            made = _made(request, of, numbers, forms.parts)
        except CodedError as error:
            forms.refuse(error)
        else:
            words = ngettext("{count} commitment confirmed.", "{count} commitments confirmed.", len(made))
            messages.success(request, words.format(count=len(made)))
            return redirect("commitments:settle", request.municipality.slug, of.plan.number, of.number)
    context = {
        "action": _address(request, of, numbers),
        "candidates": candidates,
        "edition": of,
        "forms": forms,
        "is_joining": len(numbers) > 1,
        "plan": of.plan,
    }
    status = 422 if data is not None and forms.errors else 200
    return render(request, "commitments/settle_one.html", context, status=status)


def _made(request: Visit, of: Edition, numbers: Sequence[int], parts: Sequence[Part]) -> list[Commitment]:
    by = who_acts(request)
    terms = [part.terms for part in parts]
    if len(numbers) > 1:
        return [join(of, numbers, terms[0], by=by)]
    return confirm(of, {numbers[0]: terms}, by=by)


def _address(request: Visit, of: Edition, numbers: Sequence[int]) -> str:
    first, *others = numbers
    path = reverse(
        "commitments:settle-one", args=[request.municipality.slug, of.plan.number, of.number, first]
    )
    return path + ("?" + "&".join(f"with={one}" for one in others) if others else "")


def _numbers(told: Sequence[str]) -> list[int]:
    return [number for one in told if (number := whole_number(one))]
