"""`{% load action_plans %}`: the rows of an action plan, of which a page may have hundreds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from django import template
from django.template import Context
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from forebygg.accounts.models import Municipality
from forebygg.commitments import permissions
from forebygg.commitments.actions import source_of
from forebygg.commitments.marks import LEVELS, NO_DATE, NO_OWNER, OWNER_LEFT, PLANS, STANDS, TERMS
from forebygg.commitments.models import ActionPlan, Level, Rhythm
from forebygg.commitments.rules.actions import Action, Aim, Changed, Owner, Part, Total, by_goal, by_level
from forebygg.commitments.rules.contents import UnitStanding
from forebygg.commitments.selectors.action_plans import Standing
from forebygg.organisation.models import Role
from forebygg.web.dates import written_day
from forebygg.web.html import NOTHING, Html, together

register = template.Library()

_ROW: Final = Html(
    '<tr><th scope="row" lang="sv">{what}{goals}</th><td>{owner}</td><td>{when}</td>'
    '<td class="said" lang="sv">{evidence}</td><td>{state}</td></tr>'
)
_UNIT: Final = Html(
    '<tr><th scope="row" lang="sv">{name}</th><td class="number">{actions}</td>'
    "<td>{decided}{older}{changed}</td></tr>"
)
_LINKED: Final = Html('<a href="{url}">{what}</a>')
_QUIET: Final = Html('<br><span class="quiet">{words}</span>')
_SWEDISH: Final = Html('<br><span class="quiet" lang="sv">{words}</span>')
_TIME: Final = Html('<time datetime="{at}">{words}</time>')
_STATED: Final = Html("{mark}{day}{shown}")
_TALLY: Final = Html('{words}<ul class="tally">{counts}</ul><span class="quiet" lang="sv">{boards}</span>')
_COUNT: Final = Html('<li class="mark" data-color="{tone}" data-shape="{shape}">{count} {words}</li>')
_PLAIN: Final = Html("{words}")
_TERM: Final = Html(
    '<li>{term}: <del><span class="ds-sr-only">{removed} </span>{before}</del> '
    '<ins><span class="ds-sr-only">{added} </span>{now}</ins></li>'
)


class _Told:
    """For as many rows as a page has: what they all say is translated once."""

    def __init__(self, within: Municipality) -> None:
        self.within = within
        self.goal, self.unheld = _("Goal:"), _("nobody holds the post now")
        self.roles = {role.value: capfirst(str(role.label)) for role in Role}
        self.rhythms = {rhythm.value: str(rhythm.label) for rhythm in Rhythm}
        self.marks = {state: mark.html for state, mark in STANDS.items()}
        self.no_owner, self.no_date, self.left = NO_OWNER.html, NO_DATE.html, OWNER_LEFT.html

    def row(
        self, action: Action, state: SafeString, *, is_of_all: bool = False, under: Aim | None = None
    ) -> SafeString:
        """One action; the goal that it stands under is told above it."""
        source = source_of(action.kind)
        url = source.url(action.number, self.within) if source else ""
        goals = "; ".join(aim.text for aim in action.goals if aim != under)
        return _ROW(
            what=_LINKED(url=url, what=action.what) if url else action.what,
            goals=_SWEDISH(words=f"{self.goal} {goals}") if goals else NOTHING,
            owner=self.owner(action, is_of_all=is_of_all),
            when=self.when(action),
            evidence=action.evidence,
            state=state,
        )

    def owner(self, action: Action, *, is_of_all: bool) -> SafeString:
        told = [self.no_owner if action.owner is None else _PLAIN(words=self.named(action.owner))]
        if action.owner and not action.owner.is_held:
            told.append(_QUIET(words=self.left))
        if is_of_all and action.accountable:
            told.append(_SWEDISH(words=action.accountable.name))
        return together(told)

    def named(self, owner: Owner) -> str:
        role = self.roles.get(owner.role, owner.role)
        return f"{role}, {owner.unit.name}" if owner.unit else role

    def when(self, action: Action) -> SafeString:
        if not action.is_dated:
            return self.no_date
        rhythm = self.rhythms.get(action.rhythm, action.rhythm)
        if action.due_on is None:
            return _PLAIN(words=capfirst(rhythm))
        day = _TIME(at=action.due_on.isoformat(), words=written_day(action.due_on))
        return together([day, _QUIET(words=rhythm)]) if rhythm else day

    def state(self, part: Part) -> SafeString:
        day = part.answered_on
        return _STATED(
            mark=self.marks.get(part.state, part.state),
            day=_QUIET(words=_TIME(at=day.isoformat(), words=written_day(day))) if day else NOTHING,
            shown=_SWEDISH(words=part.shown) if part.shown else NOTHING,
        )

    def tally(self, total: Total) -> SafeString:
        states = total.states
        if not total.units:
            return _PLAIN(words=_("no unit yet"))
        words = ngettext("{units} unit", "{units} units", total.units).format(units=total.units)
        return _TALLY(
            words=words,
            counts=together(
                _COUNT(tone=mark.tone, shape=mark.shape, count=states[state], words=mark.words)
                for state, mark in STANDS.items()
                if states.get(state)
            ),
            boards=", ".join(board.name for board, _counts in total.boards),
        )

    def term(self, action: Action, name: str) -> str:
        """What the action says of it, in words."""
        value: Any = getattr(action, name)
        return self._telling.get(name, str)(value) if value else _("nothing")

    @cached_property
    def _telling(self) -> Mapping[str, Callable[[Any], str]]:
        """How a term is told that is not a text already."""
        levels: dict[str, str] = {level.value: str(level.label) for level in Level}
        return {
            "level": lambda level: levels.get(level, level),
            "accountable": lambda unit: unit.name,
            "owner": self.named,
            "due_on": written_day,
            "rhythm": lambda rhythm: self.rhythms.get(rhythm, rhythm),
            "goals": lambda aims: "; ".join(aim.text for aim in aims),
        }


@register.simple_tag
def part_rows(parts: Iterable[Part], within: Municipality) -> SafeString:
    """What a unit is to do, in `<tbody>`."""
    told = _Told(within)
    return together(told.row(part.action, told.state(part)) for part in parts)


@register.simple_tag
def total_rows(totals: Iterable[Total], within: Municipality, under: Aim | None) -> SafeString:
    """What the municipality is to do for one goal, in `<tbody>`."""
    told = _Told(within)
    return together(
        told.row(total.action, told.tally(total), is_of_all=True, under=under) for total in totals
    )


@register.simple_tag
def standing_rows(units: Iterable[UnitStanding]) -> SafeString:
    """What the units' boards had decided, in `<tbody>`."""
    lacking = PLANS["draft"].html
    return together(
        _UNIT(
            name=one.unit.name,
            actions=one.actions,
            decided=f"{one.decided_at}, {written_day(one.decided_on)}" if one.decided_on else lacking,
            older=_QUIET(words=PLANS["older"].html) if one.is_older else NOTHING,
            changed=_QUIET(words=_changed(one.changed)) if one.changed else NOTHING,
        )
        for one in units
    )


def _changed(count: int) -> str:
    return ngettext("{count} action changed since", "{count} actions changed since", count).format(
        count=count
    )


@register.simple_tag
def terms_changed(changed: Changed, within: Municipality) -> SafeString:
    """What an action said before and says now, in `<ul>`."""
    told = _Told(within)
    return together(
        _TERM(
            term=capfirst(str(TERMS[name])),
            removed=_("removed:"),
            added=_("added:"),
            before=told.term(changed.before, name),
            now=told.term(changed.now, name),
        )
        for name in changed.terms
    )


@register.filter
def levels(those: Iterable[Any]) -> Sequence[tuple[str | Promise, Sequence[Any]]]:
    """The headings of an action plan, each with what stands under it."""
    return [(LEVELS[level], held) for level, held in by_level(those)]


@register.filter
def goals(those: Iterable[Any]) -> Sequence[tuple[Aim | None, Sequence[Any]]]:
    """The goals, each with what serves it first of all."""
    return by_goal(those)


@register.simple_tag
def standing(where: Standing) -> SafeString:
    """The marks of where a unit's plan stands."""
    return together((PLANS[key].html for key in where.marks), " ")


@register.simple_tag
def status(plan: ActionPlan) -> SafeString:
    """The mark of one plan."""
    return PLANS[plan.status].html


@register.simple_tag(takes_context=True)
def may_take_back(context: Context, plan: ActionPlan) -> bool:
    """Whether the viewer may: a proposal, if they may propose; a decision, if they may record it."""
    viewer = context["request"].viewer
    if plan.status == ActionPlan.Status.PROPOSED:
        return bool(viewer.may(permissions.PROPOSE))
    decided = plan.status == ActionPlan.Status.DECIDED
    return decided and bool(viewer.may(permissions.recording(plan.unit), at=plan.unit))
