"""What is asked of a whole column at once is what would have been found group by group."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forebygg.privacy.suppression import Dimension, Table, Zeros
from forebygg.privacy.suppression.joining import Joined
from forebygg.privacy.suppression.mutual import not_mutual
from forebygg.privacy.suppression.protecting import small_groups
from forebygg.privacy.suppression.swaps import Swaps
from tests.privacy.suppression.tables import ALL, COUNTS, dimension


@st.composite
def units(draw):
    """Units under boards of unequal size, some alone, with a total of all or none."""
    boards = draw(st.lists(st.integers(1, 6), min_size=1, max_size=5))
    parts = {f"nämnd {n}": tuple(f"enhet {n} {k}" for k in range(size)) for n, size in enumerate(boards)}
    names = [unit for of in parts.values() for unit in of]
    parts = {name: of for name, of in parts.items() if len(of) > 1 or draw(st.booleans())}
    if draw(st.booleans()):
        within = {unit for of in parts.values() for unit in of}
        parts[ALL] = (*parts, *(unit for unit in names if unit not in within))
    return Dimension("enhet", (*names, *parts), parts), names


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), rows=units(), zeros=st.sampled_from(Zeros))
def test_whoever_is_left_out_as_protected_has_a_swap(data, rows, zeros):
    kinds = ("hot", "klotter", "rekrytering")
    counts = {(unit, kind): data.draw(COUNTS) for unit in rows[1] for kind in kinds}
    joined = Joined(Table.summed([rows[0], dimension("slag", *kinds)], counts), (), 5, zeros)
    swaps, small = Swaps(joined), dict(small_groups(joined))

    left = not_mutual(joined, swaps.blocks, small)

    assert [
        group for group in small if group not in left and not swaps.within_the_hidden(*small[group])
    ] == []
