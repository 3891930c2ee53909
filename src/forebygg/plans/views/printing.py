"""A plan and its changes as PDF and as Word: what the visitor may see, as on the pages."""

from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from forebygg.organisation.visits import Visit
from forebygg.plans import printed
from forebygg.plans.selectors.comparing import comparison
from forebygg.plans.selectors.reading import reading
from forebygg.plans.views.finding import plan_of
from forebygg.printing import answers
from forebygg.printing.documents import Document


@require_safe
def edition_pdf(request: Visit, municipality: str, number: int, edition: int) -> HttpResponseBase:
    return answers.pdf(request, _edition(request, number, edition), f"{municipality}-{number}-{edition}.pdf")


@require_safe
def edition_docx(request: Visit, municipality: str, number: int, edition: int) -> HttpResponseBase:
    return answers.docx(_edition(request, number, edition), f"{municipality}-{number}-{edition}.docx")


@require_safe
def compare_pdf(request: Visit, municipality: str, number: int, earlier: int, later: int) -> HttpResponseBase:
    filename = f"{municipality}-{number}-{earlier}-{later}.pdf"
    return answers.pdf(request, _comparison(request, number, earlier, later), filename)


@require_safe
def compare_docx(
    request: Visit, municipality: str, number: int, earlier: int, later: int
) -> HttpResponseBase:
    filename = f"{municipality}-{number}-{earlier}-{later}.docx"
    return answers.docx(_comparison(request, number, earlier, later), filename)


def _edition(request: Visit, number: int, edition: int) -> Document:
    found = plan_of(request, number)
    one = found.edition(edition)
    return printed.edition(reading(found.plan, one, found.among, seen_by=found.viewer))


def _comparison(request: Visit, number: int, earlier: int, later: int) -> Document:
    found = plan_of(request, number)
    editions = found.edition(earlier), found.edition(later)
    # The later first is the same comparison.
    first, second = sorted(editions, key=lambda one: found.among.order(one.pk))
    return printed.comparison(comparison(found.plan, first, second, found.among, seen_by=found.viewer))
