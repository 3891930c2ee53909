"""What the audit trail may tell of cases, and to whom."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext

from forebygg.accounts.models import Municipality
from forebygg.organisation.naming import Key, Named
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case, CaseQuerySet, Paper
from forebygg.web.addresses import address


def cases_by_number(keys: Collection[Key], within: Municipality, viewer: Viewer) -> Mapping[Key, Named]:
    """Their numbers, as links where the viewer may open them. One query."""
    rows = Case.objects.of(within).visible_to(viewer).filter(number__in=keys)
    open_to_them = set(rows.values_list("number", flat=True))
    return {
        key: Named(
            gettext("case {number}").format(number=key),
            address("decisions:case", within.slug, int(key)) if key in open_to_them else "",
        )
        for key in keys
    }


def case_numbered(number: int, within: Municipality) -> Iterable[int]:
    """The key of the case with that number."""
    return Case.objects.of(within).filter(number=number).values_list("pk", flat=True)


def kept_from(viewer: Viewer, within: Municipality) -> CaseQuerySet:
    """The cases in which an authority keeps something to itself that this viewer does not belong to.

    What was done there is told without details, to administrators too: a number of a paper, and when somebody
    had to do with it, can be as telling as the paper (OSL 8 kap. 1 §).
    """
    rows = Case.objects.of(within)
    if viewer.is_system:
        return rows.none()
    papers = Paper.objects.filter(case=OuterRef("pk"), kept_by__isnull=False)
    return rows.filter(Exists(papers.exclude(kept_by__in=viewer.authorities)))
