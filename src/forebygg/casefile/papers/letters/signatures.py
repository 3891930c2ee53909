"""Who signs a letter: a name with the work or office beneath it, or a name with its party."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from forebygg.casefile.paper import Line
from forebygg.casefile.people import NAME, PARTY

# Endings of what people are called at work and in office; a name stands above one of them.
POST: Final = re.compile(
    r".{0,60}(?:chef|direktör|samordnare|handläggare|sekreterare|strateg|utredare|controller|jurist|rektor|ledare|"
    r"ordförande|ordf\.?|ledamot|ersättare|råd|konsult|planerare|ingenjör|arkitekt|kamrer|administratör|ansvarig|registrator|"
    r"inspektör|polis|specialist|rådgivare|utvecklare|koordinator|intendent|pedagog|kurator|sköterska|analytiker|"
    r"ekonom|kommunikatör|assistent|förebyggare|arkivarie|nämndadministratör|direktor|notarie|föreståndare|"
    r"bibliotekarie|prefekt|förvaltare|ombud|chefen|representant|talesperson|gruppledare|stabschef)(?:en|n)?"
    r"(?:[\s,/-].{0,50})?$",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(
    rf"(?P<name>{NAME})(?:\s*\(\s*(?P<party>{PARTY})\s*\))?(?:\s*,\s*(?P<post>[^.;]{{3,60}}))?(?P<end>\s*,)?$"
)
_PLACE_OR_UNIT: Final = re.compile(
    r"(?:kommun|stad|förvaltning|kontoret?|kansli(?:et)?|nämnd(?:en)?|styrelsen?|utskott(?:et)?|enhet(?:en)?|avdelning(?:en)?|"
    r"plan|program|partiet|sektor|gatan|vägen|AB)$",
    re.IGNORECASE,
)
_CELL: Final = re.compile(r"\t+|\s{3,}")
_LONGEST: Final = 90


class Signature(NamedTuple):
    """A name as signed, with post and party where they stand there, and its first and last line."""

    name: str
    post: str | None
    party: str | None
    first: int
    last: int


def name_in(text: str) -> re.Match[str] | None:
    """The row as a signature's name: with or without party, with or without post after a comma."""
    if len(text) > _LONGEST or not text[:1].isupper():
        return None
    match = _SIGNED.match(text)
    return match if match and not _PLACE_OR_UNIT.search(match["name"]) else None


def signatures(lines: Sequence[Line]) -> list[Signature]:
    """Everyone who signs, in order; in columns too, with the posts in the row beneath the names."""
    written = [line for line in lines if line.text]
    found: list[Signature] = []
    for place, line in enumerate(written):
        if len(line.text) > _LONGEST or not line.text[0].isupper():
            continue
        names = [match for cell in _CELL.split(line.text) if (match := name_in(cell))]
        if not names:
            continue
        below = written[place + 1] if place + 1 < len(written) else None
        posts = _posts(below)
        found += _signed(line, names, below, posts)
    return found


def _posts(below: Line | None) -> list[str]:
    if below is None or len(below.text) > _LONGEST or below.text[-1] in ".:;":
        return []
    cells = _CELL.split(below.text)
    posts = [cell for cell in cells if POST.match(cell)]
    # The next signature may begin beside the first one's post.
    return posts if all(POST.match(cell) or name_in(cell) for cell in cells) else []


def _signed(
    line: Line, names: list[re.Match[str]], below: Line | None, posts: list[str]
) -> Iterator[Signature]:
    for column, match in enumerate(names):
        own = match["post"] if match["post"] and POST.match(match["post"]) else None
        if match["post"] and not own:
            continue
        post = own or (posts[column] if column < len(posts) else None)
        if post or match["party"]:
            last = below.number if below and post and not own else line.number
            yield Signature(match["name"], post, match["party"], line.number, last)
