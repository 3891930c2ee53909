"""A text with its marks written otherwise: the same sentence, telling less."""

from collections.abc import Iterable

from forebygg.privacy.guard.marks import Kind, Mark


def rewritten(text: str, marks: Iterable[Mark]) -> str:
    """*text* with every mark's suggestion in its place; raises nothing, whatever the marks."""
    parts: list[str] = []
    end = 0
    for mark in sorted(marks):
        if mark.start < end:
            continue
        parts += [text[end : mark.start], _instead(text, mark)]
        end = mark.end
    return "".join([*parts, text[end:]])


def _instead(text: str, mark: Mark) -> str:
    """The suggestion, with the genitive's s and a capital where the marked words had them."""
    words = mark.suggestion
    if mark.kind is Kind.NAME and text[mark.start : mark.end].casefold().endswith("s"):
        following = text[mark.end : mark.end + 2]
        if following[:1] == " " and following[1:].islower():
            words = f"{words}s"
    before = text[max(0, mark.start - 4) : mark.start].rstrip()
    opens = not before or before[-1] in ".!?"
    return words[0].upper() + words[1:] if opens and text[mark.start].isupper() else words
