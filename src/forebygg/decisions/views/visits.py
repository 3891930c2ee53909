"""What every page of a case begins with: the case, as far as the one who asks may see it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from forebygg.decisions.selectors.folder import Folder, open_folder
from forebygg.organisation.visits import Visit
from forebygg.papers.models import Case


def visited(request: Visit, number: int) -> Folder:
    """The case with that number and its papers, as the visitor may see them; else 404."""
    case = get_object_or_404(Case.objects.of(request.municipality), number=number)
    case.municipality = request.municipality
    folder = open_folder(case, request.viewer)
    if not folder.may_be_seen:
        raise Http404
    return folder
