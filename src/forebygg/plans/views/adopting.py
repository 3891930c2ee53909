"""The council's decision on an edition: recorded, and withdrawn when it was recorded wrongly."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from forebygg.core.errors import CodedError
from forebygg.organisation.visits import Visit, gate, who_acts
from forebygg.papers.models import Paper
from forebygg.plans import permissions
from forebygg.plans.forms.adopting import AdoptionForm, WithdrawalForm
from forebygg.plans.models import Edition
from forebygg.plans.rules import COUNCIL
from forebygg.plans.selectors.adoptions import standing_adoption, withdrawn_adoptions
from forebygg.plans.selectors.editions import EditionRow, edition_rows
from forebygg.plans.services.adopting import Decided
from forebygg.plans.services.adopting import adopt as adopted
from forebygg.plans.services.adopting import withdraw as withdrawn
from forebygg.plans.threads import tell
from forebygg.plans.views.finding import Found, plan_of
from forebygg.web.dates import written_day

_MINUTES = (Paper.Kind.MINUTES, Paper.Kind.MINUTES_ITEM, Paper.Kind.MINUTES_COVER)


@require_http_methods(["GET", "POST"])
def adopt(request: Visit, municipality: str, number: int, edition: int) -> HttpResponse:  # noqa: ARG001
    """What is recorded, with a way to withdraw it; else the form, filled with what the papers say."""
    found = plan_of(request, number)
    one = found.edition(edition)
    gate(request, permissions.ADOPT)
    row = _row(found, one)
    papers = _minutes(found, one, row)
    is_withdrawal = "withdraw" in request.POST
    recording = AdoptionForm(
        one.date,
        [(paper.pk, _named(paper)) for paper in papers],
        request.POST if request.method == "POST" and not is_withdrawal else None,
        _first(row),
    )
    withdrawing = WithdrawalForm(request.POST if is_withdrawal else None)
    form = withdrawing if is_withdrawal else recording
    if form.is_bound and form.is_valid():
        try:
            if is_withdrawal:
                _withdraw(request, one, withdrawing)
            else:
                _adopt(request, one, recording, papers)
        except CodedError as error:
            form.add_error(None, error.told(_))
        else:
            messages.success(request, _("Saved."))
            return redirect(one)
    context = {
        "plan": found.plan,
        "row": row,
        "adoption": standing_adoption(one),
        "withdrawn": withdrawn_adoptions(one),
        "form": form,
        "recording": recording,
        "withdrawing": withdrawing,
    }
    return render(request, "plans/adopt.html", context, status=422 if form.errors else 200)


def _adopt(request: Visit, one: Edition, form: AdoptionForm, papers: Sequence[Paper]) -> None:
    told = form.cleaned_data
    decided = Decided(
        on=told["decided_on"],
        paragraph=told["paragraph"],
        body=told["body"],
        extract=next((paper for paper in papers if paper.pk == told["extract"]), None),
    )
    adopted(one, decided, by=who_acts(request))


def _withdraw(request: Visit, one: Edition, form: WithdrawalForm) -> None:
    if adoption := standing_adoption(one):
        withdrawn(adoption, form.cleaned_data["because"], by=who_acts(request))


def _row(found: Found, one: Edition) -> EditionRow:
    told = tell(found.among.editions, (), seen_by=found.viewer)
    rows = edition_rows(found.plan, found.among, told, {})
    return rows[found.among.order(one.pk)]


def _minutes(found: Found, one: Edition, row: EditionRow) -> list[Paper]:
    """The case's minutes that the visitor may see, the newest first, and the paper that says it."""
    of = Paper.objects.of(found.plan.municipality).visible_to(found.viewer)
    papers = list(of.filter(case=one.paper.case_id, kind__in=_MINUTES).order_by("-date", "number"))
    if row.found and row.found.paper not in papers:
        papers.insert(0, row.found.paper)
    return papers


def _named(paper: Paper) -> str:
    words = f"{paper.number}. {paper}"
    return f"{words}, {written_day(paper.date)}" if paper.date else words


def _first(row: EditionRow) -> dict[str, object]:
    """What the record says, for a person to look at; nothing is recorded by it."""
    if row.found is None:
        return {"body": COUNCIL}
    return {
        "decided_on": row.found.on,
        "paragraph": row.found.paragraph,
        "body": row.found.body,
        "extract": row.found.paper.pk,
    }
