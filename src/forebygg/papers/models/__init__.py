"""A case and its papers: what every stored value points back to."""

from forebygg.papers.models.corrections import Correction
from forebygg.papers.models.invitations import Invitation, InvitationQuerySet
from forebygg.papers.models.papers import (
    LINES_A_PAGE,
    Case,
    CaseQuerySet,
    Content,
    Original,
    Paper,
    PaperQuerySet,
    may_see,
    seen_by,
)
from forebygg.papers.models.series import Series

__all__ = [
    "LINES_A_PAGE",
    "Case",
    "CaseQuerySet",
    "Content",
    "Correction",
    "Invitation",
    "InvitationQuerySet",
    "Original",
    "Paper",
    "PaperQuerySet",
    "Series",
    "may_see",
    "seen_by",
]
