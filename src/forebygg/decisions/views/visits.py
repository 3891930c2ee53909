"""What every page of a case begins with: the case, as far as the one who asks may see it."""

from django.shortcuts import get_object_or_404

from forebygg.decisions.selectors.folder import Folder, open_folder
from forebygg.organisation.visits import Visit
from forebygg.papers.models import Case


def visited(request: Visit, number: int) -> Folder:
    """The case with that number and its papers, as the visitor may see them; else 404."""
    cases = Case.objects.of(request.municipality).visible_to(request.viewer)
    case = get_object_or_404(cases, number=number)
    case.municipality = request.municipality
    return open_folder(case, request.viewer)
