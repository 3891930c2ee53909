"""Why somebody is proposed to answer for a sentence, and what it lacks, in words."""

from collections.abc import Sequence
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forebygg.commitments.rules.proposing.facts import Missing, Proposal, Reason

_WHY: Final[dict[Reason, str | Promise]] = {
    Reason.NAMED: _("The sentence names {who}."),
    Reason.IN_HEAD: _("The words above the list name {who}."),
    Reason.IN_HEADING: _("The heading names {who}."),
    Reason.ANSWERABLE: _("It is said to be answered for by {who}."),
    Reason.WHOLE: _("“{who}” is everybody, so the executive board is proposed."),
    Reason.PASSIVE: _("It does not say by whom it is done, so the executive board is proposed."),
    Reason.RECEIVES: _("{who} are to receive, and nobody to give, so the executive board is proposed."),
    Reason.NOBODY: _("It names nobody, so the executive board is proposed."),
}
# Where a name is wanted and there is none.
_UNNAMED: Final = dict.fromkeys(
    (Reason.NAMED, Reason.IN_HEAD, Reason.IN_HEADING, Reason.ANSWERABLE), Reason.NOBODY
)
_MISSING: Final[dict[Missing, str | Promise]] = {
    Missing.ACTOR: _("nobody is to do it"),
    Missing.DATE: _("no day and no rhythm"),
    Missing.EVIDENCE: _("nothing that could be shown afterwards"),
}


def why(proposal: Proposal) -> str:
    """The reason in the reader's language."""
    who = proposal.why.values.get("who", "")
    reason = proposal.why.reason if who else _UNNAMED.get(proposal.why.reason, proposal.why.reason)
    return str(_WHY[reason]).format(who=who)


def missing(proposal: Proposal) -> Sequence[str]:
    """What the sentence lacks, in the order that one asks."""
    return [str(words) for one, words in _MISSING.items() if one in proposal.missing]
