"""Which outcomes of a period may be shown, so that a figure about a few people tells of none of them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from forebygg.privacy.suppression import Dimension, Table, suppressed

_ALL: Final = ""
_OTHERS: Final = "others"
_SEX: Final = "sex"

Heads = tuple[tuple[str, int], ...]


def hidden(heads: Mapping[str, int | None]) -> frozenset[str]:
    """Of a period's figures, by sex with how many people each rests on, those that are not shown.

    Too few, or what together with all and the other sex would give such a figure away (docs/adr/0015). What
    rests on nobody in particular, None, is no table of people.
    """
    return _hidden(tuple(sorted((sex, count) for sex, count in heads.items() if count is not None)))


@lru_cache(maxsize=1024)
def _hidden(heads: Heads) -> frozenset[str]:
    if not heads:
        return frozenset()
    counts = dict(heads)
    parts: dict[str, tuple[str, ...]] = {}
    if _ALL in counts and len(counts) > 1:
        divided = [sex for sex in counts if sex != _ALL]
        # Whoever subtracts finds these, though no row tells of them.
        counts[_OTHERS] = counts[_ALL] - sum(counts[sex] for sex in divided)
        parts[_ALL] = (*divided, _OTHERS)
    table = Table((Dimension(_SEX, tuple(counts), parts),), {(sex,): count for sex, count in counts.items()})
    return frozenset(sex for (sex,) in suppressed(table).hidden) - {_OTHERS}
