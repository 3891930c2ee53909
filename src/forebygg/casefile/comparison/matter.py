"""Which papers and items are about the plan: whole minutes hold many other matters."""

from collections.abc import Iterable, Sequence
from typing import Final

from forebygg.casefile.comparison.likeness import content_of
from forebygg.casefile.facts import Document, Item, Plan
from forebygg.language.stems import akin
from forebygg.language.wording import letters

_FEWEST: Final = 2


class Matter:
    """The plan's matter, known by its title and by the registry numbers of the papers that bear it."""

    def __init__(
        self, plans: Iterable[Plan], items: Sequence[Item] = (), documents: Sequence[Document] = ()
    ) -> None:
        self._titles = [stems for plan in plans if (stems := _stems(plan.title))]
        papers: list[Item | Document] = [*items, *documents]
        numbers = {
            letters(paper.registry_number): self._bears_title(paper.title)
            for paper in sorted(papers, key=lambda paper: self._bears_title(paper.title))
            if paper.registry_number
        }
        # One number throughout is the matter's, also where no paper that has it bears the title.
        self._numbers = {number for number, titled in numbers.items() if titled or len(numbers) == 1}

    def holds(self, paper: Item | Document) -> bool:
        """It bears the plan's title or number, or it bears none and stands in the case for some reason."""
        if paper.registry_number and letters(paper.registry_number) in self._numbers:
            return True
        if not paper.title:
            return not paper.registry_number
        return self._bears_title(paper.title)

    def _bears_title(self, title: str | None) -> bool:
        other = _stems(title)
        return any(_of_one_matter(own, other) for own in self._titles)


def _stems(title: str | None) -> frozenset[str]:
    return frozenset(one for one in content_of(title or "") if one.isalpha())


def _of_one_matter(own: frozenset[str], other: frozenset[str]) -> bool:
    shared = sum(any(akin(one, word) for word in other) for one in own)
    fewest = min(len(own), len(other))
    return shared >= min(_FEWEST, fewest) and fewest > 0 and 2 * shared >= fewest
