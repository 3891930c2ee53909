"""What holds for corrections whichever they are, each made at random of what the case itself holds."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from forebygg.casefile.amending import KINDS, Correction, anchors
from forebygg.casefile.amending.holding import held
from tests.casefile.amending.case import bare, read

ANCHORED = [(anchor, fact) for anchor, fact in anchors(read()) if anchor.kind != "document"]
NAMES = st.sampled_from(["Nils Ny", "Karin Nyström", "Kommunkontoret", "1:e vice ordförande", "Ja, för § 45"])
# What a meeting or an item is found by, and what ties them together, follows rules of its own.
TIES = {"body", "date", "paragraph", "paragraphs", "registry_number", "title"}


RUNS = st.tuples(st.integers(0, 50), st.integers(50, 99)).map(list)
VALUES = {
    "text": NAMES,
    "long_text": NAMES,
    "date": st.dates().map(lambda day: day.isoformat()),
    "time": st.times().map(lambda clock: clock.isoformat(timespec="minutes")),
    "number": st.integers(0, 99),
    "paragraphs": RUNS,
    "ranges": st.lists(RUNS, min_size=1, max_size=3),
    "truth": st.booleans(),
    "names": st.lists(NAMES, max_size=3),
    "texts": st.lists(NAMES, max_size=3),
}


def values(field):
    return st.sampled_from([value for value, _ in field.choices]) if field.choices else VALUES[field.type]


@st.composite
def changes(draw):
    anchor, _ = draw(st.sampled_from(ANCHORED))
    field = draw(st.sampled_from(KINDS[anchor.kind].fields))
    value = draw(values(field) if field.required else st.none() | values(field))
    return Correction(**anchor._asdict(), field=field.name, value=value)


@st.composite
def rows(draw):
    anchor, _ = draw(st.sampled_from([one for one in ANCHORED if "add" in KINDS[one[0].kind].acts]))
    if draw(st.booleans()):
        return Correction(**anchor._asdict(), act="remove")
    given = {
        field.name: draw(values(field))
        for field in KINDS[anchor.kind].fields
        if field.required or draw(st.booleans())
    }
    return Correction(file=anchor.file, line=anchor.line, kind=anchor.kind, act="add", value=given)


@given(changes())
@settings(deadline=None, max_examples=25)
def test_a_corrected_fact_holds_what_a_person_says(change):
    case = read(change)

    # The number of those on its line, since what it is called may have changed.
    [fact] = [
        fact
        for anchor, fact in anchors(case)
        if anchor[:4] == (change.file, change.line, change.kind, change.which)
    ]
    assert held(fact, change.field) == KINDS[change.kind].field(change.field).parse(change.value)
    assert case.unplaced == ()


@given(changes())
@settings(deadline=None, max_examples=25)
def test_a_correction_touches_no_other_fact(change):
    if change.kind in {"meeting", "item"} and change.field in TIES:
        change = replace(change, field="place" if change.kind == "meeting" else "order", value="Annat")
    before, after = dict(facts(read())), dict(facts(read(change)))

    assert before.keys() == after.keys()
    changed = {place for place, told in after.items() if told != before[place]}
    assert changed <= {(change.line, change.kind, change.which)}


def facts(case):
    """Every fact by its place, without the rows that are facts of their own."""
    for anchor, fact in anchors(case):
        own = {"attendance": (), "derived": ()} if anchor.kind == "meeting" else {}
        rows = dict.fromkeys(("motions", "votes", "statements"), ()) if anchor.kind == "item" else {}
        yield (anchor.line, anchor.kind, anchor.which), replace(fact, **own, **rows)


@given(st.lists(changes() | rows(), max_size=4))
@settings(deadline=None, max_examples=25)
def test_corrections_told_twice_are_told_once(corrections):
    assert bare(read(*corrections, *corrections)) == bare(read(*corrections))


def is_independent(corrections):
    """No two of them speak of the same field of the same fact, or of the same line's rows."""
    places = [(one.line, one.kind, one.field or None) for one in corrections]
    lines = [(one.line, one.kind) for one in corrections if one.act != "change"]
    return len(places) == len(set(places)) and not any(
        (one.line, one.kind) in lines for one in corrections if one.act == "change"
    )


@given(st.lists(changes() | rows(), max_size=5).filter(is_independent), st.randoms())
@settings(deadline=None, max_examples=25)
def test_it_does_not_matter_in_which_order_corrections_are_told(corrections, chance):
    shuffled = corrections[:]
    chance.shuffle(shuffled)

    assert bare(read(*shuffled)) == bare(read(*corrections))


@given(st.lists(changes() | rows(), max_size=4))
@settings(deadline=None, max_examples=25)
def test_every_correction_finds_its_place_or_is_told_of(corrections):
    unplaced = read(*corrections).unplaced

    assert all(any(one is told for told in corrections) for one in unplaced)


@given(st.lists(changes() | rows(), max_size=4))
@settings(deadline=None, max_examples=25)
def test_corrections_survive_being_stored(corrections):
    stored = [Correction.from_json(one.as_json()) for one in corrections]

    assert read(*stored) == read(*corrections)
