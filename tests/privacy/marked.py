"""What the guard marks in a text, as tests compare it."""

from forebygg.privacy.guard import Kind, look


def marked(text, *kinds):
    """The marked words of these kinds, or of all."""
    return [text[mark.start : mark.end] for mark in look(text) if not kinds or mark.kind in kinds]


def names(text):
    return marked(text, Kind.NAME)
