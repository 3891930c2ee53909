"""A municipality's organisation, and the posts that people hold in it."""

from forebygg.organisation.models.posts import Holding, Post, Role
from forebygg.organisation.models.units import Kind, Unit

__all__ = ["Holding", "Kind", "Post", "Role", "Unit"]
