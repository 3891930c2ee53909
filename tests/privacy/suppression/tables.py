"""Tables to try: units of Granviks kommun, and whatever hypothesis thinks of."""

from itertools import product

from hypothesis import strategies as st

from forebygg.privacy.suppression import Dimension, Table, suppressed

ALL = "alla"


def dimension(name, *groups):
    return Dimension(name, (*groups, ALL), {ALL: groups})


def table(rows, columns=("hot", "klotter", "rekrytering"), *, name="enhet"):
    """A table of units by column with totals: `rows` maps each unit to its counts."""
    dimensions = dimension(name, *rows), dimension("slag", *columns)
    counts = {
        (unit, column): count
        for unit, row in rows.items()
        for column, count in zip(columns, row, strict=True)
    }
    return Table.summed(dimensions, counts)


COUNTS = st.one_of(st.integers(0, 12), st.integers(0, 5), st.sampled_from([0, 0, 0, 1, 2, 6, 9]))


@st.composite
def groups(draw, most):
    """The smallest groups of one to three dimensions, few enough to try every table."""
    sizes = draw(st.sampled_from([(5,), (3, 3), (4, 3), (5, 4), (2, 2, 2), (3, 2, 2)][:most]))
    return [[f"{'ask'[place]}{number}" for number in range(size)] for place, size in enumerate(sizes)]


@st.composite
def dimensions(draw, names, *, changes):
    """One dimension over the groups, with totals; later without a group, or with two merged."""
    names = list(names)
    change = (
        draw(st.sampled_from(["none", "left out", "merged", "left out and total"])) if changes else "none"
    )
    if change.startswith("left out") and len(names) > 1:
        names.remove(draw(st.sampled_from(names)))
    parts = {}
    if change == "merged" and len(names) > 2:
        merged = "+".join(names[:2])
        parts[merged] = tuple(names[:2])
        names = [merged, *names[2:]]
    categories = list(names)
    if len(names) > 3 and draw(st.booleans()):
        parts |= {"norr": tuple(names[:2]), "söder": tuple(names[2:]), ALL: ("norr", "söder")}
        categories += ["norr", "söder", ALL]
    elif draw(st.integers(0, 9)):
        parts[ALL] = tuple(names)
        categories.append(ALL)
    if len(categories) > 2 and not draw(st.integers(0, 7)):
        categories.remove(draw(st.sampled_from(categories)))
    return Dimension(names[0][0], tuple(categories), parts)


@st.composite
def released(draw, most_releases=1, **settings):
    """Releases of the same people, one after the other, each made safe beside those before it."""
    leaves = draw(groups(most=6))
    counts = {cell: draw(COUNTS) for cell in product(*leaves)}
    releases = []
    for _ in range(draw(st.integers(1, most_releases))):
        dims = [draw(dimensions(names, changes=most_releases > 1)) for names in leaves]
        releases.append(suppressed(Table.summed(dims, counts), releases=releases, **settings))
    return releases
