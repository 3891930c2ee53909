"""The guard of personal data: what in a free text looks as if it told who someone is.

`look` marks the words, says why and where they belong; `rewritten` sets the suggestions in their place.
Lists and rules only, no network, no model: a warning, never a guarantee.
"""

from forebygg.privacy.guard.looking import look
from forebygg.privacy.guard.marks import CHANNELS, KINDS, WARNING, Kind, Mark
from forebygg.privacy.guard.rewriting import rewritten

__all__ = ["CHANNELS", "KINDS", "WARNING", "Kind", "Mark", "look", "rewritten"]
