"""Where in its paper a quoted sentence stands."""

from collections.abc import Sequence
from dataclasses import replace

from forebygg.language.wording import letters
from forebygg.papers.models import Original, Paper
from forebygg.plans.selectors.changes import ChangeRow, Lines


def with_quoted_lines(changes: Sequence[ChangeRow]) -> list[ChangeRow]:
    """The changes, each with the lines of its quote in the paper that declares it. One query.

    A quote that is not found there (its paper was corrected) has none.
    """
    wanted = {change.declaring.original_id for change in changes if change.declaring and change.quote}
    texts = dict(Original.objects.filter(pk__in=wanted).values_list("pk", "text")) if wanted else {}
    known: dict[tuple[int, str], Lines | None] = {}
    found = []
    for change in changes:
        paper = change.declaring
        if not paper or not change.quote:
            found.append(change)
            continue
        key = (paper.pk, change.quote)
        if key not in known:
            known[key] = _lines(change.quote, paper, texts.get(paper.original_id, ""))
        found.append(replace(change, quote_lines=known[key]))
    return found


def _lines(quote: str, paper: Paper, text: str) -> Lines | None:
    """Letters alone are compared: a quote runs over line ends, and over words divided at them."""
    wanted = letters(quote)
    starts: list[int] = []
    said: list[str] = []
    length = 0
    for line in text.split("\n")[paper.first_line - 1 : paper.last_line]:
        starts.append(length)
        said.append(letters(line))
        length += len(said[-1])
    at = "".join(said).find(wanted)
    if at < 0 or not wanted:
        return None
    end = at + len(wanted) - 1
    first = max(place for place, start in enumerate(starts) if start <= at)
    last = max(place for place, start in enumerate(starts) if start <= end)
    return paper.first_line + first, paper.first_line + last
