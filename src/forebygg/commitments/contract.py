"""Commitments and action plans as JSON tells them; keys may be added, never renamed."""

import json
from functools import cache
from importlib import resources
from typing import Any

from django.utils import timezone

from forebygg.commitments.models import ActionPlan
from forebygg.commitments.rules.contents import Content, as_json
from forebygg.commitments.selectors.listing import Row


def commitment_json(row: Row) -> dict[str, Any]:
    """A commitment with what holds of it today. People are not named, nor are posts by who holds them."""
    one = row.commitment
    return {
        "number": one.number,
        "what": one.what,
        "level": one.level or None,
        "accountable": one.accountable and {"number": one.accountable.number, "name": one.accountable.name},
        "owner": one.owner
        and {
            "role": one.owner.role,
            "unit": one.owner.unit and one.owner.unit.number,
            "held": row.facts.is_held,
        },
        "counterparts": one.counterparts or None,
        "due_on": one.due_on and one.due_on.isoformat(),
        "rhythm": one.rhythm or None,
        "evidence": one.evidence or None,
        "hours": one.hours,
        "money": one.money,
        "ended_on": one.ended_on and one.ended_on.isoformat(),
        "sentences": [
            {"plan": place.plan, "sentence": place.sentence, "section": place.section or None}
            for place in row.places
        ],
        "units": {"concerned": row.facts.units, "answered": row.answered, "open": row.facts.open},
        "states": sorted(row.signs),
        "lacks": sorted(row.lacks),
    }


@cache
def schema() -> Any:  # noqa: ANN401 - a JSON Schema
    """The JSON Schema of action plans (draft 2020-12) as shipped with the package."""
    text = (
        resources.files("forebygg.commitments")
        .joinpath("action_plan.schema.json")
        .read_text(encoding="utf-8")
    )
    return json.loads(text)


def action_plan_json(content: Content, plan: ActionPlan | None = None) -> dict[str, Any]:
    """What it holds, and where it stands: a draft when it has not been laid before any body."""
    if plan is None:
        return as_json(content) | {"status": "draft"}
    told: dict[str, Any] = plan.content | {
        "number": plan.number,
        "status": plan.status,
        "checksum": plan.checksum,
        "proposed_on": timezone.localdate(plan.proposed_at).isoformat(),
        "decision": {"on": plan.decided_on.isoformat(), "paragraph": plan.paragraph, "body": plan.body}
        if plan.decided_on
        else None,
        "followed_up": {"on": plan.review_on.isoformat(), "by": plan.review_by.role},
    }
    return told
