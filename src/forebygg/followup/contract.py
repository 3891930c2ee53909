"""A round as JSON tells it, by round.schema.json; keys may be added, never renamed."""

import json
from functools import cache
from importlib import resources
from typing import Any

from forebygg.followup.figures import VERSION
from forebygg.followup.models import Note, Round
from forebygg.followup.selectors.frozen import is_unchanged, live_parts, parts_of
from forebygg.followup.selectors.rounds import notes


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema."""
    text = resources.files("forebygg.followup").joinpath("round.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def round_json(of: Round) -> dict[str, Any]:
    """Its figures as they were frozen, or as they are now; nobody is named."""
    parts = parts_of(of) if of.is_closed else live_parts(of)
    return {
        "schema": of.schema or VERSION,
        "number": of.number,
        "name": of.name,
        "plan": of.plan.number,
        "edition": of.edition,
        "starts_on": of.starts_on.isoformat(),
        "ends_on": of.ends_on.isoformat(),
        "answers_by": of.answers_by.isoformat(),
        "stage": of.stage,
        "reviewed_on": of.reviewed_on.isoformat() if of.reviewed_on else None,
        "closed_at": of.closed_at.isoformat() if of.closed_at else None,
        "answers": {"after": of.after_answer, "through": of.last_answer},
        "checksum": of.checksum or None,
        "unchanged": is_unchanged(of, parts) if of.is_closed else None,
        "parts": parts,
        "notes": [_note(one) for one in notes(of)],
    }


def _note(one: Note) -> dict[str, Any]:
    return {
        "number": one.number,
        "text": one.text,
        "because": one.because,
        "at": one.at.isoformat(),
    }
