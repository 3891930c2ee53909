"""How a unit stands, and what holds of a commitment: a word, with a shape that tells the same."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from forebygg.commitments.models import State
from forebygg.commitments.rules.states import Lack, Sign
from forebygg.web.marks import Mark

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
