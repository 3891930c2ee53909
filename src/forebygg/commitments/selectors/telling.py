"""What the audit trail calls commitments and the sentences they came from."""

from collections.abc import Collection, Iterable, Mapping

from django.utils.translation import gettext

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import ActionPlan, Commitment
from forebygg.organisation.naming import Key, Named
from forebygg.organisation.permissions import Viewer
from forebygg.plans.models import Edition, Sentence
from forebygg.web.dates import written_day


def commitments(keys: Collection[Key], within: Municipality, _viewer: Viewer) -> Mapping[Key, Named]:
    found: dict[Key, Named] = {}
    for commitment in Commitment.objects.of(within).filter(pk__in=keys).only("number"):
        commitment.municipality = within
        words = gettext("commitment {number}").format(number=commitment.number)
        found[commitment.pk] = Named(words, commitment.get_absolute_url())
    return found


def commitment_numbered(number: int, within: Municipality) -> Iterable[int]:
    """The key of the commitment that has this number."""
    return Commitment.objects.of(within).filter(number=number).values_list("pk", flat=True)


def sentences(keys: Collection[Key], within: Municipality, _viewer: Viewer) -> Mapping[Key, Named]:
    found: dict[Key, Named] = {}
    for sentence in Sentence.objects.of(within).filter(pk__in=keys).select_related("plan"):
        sentence.municipality = within
        words = gettext("sentence {number}").format(number=sentence.number)
        found[sentence.pk] = Named(words, sentence.get_absolute_url())
    return found


def editions(keys: Collection[Key], within: Municipality, _viewer: Viewer) -> Mapping[Key, Named]:
    """By their days; those without one by their numbers."""
    found: dict[Key, Named] = {}
    for edition in Edition.objects.of(within).filter(pk__in=keys).select_related("plan"):
        edition.municipality = within
        name = written_day(edition.date) if edition.date else f"{edition.number}"
        found[edition.pk] = Named(
            gettext("the edition of {name}").format(name=name), edition.get_absolute_url()
        )
    return found


def action_plans(keys: Collection[Key], within: Municipality, _viewer: Viewer) -> Mapping[Key, Named]:
    """By the unit whose it is."""
    found: dict[Key, Named] = {}
    for plan in ActionPlan.objects.of(within).filter(pk__in=keys).select_related("unit").defer("content"):
        plan.municipality = within
        words = gettext("the action plan of {name}").format(name=plan.unit or within)
        found[plan.pk] = Named(words, plan.get_absolute_url())
    return found


def action_plan_numbered(number: int, within: Municipality) -> Iterable[int]:
    """The key of the action plan that has this number."""
    return ActionPlan.objects.of(within).filter(number=number).values_list("pk", flat=True)
