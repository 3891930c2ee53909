"""Commitments as actions of the units that they concern: the first source of action plans."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from django.db.models import Count, Exists, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forebygg.accounts.models import Municipality
from forebygg.commitments.models import Commitment, Share
from forebygg.commitments.rules.actions import Action, Aim, Numbered, Owner, Part, Total
from forebygg.commitments.selectors.numbering import numbered
from forebygg.organisation.models import Post, Unit
from forebygg.organisation.rules import AUTHORITIES
from forebygg.web.addresses import address

KIND: Final = "commitment"


class PromisedActions:
    """Registered with `commitments.actions`; commitments are open to all who read."""

    key = KIND
    title: str | Promise = _("Commitment")

    def of_units(self, units: Collection[int], within: Municipality) -> Mapping[int, Sequence[Part]]:
        """Four queries."""
        actions = _actions(within)
        told: dict[int, list[Part]] = defaultdict(list)
        shares = Share.objects.of(within).current().filter(unit__in=units).order_by("commitment__number")
        for unit, commitment, state, answered_on, evidence in shares.values_list(
            "unit", "commitment", "state", "answered_on", "evidence"
        ):
            part = Part(action=actions[commitment], state=state, answered_on=answered_on, shown=evidence)
            told[unit].append(part)
        return told

    def concerned(self, within: Municipality) -> Collection[int]:
        """One query, which looks for one promise of each unit."""
        promised = Share.objects.filter(unit=OuterRef("pk"), lifted_on=None, commitment__ended_on=None)
        units = Unit.objects.of(within).standing().filter(Exists(promised))
        return set(units.values_list("pk", flat=True))

    def counts(self, within: Municipality) -> Mapping[int, int]:
        """One query."""
        shares = Share.objects.of(within).current().order_by()
        return dict(shares.values_list("unit").annotate(actions=Count("pk")))

    def totals(self, within: Municipality) -> Sequence[Total]:
        """Five queries."""
        actions = _actions(within)
        counted: dict[int, dict[int | None, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
        shares = Share.objects.of(within).current().order_by()
        rows = shares.values_list("commitment", "unit__authority", "state").annotate(units=Count("pk"))
        for commitment, authority, state, units in rows:
            counted[commitment][authority][state] = units
        names = _boards(within)
        return [
            Total(
                action=action,
                boards=tuple(
                    (names[board], counted[key][board])
                    for board in sorted(counted[key], key=lambda one: names[one].name.casefold())
                ),
            )
            for key, action in actions.items()
        ]

    def url(self, number: int, within: Municipality) -> str:
        """The commitment's page."""
        return address("commitments:commitment", within.slug, number)


def _actions(within: Municipality) -> dict[int, Action]:
    """Every commitment that stands, by its key and in the order of its number. Three queries."""
    commitments = Commitment.objects.of(within).standing().select_related("accountable", "owner__unit")
    vacant = {*Post.objects.of(within).filter(owned__isnull=False).ownerless().values_list("pk", flat=True)}
    return {
        one.pk: Action(
            kind=KIND,
            number=one.number,
            what=one.what,
            level=one.level,
            accountable=numbered(one.accountable),
            owner=_owner(one.owner, vacant),
            due_on=one.due_on,
            rhythm=one.rhythm,
            evidence=one.evidence,
            goals=tuple(
                sorted(
                    (Aim(goal.plan.number, goal.number, goal.text) for goal in one.goals.all()),
                    key=lambda aim: (aim.plan, aim.number),
                )
            ),
        )
        for one in commitments.prefetch_related("goals__plan").order_by("number")
    }


def _owner(post: Post | None, vacant: Collection[int]) -> Owner | None:
    return Owner(post.role, numbered(post.unit), post.pk not in vacant) if post else None


def _boards(within: Municipality) -> dict[int | None, Numbered]:
    """The authorities' names; what lies above every authority is the municipality itself."""
    rows = Unit.objects.of(within).filter(kind__in=AUTHORITIES).values_list("pk", "number", "name")
    return {None: Numbered(0, within.name)} | {key: Numbered(number, name) for key, number, name in rows}
