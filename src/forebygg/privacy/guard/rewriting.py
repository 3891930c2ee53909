"""A text with its marks written otherwise: the same sentence, telling less."""

from collections.abc import Iterable

from forebygg.privacy.guard.marks import Mark


def rewritten(text: str, marks: Iterable[Mark]) -> str:
    """*text* with every mark's suggestion in its place; of two marks that overlap, the first."""
    parts: list[str] = []
    end = 0
    for mark in sorted(marks):
        if mark.start < end:
            continue
        before = text[end : mark.start]
        # Where the words go and nothing comes, the space before them goes too.
        parts += [before if mark.suggestion else before.rstrip(" "), _instead(text, mark)]
        end = mark.end
    return "".join([*parts, text[end:]])


def _instead(text: str, mark: Mark) -> str:
    """The suggestion, with a capital where it opens a sentence that had one."""
    before = text[max(0, mark.start - 4) : mark.start].rstrip()
    opens = not before or before[-1] in ".!?"
    words = mark.suggestion
    return words[:1].upper() + words[1:] if opens and text[mark.start].isupper() else words
