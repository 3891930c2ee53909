"""What a case's papers tell: who met, what was moved, voted and decided, and what is remarkable in it.

Every row is read from a paper and knows its lines; `services.importing` writes them, nobody else.
"""

from forebygg.decisions.models.items import Item, Motion, PartOfItem, Statement, Vote
from forebygg.decisions.models.meetings import Attendance, Meeting
from forebygg.decisions.models.remarks import BodyChange, Event, Finding
from forebygg.decisions.models.sight import FromPaperQuerySet

__all__ = [
    "Attendance",
    "BodyChange",
    "Event",
    "Finding",
    "FromPaperQuerySet",
    "Item",
    "Meeting",
    "Motion",
    "PartOfItem",
    "Statement",
    "Vote",
]
