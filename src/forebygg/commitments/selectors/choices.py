"""What forms let one choose among."""

from forebygg.accounts.models import Municipality
from forebygg.commitments.rules.bodies import MAY_ANSWER
from forebygg.organisation.models import Holding, Post, Unit
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case
from forebygg.plans.models import Goal, Plan


def boards(municipality: Municipality) -> list[Unit]:
    """Those that may answer for a commitment, by name. One query."""
    return list(
        Unit.objects.of(municipality).standing().filter(kind__in=MAY_ANSWER).order_by("name", "number")
    )


def posts(municipality: Municipality) -> list[tuple[Post, bool]]:
    """Every post, those of the whole municipality first, each with whether anybody holds it. Two queries."""
    posts = list(Post.objects.of(municipality).select_related("unit"))
    held = {*Holding.objects.of(municipality).current().values_list("post", flat=True)}
    told = [(post, post.pk in held) for post in posts]
    return sorted(told, key=lambda one: (one[0].unit is not None, str(one[0]).casefold()))


def cases(municipality: Municipality, viewer: Viewer) -> list[Case]:
    """The cases that the viewer may see, by number. One query."""
    return list(Case.objects.of(municipality).visible_to(viewer).order_by("-number"))


def goals(municipality: Municipality, plan: Plan | None = None) -> list[Goal]:
    """What a commitment can serve: the plan's purposes and goals, or all plans'. One query."""
    found = Goal.objects.of(municipality).current().order_by("plan", "number")
    return list(found.filter(plan=plan) if plan else found)
