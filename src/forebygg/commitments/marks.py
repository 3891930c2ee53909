"""How a unit stands, and what holds of a commitment: a word, with a shape that tells the same."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from forebygg.commitments.models import State
from forebygg.commitments.rules.states import Lack, Sign
from forebygg.web.marks import STATES, Mark

STANDS: Final = {
    State.DONE.value: Mark(State.DONE.label, "check", "success"),
    State.UNDER_WAY.value: Mark(State.UNDER_WAY.label, "half", "info"),
    State.NOT_BEGUN.value: Mark(State.NOT_BEGUN.label, "ring", "neutral"),
    State.NOT_APPLICABLE.value: Mark(State.NOT_APPLICABLE.label, "dash", "neutral"),
    "": Mark(_("never answered"), "triangle", "warning"),
}
"""By the state of a share; its order is that of every list of them."""

SIGNS: Final = {
    Sign.OVERDUE: Mark(_("overdue"), "triangle", "danger"),
    Sign.OWNERLESS: Mark(_("nobody owns it"), "ring", "warning"),
    Sign.OWNER_LEFT: Mark(_("the owner has left"), "ring", "warning"),
    Sign.CONCERNS_NOBODY: Mark(_("concerns no unit yet"), "ring", "neutral"),
    Sign.NEVER_ANSWERED: Mark(_("some have never answered"), "half", "warning"),
    Sign.SETTLED: Mark(_("done by all"), "check", "success"),
    Sign.ENDED: Mark(_("has ended"), "dash", "neutral"),
}
"""What the product works out by itself, the gravest first."""

LACKS: Final = {
    Lack.OWNER: _("who owns it"),
    Lack.DATE: _("when it is due"),
    Lack.EVIDENCE: _("what counts as evidence"),
    Lack.MEANS: _("what hours or money it takes"),
}
"""What nobody has said yet."""

PLANS: Final = {
    "draft": STATES["draft"],
    "proposed": STATES["proposed"],
    "decided": Mark(_("in force"), "check", "success"),
    "superseded": STATES["superseded"],
    "withdrawn": Mark(_("taken back"), "cross", "neutral"),
    "older": Mark(_("carries out an earlier edition"), "triangle", "warning"),
    "due": Mark(_("to be followed up"), "half", "warning"),
}
"""Where an action plan stands."""

NO_OWNER: Final = SIGNS[Sign.OWNERLESS]
OWNER_LEFT: Final = SIGNS[Sign.OWNER_LEFT]
NO_DATE: Final = Mark(_("no day and no rhythm"), "ring", "warning")

LEVELS: Final = {
    "general": _("General: for everybody"),
    "group": _("Group: for groups at risk"),
    "individual": _("Individual: for one person at a time"),
    "": _("For all levels, or none that was chosen"),
}
"""The headings of an action plan."""

TERMS: Final = {
    "what": _("what"),
    "level": _("level"),
    "accountable": _("accountable"),
    "owner": _("owner"),
    "due_on": _("day"),
    "rhythm": _("how often"),
    "evidence": _("what shows it"),
    "goals": _("goals"),
}
"""What can differ between what was decided and what holds now."""
