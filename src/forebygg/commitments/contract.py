"""Commitments as JSON tells them; keys may be added, never renamed."""

from typing import Any

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
