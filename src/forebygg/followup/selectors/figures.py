"""Where a round's figures are to be had."""

from forebygg.followup.figures import Figures
from forebygg.followup.models import Round
from forebygg.followup.selectors.frozen import Frozen
from forebygg.followup.selectors.live import Live


def figures(of: Round) -> Figures:
    """Those that were frozen when it was closed; until then, as they are now."""
    return Frozen(of) if of.is_closed else Live(of)
