"""Editions and their changes in the contract's words (forebygg.casefile.contract), out of the store."""

from collections.abc import Sequence
from typing import Any

from forebygg.plans.models import Edition, Section
from forebygg.plans.selectors.adoptions import Adopted
from forebygg.plans.selectors.changes import ChangeRow
from forebygg.plans.selectors.comparing import Comparison
from forebygg.plans.selectors.wordings import WordingRow, grouped, wordings_of

Json = dict[str, Any]


def edition(one: Edition, adopted: Adopted | None) -> Json:
    """A plan's text as `plans` of the contract holds it; paragraphs are told by their sentences.

    Beside it whether the council has adopted it, as the registrar has recorded.
    """
    of_section: dict[int, list[WordingRow]] = {}
    for wording in wordings_of(one):
        of_section.setdefault(wording.section_id, []).append(wording)
    sections = one.sections.order_by("position")
    return {
        "document": document(one),
        "date": one.date and one.date.isoformat(),
        "title": one.title or None,
        **standing(adopted),
        "sections": [_section(section, of_section.get(section.pk, [])) for section in sections],
    }


def standing(adopted: Adopted | None) -> Json:
    """Whether it is adopted, superseded or no more than proposed, and by which decision."""
    if adopted is None:
        return {"standing": "proposed", "adopted": None}
    one = adopted.adoption
    told = {"date": one.decided_on.isoformat(), "body": one.body, "paragraph": one.paragraph}
    return {"standing": adopted.standing, "adopted": told}


def document(one: Edition) -> str:
    """What the edition's paper is called in every JSON of its case."""
    return str(one.paper.number)


def _section(section: Section, wordings: Sequence[WordingRow]) -> Json:
    return {
        "number": section.label,
        "title": section.title,
        "paragraphs": [" ".join(one.text for one in paragraph) for paragraph in grouped(wordings)],
        "sentences": [
            {"number": one.number, "text": one.text, "lines": [one.first_line, one.last_line]}
            for one in wordings
        ],
        "lines": [section.first_line, section.last_line],
    }


def comparison(told: Comparison) -> Json:
    """The changes from one edition to another as `changes` of the contract holds them."""
    earlier, later = document(told.earlier.edition), document(told.later.edition)
    return {
        "from": {"document": earlier, "date": _iso(told.earlier.edition), "standing": told.earlier.standing},
        "to": {"document": later, "date": _iso(told.later.edition), "standing": told.later.standing},
        "changes": [_change(change, earlier, later) for change in told.changes],
    }


def _change(change: ChangeRow, earlier: str, later: str) -> Json:
    return {
        "from": earlier,
        "to": later,
        "section": change.section,
        "kind": change.kind,
        "before": change.before or None,
        "after": change.after or None,
        "declared": change.state == "declared",
        "known_if_declared": change.state != "unknown",
        "declared_in": str(change.declaring.number) if change.declaring else None,
        "described_as": change.quote or None,
        "may_be_noise": change.may_be_noise,
        "moved_by": [
            {
                "name": mover.name,
                "party": mover.party or None,
                "body": mover.body or None,
                "paragraph": mover.paragraph,
            }
            for mover in change.movers
        ],
        "before_lines": change.before_lines and list(change.before_lines),
        "after_lines": change.after_lines and list(change.after_lines),
    }


def _iso(one: Edition) -> str | None:
    return one.date.isoformat() if one.date else None
