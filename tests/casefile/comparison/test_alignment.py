from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forebygg.casefile import read_case
from forebygg.casefile.comparison.alignment import align_reading
from forebygg.casefile.comparison.editions import align_editions, compare
from forebygg.casefile.facts import Plan, Section, Sentence

WORDS = st.sampled_from(
    "planen nämnden ansvarar samverkan rutiner skolan polisen årligen stöd ska utbildning följs".split()
)
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=7).map(" ".join), max_size=5)
SECTIONS = st.lists(SENTENCES, max_size=4)


def edition(name, sections, titles=None):
    titles = titles or [f"Del {number}" for number, _ in enumerate(sections, start=1)]
    return Plan(
        document=name,
        date=None,
        sections=tuple(
            Section(
                number=str(number),
                title=title,
                paragraphs=tuple(texts),
                sentences=tuple(Sentence(text=text, lines=(number, number)) for text in texts),
                lines=(number, number),
            )
            for number, (title, texts) in enumerate(zip(titles, sections, strict=True), start=1)
        ),
    )


def aligned(first, second):
    return align_editions(edition("d1", first), edition("d2", second))


DUTY = "Varje förvaltning ska utse en kontaktperson för planen."
RATE = "Fritidsgårdarna har öppet varje kväll under skolloven."
COUNCIL = "Det lokala brottsförebyggande rådet samordnar arbetet med andra aktörer."
REPORT = "En samlad rapport lämnas till kommunfullmäktige varje år."


def test_an_unchanged_sentence_is_itself():
    assert aligned([[DUTY, RATE]], [[DUTY, RATE]]) == [(0, 0), (1, 1)]


def test_a_reworded_sentence_goes_on():
    other = DUTY.replace("en kontaktperson", "två kontaktpersoner")

    assert aligned([[DUTY, RATE]], [[other, RATE]]) == [(0, 0), (1, 1)]


def test_a_sentence_that_moved_to_another_section_goes_on():
    assert aligned([[DUTY, RATE], [COUNCIL]], [[RATE], [COUNCIL, DUTY]]) == [(1, 0), (2, 1), (0, 2)]


def test_a_new_sentence_has_nothing_before_it():
    assert aligned([[DUTY]], [[DUTY, REPORT]]) == [(0, 0), (None, 1)]


def test_a_sentence_that_ended_stands_after_what_it_stood_after():
    assert aligned([[DUTY, REPORT, COUNCIL]], [[DUTY, COUNCIL]]) == [(0, 0), (1, None), (2, 1)]


def test_a_sentence_that_ended_first_stands_first():
    assert aligned([[REPORT, COUNCIL]], [[COUNCIL]]) == [(0, None), (1, 0)]


WHOLE = (
    "Socialnämnden ansvarar för stöd till anhöriga och utbildningsnämnden ansvarar för elevhälsans rutiner."
)
PARTS = [
    "Socialnämnden ansvarar för stöd till anhöriga.",
    "Utbildningsnämnden ansvarar för elevhälsans rutiner.",
]


def test_a_divided_sentence_goes_on_in_one_part_and_the_other_is_new():
    pairs = aligned([[WHOLE, REPORT]], [[*PARTS, REPORT]])

    assert sorted(pairs, key=str) in (
        [(0, 0), (1, 2), (None, 1)],
        [(0, 1), (1, 2), (None, 0)],
    )


def test_the_change_of_a_divided_sentence_names_both_parts():
    comparison = compare(edition("d1", [[WHOLE, REPORT]]), edition("d2", [[*PARTS, REPORT]]))

    [change] = comparison.changes()
    assert (change.before_at, change.after_at) == ((0,), (0, 1))


def test_of_two_joined_sentences_one_goes_on_and_the_other_ends():
    pairs = aligned([[*PARTS, REPORT]], [[WHOLE, REPORT]])

    assert sum(later is None for _, later in pairs) == 1
    assert (2, 1) in pairs


def test_a_renamed_section_is_itself():
    comparison = compare(
        edition("d1", [[DUTY, RATE], [COUNCIL]], ["Ansvar", "Samverkan"]),
        edition("d2", [[DUTY, RATE], [COUNCIL], [REPORT]], ["Roller", "Samverkan", "Rapport"]),
    )

    assert comparison.alignment.sections == ((0, 0), (1, 1), (None, 2))


def test_the_change_of_a_title_names_its_sections_and_no_sentence():
    comparison = compare(edition("d1", [[DUTY, RATE]], ["Ansvar"]), edition("d2", [[DUTY, RATE]], ["Roller"]))

    [change] = comparison.changes()
    assert (change.before_section, change.after_section) == (0, 0)
    assert change.before_at == change.after_at == ()


def test_an_alignment_names_its_editions():
    alignment = compare(edition("d1", [[DUTY]]), edition("d2", [[DUTY]])).alignment

    assert (alignment.earlier, alignment.later) == ("d1", "d2")


def places(sections):
    return list(range(sum(map(len, sections))))


@given(SECTIONS, SECTIONS)
def test_every_sentence_of_both_editions_is_in_one_pair(first, second):
    pairs = aligned(first, second)

    assert sorted(i for i, _ in pairs if i is not None) == places(first)
    assert [j for _, j in pairs if j is not None] == places(second)


@given(SECTIONS, SECTIONS)
def test_every_section_of_both_editions_is_in_one_pair(first, second):
    sections = compare(edition("d1", first), edition("d2", second)).alignment.sections

    assert sorted(i for i, _ in sections if i is not None) == list(range(len(first)))
    assert [j for _, j in sections if j is not None] == list(range(len(second)))


@given(SECTIONS, SECTIONS)
def test_changes_and_pairs_tell_the_same(first, second):
    comparison = compare(edition("d1", first), edition("d2", second))
    pairs = set(comparison.alignment.pairs)

    for change in comparison.changes():
        if change.kind == "added":
            assert all((None, j) in pairs for j in change.after_at)
        elif change.kind == "removed":
            assert all((i, None) in pairs for i in change.before_at)
        elif change.before_at:
            assert any((i, j) in pairs for i in change.before_at for j in change.after_at)


@given(SECTIONS, SECTIONS)
def test_a_change_quotes_the_sentences_at_its_places(first, second):
    before, after = edition("d1", first), edition("d2", second)
    earlier, later = ([text for section in sections for text in section] for sections in (first, second))

    for change in compare(before, after).changes():
        if change.before_at:
            assert change.before == " ".join(earlier[place] for place in change.before_at)
        if change.after_at:
            assert change.after == " ".join(later[place] for place in change.after_at)


@given(SECTIONS)
def test_an_edition_is_its_own_counterpart(sections):
    assert aligned(sections, sections) == [(place, place) for place in places(sections)]


def test_a_wording_read_better_is_the_same_sentence():
    stored = [DUTY, "Det lokala brottsförebyggande rådet sam ordnar arbetet rned andra aktörer.", REPORT]

    assert align_reading(stored, [DUTY, COUNCIL, REPORT]) == [(0, 0), (1, 1), (2, 2)]


def test_what_stands_alone_between_the_same_neighbours_is_the_same_sentence():
    assert align_reading([DUTY, "xq zz", REPORT], [DUTY, COUNCIL, REPORT]) == [(0, 0), (1, 1), (2, 2)]


def test_a_heading_that_was_read_as_a_sentence_ends():
    assert align_reading(["Ansvar", DUTY, REPORT], [DUTY, REPORT]) == [(0, None), (1, 0), (2, 1)]


@pytest.mark.parametrize("stored", [[], [DUTY]])
def test_a_reading_of_nothing_keeps_nothing(stored):
    assert align_reading(stored, []) == [(place, None) for place, _ in enumerate(stored)]


@given(SENTENCES, SENTENCES)
def test_every_wording_of_both_readings_is_in_one_pair(stored, read):
    pairs = align_reading(stored, read)

    assert sorted(i for i, _ in pairs if i is not None) == list(range(len(stored)))
    assert [j for _, j in pairs if j is not None] == list(range(len(read)))


@given(SENTENCES)
def test_the_same_reading_keeps_every_sentence(texts):
    assert align_reading(texts, texts) == [(place, place) for place, _ in enumerate(texts)]


@given(SENTENCES, SENTENCES)
def test_a_wording_that_alone_is_left_is_the_one_that_stood_there(before, after):
    pairs = align_reading([*before, COUNCIL, *after], [COUNCIL])

    assert (len(before), 0) in pairs


def test_the_editions_of_a_case_are_aligned_as_their_changes_tell():
    case = read_case([resources.files("forebygg.casefile") / "examples" / "granvik" / "granvik.txt"])
    texts = {
        plan.document: [sentence.text for section in plan.sections for sentence in section.sentences]
        for plan in case.plans
    }
    aligned = {(one.earlier, one.later): set(one.pairs) for one in case.alignments}

    assert aligned
    for change in case.changes:
        pairs = aligned[change.from_document, change.to_document]
        assert not change.before_at or change.before == " ".join(
            texts[change.from_document][place] for place in change.before_at
        )
        assert not change.after_at or change.after == " ".join(
            texts[change.to_document][place] for place in change.after_at
        )
        assert (change.kind == "reworded") <= any(
            (i, j) in pairs for i in change.before_at for j in change.after_at
        )
