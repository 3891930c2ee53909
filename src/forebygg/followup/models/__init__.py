"""Rounds in which the plan is followed up, what the council concluded, and what was frozen."""

from forebygg.followup.models.frozen import FrozenPart
from forebygg.followup.models.notes import Note
from forebygg.followup.models.points import Conclusion, Helped, Point
from forebygg.followup.models.rounds import Round, RoundQuerySet

__all__ = ["Conclusion", "FrozenPart", "Helped", "Note", "Point", "Round", "RoundQuerySet"]
