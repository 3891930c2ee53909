"""Where a stored change stands among an edition's sentences.

A change stores its wordings and lines; one that made two sentences of one names both in a single text.
"""

from collections.abc import Mapping, Sequence

from forebygg.plans.selectors.changes import ChangeRow, Lines
from forebygg.plans.selectors.wordings import WordingRow


def places(
    text: str,
    lines: Lines | None,
    sentence: int | None,
    wordings: Sequence[WordingRow],
    by_sentence: Mapping[int, int],
) -> tuple[int, ...]:
    """The positions in *wordings* that make up *text*; none when it is not found there."""
    if not text:
        return ()
    if sentence is not None and sentence in by_sentence and wordings[by_sentence[sentence]].text == text:
        return (by_sentence[sentence],)
    for first, wording in enumerate(wordings):
        if text.startswith(wording.text) and (lines is None or wording.first_line == lines[0]):
            found = _run(text, wordings, first)
            if found:
                return found
    return (by_sentence[sentence],) if sentence is not None and sentence in by_sentence else ()


def _run(text: str, wordings: Sequence[WordingRow], first: int) -> tuple[int, ...]:
    """The sentences from *first* on that together read as *text*, even with others between them."""
    found: list[int] = []
    rest = text
    for place in range(first, min(first + 12, len(wordings))):
        if rest.startswith(wordings[place].text):
            found.append(place)
            rest = rest[len(wordings[place].text) :].lstrip()
            if not rest:
                return tuple(found)
    return ()


def by_sentence(wordings: Sequence[WordingRow]) -> dict[int, int]:
    """Each sentence's place."""
    return {wording.sentence_id: place for place, wording in enumerate(wordings)}


def after_places(
    change: ChangeRow, wordings: Sequence[WordingRow], known: Mapping[int, int]
) -> tuple[int, ...]:
    """Where the change stands in the later edition, whose wordings these are."""
    if change.is_title:
        return ()
    return places(change.after, change.after_lines, change.sentence, wordings, known)


def before_places(
    change: ChangeRow, wordings: Sequence[WordingRow], known: Mapping[int, int]
) -> tuple[int, ...]:
    """Where the change stood in the earlier edition, whose wordings these are."""
    if change.is_title:
        return ()
    return places(change.before, change.before_lines, change.sentence, wordings, known)
