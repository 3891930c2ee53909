"""What becomes of the findings of a case: the chapter that somebody takes them on in.

`decisions` knows no commitments. Whoever does registers here in its AppConfig.ready(), and is asked once for
each page, never once for each finding.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Protocol

from forebygg.decisions.models import Finding
from forebygg.organisation.permissions import Viewer
from forebygg.papers.models import Case
from forebygg.plans.threads import Strand


class Taker(Protocol):
    """A chapter in which a finding is taken on."""

    def taken(self, case: Case, *, seen_by: Viewer) -> Mapping[str, Sequence[Strand]]:
        """By the key of each finding what has been made of it, in a fixed number of queries.

        Only what *seen_by* may see; a finding that nobody has taken on is left out.
        """

    def offer(self, case: Case, key: str, words: str, *, seen_by: Viewer) -> str:
        """Where *seen_by* takes one on; "" when they may not."""


class _Registry:
    """Who has registered; asking an empty one yields nothing."""

    def __init__(self) -> None:
        self.taker: Taker | None = None


_registry = _Registry()


def register_taker(taker: Taker) -> None:
    """Say where findings are taken on."""
    _registry.taker = taker


def taken(case: Case, *, seen_by: Viewer) -> Mapping[str, Sequence[Strand]]:
    """What has been made of the case's findings, by their keys."""
    return _registry.taker.taken(case, seen_by=seen_by) if _registry.taker else {}


def offer(case: Case, key: str, words: str, *, seen_by: Viewer) -> str:
    """Where one is taken on; "" where nobody does so, or not they."""
    return _registry.taker.offer(case, key, words, seen_by=seen_by) if _registry.taker else ""


def key_of(finding: Finding) -> str:
    """By which it is known when the case is read anew: a checksum of what it says and where it shows."""
    places = [[place.get("original"), place["lines"]] for place in finding.places]
    told = json.dumps([finding.code, finding.values, places], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
