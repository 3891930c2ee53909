"""One sentence and its thread."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from forebygg.organisation.visits import Visit
from forebygg.plans.models import Sentence
from forebygg.plans.selectors.history import history
from forebygg.plans.views.finding import plan_of


@require_safe
def sentence(request: Visit, municipality: str, number: int, sentence: int) -> HttpResponse:  # noqa: ARG001
    found = plan_of(request, number)
    of = Sentence.objects.of(found.plan.municipality)
    one = get_object_or_404(of, plan=found.plan, number=sentence)
    told = history(found.plan, one, found.among, seen_by=found.viewer)
    if told is None:
        raise Http404
    return render(request, "plans/sentence.html", {"history": told, "plan": found.plan})
