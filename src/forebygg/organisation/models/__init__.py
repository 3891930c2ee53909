"""A municipality's organisation, the posts held in it, and how near the plan comes to its parts."""

from forebygg.organisation.models.groups import HeadCount, StaffGroup
from forebygg.organisation.models.posts import Holding, Post, Role
from forebygg.organisation.models.recoveries import Recovery
from forebygg.organisation.models.scope import Nearness, Scope
from forebygg.organisation.models.units import Kind, Unit

__all__ = [
    "HeadCount",
    "Holding",
    "Kind",
    "Nearness",
    "Post",
    "Recovery",
    "Role",
    "Scope",
    "StaffGroup",
    "Unit",
]
