"""What the marks beside a value say: always a word, with a shape and a tone that only repeat it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from forebygg.web.html import Html

TONES: Final = frozenset({"neutral", "accent", "info", "success", "warning", "danger"})
SHAPES: Final = frozenset(
    {"dot", "ring", "half", "check", "cross", "diamond", "dash", "square", "triangle", "lock"}
)


_MARK: Final = Html('<span class="mark" data-color="{tone}" data-shape="{shape}">{words}</span>')


@dataclass(frozen=True)
class Mark:
    """A word, its shape and its tone."""

    words: str | Promise
    shape: str = "dot"
    tone: str = "neutral"

    def __post_init__(self) -> None:
        """A misspelled shape or tone would silently show nothing."""
        if self.shape not in SHAPES or self.tone not in TONES:
            message = f"No mark has the shape {self.shape!r} and the tone {self.tone!r}."
            raise ValueError(message)

    @property
    def html(self) -> SafeString:
        """The mark as it stands on a page."""
        if isinstance(self.words, Promise):
            return _written(str(self.words), self.shape, self.tone)
        return _MARK(tone=self.tone, shape=self.shape, words=self.words)


# Lists say the same few marks on every row. What is translated alone: HTML and text may read alike, and would
# be one key.
@lru_cache(maxsize=1024)
def _written(words: str, shape: str, tone: str) -> SafeString:
    return _MARK(tone=tone, shape=shape, words=words)


STATES: Final = {
    # a change between two editions
    "declared": Mark(_("declared"), "check", "success"),
    "not-declared": Mark(_("not declared"), "triangle", "warning"),
    "noise": Mark(_("may be a misreading"), "ring", "neutral"),
    # what the public sees
    "released": Mark(_("released"), "check", "success"),
    "not-released": Mark(_("not released"), "lock", "neutral"),
    # what a decision is
    "preparatory": Mark(_("preparatory"), "half", "neutral"),
    "appealable": Mark(_("can be appealed"), "diamond", "info"),
    "approved": Mark(_("minutes approved"), "check", "success"),
    # how far a plan has come
    "draft": Mark(_("draft"), "ring", "neutral"),
    "proposed": Mark(_("proposed"), "half", "info"),
    "adopted": Mark(_("adopted"), "check", "success"),
    "superseded": Mark(_("superseded"), "dash", "neutral"),
    # what became of a motion
    "carried": Mark(_("carried"), "check", "success"),
    "rejected": Mark(_("rejected"), "cross", "neutral"),
    "withdrawn": Mark(_("withdrawn"), "dash", "neutral"),
    # who was in the room
    "present": Mark(_("present"), "dot", "success"),
    "absent": Mark(_("absent"), "ring", "neutral"),
    # the reading
    "corrected": Mark(_("corrected by hand"), "square", "info"),
    "unread": Mark(_("not read"), "triangle", "warning"),
    # steps
    "done": Mark(_("done"), "check", "success"),
    "current": Mark(_("under way"), "half", "accent"),
    "ahead": Mark(_("ahead"), "ring", "neutral"),
    "missing": Mark(_("not in the file"), "triangle", "warning"),
}
