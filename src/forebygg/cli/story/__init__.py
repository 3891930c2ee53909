"""The case told for a person: how far it has come, who met, what changed, what to look into."""

from forebygg.cli.story.telling import tell_story

__all__ = ["tell_story"]
